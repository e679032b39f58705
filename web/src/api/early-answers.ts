import { activeLanguage } from '../language/language.ts'
import type { Query } from './client.ts'

type Early = {
  language: string
  answers: Record<string, Promise<Response>>
  /** When everything has been asked for. */
  asked: Promise<unknown>
}

/** An answer that is older has something newer behind it. */
const freshMs = 15_000

const early = () => (globalThis as { kromEarly?: Early }).kromEarly

/** What the page asked for while its scripts were on their way (`early.ts`); each answer is given once. */
export function earlyAnswer(path: string): Promise<Response> | undefined {
  const known = early()
  const answer = known?.answers[path]
  if (known === undefined || answer === undefined) return undefined
  delete known.answers[path]
  return performance.now() < freshMs && known.language === activeLanguage() ? answer : undefined
}

/** Everything that the page has asked for and nobody has taken yet; comes back when it has asked for all. */
export async function earlyAsked(): Promise<{ path: string; query: Query }[]> {
  await early()?.asked
  return Object.keys(early()?.answers ?? {}).map((address) => {
    const [path = '', query = ''] = address.split('?')
    const values = [...new URLSearchParams(query)].map(([name, value]) => [
      name,
      /^\d+$/.test(value) ? Number(value) : value,
    ])
    return { path, query: Object.fromEntries(values) }
  })
}
