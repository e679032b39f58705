import { sql } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, UserId } from '../../kernel/ids.ts'
import { dayOf, type Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import { type Absence, type Booking, type Clash, clashesOf, meetInTime } from './domain/index.ts'
import { measuresOf } from './session-clashes.ts'

export interface WishedMeeting {
  readonly caseId: CaseId
  readonly startsAt: Instant
  /** 30 unless said. */
  readonly minutes?: number | undefined
  readonly individual?: boolean | undefined
  /** The one who acts, or the spell's adviser, unless said. */
  readonly adviserId?: UserId | undefined
  /** The meeting that would be moved: it is not in its own way. */
  readonly meetingId?: string | undefined
}

/**
 * What a meeting would meet, to be shown before it is saved; others' meetings as times alone, nothing is written.
 * Problems: `not-found`, `not-your-participant`.
 */
export async function previewClashes(context: Context, wish: WishedMeeting): Promise<Result<{ clashes: Clash[] }>> {
  const head = await findCase(context, wish.caseId)
  if (head === null) return fail(problem('not-found'))
  const spells = await ownSpells(context, wish.caseId)
  if (spells.length === 0) return fail(problem('not-your-participant'))
  context.readPerson(head.personId)
  const { actor } = context
  const onDay = dayOf(wish.startsAt)
  const spell = spells.find((each) => each.firstDay <= onDay && (each.lastDay === null || each.lastDay >= onDay))
  const adviserId = wish.adviserId ?? (actor.role === 'adviser' ? actor.userId : (spell?.adviserId ?? null))
  const participant = await bookingsOfCase(context, wish)
  const adviser = await bookingsOfAdviser(context, { ...wish, adviserId })
  const absences = await absencesOf(context, wish.caseId)
  const measures = await measuresOf(context, [wish.caseId])
  const booking = bookingOf(context, wish)
  return ok({ clashes: clashesOf(booking, { participant, adviser, absences, measures }) })
}

/** The start of a meeting of the same participant that the wished one would overlap, or null. */
export async function overlappedStart(context: Context, wish: WishedMeeting): Promise<Instant | null> {
  const booking = bookingOf(context, wish)
  const bookings = await bookingsOfCase(context, wish)
  return bookings.find((each) => meetInTime(booking, each))?.startsAt ?? null
}

function bookingOf(context: Context, { startsAt, minutes, individual }: WishedMeeting): Booking {
  return { startsAt, minutes: minutes ?? context.rules.delivery.meetingMinutes, individual: individual ?? true }
}

interface OwnSpellRow {
  readonly firstDay: Day
  readonly lastDay: Day | null
  readonly adviserId: UserId | null
}

async function ownSpells(context: Context, caseId: CaseId): Promise<OwnSpellRow[]> {
  const providerId: OrganisationId | null = context.actor.organisationId
  const { rows } = await sql<OwnSpellRow>`
    select p.first_day as "firstDay", p.last_day as "lastDay", a.adviser_id as "adviserId"
      from market.v_placement p
      left join delivery.v_adviser a on a.placement_id = p.placement_id and a.case_id = p.case_id
     where p.case_id = ${caseId} and p.provider_id = ${providerId}`.execute(context.db)
  return rows
}

/** The day and those beside it: a meeting may pass midnight. */
const near = (startsAt: Instant) => {
  const onDay = dayOf(startsAt)
  return sql`m.on_day between ${addDays(onDay, -1)}::date and ${addDays(onDay, 1)}::date`
}
const columns = sql`m.starts_at as "startsAt", m.minutes, m.individual, m.activity`
const notItself = (meetingId: string | undefined) =>
  sql`(${meetingId ?? null}::uuid is null or m.id <> ${meetingId ?? null}::uuid)`

async function bookingsOfCase(context: Context, wish: WishedMeeting): Promise<Booking[]> {
  const { rows } = await sql<Booking>`
    select ${columns} from delivery.v_slot m
     where m.case_id = ${wish.caseId} and ${near(wish.startsAt)} and ${notItself(wish.meetingId)}
     order by m.starts_at, m.id`.execute(context.db)
  return rows
}

/** Those with the adviser's other participants; the participant's own are told as such. */
async function bookingsOfAdviser(
  context: Context,
  wish: Omit<WishedMeeting, 'adviserId'> & { readonly adviserId: UserId | null },
): Promise<Booking[]> {
  const { rows } = await sql<Booking>`
    select ${columns} from delivery.v_slot m
     where m.provider_id = ${context.actor.organisationId} and m.adviser_id = ${wish.adviserId} and m.case_id <> ${wish.caseId}
       and ${near(wish.startsAt)}
     order by m.starts_at, m.id`.execute(context.db)
  return rows
}

async function absencesOf(context: Context, caseId: CaseId): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select first_day as "from", last_day as "to" from delivery.v_absence where case_id = ${caseId}`.execute(context.db)
  return rows
}
