import { sql } from 'kysely'
import type { z } from 'zod'
import type { CaseId, PersonId, PlacementId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { inboxItem, inboxReply, messageView, threadsReply } from './contract.ts'
import { openTalk } from './threads.ts'

type Message = z.input<typeof messageView> & { readonly placementId: PlacementId; readonly unread: boolean }

/** A case's messages by spell, as the reader may see them. Problems: those of `openTalk`. */
export async function threadsOfCase(context: Context, caseId: CaseId): Promise<Result<z.input<typeof threadsReply>>> {
  const opened = await openTalk(context, caseId)
  if (!opened.ok) return opened
  const { side, threads } = opened.value
  const { rows } = await sql<Message>`
    select m.id as "messageId", m.placement_id as "placementId", m.from_side as "from", u.display_name as "byName", m.words,
           to_char(m.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sentAt",
           exists (select 1 from dialogue.read_mark r
                    where r.case_id = m.case_id and r.placement_id = m.placement_id and r.side <> m.from_side and r.read_to >= m.recorded_at) as read,
           m.from_side <> ${side} and not exists (
             select 1 from dialogue.read_mark r
              where r.case_id = m.case_id and r.placement_id = m.placement_id and r.side = ${side} and r.read_to >= m.recorded_at) as unread
      from dialogue.message m left join platform.user_account u on u.id = m.recorded_by
     where m.case_id = ${caseId} order by m.recorded_at, m.id`.execute(context.db)
  return ok({
    threads: threads.map(({ providerId: _, adviserId: __, ...thread }) => {
      const own = rows.filter((row) => row.placementId === thread.placementId)
      const unread = own.filter((row) => row.unread).length
      return { ...thread, unread, messages: own.map(({ placementId: _, unread: __, ...message }) => message) }
    }),
  })
}

type InboxRow = z.input<typeof inboxItem> & { readonly personId: PersonId }

/** The provider's talks that have a message, unread ones first: an adviser's own participants, a coordinator's all. */
export async function inboxOf(context: Context): Promise<Result<z.input<typeof inboxReply>>> {
  const may = mayAct(context, ['coordinator', 'adviser'])
  if (!may.ok) return may
  const { role, userId, organisationId } = context.actor
  const mine = role === 'adviser' ? userId : null
  const { rows } = await sql<InboxRow>`
    select * from (
    select l.case_id as "caseId", l.person_id as "personId", v.given_name || ' ' || v.family_name as name, u.display_name as "adviserName",
           to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt", l.from_side as "lastFrom",
           (select count(*)::integer from dialogue.message m
             where m.placement_id = l.placement_id and m.from_side = 'participant' and m.recorded_at > coalesce((
               select max(r.read_to) from dialogue.read_mark r where r.placement_id = l.placement_id and r.side = 'provider'), '-infinity')) as unread,
           p.last_day is null or p.last_day >= ${context.today}::date as open
      from (select distinct on (placement_id) * from dialogue.message
             where provider_id = ${organisationId} order by placement_id, recorded_at desc, id desc) l
      join market.v_placement p on p.placement_id = l.placement_id and p.case_id = l.case_id
      join registration.v_person v on v.person_id = l.person_id
      left join delivery.v_adviser a on a.placement_id = l.placement_id and a.case_id = l.case_id
      left join platform.user_account u on u.id = a.adviser_id
     where ${mine}::uuid is null or a.adviser_id = ${mine}) t
     order by unread > 0 desc, "lastAt" desc limit 200`.execute(context.db)
  for (const row of rows) context.readPerson(row.personId)
  const items = rows.map(({ personId: _, ...item }) => item)
  return ok({ items, unread: items.reduce((sum, item) => sum + item.unread, 0) })
}
