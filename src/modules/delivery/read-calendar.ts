import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { tokenHash } from '../../platform/http/request.ts'
import type { Language } from '../../platform/problems.ts'
import type { MeetingChannel } from '../../rules/index.ts'
import { calendarWords } from './calendar.texts.ts'
import { sessionEntries } from './calendar-sessions.ts'
import { type CalendarEntry, calendarText } from './domain/index.ts'

interface Holder {
  readonly userId: UserId
  readonly role: Role
  readonly organisationId: OrganisationId | null
  readonly personId: PersonId | null
  readonly name: string
  readonly language: Language
}

/** What has been stays in the calendar so long. */
const shownBackDays = 60

/**
 * The calendar that a secret address opens: the holder's own meetings and activities, read as the holder, so that what they may no longer
 * see is no longer there. Staff get initials, and nothing at all of whom it is where an identity is protected.
 * Problem: `not-found` for an address that is wrong, revoked, or whose holder has left the duty.
 */
export async function readCalendar(context: Context, token: string): Promise<Result<string>> {
  const holder = await holderOf(context, token.replace(/\.ics$/, ''))
  if (holder === null) return fail(problem('not-found'))
  await context.actAs({ ...holder, officeId: null })
  const since = addDays(context.today, -shownBackDays)
  const isParticipant = holder.role === 'jobseeker'
  const rows = await meetingsOf(
    context,
    since,
    isParticipant
      ? sql`m.person_id = ${holder.personId}`
      : sql`m.provider_id = ${holder.organisationId} and m.adviser_id = ${holder.userId}`,
  )
  if (isParticipant && holder.personId !== null) context.readPerson(holder.personId)
  for (const row of rows) context.readPerson(row.personId)
  const words = calendarWords[holder.language] ?? calendarWords.sv
  const meetings = rows.map((row) => entryOf(row, words[row.mode], !isParticipant))
  const { userId: adviserId, organisationId, personId } = holder
  const whose = isParticipant && personId !== null ? { personId } : { adviserId, organisationId }
  const activities = await sessionEntries(context, since, whose, holder.language)
  const entries = [...meetings, ...activities].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  return ok(calendarText(words.name, entries))
}

async function holderOf(context: Context, token: string): Promise<Holder | null> {
  const { rows } = await sql<Holder>`
    select user_id as "userId", role, organisation_id as "organisationId", person_id as "personId", name, language
      from delivery.calendar_holder(${tokenHash(token)}, ${context.today}::date)`.execute(context.db)
  return rows[0] ?? null
}

interface MeetingRow {
  readonly firstId: string
  readonly moves: number
  readonly personId: PersonId
  readonly startsAt: Instant
  readonly minutes: number
  readonly mode: MeetingChannel
  readonly place: string | null
  readonly calledOff: boolean
  readonly changedAt: Instant
  readonly initials: string
  readonly hidden: boolean
}

/** Called off: it did not take place, or the service ends before it. */
async function meetingsOf(context: Context, since: Day, chosen: RawBuilder<unknown>): Promise<MeetingRow[]> {
  const { rows } = await sql<MeetingRow>`
    select line.first_id as "firstId", line.moves, m.person_id as "personId", m.starts_at as "startsAt", w.minutes, w.mode, m.place,
           coalesce(not m.took_place, false) or coalesce(p.last_day < m.on_day, false) as "calledOff",
           greatest(m.recorded_at, m.logged_at) as "changedAt",
           upper(left(v.given_name, 1) || left(v.family_name, 1)) as initials, v.protection <> 'none' as hidden
      from delivery.v_meeting m
      join delivery.meeting w on w.id = m.meeting_id and w.case_id = m.case_id
      join market.v_placement p on p.placement_id = m.placement_id
      join registration.v_person v on v.person_id = m.person_id
     cross join delivery.line_of_meeting(m.meeting_id) line
     where m.on_day >= ${since}::date and ${chosen}
     order by m.starts_at, m.meeting_id`.execute(context.db)
  return rows
}

function entryOf(row: MeetingRow, what: string, forStaff: boolean): CalendarEntry {
  const whom = forStaff && !row.hidden ? `, ${row.initials}` : ''
  return {
    uid: `${row.firstId}@krom`,
    sequence: row.moves + (row.calledOff ? 1 : 0),
    startsAt: row.startsAt,
    minutes: row.minutes,
    summary: `${what}${whom}`,
    place: row.hidden ? null : row.place,
    calledOff: row.calledOff,
    changedAt: row.changedAt,
  }
}
