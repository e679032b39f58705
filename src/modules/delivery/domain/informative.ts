import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { pointOut } from '../../../kernel/sensitive-words.ts'
import type { InformativeNeed, Rules } from '../../../rules/index.ts'

/** What the provider tells the caseworker that no other report holds: a need of something else (programme 4.6). */
export type InformativeReport = { readonly need: InformativeNeed; readonly words: string }

/**
 * Checks an informative report: a need of the law's, at most 2,000 characters, and no sensitive data unless whoever writes has
 * been shown the words and sends them all the same. Problems: `need-unknown` {code}, `informative-empty`,
 * `informative-too-long` {most}, `informative-sensitive` {words}.
 */
export function checkInformative(
  report: { readonly need: string; readonly words: string },
  sensitiveSeen: boolean,
  rules: Rules,
): Result<InformativeReport> {
  const need = rules.delivery.informativeNeeds.find((each) => each.code === report.need)?.code
  if (need === undefined) return fail(problem('need-unknown', { field: 'need', values: { code: report.need } }))
  const words = report.words.trim()
  if (words === '') return fail(problem('informative-empty', { field: 'words' }))
  const most = rules.delivery.informativeReportCharacters
  if (words.length > most) return fail(problem('informative-too-long', { field: 'words', values: { most } }))
  const found = sensitiveSeen ? [] : pointOut(words).flatMap((one) => one.words)
  if (found.length > 0)
    return fail(problem('informative-sensitive', { field: 'words', values: { words: found.join(', ') } }))
  return ok({ need, words })
}
