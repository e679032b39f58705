import { roleOf, useSignedIn } from '../../api/session.ts'

/** Where the reader's own role has the pages about the tool, and which of them it has. */
export function useToolPath() {
  const { duty } = useSignedIn()
  const role = roleOf(duty)
  const root = `/app/${role}`
  return {
    seesCases: role === 'overseer',
    keepsFile: role === 'overseer' || role === 'administrator',
    variation: `${root}/variation`,
    office: (officeId: string) => `${root}/variation/offices/${officeId}`,
    reviews: `${root}/reviews`,
    review: (sampleId: string) => `${root}/reviews/${sampleId}`,
    checks: `${root}/checks`,
    actFile: `${root}/act-file`,
  }
}
