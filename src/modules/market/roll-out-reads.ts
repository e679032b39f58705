import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { deliveryAreas } from '../registration/index.ts'
import type { rollOutPlanReply, rollOutPlansReply } from './contract/supply.ts'
import { type Foreseen, type RollOut, warningsOf } from './domain/index.ts'

export interface StoredPlan {
  readonly planId: string
  readonly title: string
  readonly preparedBy: UserId
  readonly preparedByName: string
  readonly state: 'prepared' | 'signed' | 'returned'
  readonly reason: string | null
  readonly decidedByName: string | null
  readonly lines: readonly RollOut[]
}

const columns = sql`
  p.id as "planId", p.title, p.prepared_by as "preparedBy", u.display_name as "preparedByName", coalesce(d.outcome, 'prepared') as state, d.reason,
  s.display_name as "decidedByName",
  (select json_agg(json_build_object('areaCode', l.area_code, 'switchOn', l.switch_on, 'priceModel', l.price_model_b) order by l.switch_on, l.area_code)
     from market.roll_out_line l where l.plan_id = p.id) as lines`
const plans = sql`
  market.roll_out_plan p join platform.user_account u on u.id = p.prepared_by
  left join market.roll_out_decision d on d.plan_id = p.id left join platform.user_account s on s.id = d.decided_by`

/** A roll-out plan, or null. */
export async function findPlan(context: Context, planId: string): Promise<StoredPlan | null> {
  const { rows } = await sql<StoredPlan>`select ${columns} from ${plans} where p.id = ${planId}`.execute(context.db)
  return rows[0] ?? null
}

/** Every plan, the latest first. */
export async function listPlans(
  context: Context,
  { page, limit }: { page: number; limit: number },
): Promise<z.input<typeof rollOutPlansReply>> {
  const { rows } = await sql<StoredPlan & { total: number }>`
    select ${columns}, count(*) over () as total from ${plans}
     order by p.recorded_at desc, p.id desc limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  const items = rows.map(({ lines, total: _total, preparedBy: _preparedBy, ...row }) => ({
    ...row,
    areas: lines.length,
    firstSwitchOn: lines[0]?.switchOn ?? '',
  }))
  return { items, page, limit, total: rows[0]?.total ?? 0 }
}

/**
 * A plan with what each area would have on its first day with the new service: contracts in force then, seats under their
 * caps, and the participants who are with those contracts now. Problem: `not-found`.
 */
export async function simulatePlan(
  context: Context,
  planId: string,
): Promise<Result<z.input<typeof rollOutPlanReply>>> {
  const plan = await findPlan(context, planId)
  if (plan === null) return fail(problem('not-found'))
  const names = new Map((await deliveryAreas(context)).map((area) => [area.code, area]))
  const lines: z.input<typeof rollOutPlanReply>['lines'] = []
  for (const line of plan.lines) {
    const area = names.get(line.areaCode)
    const foreseen = await foreseenOn(context, line.areaCode, line.switchOn)
    lines.push({
      ...line,
      areaName: area?.name ?? line.areaCode,
      serviceNow: area?.service ?? null,
      municipalities: area?.municipalities.length ?? 0,
      ...foreseen,
      warnings: [...warningsOf(foreseen)],
    })
  }
  const { preparedBy, ...rest } = plan
  return ok({ ...rest, mayDecide: mayDecide(context, plan), lines })
}

function mayDecide({ actor }: Context, plan: StoredPlan): boolean {
  return actor.role === 'administrator' && plan.state === 'prepared' && plan.preparedBy !== actor.userId
}

async function foreseenOn(context: Context, areaCode: string, on: Day): Promise<Foreseen> {
  const { rows } = await sql<Foreseen>`
    select count(distinct o.contract_id)::integer as contracts, count(distinct o.provider_id)::integer as providers,
           count(*) filter (where o.cap is null)::integer as uncapped, coalesce(sum(o.cap), 0)::integer as seats,
           coalesce(sum(market.places_taken(o.contract_id, o.address_id, ${context.today}::date)), 0)::integer as participants,
           market.registered_in(${areaCode}) as registered
      from market.v_offer o
     where o.area_code = ${areaCode} and o.open_for_choices and o.from_day <= ${on}::date and (o.to_day is null or o.to_day > ${on}::date)`.execute(
    context.db,
  )
  const [row] = rows
  if (row === undefined) throw new Error('a count has a row')
  return row
}
