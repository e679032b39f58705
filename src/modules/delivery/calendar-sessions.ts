import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/context.ts'
import type { Language } from '../../platform/problems.ts'
import type { MeetingChannel } from '../../rules/index.ts'
import { calendarWords } from './calendar.texts.ts'
import type { CalendarEntry } from './domain/index.ts'

interface Row {
  readonly firstId: string
  readonly sessionId: string
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

type Of =
  | { readonly personId: PersonId }
  | { readonly adviserId: UserId; readonly organisationId: OrganisationId | null }

/**
 * The booked activities of somebody's own calendar: a participant's own places, or the sessions that staff lead, each once with
 * how many come. Initials of one alone, and nothing of whom or where when an identity in it is protected.
 */
export async function sessionEntries(
  context: Context,
  since: Day,
  whose: Of,
  language: Language,
): Promise<CalendarEntry[]> {
  const rows = await rowsOf(context, since, whose)
  for (const row of rows) context.readPerson(row.personId)
  const words = calendarWords[language]
  const entry = (row: Row, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
    uid: `${row.firstId}@krom`,
    sequence: row.moves + (row.calledOff ? 1 : 0),
    startsAt: row.startsAt,
    minutes: row.minutes,
    summary: words[`activity-${row.mode}`],
    place: row.hidden ? null : row.place,
    calledOff: row.calledOff,
    changedAt: row.changedAt,
    ...more,
  })
  if ('personId' in whose) return rows.map((row) => entry(row))
  return [...Map.groupBy(rows, (row) => row.sessionId)].flatMap(([sessionId, group]) => {
    const coming = group.filter((row) => !row.calledOff)
    const shown = coming.length === 0 ? group : coming
    const [first] = shown
    if (first === undefined) return []
    const hidden = shown.some((row) => row.hidden)
    const whom = shown.length > 1 ? words.participants.replace('{n}', String(shown.length)) : first.initials
    return entry(first, {
      uid: `${sessionId}@krom`,
      // A place taken out of the group changes it too.
      sequence: Math.max(...group.map((row) => row.moves + (row.calledOff ? 1 : 0))),
      summary: `${words[`activity-${first.mode}`]}${hidden && shown.length === 1 ? '' : `, ${whom}`}`,
      place: hidden ? null : first.place,
      changedAt:
        group
          .map((row) => row.changedAt)
          .toSorted()
          .at(-1) ?? first.changedAt,
    })
  })
}

async function rowsOf(context: Context, since: Day, whose: Of): Promise<Row[]> {
  const chosen =
    'personId' in whose
      ? sql`b.person_id = ${whose.personId}`
      : sql`b.provider_id = ${whose.organisationId} and b.adviser_id = ${whose.adviserId}`
  const { rows } = await sql<Row>`
    select line.first_id as "firstId", b.session_id as "sessionId", line.moves - b.called_off::integer as moves, b.person_id as "personId",
           b.starts_at as "startsAt", b.minutes, b.mode, b.place,
           b.called_off or coalesce(not b.took_place, false) or coalesce(p.last_day < b.on_day, false) as "calledOff", b.recorded_at as "changedAt",
           upper(left(v.given_name, 1) || left(v.family_name, 1)) as initials, v.protection <> 'none' as hidden
      from delivery.v_booking b
      join market.v_placement p on p.placement_id = b.placement_id
      join registration.v_person v on v.person_id = b.person_id
     cross join delivery.line_of_booking(b.booking_id) line
     where b.on_day >= ${since}::date and ${chosen}
     order by b.starts_at, b.booking_id`.execute(context.db)
  return rows
}
