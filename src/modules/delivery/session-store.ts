import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/context.ts'
import type { CompanyKind, MeetingChannel } from '../../rules/index.ts'
import { letHoldersSee } from './stand-in-sight.ts'
import type { OfCase } from './store.ts'

/** When, how long, what and how: the same for all who are there. */
export interface SessionFacts {
  readonly startsAt: Instant
  readonly minutes: number
  /** A code of `rules.delivery.activities`. */
  readonly code: string
  readonly mode: MeetingChannel
  readonly withWhom: CompanyKind
  readonly adviserId: UserId | null
  /** The room, or the address of a video meeting. */
  readonly place: string | null
}

/** One participant's place in a session, as it stands. */
export interface Booking extends SessionFacts, OfCase {
  readonly bookingId: string
  readonly sessionId: string
  readonly seriesId: string | null
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly onDay: Day
  readonly calledOff: boolean
  /** What was logged of it. */
  readonly entryId: string | null
}

const columns = sql`
  b.booking_id as "bookingId", b.session_id as "sessionId", b.series_id as "seriesId", b.case_id as "caseId", b.person_id as "personId",
  b.placement_id as "placementId", b.provider_id as "providerId", b.starts_at as "startsAt", b.on_day as "onDay", b.minutes, b.code, b.mode,
  b.with_whom as "withWhom", b.adviser_id as "adviserId", b.place, b.called_off as "calledOff", b.entry_id as "entryId"`

/** A place in a session that has neither been moved nor is hidden; null otherwise. */
export async function findBooking(context: Context, bookingId: string): Promise<Booking | null> {
  const { rows } = await sql<Booking>`
    select ${columns} from delivery.v_booking b where b.booking_id = ${bookingId}`.execute(context.db)
  return rows[0] ?? null
}

/** Whoever is in the session of those that the actor may see, in the order in which cases are locked. */
export async function membersOf(context: Context, sessionId: string): Promise<Booking[]> {
  const { rows } = await sql<Booking>`
    select ${columns} from delivery.v_booking b
     where b.session_id = ${sessionId} and not b.called_off order by b.case_id`.execute(context.db)
  return rows
}

/** Whoever is in the sessions of those that the actor may see, in order of time. */
export async function membersOfAll(context: Context, sessionIds: readonly string[]): Promise<Booking[]> {
  const { rows } = await sql<Booking>`
    select ${columns} from delivery.v_booking b
     where b.session_id = any (${[...sessionIds]}::uuid[]) and not b.called_off order by b.starts_at, b.session_id, b.case_id`.execute(
    context.db,
  )
  return rows
}

/** Who was taken out of the sessions, by the row that says so. */
export async function takenOut(
  context: Context,
  sessionIds: readonly string[],
): Promise<Pick<Booking, 'bookingId' | 'sessionId' | 'caseId'>[]> {
  const { rows } = await sql<Pick<Booking, 'bookingId' | 'sessionId' | 'caseId'>>`
    select b.booking_id as "bookingId", b.session_id as "sessionId", b.case_id as "caseId" from delivery.v_booking b
     where b.session_id = any (${[...sessionIds]}::uuid[]) and b.called_off`.execute(context.db)
  return rows
}

/** The sessions of the series from a moment on, that one included. */
export async function laterSessions(context: Context, seriesId: string, from: Instant): Promise<string[]> {
  const { rows } = await sql<{ sessionId: string }>`
    select distinct b.session_id as "sessionId", b.starts_at from delivery.v_booking b
     where b.series_id = ${seriesId} and b.starts_at >= ${from} and not b.called_off order by b.starts_at`.execute(
    context.db,
  )
  return [...new Set(rows.map((row) => row.sessionId))]
}

/** How many are in the session, whether the actor may see them or not. */
export async function sizeOf(context: Context, sessionId: string): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select delivery.session_size(${sessionId}, ${context.actor.organisationId}) as size`.execute(context.db)
  return rows[0]?.size ?? 0
}

/** A row to save; `replaces` with `why` moves or calls off what stood before. */
export interface NewBooking extends SessionFacts {
  readonly id: string
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly sessionId: string
  readonly seriesId: string | null
  readonly onDay: Day
  readonly calledOff?: boolean
  readonly why?: string
  readonly replaces?: string
}

/** Saves places in sessions, all in one statement. */
export async function addBookings(context: Context, rows: readonly NewBooking[]): Promise<void> {
  const given = rows.map((row) => ({
    id: row.id,
    case_id: row.caseId,
    person_id: row.personId,
    placement_id: row.placementId,
    provider_id: row.providerId,
    session_id: row.sessionId,
    series_id: row.seriesId,
    starts_at: row.startsAt,
    on_day: row.onDay,
    minutes: row.minutes,
    code: row.code,
    mode: row.mode,
    with_whom: row.withWhom,
    adviser_id: row.adviserId,
    place: row.place,
    called_off: row.calledOff ?? false,
    why: row.why ?? null,
    replaces: row.replaces ?? null,
    recorded_at: context.now,
    recorded_by: context.actor.userId,
  }))
  await sql`
    insert into delivery.booking
    select * from json_populate_recordset(null::delivery.booking, ${JSON.stringify(given)}::json)`.execute(context.db)
  await letHoldersSee(context, rows)
}
