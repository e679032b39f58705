import { addMillis, timeOf } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { openDesk } from './desk.ts'
import type { NotHeldReason } from './domain/index.ts'
import { channelTo } from './notices.ts'
import { addFact, findMeeting } from './store.ts'

export interface CancelMeeting {
  readonly meetingId: string
  readonly reason: NotHeldReason
  readonly why?: string | undefined
}

/**
 * Calls off a meeting that is not over, and tells the participant: it stays in the log as one that did not take place, with
 * nobody absent (programme 4.5). Problems: those of `openDesk`, `already-recorded`, `changed-meanwhile`, `meeting-in-the-past`.
 */
export async function cancelMeeting(context: Context, command: CancelMeeting): Promise<Result<{ id: string }>> {
  const seen = await findMeeting(context, command.meetingId)
  if (seen === null) return fail(problem('not-found'))
  const desk = await openDesk(context, seen.caseId)
  if (!desk.ok) return desk
  const meeting = await findMeeting(context, command.meetingId)
  if (meeting === null) return fail(problem('changed-meanwhile'))
  const { head, providerId } = desk.value
  if (meeting.providerId !== providerId) return fail(problem('not-your-participant'))
  if (meeting.attendanceId !== null) return fail(problem('already-recorded'))
  if (addMillis(meeting.startsAt, meeting.minutes * 60_000) <= context.now) return fail(problem('meeting-in-the-past'))
  const id = newId<string>()
  await addFact(context, 'attendance', head, {
    id,
    meeting_id: meeting.meetingId,
    placement_id: meeting.placementId,
    provider_id: providerId,
    came: 'no',
    took_place: false,
    reason: command.reason,
    minutes: meeting.minutes,
    mode: meeting.mode,
    individual: meeting.individual,
    language_support: false,
    job_proposals: 0,
    progress: command.why?.trim() || null,
  })
  await notify(context, {
    kind: 'delivery.meeting-called-off',
    channel: channelTo(head),
    personId: head.personId,
    subjectId: meeting.meetingId,
    values: { day: meeting.onDay, time: timeOf(meeting.startsAt) },
  })
  return ok({ id })
}
