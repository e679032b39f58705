import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { findCase } from '../registration/index.ts'
import type { InformativeReply, InformativeView } from './contract/desk.ts'
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
}

/**
 * Tells the caseworker of a need: another measure, an aid, an interpreter, a dialogue, or what the provider thinks of an
 * extension (programme 4.6). Problems: those of `openDesk` and `checkInformative`.
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
  const id = newId<string>()
  const { placementId } = spell
  await addFact(context, 'informative_report', head, {
    id,
    placement_id: placementId,
    provider_id: providerId,
    need,
    words,
    on_day: context.today,
  })
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

type Stored = {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: OrganisationId
  readonly answered: boolean
}

/**
 * The caseworker answers an informative report, and the provider is told that it is there.
 * Problems: those of `openOffice`, `already-answered`.
 */
export async function answerInformativeReport(
  context: Context,
  command: { readonly informativeId: string; readonly words: string },
): Promise<Result<{ id: string }>> {
  const { informativeId } = command
  const read = async () => {
    const { rows } = await sql<Stored>`
      select r.case_id as "caseId", r.person_id as "personId", r.provider_id as "providerId",
             exists (select 1 from delivery.informative_answer a where a.report_id = r.id) as answered
        from delivery.informative_report r where r.id = ${informativeId}`.execute(context.db)
    return rows[0] ?? null
  }
  const seen = await read()
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId)
  if (!office.ok) return office
  const report = await read()
  if (report === null || report.answered) return fail(problem('already-answered'))
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

/** The case's informative reports, those that wait for an answer first. Problem: `not-found`. */
export async function listInformative(context: Context, caseId: CaseId): Promise<Result<InformativeReply>> {
  if ((await findCase(context, caseId)) === null) return fail(problem('not-found'))
  const { rows } = await sql<InformativeView>`
    select r.id as "informativeId", o.name as "providerName", r.need, r.words, r.on_day as "onDay", u.display_name as by,
           case when a.report_id is null then null
                else json_build_object('words', a.words, 'onDay', a.on_day, 'by', w.display_name) end as answer
      from delivery.informative_report r
      join platform.organisation o on o.id = r.provider_id
      left join platform.user_account u on u.id = r.recorded_by
      left join delivery.informative_answer a on a.report_id = r.id
      left join platform.user_account w on w.id = a.recorded_by
     where r.case_id = ${caseId}
     order by (a.report_id is null and r.need <> 'extension') desc, r.recorded_at desc`.execute(context.db)
  return ok({ items: rows })
}
