import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { addMillis } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { AbsenceReason, DeviationKind } from '../../rules/index.ts'
import { openDesk, openOffice } from './desk.ts'
import { checkDeviation, decideDeviation as mayDecide } from './domain/index.ts'
import { addFact, findDeviation, findMeeting } from './store.ts'
import { forCaseworker, handledBy, taskKinds } from './tasks.ts'

export interface ReportDeviation {
  readonly caseId: CaseId
  readonly kind: 'absence' | DeviationKind
  readonly firstDay: Day
  /** The first day unless said. */
  readonly lastDay?: Day | undefined
  /** Of an absence from a part of a day. */
  readonly minutes?: number | undefined
  /** Of an absence. */
  readonly reason?: AbsenceReason | undefined
  readonly description?: string | undefined
  readonly meetingId?: string | undefined
  /** The place in a session. */
  readonly bookingId?: string | undefined
  /** What was logged without having been planned. */
  readonly entryId?: string | undefined
  /** The report that this one corrects. */
  readonly corrects?: string | undefined
}

/**
 * Reports an absence over 15 minutes, or another deviation, when it is over; a correction is a new report that points to the
 * old (programme 4.5). Problems: those of `openDesk` and `checkDeviation`, `changed-meanwhile`.
 */
export async function reportDeviation(context: Context, command: ReportDeviation): Promise<Result<{ id: string }>> {
  const desk = await openDesk(context, command.caseId)
  if (!desk.ok) return desk
  const { head, providerId } = desk.value
  const meeting = command.meetingId === undefined ? null : await findMeeting(context, command.meetingId)
  if (command.meetingId !== undefined && meeting?.caseId !== head.caseId) return fail(problem('not-found'))
  const report = {
    kind: command.kind,
    firstDay: command.firstDay,
    lastDay: command.lastDay ?? command.firstDay,
    minutes: command.minutes ?? null,
    reason: command.kind === 'absence' ? (command.reason ?? null) : null,
    description: command.description?.trim() || null,
  }
  const endsAt = meeting && addMillis(meeting.startsAt, meeting.minutes * 60_000)
  const spell = checkDeviation(report, { ...desk.value, now: context.now, endsAt }, context.rules)
  if (!spell.ok) return spell
  if (command.corrects !== undefined) {
    const corrected = await findDeviation(context, command.corrects)
    if (corrected?.caseId !== head.caseId || corrected.providerId !== providerId)
      return fail(problem('changed-meanwhile'))
    await closeTask(context, { kind: taskKinds.decideDeviation, subjectId: command.corrects })
  }
  const id = newId<string>()
  await addFact(context, 'deviation_report', head, {
    id,
    placement_id: spell.value.placementId,
    provider_id: providerId,
    kind: report.kind,
    meeting_id: command.meetingId ?? subjectOf('meeting_id', command.corrects),
    booking_id: command.bookingId ?? subjectOf('booking_id', command.corrects),
    entry_id: command.entryId ?? subjectOf('entry_id', command.corrects),
    first_day: report.firstDay,
    last_day: report.lastDay,
    minutes: report.minutes,
    reason: report.reason,
    description: report.description,
    replaces: command.corrects ?? null,
  })
  await openTask(context, {
    kind: taskKinds.decideDeviation,
    subjectId: id,
    caseId: head.caseId,
    personId: head.personId,
    why: { code: 'deviation-reported', values: { kind: report.kind, day: report.firstDay } },
    dueOn: handledBy(context.today),
    for: forCaseworker(head),
  })
  return ok({ id })
}

/** A corrected report is about the same meeting, the same session or the same row of the log. */
function subjectOf(column: 'meeting_id' | 'booking_id' | 'entry_id', corrected: string | undefined) {
  if (corrected === undefined) return null
  return sql`(select r.${sql.ref(column)} from delivery.deviation_report r where r.id = ${corrected})`
}

export interface DecideDeviation {
  readonly deviationId: string
  readonly outcome: 'accepted' | 'not-accepted'
  /** Needed when it is not accepted. */
  readonly why?: string | undefined
}

/**
 * The caseworker accepts a deviation report or does not; an accepted absence is approved absence for the clocks.
 * Problems: `not-found`, `not-allowed`, `not-your-office`, `changed-meanwhile`, `already-decided`,
 * `absence-reason-unknown`, `why-missing`.
 */
export async function decideDeviation(context: Context, command: DecideDeviation): Promise<Result<{ id: string }>> {
  const seen = await findDeviation(context, command.deviationId)
  if (seen === null) return fail(problem('not-found'))
  const office = await openOffice(context, seen.caseId)
  if (!office.ok) return office
  const report = await findDeviation(context, command.deviationId)
  if (report === null) return fail(problem('changed-meanwhile'))
  const why = command.why?.trim() || null
  const can = mayDecide(report, command.outcome, why)
  if (!can.ok) return can
  await addFact(context, 'deviation_decision', report, {
    deviation_id: report.deviationId,
    outcome: command.outcome,
    why,
    on_day: context.today,
  })
  await closeTask(context, { kind: taskKinds.decideDeviation, subjectId: report.deviationId })
  if (command.outcome === 'not-accepted') {
    await notify(context, {
      kind: 'delivery.deviation-not-accepted',
      channel: 'screen',
      organisationId: report.providerId,
      subjectId: report.deviationId,
    })
  }
  return ok({ id: report.deviationId })
}
