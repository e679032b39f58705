import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'
import type { PriceModel } from '../../rules/index.ts'

/** A delivery area as it stands on the day. */
export interface DeliveryArea {
  readonly code: string
  readonly name: string
  /** The service that takes new referrals: the older one, or Rusta och matcha; null before any terms. */
  readonly service: 'stom' | 'rom' | null
  /** Which of the two prices for level B the area's contracts carry; null when none is set. */
  readonly priceModelB: PriceModel | null
  /** First day of Rusta och matcha in the area, which may lie ahead; null when none is planned. */
  readonly rolledOutFrom: Day | null
  readonly municipalities: readonly string[]
}

const columns = sql`
  d.code, d.name, d.service, d.price_model_b as "priceModelB", d.rolled_out_from as "rolledOutFrom",
  coalesce((
    select json_agg(m.municipality_code order by m.municipality_code)
      from (select distinct municipality_code from registration.area_municipality where area_code = d.code) m
     where registration.area_on(m.municipality_code, platform.acting_on()) = d.code
  ), '[]') as municipalities`

/** One area as of the day, or null when there is none with the code. */
export async function deliveryArea(context: Context, code: string): Promise<DeliveryArea | null> {
  const { rows } = await sql<DeliveryArea>`
    select ${columns} from registration.v_delivery_area d where d.code = ${code}`.execute(context.db)
  return rows[0] ?? null
}

/** Every area that holds a municipality on the day, by name. */
export async function deliveryAreas(context: Context): Promise<DeliveryArea[]> {
  const { rows } = await sql<DeliveryArea>`
    select ${columns} from registration.v_delivery_area d order by d.name, d.code`.execute(context.db)
  return rows.filter((area) => area.municipalities.length > 0)
}

/** The code of the area that the municipality belongs to on the day, or null. */
export async function areaCodeOf(context: Context, municipalityCode: string): Promise<string | null> {
  const { rows } = await sql<{ code: string | null }>`
    select registration.area_on(${municipalityCode}, ${context.today}::date) as code`.execute(context.db)
  return rows[0]?.code ?? null
}

/** Whether Rusta och matcha takes new referrals in the area on the day. */
export function isRolledOut(area: DeliveryArea | null): boolean {
  return area?.service === 'rom'
}
