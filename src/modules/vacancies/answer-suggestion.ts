import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { lockCase } from '../registration/index.ts'
import { logApplication } from './log-application.ts'
import { findSuggestion, saveAnswer } from './store.ts'

export interface AnswerSuggestion {
  readonly suggestionId: string
  readonly answer: 'interested' | 'applied' | 'no'
  /** Code of the rule value `vacancies.refusals`; needed with `no`. */
  readonly reason?: string | undefined
}

/**
 * The participant answers a suggested job; `applied` is logged as an application too. A later answer takes the place of an
 * earlier one (programme 4.5). Problems: `not-found`, `not-allowed`, `reason-missing`, `reason-unknown`.
 */
export async function answerSuggestion(
  context: Context,
  command: AnswerSuggestion,
): Promise<Result<{ answer: AnswerSuggestion['answer'] }>> {
  const suggestion = await findSuggestion(context, command.suggestionId)
  if (suggestion === null) return fail(problem('not-found'))
  const locked = await lockCase(context, suggestion.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['jobseeker'])
  if (!may.ok) return may
  const { answer } = command
  const reason = answer === 'no' ? (command.reason ?? null) : null
  if (answer === 'no' && reason === null) return fail(problem('reason-missing', { field: 'reason' }))
  if (reason !== null && !context.rules.vacancies.refusals.some(({ code }) => code === reason))
    return fail(problem('reason-unknown', { field: 'reason', values: { reason } }))
  context.wrotePerson(suggestion.personId)
  await saveAnswer(context, suggestion, { answer, reason })
  if (answer === 'applied') {
    const { caseId, adId } = suggestion
    const logged = await logApplication(context, { caseId, adId, appliedOn: context.today })
    if (!logged.ok && logged.problem.code !== 'already-applied') return logged
  }
  return ok({ answer })
}
