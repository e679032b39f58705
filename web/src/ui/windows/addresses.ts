import { roleOf, useSignedIn } from '../../api/session.ts'

/** Where the reader's own role has the windows, and whether that role decides on them. */
export function useWindowPlace() {
  const { duty } = useSignedIn()
  const role = roleOf(duty)
  const root = `/app/${role}/windows`
  return {
    root,
    decides: role === 'administrator',
    compare: `${root}/compare`,
    comparison: (comparisonId: string) => `${root}/comparisons/${comparisonId}`,
  }
}
