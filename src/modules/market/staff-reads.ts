import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import type { StaffReply } from './contract/staff.ts'

/**
 * Who works at the coordinator's organisation with what duty, from when to when and last seen, who is about to, and the open
 * invitations. Problem: `not-allowed`.
 */
export async function listStaff(context: Context): Promise<Result<StaffReply>> {
  const may = mayAct(context, ['coordinator'])
  if (!may.ok) return may
  const { organisationId, role } = context.actor
  if (organisationId === null) return fail(problem('not-allowed', { values: { role } }))
  const head = await wholeOrganisation(context)
  const { rows: addresses } = await sql<StaffReply['addresses'][number]>`
    select id as "addressId", street, locality from market.provider_address
     where provider_id = ${organisationId} order by street, id`.execute(context.db)
  const { rows: items } = await sql<StaffReply['items'][number]>`
    select d.id as "dutyId", d.user_id as "userId", u.display_name as name, d.role,
           coalesce((select json_agg(json_build_object('addressId', p.address_id, 'fullTimePercent', coalesce(s.percent, 0)) order by p.address_id)
                       from platform.duty_place p
                       left join lateral (select sum(a.full_time_percent)::int as percent from market.adviser a
                                           where a.user_id = d.user_id and a.provider_id = d.organisation_id and a.address_id = p.address_id
                                             and not exists (select 1 from market.adviser n where n.replaces = a.id)) s on true
                      where p.duty_id = d.id), '[]') as places,
           coalesce(r.full_time_percent, 0) as "fullTimePercent", coalesce(to_json(r.languages), '[]') as languages,
           d.valid_from as "firstDay", (d.valid_to - 1) as "lastDay", platform.duty_used_at(d.id) as "seenAt",
           d.user_id = ${context.actor.userId} as own
      from platform.duty d
      join platform.user_account u on u.id = d.user_id
      left join market.v_adviser r on r.user_id = d.user_id and r.provider_id = d.organisation_id
     where d.organisation_id = ${organisationId} and d.role in ('coordinator', 'adviser')
       and (d.valid_to is null or d.valid_to > greatest(${context.today}::date, d.valid_from))
     order by u.display_name, d.valid_from, d.id`.execute(context.db)
  const { rows: invitations } = await sql<StaffReply['invitations'][number]>`
    select i.id, i.name, i.role, i.places, i.first_day as "firstDay", i.last_day as "lastDay", least(i.last_use_day, i.last_day) as "lastUseDay",
           least(i.last_use_day, i.last_day) < ${context.today}::date or not market.leads(i.recorded_by, i.provider_id) as expired, u.display_name as "invitedBy"
      from market.staff_invitation i
      left join platform.user_account u on u.id = i.recorded_by
     where i.provider_id = ${organisationId}
       and not exists (select 1 from market.staff_invitation_end e where e.invitation_id = i.id)
     order by i.recorded_at desc, i.id desc`.execute(context.db)
  return ok({ mayChange: head.ok, addresses, items, invitations })
}
