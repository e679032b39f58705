import { sql } from 'kysely'
import type { Instant } from '../../kernel/instant.ts'
import type { Db } from '../../platform/database.ts'
import type { Language } from '../../platform/problems.ts'
import type { MeetingChannel } from '../../rules/index.ts'
import { calendarWords } from './calendar.texts.ts'
import { type InvitationMethod, type InvitedEvent, invitationText, seriesEvents } from './domain/index.ts'

const meetings: Readonly<Record<string, InvitationMethod>> = {
  'delivery.meeting-planned': 'REQUEST',
  'delivery.meeting-moved': 'REQUEST',
  'delivery.meeting-called-off': 'CANCEL',
}
const sessions: ReadonlySet<string> = new Set([
  'delivery.session-planned',
  'delivery.session-moved',
  'delivery.session-called-off',
  'delivery.series-planned',
  'delivery.series-called-off',
])

/** A notice that is about to go out by e-mail, and between which addresses. */
export interface InvitingNotice {
  readonly kind: string
  readonly subjectId: string | null
  readonly language: Language
  readonly organizer: string
  readonly attendee: string
}

type Invitation = { readonly method: InvitationMethod; readonly events: readonly InvitedEvent[] }

/**
 * What a notice of delivery brings for the receiver's calendar, or null where it brings nothing. As it stood when the notice
 * was queued: the SEQUENCE tells a calendar program which of two is the later, in whatever order they come. Of a series it is
 * always the whole as it then stands for the receiver, so that one lost on the way is made good by the next.
 */
export async function invitationOf(
  db: Db,
  notice: InvitingNotice,
): Promise<{ method: InvitationMethod; text: string } | null> {
  const { kind, subjectId, language } = notice
  if (subjectId === null) return null
  const method = meetings[kind]
  const invitation =
    method !== undefined
      ? await meetingInvitation(db, subjectId, method, language)
      : sessions.has(kind)
        ? await sessionInvitation(db, subjectId, language)
        : null
  if (invitation === null || invitation.events.length === 0) return null
  return { method: invitation.method, text: invitationText(invitation.method, notice, invitation.events) }
}

interface Row {
  readonly startsAt: Instant
  readonly minutes: number
  readonly mode: MeetingChannel
  readonly place: string | null
  readonly recordedAt: Instant
}

async function meetingInvitation(
  db: Db,
  meetingId: string,
  method: InvitationMethod,
  language: Language,
): Promise<Invitation> {
  const { rows } = await sql<Row & { firstId: string; moves: number }>`
    select line.first_id as "firstId", line.moves, m.starts_at as "startsAt", m.minutes, m.mode, m.place, m.recorded_at as "recordedAt"
      from delivery.meeting m cross join delivery.line_of_meeting(m.id) line where m.id = ${meetingId}`.execute(db)
  const calledOff = method === 'CANCEL'
  const events = rows.map((row) => ({
    ...factsOf(row, calendarWords[language][row.mode]),
    uid: `${row.firstId}@krom`,
    // Called off in its attendance: that is one change more.
    sequence: row.moves + (calledOff ? 1 : 0),
    calledOff,
  }))
  return { method, events }
}

const factsOf = ({ startsAt, minutes, place, recordedAt }: Row, summary: string) => ({
  startsAt,
  minutes,
  place,
  summary,
  changedAt: recordedAt,
  calledOff: false,
})

interface Place extends Row {
  readonly calledOff: boolean
  /** Where the session was put first, for all who are in it. */
  readonly planned: Instant
  readonly isTold: boolean
  readonly uid: string
  readonly sequence: number
}

/** What stands is asked for; where nothing stands any more, what was told of last is taken away. */
async function sessionInvitation(db: Db, bookingId: string, language: Language): Promise<Invitation> {
  const places = await placesOf(db, bookingId)
  const told = places.find((place) => place.isTold)
  if (told === undefined) return { method: 'REQUEST', events: [] }
  const of = { uid: `${told.uid}@krom`, sequence: told.sequence }
  const timeOf = (place: Place) => ({
    ...factsOf(place, calendarWords[language][`activity-${place.mode}`]),
    calledOff: place.calledOff,
    planned: place.planned,
  })
  const standing = places.filter((place) => !place.calledOff)
  return standing.length > 0
    ? { method: 'REQUEST', events: seriesEvents(of, standing.map(timeOf)) }
    : { method: 'CANCEL', events: seriesEvents(of, [timeOf(told)]) }
}

/**
 * The participant's places in the session, or in all of its series, as they stood with the row. The UID is the first row's that
 * was ever told of, the participant's own; each later row is a change.
 */
async function placesOf(db: Db, bookingId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    with told as (select * from delivery.booking where id = ${bookingId}),
    own as (
      select b.* from told join delivery.booking b
          on b.case_id = told.case_id and b.recorded_at <= told.recorded_at
         and (b.session_id = told.session_id or b.series_id = told.series_id)),
    begun as (select id, recorded_at from own where replaces is null order by recorded_at, id limit 1)
    select o.starts_at as "startsAt", o.minutes, o.mode, o.place, o.recorded_at as "recordedAt", o.called_off as "calledOff",
           (select s.starts_at from delivery.booking s where s.session_id = o.session_id and s.replaces is null order by s.recorded_at, s.id limit 1) as planned,
           o.id = told.id as "isTold", begun.id as uid,
           (select count(*)::integer from own each where each.replaces is not null or each.recorded_at > begun.recorded_at) as sequence
      from own o cross join told cross join begun
     where o.id = told.id or not exists (select 1 from own n where n.replaces = o.id)
     order by o.starts_at`.execute(db)
  return rows
}
