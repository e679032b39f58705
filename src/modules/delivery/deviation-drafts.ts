import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { AbsenceReason } from '../../rules/index.ts'
import { lockCase } from '../registration/index.ts'
import { mustReport } from './domain/index.ts'
import { reportDeviation } from './report-deviation.ts'

interface DraftRow {
  readonly subjectId: string
  readonly kind: 'meeting' | 'activity'
  readonly meetingId: string | null
  readonly bookingId: string | null
  /** Of what was logged without having been planned. */
  readonly entryId: string | null
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly name: string
  readonly onDay: Day
  /** Null where only the day is known. */
  readonly startsAt: Instant | null
  readonly minutesAway: number
  readonly reason: AbsenceReason
}

export type DeviationDraft = Omit<DraftRow, 'personId' | 'meetingId' | 'bookingId' | 'entryId'>

/** What nobody reported within two months is for the caseworker's eyes in the log, not for the adviser's list of today. */
const shownBackDays = 60

/**
 * Absences of more than the rule's minutes from what is over, that are not reported yet (programme 4.5): drafts, derived from
 * the log, gone when they are reported or the attendance is corrected. The adviser's own with `mine`.
 */
export async function deviationDrafts(
  context: Context,
  { whose }: { readonly whose: 'mine' | 'all' },
): Promise<Result<{ items: DeviationDraft[] }>> {
  const mine = whose === 'mine' && context.actor.role === 'adviser' ? context.actor.userId : null
  const drafts = await draftsOf(context, mine)
  for (const draft of drafts) context.readPerson(draft.personId)
  return ok({
    items: drafts.map(
      ({ personId: _person, meetingId: _meeting, bookingId: _booking, entryId: _entry, ...draft }) => draft,
    ),
  })
}

async function draftsOf(context: Context, adviserId: string | null, subjectId: string | null = null) {
  const { rows } = await sql<DraftRow>`
    select d.subject_id as "subjectId", d.kind, d.meeting_id as "meetingId", d.booking_id as "bookingId", d.entry_id as "entryId", d.case_id as "caseId",
           d.person_id as "personId", v.given_name || ' ' || v.family_name as name, d.on_day as "onDay",
           d.starts_at as "startsAt",
           d.minutes_away as "minutesAway", d.reason
      from delivery.v_deviation_draft d join registration.v_person v on v.person_id = d.person_id
     where d.provider_id = ${context.actor.organisationId} and d.ends_at <= ${context.now}
       and (${subjectId}::uuid is not null or d.on_day >= ${context.today}::date - ${shownBackDays}::integer)
       and (${adviserId}::uuid is null or d.adviser_id = ${adviserId}::uuid)
       and (${subjectId}::uuid is null or d.subject_id = ${subjectId}::uuid)
     order by d.on_day, d.starts_at, d.subject_id`.execute(context.db)
  return rows.filter((row) => mustReport(row, row.minutesAway, context.rules))
}

/**
 * Sends a draft as a deviation report: what is known is filled in already, a reason that was found out since takes the place of
 * the one logged. Problems: `not-found` where there is no such draft, or it is sent already, those of `reportDeviation`.
 */
export async function sendDeviationDraft(
  context: Context,
  command: {
    readonly subjectId: string
    readonly reason?: AbsenceReason | undefined
    readonly description?: string | undefined
  },
): Promise<Result<{ id: string }>> {
  const [seen] = await draftsOf(context, null, command.subjectId)
  if (seen === undefined) return fail(problem('not-found'))
  const locked = await lockCase(context, seen.caseId)
  if (!locked.ok) return locked
  // Read again behind the lock: a colleague may have sent it while this waited.
  const [draft] = await draftsOf(context, null, command.subjectId)
  if (draft === undefined) return fail(problem('not-found'))
  return reportDeviation(context, {
    caseId: draft.caseId,
    kind: 'absence',
    firstDay: draft.onDay,
    minutes: draft.minutesAway,
    reason: command.reason ?? draft.reason,
    description: command.description,
    ...(draft.meetingId === null ? {} : { meetingId: draft.meetingId }),
    ...(draft.bookingId === null ? {} : { bookingId: draft.bookingId }),
    ...(draft.entryId === null ? {} : { entryId: draft.entryId }),
  })
}
