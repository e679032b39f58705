import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { receiversReply, transfersReply } from './contract/supply.ts'

/** Contracts that pass, or are to pass, to another organisation, the latest first. */
export async function listTransfers(
  context: Context,
  { page, limit }: { page: number; limit: number },
): Promise<z.input<typeof transfersReply>> {
  const { rows } = await sql<z.output<typeof transfersReply>['items'][number] & { total: number }>`
    select t.id as "transferId", t.contract_id as "contractId", c.area_code as "areaCode", c.provider_name as "fromProvider", o.name as "toProvider",
           t.on_day as "onDay", t.reason, u.display_name as "preparedByName", coalesce(d.outcome, 'prepared') as state,
           d.transfer_id is null and t.prepared_by is distinct from ${context.actor.userId}::uuid as "mayDecide",
           (select coalesce(sum(market.places_taken(a.contract_id, a.address_id, ${context.today}::date)), 0)::integer
              from market.contract_address a where a.contract_id = coalesce(d.new_contract_id, t.contract_id)) as participants,
           count(*) over () as total
      from market.contract_transfer t
      join market.v_contract c on c.contract_id = t.contract_id
      join platform.organisation o on o.id = t.to_provider
      join platform.user_account u on u.id = t.prepared_by
      left join market.contract_transfer_decision d on d.transfer_id = t.id
     order by t.recorded_at desc, t.id desc limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  return { items: rows.map(({ total: _total, ...row }) => row), page, limit, total: rows[0]?.total ?? 0 }
}

/** The organisations of providers that the house knows, by name, admitted or not. */
export async function listReceivers(context: Context): Promise<z.input<typeof receiversReply>> {
  const { rows } = await sql<{ organisationId: string; name: string }>`
    select id as "organisationId", name from platform.organisation where kind = 'provider' order by name, id`.execute(
    context.db,
  )
  return { items: rows }
}
