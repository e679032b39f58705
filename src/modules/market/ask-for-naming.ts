import { sql } from 'kysely'
import { addDays, type Day, maxDay } from '../../kernel/day.ts'
import type { CaseId, PlacementId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { openTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { toName } from './settle-placement.ts'

/** A spell that nobody at the provider will see once whoever is named has left. */
export interface LeftUnseen {
  readonly caseId: CaseId
  readonly placementId: PlacementId
  readonly firstDay: Day
  /** The last day of whoever is named. */
  readonly lastDay: Day
}

/** The spells that last and whose named staff leave within the days of notice, or have left, with nobody named in their place. */
export async function spellsLeftUnseen(context: Context, day: Day): Promise<LeftUnseen[]> {
  const until = addDays(day, context.rules.platform.leaverNoticeDays + 1)
  // From those who leave: whoever is named is known by a row of access, of which there is one for each person of the service.
  const { rows } = await sql<LeftUnseen>`
    select p.case_id as "caseId", p.placement_id as "placementId", p.first_day as "firstDay", (max(x.valid_to) - 1) as "lastDay"
      from platform.duty d
      join platform.access x on x.holder = d.user_id and x.valid_to = d.valid_to and x.ground like 'placement:%'
      join market.v_placement p on p.placement_id = substr(x.ground, 11)::uuid and p.provider_id = d.organisation_id
     where d.valid_to <= ${until}::date and d.role in ('coordinator', 'adviser') and (p.last_day is null or p.last_day >= greatest(${day}::date, d.valid_to))
       and not exists (select 1 from platform.access o where o.person_id = x.person_id and o.ground = x.ground
                          and (o.valid_to is null or o.valid_to > ${until}::date))
     group by p.case_id, p.placement_id, p.first_day order by p.case_id, p.placement_id`.execute(context.db)
  return rows
}

/**
 * Asks the caseworker to name another of the provider's staff, in time, where whoever sees a protected identity leaves (programme 4.1).
 * Problem: `not-found`.
 */
export async function askForNaming(context: Context, left: LeftUnseen): Promise<Result<null>> {
  const locked = await lockCase(context, left.caseId)
  if (!locked.ok) return locked
  if (locked.value.protection === 'none') return ok(null)
  await openTask(context, toName(locked.value, left, maxDay(left.lastDay, context.today)))
  return ok(null)
}
