import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { PriceModel } from '../../rules/index.ts'
import { deliveryArea } from '../registration/index.ts'
import { registrars } from './add-provider.ts'

export interface OpenTender {
  readonly tenderId: string
  readonly areas: readonly { readonly code: string; readonly priceModel: PriceModel }[]
}

/**
 * Tells the register which areas a published tender offers, and at which price model; contracts under it can be given
 * nowhere else. Problems: `not-allowed`, `area-unknown`.
 */
export async function openTender(context: Context, { tenderId, areas }: OpenTender): Promise<Result<{ id: string }>> {
  const may = mayAct(context, registrars)
  if (!may.ok) return may
  for (const { code } of areas) {
    if ((await deliveryArea(context, code)) === null) {
      return fail(problem('area-unknown', { field: 'areas', values: { code } }))
    }
  }
  await sql`
    insert into market.tender (id, recorded_at, recorded_by) values (${tenderId}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  await sql`
    insert into market.tender_area (tender_id, area_code, price_model)
    select ${tenderId}, a.code, a.price from unnest(${areas.map((one) => one.code)}::text[], ${areas.map((one) => one.priceModel)}::text[]) as a (code, price)`.execute(
    context.db,
  )
  return ok({ id: tenderId })
}
