import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'

/** How many a provider has in service in a delivery area. */
export interface AreaParticipants {
  readonly areaCode: string
  readonly providerId: string
  readonly name: string
  readonly participants: number
}

/** Participants in service today by delivery area and provider; a provider with none there is left out. */
export async function participantsByArea(context: Context): Promise<AreaParticipants[]> {
  const { today } = context
  const { rows } = await sql<AreaParticipants>`
    select p.area_code as "areaCode", p.provider_id as "providerId", o.name, count(distinct p.case_id)::integer as participants
      from market.v_placement p join market.provider o on o.id = p.provider_id
     where p.first_day <= ${today} and (p.last_day is null or p.last_day >= ${today})
     group by 1, 2, 3 order by 1, 2`.execute(context.db)
  return rows
}
