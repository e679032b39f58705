import { sql } from 'kysely'
import { addDays, addMonths, firstDayOf, type Month, monthOf } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'

const monthsShown = 24

/**
 * Of those who began the service in each month, how many were told of as beginning work within that many days of the
 * start: signalled by the participant, the provider or a caseworker, or claimed and not refused. Months whose days are
 * not over for everyone are left out. For the deadweight sign (programme 4.2).
 */
export async function startsToWork(
  context: Context,
  withinDays: number,
): Promise<{ month: Month; starts: number; toWork: number }[]> {
  const from = firstDayOf(monthOf(addMonths(context.today, -monthsShown)))
  const before = firstDayOf(monthOf(addDays(context.today, -withinDays)))
  const { rows } = await sql<{ month: Month; starts: number; toWork: number }>`
    with began as (
      select p.case_id, d.chain_id, min(p.first_day) as first_day
        from market.v_placement p join decision.v_decision d on d.decision_id = p.decision_id
       group by p.case_id, d.chain_id
    ), told as (
      select s.case_id, s.starts_on as on_day from outcomes.signal s where s.kind = 'work'
      union all
      select c.case_id, c.first_day from outcomes.v_claim c where c.kind = 'work' and not c.replaced and c.outcome is distinct from 'refused'
    )
    select to_char(b.first_day, 'YYYY-MM') as month, count(*)::integer as starts,
           count(*) filter (where exists (
             select 1 from told t where t.case_id = b.case_id and t.on_day between b.first_day and b.first_day + ${withinDays}::integer))::integer as "toWork"
      from began b
     where b.first_day >= ${from} and b.first_day < ${before}
     group by 1 order by 1`.execute(context.db)
  return rows
}
