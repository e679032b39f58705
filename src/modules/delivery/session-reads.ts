import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type Day, mondayOf } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { holidaysOf } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import type { CaseSessionsReply, weekQuery, weekReply } from './contract/sessions.ts'

type Week = z.input<typeof weekReply>
type Item = Week['items'][number]
type InIt = Item['participants'][number]

interface Row extends Omit<Item, 'participants'>, InIt {
  readonly personId: PersonId
}

/**
 * A week of the provider's calendar: meetings, and sessions with those of the group that the actor may see, in order of time.
 * `mine` = those that the adviser leads. What was called off, or lies after the service, is not there.
 */
export async function calendarWeek(context: Context, query: z.output<typeof weekQuery>): Promise<Result<Week>> {
  const monday = mondayOf(query.monday ?? context.today)
  const end = addDays(monday, 7)
  const mine = query.whose === 'mine' && context.actor.role === 'adviser' ? context.actor.userId : null
  const { rows } = await sql<Row>`
    select s.kind, s.key, s."seriesId", s."startsAt", s."onDay", s.minutes, s.mode, s.code, s.place, u.display_name as "adviserName",
           s.id, s."caseId", s."personId", v.given_name || ' ' || v.family_name as name,
           v.protection <> 'none' as protected, s.expected, s.came, s."tookPlace", s.reason, s."entryId"
      from (select 'meeting' as kind, m.meeting_id as key, null::uuid as "seriesId", m.starts_at as "startsAt", m.on_day as "onDay", m.minutes,
                   m.mode, null as code, m.place, m.adviser_id, m.meeting_id as id, m.case_id as "caseId", m.person_id as "personId", m.placement_id,
                   m.expected, m.came, m.took_place as "tookPlace", m.reason, m.attendance_id as "entryId"
              from delivery.v_meeting m
             where m.provider_id = ${context.actor.organisationId} and m.on_day >= ${monday}::date and m.on_day < ${end}::date
               and m.reason is distinct from 'cancelled'
            union all
            select 'session', b.session_id, b.series_id, b.starts_at, b.on_day, b.minutes, b.mode, b.code, b.place, b.adviser_id, b.booking_id,
                   b.case_id, b.person_id, b.placement_id, null, b.came, b.took_place, b.reason, b.entry_id
              from delivery.v_booking b
             where b.provider_id = ${context.actor.organisationId} and b.on_day >= ${monday}::date and b.on_day < ${end}::date
               and not b.called_off) s
      join registration.v_person v on v.person_id = s."personId"
      join market.v_placement p on p.placement_id = s.placement_id
      left join platform.user_account u on u.id = s.adviser_id
     where (p.last_day is null or p.last_day >= s."onDay") and (${mine}::uuid is null or s.adviser_id = ${mine}::uuid)
     order by s."startsAt", s.key, name, s.id`.execute(context.db)
  for (const row of rows) context.readPerson(row.personId)
  return ok({ monday, holidays: holidaysIn(monday), items: itemsOf(rows) })
}

/** Rows in order of time and session become one item a session, with all who are in it. */
function itemsOf(rows: readonly Row[]): Item[] {
  const items = new Map<string, Item>()
  for (const { personId: _person, id, caseId, name, protected: isProtected, expected, came, ...rest } of rows) {
    const { tookPlace, reason, entryId, ...session } = rest
    const item = items.get(session.key) ?? { ...session, participants: [] }
    item.participants.push({ id, caseId, name, protected: isProtected, expected, came, tookPlace, reason, entryId })
    items.set(session.key, item)
  }
  return [...items.values()]
}

function holidaysIn(monday: Day): Week['holidays'] {
  const end = addDays(monday, 7)
  const years = new Set([monday, addDays(end, -1)].map((each) => Number(each.slice(0, 4))))
  return [...years]
    .flatMap((year) => holidaysOf(year))
    .filter((each) => each.day >= monday && each.day < end)
    .map(({ day, name }) => ({ day, name }))
}

/**
 * A participant's own places in sessions that nobody has logged, from today on or from an earlier day; called-off ones and those
 * after the service too. Problem: `not-found`.
 */
export async function sessionsOfCase(
  context: Context,
  caseId: CaseId,
  from: Day = context.today,
): Promise<Result<CaseSessionsReply>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const { rows } = await sql<CaseSessionsReply['items'][number] & { startsAt: Instant }>`
    select b.booking_id as "bookingId", b.starts_at as "startsAt", b.on_day as "onDay", b.minutes, b.code, b.mode, b.with_whom as "withWhom",
           b.place, u.display_name as "adviserName", b.called_off or coalesce(p.last_day < b.on_day, false) as "calledOff", nullif(b.why, '') as why
      from delivery.v_booking b
      join market.v_placement p on p.placement_id = b.placement_id
      left join platform.user_account u on u.id = b.adviser_id
     where b.case_id = ${caseId} and b.on_day >= ${from}::date and b.entry_id is null
     order by b.starts_at, b.booking_id limit 100`.execute(context.db)
  return ok({ items: rows })
}
