import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { language } from '../../rules/reference/index.ts'
import { type PresentationFault, presentationFaults } from './domain/index.ts'

/** What a provider says of an address to those who choose. */
export interface AddressWords {
  /** ISO 639 codes of languages that the staff there speak. */
  readonly languages: readonly string[]
  readonly presentation: string
}

/**
 * Whether what a provider says of an address may be shown to who chooses. Problems: `language-unknown`, and of the
 * presentation `presentation-too-long`, `presentation-hard`, `presentation-promises`, all at once.
 */
export function checkWords({ rules }: Context, words: AddressWords): Result<null> {
  const unknown = words.languages.find((code) => language(code) === null)
  if (unknown !== undefined) return fail(problem('language-unknown', { field: 'languages', values: { code: unknown } }))
  const most = rules.market.presentationCharacters
  const problems = presentationFaults(words.presentation, rules.market).map((fault) => presentationProblem(fault, most))
  const [only, ...others] = problems
  if (only === undefined) return ok(null)
  return others.length === 0 ? fail(only) : fail({ code: 'not-valid', problems })
}

function presentationProblem({ fault, sentence }: PresentationFault, most: number): Problem {
  const field = 'presentation'
  if (fault === 'too-long') return problem('presentation-too-long', { field, values: { most } })
  if (fault === 'long-sentence' || fault === 'hard-words')
    return problem('presentation-hard', { field, values: { sentence } })
  return problem('presentation-promises', { field, values: { sentence } })
}
