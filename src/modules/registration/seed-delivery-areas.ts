import { sql } from 'kysely'
import { ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { rom1Start } from '../../rules/index.ts'
import { defaultDeliveryAreas } from '../../rules/reference/index.ts'

/**
 * Lays the default delivery areas, the 60 FA regions (programme 4.4, A), from the first day of the service and open for
 * it. Run at each start: areas that are there already, and what an authority has drawn since, stay as they are.
 */
export async function seedDeliveryAreas(context: Context): Promise<Result<{ added: number }>> {
  await lockName(context, 'seed-delivery-areas')
  const areas = defaultDeliveryAreas()
  const { rows } = await sql<{ code: string }>`
    insert into registration.delivery_area (code, name)
    select code, name from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as a (code text, name text)
        on conflict (code) do nothing returning code`.execute(context.db)
  const added = new Set(rows.map((row) => row.code))
  const fresh = areas.filter((area) => added.has(area.code))
  const places = fresh.flatMap((area) => area.municipalities.map((municipality) => ({ code: area.code, municipality })))
  await sql`
    insert into registration.area_municipality (area_code, municipality_code, from_day, recorded_at, recorded_by)
    select code, municipality, ${rom1Start}::date, ${context.now}::timestamptz, ${context.actor.userId}::uuid
      from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p (code text, municipality text)`.execute(context.db)
  await sql`
    insert into registration.area_terms (area_code, from_day, service, price_model_b, recorded_at, recorded_by)
    select code, ${rom1Start}::date, 'rom', '2', ${context.now}::timestamptz, ${context.actor.userId}::uuid
      from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as a (code text)`.execute(context.db)
  return ok({ added: added.size })
}
