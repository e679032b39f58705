import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { AddressId, ContractId, OrganisationId } from '../../kernel/ids.ts'
import { type Period, parseInclusive } from '../../kernel/period.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { PriceModel } from '../../rules/index.ts'
import { deliveryArea } from '../registration/index.ts'
import { registrars } from './add-provider.ts'
import { findProvider } from './reads.ts'

export interface AddContract {
  readonly providerId: OrganisationId
  readonly areaCode: string
  /** Which of the two prices for level B the area's contracts carry. */
  readonly priceModel: PriceModel
  readonly fromDay: Day
  /** Absent = until further notice. */
  readonly lastDay?: Day | undefined
  readonly addressIds: readonly AddressId[]
  /** The tender terms that it is given under; absent for what the register held before there were any. */
  readonly tenderId?: string | undefined
}

/**
 * Gives a provider a contract for a delivery area at some of its addresses; one at a time in an area, and only in the
 * areas of its tender, at their price model. Problems: `not-allowed`, `not-found`, `area-unknown`, `end-before-start`,
 * `address-of-another`, `tender-not-found`, `area-outside-tender`, `price-model-of-tender`, `contract-overlaps`.
 */
export async function addContract(context: Context, command: AddContract): Promise<Result<{ id: ContractId }>> {
  await lockName(context, `market.contract:${command.providerId}:${command.areaCode}`)
  const may = mayAct(context, registrars)
  if (!may.ok) return may
  if ((await findProvider(context, command.providerId)) === null) return fail(problem('not-found'))
  if ((await deliveryArea(context, command.areaCode)) === null) {
    return fail(problem('area-unknown', { field: 'areaCode', values: { code: command.areaCode } }))
  }
  const period = parseInclusive(command.fromDay, command.lastDay ?? null)
  if (!period.ok) return period
  if (!(await ownsAll(context, command))) return fail(problem('address-of-another', { field: 'addressIds' }))
  const offered = await insideTender(context, command)
  if (!offered.ok) return offered
  if (await overlapsAnother(context, command, period.value))
    return fail(problem('contract-overlaps', { field: 'fromDay' }))
  const id = newId<ContractId>()
  await saveContract(context, id, command, period.value)
  return ok({ id })
}

async function ownsAll(context: Context, { providerId, addressIds }: AddContract): Promise<boolean> {
  const wanted = [...new Set(addressIds)]
  const { rows } = await sql<{ own: number }>`
    select count(*)::integer as own from market.provider_address
     where provider_id = ${providerId} and id = any (${wanted}::uuid[])`.execute(context.db)
  return rows[0]?.own === wanted.length
}

async function insideTender(context: Context, command: AddContract): Promise<Result<null>> {
  const { tenderId, areaCode, priceModel } = command
  if (tenderId === undefined) return ok(null)
  const { rows } = await sql<{ code: string; priceModel: PriceModel }>`
    select area_code as code, price_model as "priceModel" from market.tender_area where tender_id = ${tenderId}`.execute(
    context.db,
  )
  if (rows.length === 0) return fail(problem('tender-not-found', { field: 'tenderId' }))
  const area = rows.find((row) => row.code === areaCode)
  if (area === undefined) return fail(problem('area-outside-tender', { field: 'areaCode', values: { code: areaCode } }))
  if (area.priceModel === priceModel) return ok(null)
  return fail(problem('price-model-of-tender', { field: 'priceModel', values: { priceModel: area.priceModel } }))
}

async function overlapsAnother(
  context: Context,
  { providerId, areaCode }: AddContract,
  period: Period,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from market.contract_span
     where provider_id = ${providerId} and area_code = ${areaCode}
       and daterange(from_day, to_day) && daterange(${period.start}::date, ${period.end}::date)`.execute(context.db)
  return rows.length > 0
}

async function saveContract(context: Context, id: ContractId, command: AddContract, period: Period): Promise<void> {
  await sql`
    insert into market.contract (id, provider_id, area_code, price_model, tender_id, from_day, to_day, recorded_at, recorded_by)
    values (${id}, ${command.providerId}, ${command.areaCode}, ${command.priceModel}, ${command.tenderId ?? null}, ${period.start}, ${period.end},
      ${context.now}, ${context.actor.userId})`.execute(context.db)
  await sql`
    insert into market.contract_address (contract_id, address_id, recorded_at, recorded_by)
    select ${id}, a, ${context.now}, ${context.actor.userId}
      from unnest(${[...new Set(command.addressIds)]}::uuid[]) as a`.execute(context.db)
}
