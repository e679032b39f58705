import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { openDesk, openOffice } from './desk.ts'
import { checkInformative, spellOn } from './domain/index.ts'
import { addFact } from './store.ts'
import { forCaseworker, forProvider, handledBy, taskKinds } from './tasks.ts'

export interface GiveInformativeReport {
  readonly caseId: CaseId
  /** A code of `rules.delivery.informativeNeeds`. */
  readonly need: string
  readonly words: string
  readonly sensitiveSeen?: boolean | undefined
  /** The report that this one replaces. */
  readonly corrects?: string | undefined
}

/**
 * Tells the caseworker of a need: another measure, an aid, an interpreter, a dialogue, or what the provider thinks of an
 * extension (programme 4.6). A corrected one replaces the old, which stays; the caseworker answers what stands.
 * Problems: those of `openDesk` and `checkInformative`, `changed-meanwhile`.
 */
export async function giveInformativeReport(
  context: Context,
  command: GiveInformativeReport,
): Promise<Result<{ id: string }>> {
  const desk = await openDesk(context, command.caseId)
  if (!desk.ok) return desk
  const { head, providerId, spells } = desk.value
  const checked = checkInformative(command, command.sensitiveSeen ?? false, context.rules)
  if (!checked.ok) return checked
  const { need, words } = checked.value
  const spell = spellOn(context.today, spells) ?? spells.at(-1)
  if (spell === undefined) return fail(problem('not-your-participant'))
  const corrects = command.corrects ?? null
  if (corrects !== null && !(await standsWith(context, corrects, head.caseId, providerId)))
    return fail(problem('changed-meanwhile'))
  const id = newId<string>()
  const { placementId } = spell
  await addFact(context, 'informative_report', head, {
    id,
    placement_id: placementId,
    provider_id: providerId,
    need,
    words,
    on_day: context.today,
    replaces: corrects,
  })
  if (corrects !== null) await closeTask(context, { kind: taskKinds.answerInformative, subjectId: corrects })
  if (need === 'extension') {
    // The view is read with the extension's evidence; it asks for no answer of its own.
    await closeTask(context, { kind: taskKinds.giveView, subjectId: placementId })
    return ok({ id })
  }
  await openTask(context, {
    kind: taskKinds.answerInformative,
    subjectId: id,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: `informative-${need}` },
    dueOn: handledBy(context.today),
    for: forCaseworker(head),
  })
  return ok({ id })
}

/** Whether the report is this provider's, of this case, and not corrected already. */
async function standsWith(context: Context, id: string, caseId: CaseId, providerId: OrganisationId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from delivery.v_informative_report
     where informative_id = ${id} and case_id = ${caseId} and provider_id = ${providerId} and not replaced`.execute(
    context.db,
  )
  return rows.length > 0
}

type Stored = {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: OrganisationId
  readonly answered: boolean
  readonly replaced: boolean
}

/**
 * The caseworker answers an informative report, and the provider is told that it is there.
 * Problems: those of `openOffice`, `changed-meanwhile` when it has been corrected, `already-answered`.
 */
export async function answerInformativeReport(
  context: Context,
  command: { readonly informativeId: string; readonly words: string },
): Promise<Result<{ id: string }>> {
  const { informativeId } = command
  const read = async () => {
    const { rows } = await sql<Stored>`
      select r.case_id as "caseId", r.person_id as "personId", r.provider_id as "providerId",
             r.answered_on is not null as answered, r.replaced
        from delivery.v_informative_report r where r.informative_id = ${informativeId}`.execute(context.db)
    return rows[0] ?? null
  }
  const seen = await read()
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId)
  if (!office.ok) return office
  const report = await read()
  if (report === null || report.replaced) return fail(problem('changed-meanwhile'))
  if (report.answered) return fail(problem('already-answered'))
  const answer = { report_id: informativeId, words: command.words.trim(), on_day: context.today }
  await addFact(context, 'informative_answer', report, answer)
  await closeTask(context, { kind: taskKinds.answerInformative, subjectId: informativeId })
  await notify(context, {
    kind: 'delivery.informative-answered',
    channel: 'screen',
    organisationId: report.providerId,
    subjectId: informativeId,
  })
  return ok({ id: informativeId })
}

/**
 * Asks the provider who has the participant for its view before an extension is decided (programme 4.3); asking again while it
 * waits changes nothing. Problems: those of `openOffice`, `not-in-service`.
 */
export async function askForView(
  context: Context,
  command: { readonly caseId: CaseId },
): Promise<Result<{ dueOn: Day }>> {
  const office = await openOffice(context, command.caseId)
  if (!office.ok) return office
  const { caseId, personId } = office.value
  const { rows } = await sql<{ placementId: PlacementId; providerId: OrganisationId }>`
    select placement_id as "placementId", provider_id as "providerId" from market.v_placement
     where case_id = ${caseId} and first_day <= ${context.today}::date and (last_day is null or last_day >= ${context.today}::date)
     order by first_day desc limit 1`.execute(context.db)
  const [spell] = rows
  if (spell === undefined) return fail(problem('not-in-service', { values: { day: context.today } }))
  const dueOn = handledBy(context.today)
  await openTask(context, {
    kind: taskKinds.giveView,
    subjectId: spell.placementId,
    caseId,
    personId,
    why: { code: 'view-asked' },
    dueOn,
    for: forProvider(spell.providerId),
  })
  await notify(context, {
    kind: 'delivery.view-asked',
    channel: 'screen',
    organisationId: spell.providerId,
    subjectId: spell.placementId,
  })
  return ok({ dueOn })
}
