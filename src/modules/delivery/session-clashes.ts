import { sql } from 'kysely'
import { addDays, type Day, maxDay, minDay } from '../../kernel/day.ts'
import type { CaseId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { findCase } from '../registration/index.ts'
import {
  type Absence,
  type Clash,
  clashesOf,
  type Occurrence,
  occurrencesOf,
  type Repeat,
  type Booking as TakenTime,
} from './domain/index.ts'
import type { NewBooking } from './session-store.ts'

export interface WishedSession {
  readonly caseIds: readonly CaseId[]
  readonly startsAt: Instant
  readonly minutes: number
  readonly adviserId?: UserId | undefined
  readonly repeat?: Repeat | undefined
  /** The session that would be moved: it is not in its own way. */
  readonly sessionId?: string | undefined
}

export type FoundClash = Clash & { readonly caseId?: CaseId }
export type PreviewedTime = Occurrence & { readonly clashes: FoundClash[] }

/**
 * What a session or each of a series would meet, to be shown before it is saved: others' meetings as times alone, holidays that
 * are skipped as such. Nothing is written. Problems: `not-found`, `not-your-participant`, those of `occurrencesOf`.
 */
export async function previewSession(
  context: Context,
  wish: WishedSession,
): Promise<Result<{ times: PreviewedTime[] }>> {
  for (const caseId of wish.caseIds) {
    const may = await isOwn(context, caseId)
    if (!may.ok) return may
  }
  const times = occurrencesOf(wish.startsAt, wish.repeat ?? null)
  if (!times.ok) return times
  const adviserId = wish.adviserId ?? (context.actor.role === 'adviser' ? context.actor.userId : null)
  const span = { days: times.value.map((each) => each.onDay), caseIds: wish.caseIds, adviserId }
  const slots = (await slotsIn(context, span)).filter(
    (slot) => wish.sessionId === undefined || slot.sessionId !== wish.sessionId,
  )
  const absences = await absencesOf(context, wish.caseIds)
  const measures = await measuresOf(context, wish.caseIds)
  const preview = times.value.map((time) => ({
    ...time,
    clashes: time.skipped ? [] : clashesAt(wish, time, adviserId, { slots, absences, measures }),
  }))
  return ok({ times: preview })
}

type Known = {
  readonly slots: readonly Slot[]
  readonly absences: readonly OwnAbsence[]
  readonly measures: readonly OwnAbsence[]
}

/** Each participant's own clashes with whose they are; the adviser's and the day's once. */
export function clashesAt(
  wish: Pick<WishedSession, 'caseIds' | 'minutes'>,
  time: Occurrence,
  adviserId: UserId | null,
  known: Known,
): FoundClash[] {
  const taken: TakenTime = { startsAt: time.startsAt, minutes: wish.minutes, individual: false }
  const nothing = { participant: [], adviser: [], absences: [] }
  const others = known.slots.filter((slot) => slot.adviserId === adviserId && !wish.caseIds.includes(slot.caseId))
  const shared = clashesOf(taken, { ...nothing, adviser: adviserId === null ? [] : others })
  const shown = new Set(shared.map((clash) => clash.kind))
  const own = wish.caseIds.flatMap((caseId) => {
    const participant = known.slots.filter((slot) => slot.caseId === caseId)
    const absences = known.absences.filter((absence) => absence.caseId === caseId)
    const measures = known.measures.filter((measure) => measure.caseId === caseId)
    return clashesOf(taken, { participant, adviser: [], absences, measures })
      .filter((clash) => !shown.has(clash.kind))
      .map((clash) => ({ ...clash, caseId }))
  })
  return [...shared, ...own]
}

/** The participant is, or was, with the acting provider. Problems: `not-found`, `not-your-participant`. */
export async function isOwn(context: Context, caseId: CaseId): Promise<Result<null>> {
  const head = await findCase(context, caseId)
  if (head === null) return fail(problem('not-found'))
  const { rows } = await sql`
    select 1 from market.v_placement p where p.case_id = ${caseId} and p.provider_id = ${context.actor.organisationId} limit 1`.execute(
    context.db,
  )
  return rows.length > 0 ? ok(null) : fail(problem('not-your-participant'))
}

/** A taken time, and whose. */
export interface Slot extends TakenTime {
  readonly id: string
  readonly sessionId: string | null
  readonly caseId: CaseId
  readonly adviserId: UserId | null
  readonly onDay: Day
}

/** What the participants already have on the days of the rows. */
export function slotsOf(context: Context, rows: readonly NewBooking[]): Promise<Slot[]> {
  const caseIds = [...new Set(rows.map((row) => row.caseId))]
  return slotsIn(context, { days: rows.map((row) => row.onDay), caseIds, adviserId: null })
}

type Span = { readonly days: readonly Day[]; readonly caseIds: readonly CaseId[]; readonly adviserId: UserId | null }

/** The days and those beside them: a session may pass midnight. */
export async function slotsIn(context: Context, { days, caseIds, adviserId }: Span): Promise<Slot[]> {
  const [first] = days
  if (first === undefined) return []
  const from = addDays(days.reduce(minDay), -1)
  const to = addDays(days.reduce(maxDay), 1)
  const columns = sql`s.id, s.session_id as "sessionId", s.case_id as "caseId", s.adviser_id as "adviserId", s.starts_at as "startsAt",
    s.on_day as "onDay", s.minutes, s.individual, s.activity`
  const own = await sql<Slot>`
    select ${columns} from delivery.v_slot s
     where s.case_id = any (${caseIds}::uuid[]) and s.on_day between ${from}::date and ${to}::date`.execute(context.db)
  if (adviserId === null) return own.rows
  const others = await sql<Slot>`
    select ${columns} from delivery.v_slot s
     where s.provider_id = ${context.actor.organisationId} and s.adviser_id = ${adviserId} and s.case_id <> all (${caseIds}::uuid[])
       and s.on_day between ${from}::date and ${to}::date`.execute(context.db)
  return [...own.rows, ...others.rows]
}

export type OwnAbsence = Absence & { readonly caseId: CaseId }

export async function absencesOf(context: Context, caseIds: readonly CaseId[]): Promise<OwnAbsence[]> {
  const { rows } = await sql<OwnAbsence>`
    select case_id as "caseId", first_day as "from", last_day as "to" from delivery.v_absence
     where case_id = any (${caseIds}::uuid[])`.execute(context.db)
  return rows
}

/** The days of measures with another actor beside the service. */
export async function measuresOf(context: Context, caseIds: readonly CaseId[]): Promise<OwnAbsence[]> {
  const { rows } = await sql<OwnAbsence>`
    select case_id as "caseId", first_day as "from", last_day as "to" from decision.v_parallel_measure
     where case_id = any (${caseIds}::uuid[])`.execute(context.db)
  return rows
}
