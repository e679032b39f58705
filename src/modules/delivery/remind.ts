import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { type Instant, timeOf } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { notify } from '../../platform/outbox.ts'
import { channelTo } from './notices.ts'

interface Due {
  readonly id: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly onDay: Day
  readonly startsAt: Instant
  readonly email: string | null
  readonly protection: 'none'
}

/** A participant's day with what is booked on it. */
export type DueDay = { readonly first: Due; readonly all: readonly Due[] }

/**
 * Who has something booked tomorrow, or still today, that nobody reminded them of; a day a participant. What was called off,
 * moved away or lies after the service is not there.
 */
export async function daysToRemind(context: Context): Promise<DueDay[]> {
  const { rows } = await sql<Due>`
    select s.id, s.case_id as "caseId", s.person_id as "personId", s.on_day as "onDay", s.starts_at as "startsAt", v.email, v.protection
      from (select m.meeting_id as id, m.case_id, m.person_id, m.placement_id, m.on_day, m.starts_at
              from delivery.v_meeting m
             where m.on_day between ${context.today}::date and ${addDays(context.today, 1)}::date and m.attendance_id is null
            union all
            select b.booking_id, b.case_id, b.person_id, b.placement_id, b.on_day, b.starts_at
              from delivery.v_booking b
             where b.on_day between ${context.today}::date and ${addDays(context.today, 1)}::date and b.entry_id is null and not b.called_off) s
      join registration.v_person v on v.person_id = s.person_id
      join market.v_placement p on p.placement_id = s.placement_id
     where s.starts_at > ${context.now} and (p.last_day is null or p.last_day >= s.on_day)
       and not exists (select 1 from delivery.reminder r where r.subject_id = s.id)
     order by s.starts_at, s.id`.execute(context.db)
  const days = Map.groupBy(rows, (row) => `${row.caseId} ${row.onDay}`)
  return [...days.values()].flatMap((all) => (all[0] === undefined ? [] : [{ first: all[0], all }]))
}

/** One notice a day and participant, with every time of the day (issue of the calendar). */
export async function remind(context: Context, { first, all }: DueDay): Promise<Result<null>> {
  const subjects = all.map((each) => each.id)
  await sql`
    insert into delivery.reminder (subject_id, case_id, person_id, on_day, recorded_at, recorded_by)
    select s, ${first.caseId}, ${first.personId}, ${first.onDay}, ${context.now}, null from unnest(${subjects}::uuid[]) s
    on conflict do nothing`.execute(context.db)
  await notify(context, {
    kind: first.onDay === context.today ? 'delivery.reminder-today' : 'delivery.reminder',
    channel: channelTo(first),
    personId: first.personId,
    subjectId: first.id,
    values: { day: first.onDay, times: all.map((each) => timeOf(each.startsAt)).join(', ') },
  })
  return ok(null)
}
