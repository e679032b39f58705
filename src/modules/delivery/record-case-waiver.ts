import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { findCase } from '../registration/index.ts'
import type { CaseWaiversReply, CaseWaiverView } from './contract/desk.ts'
import { openOffice } from './desk.ts'
import { type CaseWaiver, checkCaseWaiver, endCaseWaiver as end, type OwnSpell } from './domain/index.ts'
import { addFact } from './store.ts'

export type RecordCaseWaiver = CaseWaiver & { readonly caseId: CaseId; readonly why: string }

/**
 * Records why one participant meets otherwise for a time: by telephone, or not in person (programme 4.5). The clocks obey it.
 * Problems: those of `openOffice` and `checkCaseWaiver`.
 */
export async function recordCaseWaiver(context: Context, command: RecordCaseWaiver): Promise<Result<{ id: string }>> {
  const office = await openOffice(context, command.caseId)
  if (!office.ok) return office
  const { rows } = await sql<OwnSpell>`
    select placement_id as "placementId", first_day as "firstDay", last_day as "lastDay" from market.v_placement
     where case_id = ${command.caseId}`.execute(context.db)
  const checked = checkCaseWaiver(command, rows, context.rules)
  if (!checked.ok) return checked
  return ok({ id: await save(context, { ...command, personId: office.value.personId }, null) })
}

/**
 * Ends an exception before its last day, or calls it off before its first. Problems: those of `openOffice` and of the domain's
 * `endCaseWaiver`, `changed-meanwhile`.
 */
export async function endCaseWaiver(
  context: Context,
  command: { readonly caseWaiverId: string; readonly lastDay: Day; readonly why: string },
): Promise<Result<{ id: string }>> {
  const seen = await find(context, command.caseWaiverId)
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId)
  if (!office.ok) return office
  const waiver = await find(context, command.caseWaiverId)
  if (waiver === null) return fail(problem('changed-meanwhile'))
  const ended = end(waiver, command.lastDay, context.today)
  if (!ended.ok) return ended
  const after = { ...waiver, lastDay: ended.value, why: command.why }
  return ok({ id: await save(context, after, command.caseWaiverId) })
}

type Stored = CaseWaiver & { readonly caseId: CaseId; readonly personId: PersonId }

async function find(context: Context, caseWaiverId: string): Promise<Stored | null> {
  const { rows } = await sql<Stored>`
    select case_id as "caseId", person_id as "personId", rule, first_day as "firstDay", last_day as "lastDay"
      from delivery.v_case_waiver where waiver_id = ${caseWaiverId}`.execute(context.db)
  return rows[0] ?? null
}

async function save(context: Context, waiver: Stored & { why: string }, replaces: string | null): Promise<string> {
  const id = newId<string>()
  const { rule, firstDay, lastDay, why } = waiver
  await addFact(context, 'case_waiver', waiver, {
    id,
    rule,
    first_day: firstDay,
    last_day: lastDay,
    replaces,
    on_day: context.today,
  })
  await addFact(context, 'case_waiver_ground', waiver, { waiver_id: id, why: why.trim() })
  return id
}

/** The exceptions of a case, the latest first; why only for who may read it. Problem: `not-found`. */
export async function listCaseWaivers(context: Context, caseId: CaseId): Promise<Result<CaseWaiversReply>> {
  if ((await findCase(context, caseId)) === null) return fail(problem('not-found'))
  const { rows } = await sql<CaseWaiverView>`
    select w.waiver_id as "caseWaiverId", w.rule, w.first_day as "firstDay", w.last_day as "lastDay",
           (select g.why from delivery.case_waiver_ground g where g.waiver_id = w.waiver_id) as why, u.display_name as "recordedBy"
      from delivery.v_case_waiver w left join platform.user_account u on u.id = w.recorded_by
     where w.case_id = ${caseId} order by w.first_day desc, w.waiver_id`.execute(context.db)
  return ok({ items: rows, mostDays: context.rules.delivery.caseWaiverMaxDays })
}
