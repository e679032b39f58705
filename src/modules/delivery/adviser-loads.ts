import { sql } from 'kysely'
import type { CaseId, OrganisationId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { AdviserLoadsReply } from './contract/move-caseload.ts'

export type AdviserLoad = Omit<AdviserLoadsReply['items'][number], 'adviserId'> & { readonly adviserId: UserId }

/**
 * The provider's staff who have or can have participants, with how many, what the share of full time allows and the languages; also
 * who has left and still has some. Problems: `not-allowed`, `not-your-participant`.
 */
export async function adviserLoads(
  context: Context,
): Promise<Result<{ perAdviser: number | null; ownOnly: boolean; items: AdviserLoad[] }>> {
  const may = mayAct(context, ['coordinator'])
  if (!may.ok) return may
  const { organisationId } = context.actor
  if (organisationId === null) return fail(problem('not-your-participant'))
  const perAdviser = context.rules.market.participantsPerAdviser
  const { rows } = await sql<{ ownOnly: boolean }>`
    select platform.own_only(${organisationId}) as "ownOnly"`.execute(context.db)
  return ok({
    perAdviser,
    ownOnly: rows[0]?.ownOnly ?? false,
    items: await loadsOf(context, organisationId),
  })
}

async function loadsOf(context: Context, providerId: OrganisationId): Promise<AdviserLoad[]> {
  const perAdviser = context.rules.market.participantsPerAdviser
  const { rows } = await sql<Omit<AdviserLoad, 'most'>>`
    with mine as (
      select a.adviser_id, count(*)::int as participants
        from delivery.v_adviser a join market.v_placement p on p.placement_id = a.placement_id
       where p.provider_id = ${providerId} and (p.last_day is null or p.last_day >= ${context.today}::date)
       group by a.adviser_id
    ), staff as (
      select distinct d.user_id from platform.duty d
       where d.organisation_id = ${providerId} and d.role in ('coordinator', 'adviser')
         and d.valid_from <= ${context.today}::date and (d.valid_to is null or d.valid_to > ${context.today}::date)
    )
    select u.id as "adviserId", u.display_name as name, s.user_id is not null as "onDuty", coalesce(m.participants, 0) as participants,
           r.full_time_percent as "fullTimePercent", coalesce(to_json(r.languages), '[]'::json) as languages
      from staff s
      full join mine m on m.adviser_id = s.user_id
      join platform.user_account u on u.id = coalesce(s.user_id, m.adviser_id)
      left join market.v_adviser r on r.user_id = u.id and r.provider_id = ${providerId}
     order by u.display_name, u.id`.execute(context.db)
  return rows.map((row) => ({
    ...row,
    most:
      perAdviser === null || row.fullTimePercent === null ? null : Math.floor((row.fullTimePercent * perAdviser) / 100),
  }))
}

/** A participant of an adviser, as far as moving goes. */
export interface Moving {
  readonly caseId: CaseId
  readonly language: string
}

/** The participants whom the adviser has, in service or about to begin. */
export async function participantsOf(
  context: Context,
  of: { readonly providerId: OrganisationId; readonly adviserId: UserId },
): Promise<readonly Moving[]> {
  const { rows } = await sql<Moving>`
    select p.case_id as "caseId", v.language
      from delivery.v_adviser a
      join market.v_placement p on p.placement_id = a.placement_id
      join registration.v_person v on v.person_id = p.person_id
     where a.adviser_id = ${of.adviserId} and p.provider_id = ${of.providerId}
       and (p.last_day is null or p.last_day >= ${context.today}::date)
     order by p.first_day, p.case_id`.execute(context.db)
  return rows
}
