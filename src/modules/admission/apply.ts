import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { openTask } from '../../platform/tasks.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import { type ApplicationContent, checkApplication, emptyContent } from './domain/index.ts'
import { findApplication, findTerms, type StoredApplication, saveDraftRow } from './store.ts'

/** The work item of an application that waits to be judged. */
export const judgeTask = 'admission.judge-application'

/**
 * Begins an application under published terms; a coordinator of the organisation does, who needs no contract.
 * Problems: those of `wholeOrganisation`, `not-found`, `terms-not-published`, `application-exists`.
 */
export async function beginApplication(
  context: Context,
  { termsId }: { termsId: string },
): Promise<Result<{ id: string; draftId: string }>> {
  const may = await wholeOrganisation(context)
  if (!may.ok) return may
  const organisationId = context.actor.organisationId as OrganisationId
  await lockName(context, `admission.application:${organisationId}`)
  const terms = await findTerms(context, termsId)
  if (terms === null) return fail(problem('not-found'))
  if (terms.state !== 'published') return fail(problem('terms-not-published'))
  const { rows } = await sql<{ number: string | null; applied: boolean }>`
    select o.organisation_number as number,
           exists (select 1 from admission.application a where a.organisation_id = o.id and a.terms_id = ${termsId}
                      and not exists (select 1 from admission.withdrawal w where w.application_id = a.id)) as applied
      from platform.organisation o where o.id = ${organisationId}`.execute(context.db)
  if (rows[0]?.applied) return fail(problem('application-exists'))
  const applicationId = newId<string>()
  await sql`
    insert into admission.application (id, organisation_id, terms_id, recorded_at, recorded_by)
    values (${applicationId}, ${organisationId}, ${termsId}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  const application = { applicationId, organisationId }
  const content = emptyContent(rows[0]?.number ?? '')
  const draftId = newId<string>()
  await saveDraftRow(context, { id: draftId, application, content, replaces: null })
  return ok({ id: applicationId, draftId })
}

export interface SaveDraft {
  readonly applicationId: string
  /** The draft that this goes on from. */
  readonly basedOn: string
  readonly content: ApplicationContent
}

/**
 * Saves what is written so far, whatever is missing, and says what a machine can see is wrong with it.
 * Problems: those of `wholeOrganisation`, `not-found`, `application-sent`, `application-withdrawn`, `changed-meanwhile`.
 */
export async function saveDraft(
  context: Context,
  { applicationId, basedOn, content }: SaveDraft,
): Promise<Result<{ draftId: string; faults: readonly Problem[] }>> {
  const found = await lockDraft(context, applicationId)
  if (!found.ok) return found
  if (found.value.draftId !== basedOn) return fail(problem('changed-meanwhile'))
  const draftId = newId<string>()
  await saveDraftRow(context, { id: draftId, application: found.value, content, replaces: basedOn })
  return ok({ draftId, faults: faultsOf(context, { ...found.value, content }) })
}

/**
 * Sends the application as it was saved last; from then on it is frozen, and its handling days are counted. Problems:
 * those of `wholeOrganisation`, `not-found`, `application-sent`, and what `checkApplication` finds.
 */
export async function sendApplication(
  context: Context,
  { applicationId }: { applicationId: string },
): Promise<Result<{ sentOn: Day; dueOn: Day }>> {
  const found = await lockDraft(context, applicationId)
  if (!found.ok) return found
  const { draftId, organisationId } = found.value
  const faults = faultsOf(context, found.value)
  const [first] = faults
  if (first !== undefined) {
    return fail(faults.length === 1 ? first : problem('several-problems', { problems: faults }))
  }
  const dueOn = addDays(context.today, context.rules.admission.handlingDays)
  await sql`
    insert into admission.submission (application_id, organisation_id, draft_id, on_day, due_on, recorded_at, recorded_by)
    values (${applicationId}, ${organisationId}, ${draftId}, ${context.today}, ${dueOn}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  const { rows } = await sql<{ id: OrganisationId }>`
    select id from platform.organisation where kind = 'authority' order by id limit 1`.execute(context.db)
  await openTask(context, {
    kind: judgeTask,
    subjectId: applicationId,
    why: { code: 'application-sent', values: { sentOn: context.today } },
    dueOn,
    for: { organisationId: rows[0]?.id ?? null },
  })
  return ok({ sentOn: context.today, dueOn })
}

/**
 * The organisation's own draft, held for the rest of the transaction.
 * Problems: those of `wholeOrganisation`, `not-found`, `application-sent`, `application-withdrawn`.
 */
export async function lockDraft(context: Context, applicationId: string): Promise<Result<StoredApplication>> {
  await lockName(context, `admission.application:${applicationId}`)
  const may = await wholeOrganisation(context)
  if (!may.ok) return may
  const found = await findApplication(context, applicationId)
  if (found === null) return fail(problem('not-found'))
  if (found.withdrawnOn !== null) return fail(problem('application-withdrawn'))
  return found.sentOn === null ? ok(found) : fail(problem('application-sent'))
}

/** What the machine finds in the draft on the day, by the rules of the day. */
export function faultsOf(
  { today, rules }: Context,
  { content, terms, organisationNumber }: Pick<StoredApplication, 'content' | 'terms' | 'organisationNumber'>,
): readonly Problem[] {
  const { referenceYears, lowestCreditRating, creditCheckMonths } = rules.admission
  return checkApplication(content, {
    today,
    terms,
    ownNumber: organisationNumber,
    referenceYears,
    lowestCreditRating,
    creditCheckMonths,
  })
}
