import { sql } from 'kysely'
import type { z } from 'zod'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { advisersReply } from './contract/supply.ts'
import { providerOfUser } from './reads.ts'

type Reply = z.input<typeof advisersReply>

/** The staff of the acting user's provider, by address, with how many participants they may have. Problem: `not-found`. */
export async function ownAdvisers(context: Context): Promise<Result<Reply>> {
  const provider = await providerOfUser(context)
  if (provider === null) return fail(problem('not-found'))
  const perAdviser = context.rules.market.participantsPerAdviser
  const { rows } = await sql<Omit<Reply['addresses'][number], 'mostParticipants'>>`
    select a.id as "addressId", a.street, a.locality, coalesce(market.adviser_percent(a.id), 0) as "advisersPercent",
           market.places_taken_at(a.id, ${context.today}::date) as taken,
           coalesce((select json_agg(json_build_object('adviserId', s.id, 'name', s.name, 'userId', s.user_id, 'fullTimePercent', s.full_time_percent,
                                                       'languages', s.languages, 'orientations', s.orientations) order by s.name, s.id)
                       from market.adviser s where s.address_id = a.id and s.full_time_percent > 0
                        and not exists (select 1 from market.adviser n where n.replaces = s.id)), '[]') as advisers
      from market.provider_address a where a.provider_id = ${provider.providerId} order by a.street, a.id`.execute(
    context.db,
  )
  const addresses = rows.map((row) => ({
    ...row,
    mostParticipants: perAdviser === null ? null : Math.floor((row.advisersPercent * perAdviser) / 100),
  }))
  return ok({ perAdviser, addresses })
}
