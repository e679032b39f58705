import { sql } from 'kysely'
import { addDays, firstDayOf, type Month, monthOf } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Sweep, SweepWork } from '../../platform/sweeps.ts'
import { openTask } from '../../platform/tasks.ts'
import { type DraftBatch, draftBySweep } from './drafts.ts'
import { keepBreaches } from './keep-breaches.ts'
import { daysToRemind, remind } from './remind.ts'
import { taskKinds } from './tasks.ts'
import { tellOfLeavers } from './tell-of-leavers.ts'

const batchSize = 500
const lanes = 3

type Item = DraftBatch['of'][number] & { readonly month: Month }

/** Every month that is over, was in service and has no draft yet; months too old to be paid are not asked for. */
async function monthsToDraft(context: Context): Promise<Item[]> {
  const thisMonth = firstDayOf(monthOf(context.today))
  const months = context.rules.delivery.reportPayableMonths
  const { rows } = await sql<{ caseId: CaseId; personId: PersonId; providerId: OrganisationId; month: Month }>`
    select distinct p.case_id as "caseId", p.person_id as "personId", p.provider_id as "providerId", to_char(m.first, 'YYYY-MM') as month
      from market.v_placement p
      join (select generate_series(${thisMonth}::date - make_interval(months => ${months}), ${thisMonth}::date - interval '1 month',
                                   interval '1 month')::date as first) m
        on p.first_day < m.first + interval '1 month' and (p.last_day is null or p.last_day >= m.first)
     where not exists (
       select 1 from delivery.periodic_report r
        where r.case_id = p.case_id and r.provider_id = p.provider_id and r.month = to_char(m.first, 'YYYY-MM'))
     order by month, "caseId"`.execute(context.db)
  return rows
}

/** Those to draft, some hundred of a month at a time. */
async function batchesToDraft(context: Context): Promise<DraftBatch[]> {
  const byMonth = Map.groupBy(await monthsToDraft(context), (item) => item.month)
  return [...byMonth].flatMap(([month, items]) =>
    Array.from({ length: Math.ceil(items.length / batchSize) }, (_, at) => ({
      month,
      of: items.slice(at * batchSize, (at + 1) * batchSize),
    })),
  )
}

/** Drafts batch by batch, each a transaction; of a batch that fails each by itself, so that one keeps nobody else waiting. */
async function draftMonths(work: SweepWork): Promise<void> {
  const failed: DraftBatch[] = []
  const draft = async (context: Context, batch: DraftBatch) => {
    try {
      return await draftBySweep(context, batch)
    } catch (error) {
      failed.push(batch)
      throw error
    }
  }
  await work.each(batchesToDraft, draft, lanes)
  const single = failed.flatMap(({ month, of }) => of.map((each) => ({ month, of: [each] })))
  if (single.length > 0) await work.each(async () => single, draftBySweep, lanes)
}

interface OldDispute {
  readonly subjectId: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly authorityId: OrganisationId
}

/** Disputes open for 30 days that the overseer has not been told of (programme 4.5). */
async function oldDisputes(context: Context): Promise<OldDispute[]> {
  const opened = addDays(context.today, -context.rules.delivery.disputeDays)
  const { rows } = await sql<OldDispute>`
    select c.subject_id as "subjectId", c.case_id as "caseId", c.person_id as "personId", o.id as "authorityId"
      from delivery.v_confirmation c
      join (select attendance_id as id from delivery.v_meeting union all select entry_id from delivery.v_activity) l on l.id = c.subject_id
      cross join (select id from platform.organisation where kind = 'authority' order by id limit 1) o
     where c.answer = 'disputed' and c.settled is null and (c.recorded_at at time zone 'Europe/Stockholm')::date <= ${opened}::date
       and not exists (select 1 from platform.task t where t.kind = ${taskKinds.oldDispute} and t.subject_id = c.subject_id)`.execute(
    context.db,
  )
  return rows
}

async function tellOverseer(context: Context, dispute: OldDispute): Promise<Result<null>> {
  await openTask(context, {
    kind: taskKinds.oldDispute,
    subjectId: dispute.subjectId,
    caseId: dispute.caseId,
    personId: dispute.personId,
    why: { code: 'dispute-old', values: { days: context.rules.delivery.disputeDays } },
    dueOn: context.today,
    for: { organisationId: dispute.authorityId },
  })
  return ok(null)
}

/** The calendar duties of delivery: the month's drafts on the first day after it, what was not kept in time, disputes that have grown old, staff who leave, reminders. */
export const sweeps: readonly Sweep[] = [
  { name: 'draft-month-reports', run: draftMonths },
  { name: 'keep-breaches', run: keepBreaches },
  { name: 'send-old-disputes', run: (work) => work.each(oldDisputes, tellOverseer) },
  { name: 'tell-of-leavers', run: tellOfLeavers },
  { name: 'remind-of-tomorrow', run: (work) => work.each(daysToRemind, remind, 3) },
]
