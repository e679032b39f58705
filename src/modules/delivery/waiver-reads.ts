import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { WaiverView, waiversReply } from './contract/waivers.ts'
import type { DecidedWaiver } from './domain/index.ts'

/** The approved waivers in force on a day, of every area, and the case's own. */
export async function waiversOn(context: Context, onDay: Day, caseId: CaseId): Promise<DecidedWaiver[]> {
  const { rows } = await sql<DecidedWaiver>`
    select rule, area_code as area, first_day as "firstDay", last_day as "lastDay"
      from delivery.v_waiver
     where outcome = 'approved' and ${onDay}::date between first_day and last_day
    union all
    select rule, null, first_day, last_day from delivery.v_case_waiver
     where case_id = ${caseId} and ${onDay}::date between first_day and last_day`.execute(context.db)
  return rows
}

/** Every waiver, those that wait first, then the latest begun. */
export async function listWaivers(context: Context): Promise<Result<z.input<typeof waiversReply>>> {
  const { rows } = await sql<WaiverView>`
    select w.waiver_id as "waiverId", w.rule, w.area_code as "areaCode", a.name as "areaName", w.first_day as "firstDay",
           w.last_day as "lastDay", w.decision, coalesce(w.outcome, 'waiting') as state, w.why, p.display_name as "enteredBy",
           w.recorded_by = ${context.actor.userId}::uuid as mine, d.display_name as "decidedBy", w.decided_on as "decidedOn"
      from delivery.v_waiver w
      left join registration.v_delivery_area a on a.code = w.area_code
      left join platform.user_account p on p.id = w.recorded_by
      left join platform.user_account d on d.id = w.decided_by
     order by (w.outcome is null) desc, w.first_day desc, w.waiver_id limit 200`.execute(context.db)
  return ok({ today: context.today, items: rows.map((row) => ({ ...row, mine: row.mine === true })) })
}
