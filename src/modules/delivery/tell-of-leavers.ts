import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { SweepWork } from '../../platform/sweeps.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { forProvider, taskKinds } from './tasks.ts'

interface Leaver {
  readonly dutyId: string
  readonly providerId: OrganisationId
  readonly lastDay: Day
  readonly participants: number
}

/** Whoever leaves within the days of notice, or has left, and still has participants. */
async function leavers(context: Context): Promise<Leaver[]> {
  const until = addDays(context.today, context.rules.platform.leaverNoticeDays + 1)
  const { rows } = await sql<Leaver>`
    select d.id as "dutyId", d.organisation_id as "providerId", (d.valid_to - 1) as "lastDay", held.participants::int
      from platform.duty d
     cross join lateral (
       select count(*) as participants from delivery.spell_adviser a join market.v_placement p on p.placement_id = a.placement_id
        where a.adviser_id = d.user_id and a.provider_id = d.organisation_id and (p.last_day is null or p.last_day >= ${context.today}::date)
          and not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id)) held
     where d.valid_to <= ${until}::date and d.valid_to > d.valid_from and d.role in ('coordinator', 'adviser')
       and not exists (select 1 from platform.duty o where o.user_id = d.user_id and o.organisation_id = d.organisation_id and o.id <> d.id
                          and o.role in ('coordinator', 'adviser') and (o.valid_to is null or o.valid_to > ${until}::date))
       and not exists (select 1 from platform.duty l where l.user_id = d.user_id and l.organisation_id = d.organisation_id
                          and l.role in ('coordinator', 'adviser') and (l.valid_to, l.id) > (d.valid_to, d.id))
       and held.participants > 0`.execute(context.db)
  return rows
}

/**
 * The duties whose open work item says what is no longer so: everybody has been handed over, or the last day has been moved or taken
 * back, or another duty stands in the place of the one.
 */
async function overtaken(context: Context): Promise<string[]> {
  const lastDays = new Map((await leavers(context)).map(({ dutyId, lastDay }) => [dutyId, lastDay]))
  const { rows } = await sql<{ dutyId: string; dueOn: Day }>`
    select subject_id as "dutyId", due_on as "dueOn" from platform.task where kind = ${taskKinds.handOver} and closed_at is null`.execute(
    context.db,
  )
  return rows.filter(({ dutyId, dueOn }) => lastDays.get(dutyId) !== dueOn).map(({ dutyId }) => dutyId)
}

async function finish(context: Context, subjectId: string): Promise<Result<null>> {
  await closeTask(context, { kind: taskKinds.handOver, subjectId })
  return ok(null)
}

async function tell(context: Context, leaver: Leaver): Promise<Result<null>> {
  const { dutyId: subjectId, lastDay, participants } = leaver
  await openTask(context, {
    kind: taskKinds.handOver,
    subjectId,
    why: { code: 'leaves-with-participants', values: { lastDay, participants } },
    dueOn: lastDay,
    for: forProvider(leaver.providerId),
  })
  return ok(null)
}

/**
 * Tells the organisation some days before the last day of somebody who still has participants, until all have been handed over
 * (decision 0023).
 */
export async function tellOfLeavers(work: SweepWork): Promise<void> {
  await work.each(overtaken, finish)
  await work.each(leavers, tell)
}
