import { sql } from 'kysely'
import type { Instant } from '../../kernel/instant.ts'
import type { Db } from '../../platform/database.ts'
import type { Language } from '../../platform/problems.ts'
import type { MeetingChannel } from '../../rules/index.ts'
import { calendarWords } from './calendar.texts.ts'
import { type CalendarEntry, type InvitationMethod, invitationText } from './domain/index.ts'

const meetings: Readonly<Record<string, InvitationMethod>> = {
  'delivery.meeting-planned': 'REQUEST',
  'delivery.meeting-moved': 'REQUEST',
  'delivery.meeting-called-off': 'CANCEL',
}
const sessions: Readonly<Record<string, InvitationMethod>> = {
  'delivery.session-planned': 'REQUEST',
  'delivery.session-moved': 'REQUEST',
  'delivery.session-called-off': 'CANCEL',
  // Several events in one e-mail: iTIP lets only PUBLISH hold them.
  'delivery.series-planned': 'PUBLISH',
  'delivery.series-called-off': 'PUBLISH',
}

/** A notice that is about to go out by e-mail, and between which addresses. */
export interface InvitingNotice {
  readonly kind: string
  readonly subjectId: string | null
  readonly language: Language
  readonly organizer: string
  readonly attendee: string
}

/**
 * What a notice of delivery brings for the receiver's calendar, or null where it brings nothing. As it stood when the notice
 * was queued: the SEQUENCE tells a calendar program which of two is the later, in whatever order they come.
 */
export async function invitationOf(
  db: Db,
  notice: InvitingNotice,
): Promise<{ method: InvitationMethod; text: string } | null> {
  const { kind, subjectId, language } = notice
  const method = meetings[kind] ?? sessions[kind]
  if (method === undefined || subjectId === null) return null
  const rows = await (kind in meetings ? meetingRows(db, subjectId) : sessionRows(db, subjectId, kind))
  if (rows.length === 0) return null
  const words = calendarWords[language]
  const calledOff = kind.endsWith('-called-off')
  const entries = rows.map(
    (row): CalendarEntry => ({
      uid: `${row.firstId}@krom`,
      sequence: row.moves + (kind === 'delivery.meeting-called-off' ? 1 : 0),
      startsAt: row.startsAt,
      minutes: row.minutes,
      summary: kind in meetings ? words[row.mode] : words[`activity-${row.mode}`],
      place: row.place,
      calledOff,
      changedAt: row.recordedAt,
    }),
  )
  return { method, text: invitationText(method, notice, entries) }
}

interface Row {
  readonly firstId: string
  /** How often it was changed before: a called-off session counts that change too, a meeting is called off in its attendance. */
  readonly moves: number
  readonly startsAt: Instant
  readonly minutes: number
  readonly mode: MeetingChannel
  readonly place: string | null
  readonly recordedAt: Instant
}

async function meetingRows(db: Db, meetingId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with recursive back as (
      select m.id, m.replaces, 0 as moves from delivery.meeting m where m.id = ${meetingId}
      union all
      select m.id, m.replaces, back.moves + 1 from delivery.meeting m join back on m.id = back.replaces)
    select back.id as "firstId", back.moves, m.starts_at as "startsAt", m.minutes, m.mode, m.place, m.recorded_at as "recordedAt"
      from back join delivery.meeting m on m.id = ${meetingId} where back.replaces is null`.execute(db)
  return rows
}

/** One place in a session; of a series all that were planned or called off for the participant in the same act. */
async function sessionRows(db: Db, bookingId: string, kind: string): Promise<Row[]> {
  const ofSeries = kind.startsWith('delivery.series-')
  const { rows } = await sql<Row>`
    with recursive told as (
      select b.* from delivery.booking f join delivery.booking b
          on b.id = f.id or (${ofSeries} and b.series_id = f.series_id and b.case_id = f.case_id and b.recorded_at = f.recorded_at)
       where f.id = ${bookingId}),
    back as (
      select t.id as told_id, t.id, t.replaces, 0 as moves from told t
      union all
      select back.told_id, b.id, b.replaces, back.moves + 1 from delivery.booking b join back on b.id = back.replaces)
    select back.id as "firstId", back.moves, t.starts_at as "startsAt", t.minutes, t.mode, t.place, t.recorded_at as "recordedAt"
      from back join told t on t.id = back.told_id where back.replaces is null order by t.starts_at`.execute(db)
  return rows
}
