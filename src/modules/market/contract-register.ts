import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { lastDay } from '../../kernel/period.ts'
import type { Context } from '../../platform/context.ts'
import type { contractsQuery, contractsReply } from './contract.ts'

type Listed = z.output<typeof contractsReply>['items'][number]
type Row = Omit<Listed, 'lastDay' | 'fromDay'> & { fromDay: Day; toDay: Day | null; total: number }

/** Every contract, by provider and area; stopped ones too, unlike the catalogue. Nothing of it concerns a person. */
export async function listContracts(
  context: Context,
  { search, open, page, limit }: z.output<typeof contractsQuery>,
): Promise<z.output<typeof contractsReply>> {
  const { rows } = await sql<Row>`
    select c.contract_id as "contractId", c.provider_id as "providerId", c.provider_name as "providerName", c.area_code as "areaCode",
           c.price_model as "priceModel", c.from_day as "fromDay", c.to_day as "toDay", c.open_for_choices as "openForChoices",
           (select n.reason from market.new_choices n
             where n.contract_id = c.contract_id and not exists (select 1 from market.new_choices r where r.replaces = n.id)) as reason,
           (select count(*) from market.contract_address a where a.contract_id = c.contract_id) as addresses,
           count(*) over () as total
      from market.v_contract c
     where (${search || null}::text is null or c.provider_name ilike '%' || ${search ?? ''} || '%')
       and (${open ?? null}::text is null or c.open_for_choices = (${open ?? null}::text = 'yes'))
     order by c.provider_name, c.area_code, c.from_day, c.contract_id limit ${limit} offset ${(page - 1) * limit}`.execute(
    context.db,
  )
  const items = rows.map(({ toDay, total: _total, ...row }) => ({
    ...row,
    lastDay: lastDay({ start: row.fromDay, end: toDay }),
  }))
  return { items, page, limit, total: rows[0]?.total ?? 0 }
}
