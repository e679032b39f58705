import { sql } from 'kysely'
import { type Day, monthOf } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { rulesOn } from '../../rules/index.ts'
import { closeDispute } from './confirm-log.ts'
import { dayWarnings, hasDraft, openDesk, type ProviderDesk, plannedCodes } from './desk.ts'
import { type ActivityEntry, checkEntry, minutesAway, spellToLogIn, type Warning } from './domain/index.ts'
import { refreshDrafts } from './drafts.ts'
import type { Happened, Logged } from './record-attendance.ts'
import { addFact, findEntry, type StoredEntry } from './store.ts'

/** What the log holds of an absence: a working day. */
const mostMinutesAway = 480

/** What was done: by code, hours, place and company. */
export interface ActivityFacts extends Omit<Happened, 'came' | 'tookPlace' | 'progress'> {
  readonly onDay: Day
  /** A code of `rules.delivery.activities`. */
  readonly code: string
  /** In steps of a quarter. */
  readonly hours: number
  readonly mode: 'physical' | 'remote'
  readonly withWhom: ActivityEntry['withWhom']
  /** Yes unless said. */
  readonly came?: Happened['came'] | undefined
  /** True unless said. */
  readonly tookPlace?: boolean | undefined
  readonly note?: string | undefined
}

export interface LogActivity extends ActivityFacts {
  readonly caseId: CaseId
}

/**
 * Logs an activity. One that is not planned is saved with a warning: what took place counts, and the month's report then goes
 * to the caseworker (programme 4.5, 4.6). Problems: those of `openDesk`, `in-the-future`, `not-in-service`,
 * `minutes-away-impossible` and of `checkEntry`.
 */
export async function logActivity(context: Context, command: LogActivity): Promise<Result<Logged>> {
  const desk = await openDesk(context, command.caseId)
  return desk.ok ? saveEntry(context, desk.value, command, null) : desk
}

export type CorrectActivity = { readonly entryId: string } & (
  | { readonly withdrawn: true; readonly note: string }
  | ({ readonly withdrawn?: false | undefined } & ActivityFacts)
)

/**
 * Replaces a logged activity by a corrected one, or withdraws what was logged by mistake.
 * Problems: those of `logActivity`, `not-found`, `changed-meanwhile`.
 */
export async function correctActivity(context: Context, command: CorrectActivity): Promise<Result<Logged>> {
  const seen = await findEntry(context, command.entryId)
  if (seen === null) return fail(problem('not-found'))
  const desk = await openDesk(context, seen.caseId)
  if (!desk.ok) return desk
  const entry = await findEntry(context, command.entryId)
  if (entry === null) return fail(problem('changed-meanwhile'))
  if (!desk.value.spells.some((spell) => spell.placementId === entry.placementId))
    return fail(problem('not-your-participant'))
  return command.withdrawn
    ? withdraw(context, desk.value, entry, command.note)
    : saveEntry(context, desk.value, command, entry)
}

/** Of what a planned session the entry tells, how long the person was away, and the key that it is saved under. */
export interface OfSession {
  readonly id: string
  readonly bookingId: string
  readonly minutesAway: number
}

/** Saves what was done on an open desk, in place of what was logged before if anything. Problems: those of `logActivity`. */
export async function saveEntry(
  context: Context,
  desk: ProviderDesk,
  given: ActivityFacts,
  replaced: Pick<StoredEntry, 'entryId' | 'onDay'> | null,
  session: OfSession | null = null,
): Promise<Result<Logged>> {
  const facts = replaced === null ? given : await withWhatStood(context, given, replaced)
  const spell = spellToLogIn(facts.onDay, desk)
  if (!spell.ok) return spell
  const { came = 'yes', tookPlace = true, reason = null } = facts
  const entry = { ...facts, came, tookPlace, reason: reason ?? null } as ActivityEntry
  const checked = checkEntry(entry, rulesOn(facts.onDay))
  if (!checked.ok) return checked
  const away = session
    ? ok({ booking_id: session.bookingId, minutes_away: session.minutesAway })
    : await awayFrom(context, facts, given.minutesAway, replaced)
  if (!away.ok) return away
  const id = session?.id ?? newId<string>()
  await addFact(context, 'activity_entry', desk.head, {
    id,
    placement_id: spell.value.placementId,
    provider_id: desk.providerId,
    on_day: facts.onDay,
    code: facts.code,
    hours: facts.hours,
    mode: facts.mode,
    with_whom: facts.withWhom,
    came,
    took_place: tookPlace,
    reason: checked.value.reason,
    language_support: facts.languageSupport ?? false,
    job_proposals: facts.jobProposals ?? 0,
    note: facts.note?.trim() || null,
    withdrawn: false,
    replaces: replaced?.entryId ?? null,
    ...away.value,
  })
  if (replaced) await closeDispute(context, replaced.entryId)
  await refreshMonths(context, desk, [facts.onDay, ...(replaced ? [replaced.onDay] : [])])
  const warnings: Warning[] = [...dayWarnings(desk, facts.onDay)]
  if (!plannedCodes(desk, spell.value.placementId).includes(facts.code)) warnings.push('not-planned')
  return ok({ id, warnings })
}

/** A correction says what is otherwise: of support, proposals, note and the same absence what is not said stays as it was. */
async function withWhatStood(
  context: Context,
  given: ActivityFacts,
  { entryId }: Pick<StoredEntry, 'entryId'>,
): Promise<ActivityFacts> {
  const { rows } = await sql<
    Pick<ActivityFacts, 'came' | 'reason' | 'minutesAway' | 'languageSupport' | 'jobProposals' | 'note'>
  >`
    select came, reason, minutes_away as "minutesAway", language_support as "languageSupport", job_proposals as "jobProposals", note
      from delivery.activity_entry where id = ${entryId}`.execute(context.db)
  const [stood] = rows
  if (stood === undefined) return given
  const { languageSupport, jobProposals, note } = stood
  const isSameAbsence = stood.came !== 'yes' && given.came === stood.came
  return {
    ...given,
    languageSupport: given.languageSupport ?? languageSupport,
    jobProposals: given.jobProposals ?? jobProposals,
    note: given.note ?? note ?? undefined,
    reason: given.reason ?? (isSameAbsence ? stood.reason : undefined),
    minutesAway: given.minutesAway ?? (isSameAbsence ? (stood.minutesAway ?? undefined) : undefined),
  }
}

/**
 * How long the person was away, and of which session: a corrected entry is still of the session that the one before was of.
 * Of who did not come to what was not planned: the hours they were to be there. What is `said` of one who came partly must fit in
 * the session, or together with the hours that the person was there in a day's longest; what only stays as it stood is left alone.
 * Problem: `minutes-away-impossible`.
 */
async function awayFrom(
  context: Context,
  facts: ActivityFacts,
  said: number | undefined,
  replaced: Pick<StoredEntry, 'entryId'> | null,
): Promise<Result<{ booking_id: string | null; minutes_away: number | null }>> {
  const known = replaced && (await bookingOf(context, replaced))
  const { came = 'yes', tookPlace = true, reason = null } = facts
  if (came === 'partly' && said !== undefined) {
    const longestLeft = mostMinutesAway - facts.hours * 60
    const fits = minutesAway({ came, tookPlace, reason, minutesAway: said }, known?.minutes ?? longestLeft + 1)
    if (!fits.ok) return fits
  }
  const whole = known?.minutes ?? Math.min(facts.hours * 60, mostMinutesAway)
  const away = came === 'no' ? whole : came === 'partly' ? (facts.minutesAway ?? null) : null
  return ok({ booking_id: known?.bookingId ?? null, minutes_away: away })
}

/** The planned session that a logged entry is of, with its length; null where it was not planned. */
async function bookingOf(context: Context, { entryId }: Pick<StoredEntry, 'entryId'>) {
  const { rows } = await sql<{ bookingId: string; minutes: number }>`
    select e.booking_id as "bookingId", b.minutes from delivery.activity_entry e join delivery.booking b on b.id = e.booking_id
     where e.id = ${entryId}`.execute(context.db)
  return rows[0] ?? null
}

async function withdraw(
  context: Context,
  desk: ProviderDesk,
  entry: StoredEntry,
  note: string,
): Promise<Result<Logged>> {
  const id = newId<string>()
  await addFact(context, 'activity_entry', desk.head, {
    id,
    placement_id: entry.placementId,
    provider_id: desk.providerId,
    on_day: entry.onDay,
    code: entry.code,
    hours: entry.hours,
    mode: entry.mode,
    with_whom: entry.withWhom,
    came: 'yes',
    took_place: true,
    language_support: false,
    job_proposals: 0,
    note,
    withdrawn: true,
    replaces: entry.entryId,
  })
  await closeDispute(context, entry.entryId)
  await refreshMonths(context, desk, [entry.onDay])
  return ok({ id, warnings: dayWarnings(desk, entry.onDay) })
}

async function refreshMonths(context: Context, desk: ProviderDesk, days: readonly Day[]): Promise<void> {
  const months = new Set(days.filter((day) => hasDraft(desk, day)).map(monthOf))
  for (const month of months) await refreshDrafts(context, { ...desk.head, providerId: desk.providerId }, month)
}
