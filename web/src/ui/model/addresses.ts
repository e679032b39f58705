import { roleOf, useSignedIn } from '../../api/session.ts'

/** Where the reader's own role has the book. */
export function useModelPath() {
  const { duty } = useSignedIn()
  const root = `/app/${roleOf(duty)}/models`
  return {
    root,
    model: (model: string) => `${root}/${model}`,
    curve: (model: string, place: number) => `${root}/${model}/curves/${place}`,
    card: (model: string) => `${root}/${model}/card`,
  }
}
