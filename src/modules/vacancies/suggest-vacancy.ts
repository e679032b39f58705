import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { lockCase } from '../registration/index.ts'
import { indexVacancies, type Reason, type Seeker, suggest } from './domain/index.ts'
import { seekerOf } from './seeker.ts'
import { findVacancy, saveSuggestion } from './store.ts'

export interface SuggestVacancy {
  readonly caseId: CaseId
  readonly adId: string
  readonly message?: string | undefined
}

export const suggesters = ['coordinator', 'adviser', 'caseworker'] as const satisfies readonly Role[]

/**
 * Shows a participant a job, with what speaks for it as matching sees it; the words are kept as they were (programme 4.5).
 * The participant gets a notice. Problems: `not-found`, `not-allowed`, `case-closed`, `vacancy-closed`, `already-suggested`.
 */
export async function suggestVacancy(
  context: Context,
  command: SuggestVacancy,
): Promise<Result<{ suggestionId: string }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, suggesters)
  if (!may.ok) return may
  const head = locked.value
  if (head.closed) return fail(problem('case-closed'))
  const vacancy = await findVacancy(context, command.adId)
  if (vacancy === null) return fail(problem('not-found', { field: 'adId' }))
  if (vacancy.removed || vacancy.applyBy < context.today) return fail(problem('vacancy-closed', { field: 'adId' }))
  const found = await seekerOf(context, head.caseId)
  const because = found === null || typeof found.seeker === 'string' ? [] : reasonsFor(context, found.seeker, vacancy)
  const { role, organisationId } = context.actor
  const of = {
    id: newId<string>(),
    caseId: head.caseId,
    personId: head.personId,
    providerId: role === 'caseworker' ? null : organisationId,
  }
  const message = command.message?.trim() || null
  const suggestionId = await saveSuggestion(context, of, vacancy, { because, message })
  if (suggestionId === null) return fail(problem('already-suggested', { field: 'adId' }))
  context.wrotePerson(head.personId)
  await notify(context, {
    kind: 'vacancies.suggested',
    channel: head.email !== null && head.protection === 'none' ? 'email' : 'screen',
    personId: head.personId,
    subjectId: suggestionId,
    values: { applyBy: vacancy.applyBy },
  })
  return ok({ suggestionId })
}

/** What speaks for one job; none where it lies outside what matching would show. */
function reasonsFor(
  context: Context,
  seeker: Seeker,
  vacancy: Parameters<typeof saveSuggestion>[2],
): readonly Reason[] {
  const [found] = suggest(indexVacancies([vacancy], context.today), seeker, context.rules.vacancies.points, 1)
  return found?.because ?? []
}
