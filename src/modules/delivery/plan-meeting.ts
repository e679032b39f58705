import type { CaseId, UserId } from '../../kernel/ids.ts'
import { dayOf, type Instant, timeOf } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import type { MeetingChannel } from '../../rules/index.ts'
import { lockCase } from '../registration/index.ts'
import { type DeskSpell, openDesk, type ProviderDesk } from './desk.ts'
import { planMeeting as mayPlan, spellOn } from './domain/index.ts'
import { isStaffOf } from './give-adviser.ts'
import { overlappedStart, type WishedMeeting } from './meeting-clashes.ts'
import { channelTo } from './notices.ts'
import { letHoldersSee } from './stand-in-sight.ts'
import { addFact, findMeeting } from './store.ts'

export interface PlanMeeting {
  readonly caseId: CaseId
  readonly startsAt: Instant
  /** 30 unless said. */
  readonly minutes?: number | undefined
  readonly mode: MeetingChannel
  readonly individual?: boolean | undefined
  /** The one who acts, or the spell's adviser, unless said. */
  readonly adviserId?: UserId | undefined
  readonly place?: string | undefined
}

/**
 * Plans a development meeting and tells the participant (programme 4.5).
 * Problems: those of `openDesk`, `meeting-in-the-past`, `not-in-service`, `meeting-overlaps`, `not-provider-staff`.
 */
export async function planMeeting(context: Context, command: PlanMeeting): Promise<Result<{ id: string }>> {
  const desk = await openDesk(context, command.caseId)
  if (!desk.ok) return desk
  const spell = mayPlan(command.startsAt, context.now, desk.value)
  if (!spell.ok) return spell
  const free = await isFree(context, command)
  if (!free.ok) return free
  const saved = await saveMeeting(context, desk.value, command, null)
  if (!saved.ok) return saved
  await tell(context, desk.value, 'delivery.meeting-planned', command, saved.value.id)
  return saved
}

/** What is not said stays as it was planned. */
export interface MoveMeeting extends Omit<PlanMeeting, 'caseId' | 'mode'> {
  readonly meetingId: string
  readonly mode?: MeetingChannel | undefined
  readonly why?: string | undefined
}

/**
 * Moves a planned meeting, or changes how it is held, and tells the participant.
 * Problems: those of `planMeeting`, `not-found`, `already-recorded`.
 */
export async function moveMeeting(context: Context, command: MoveMeeting): Promise<Result<{ id: string }>> {
  const seen = await findMeeting(context, command.meetingId)
  if (seen === null) return fail(problem('not-found'))
  const desk = await openDesk(context, seen.caseId)
  if (!desk.ok) return desk
  const meeting = await findMeeting(context, command.meetingId)
  if (meeting === null) return fail(problem('changed-meanwhile'))
  if (meeting.providerId !== desk.value.providerId) return fail(problem('not-your-participant'))
  if (meeting.attendanceId !== null) return fail(problem('already-recorded'))
  const spell = mayPlan(command.startsAt, context.now, desk.value)
  if (!spell.ok) return spell
  const wish = {
    startsAt: command.startsAt,
    minutes: command.minutes ?? meeting.minutes,
    mode: command.mode ?? meeting.mode,
    individual: command.individual ?? meeting.individual,
    adviserId: command.adviserId ?? meeting.adviserId ?? undefined,
    place: command.place ?? meeting.place ?? undefined,
  }
  const free = await isFree(context, { ...wish, caseId: meeting.caseId, meetingId: meeting.meetingId })
  if (!free.ok) return free
  const saved = await saveMeeting(context, desk.value, wish, { meetingId: meeting.meetingId, why: command.why })
  if (!saved.ok) return saved
  await tell(context, desk.value, 'delivery.meeting-moved', wish, saved.value.id)
  return saved
}

/** Nobody is in two meetings at once; other clashes are shown and left to who plans. Problem: `meeting-overlaps`. */
async function isFree(context: Context, wish: WishedMeeting): Promise<Result<null>> {
  const startsAt = await overlappedStart(context, wish)
  if (startsAt === null) return ok(null)
  return fail(
    problem('meeting-overlaps', { field: 'startsAt', values: { day: dayOf(startsAt), time: timeOf(startsAt) } }),
  )
}

/** Saves a meeting that the law allows, planned or just held. Problem: `not-provider-staff`. */
export async function saveMeeting(
  context: Context,
  desk: ProviderDesk,
  wish: Omit<PlanMeeting, 'caseId'>,
  moved: { readonly meetingId: string; readonly why?: string | undefined } | null,
): Promise<Result<{ id: string; spell: DeskSpell }>> {
  const onDay = dayOf(wish.startsAt)
  const spell = spellOn(onDay, desk.spells)
  if (spell === null) throw new Error('a meeting that is saved lies in a spell')
  const { actor } = context
  const adviserId = wish.adviserId ?? (actor.role === 'adviser' ? actor.userId : spell.adviserId)
  if (wish.adviserId && wish.adviserId !== actor.userId && !(await isStaffOf(context, wish.adviserId, desk.providerId)))
    return fail(problem('not-provider-staff', { field: 'adviserId' }))
  const id = newId<string>()
  await addFact(context, 'meeting', desk.head, {
    id,
    placement_id: spell.placementId,
    provider_id: desk.providerId,
    starts_at: wish.startsAt,
    on_day: onDay,
    minutes: wish.minutes ?? context.rules.delivery.meetingMinutes,
    mode: wish.mode,
    individual: wish.individual ?? true,
    adviser_id: adviserId,
    place: wish.place?.trim() || null,
    why: moved?.why?.trim() || null,
    replaces: moved?.meetingId ?? null,
  })
  if (adviserId !== spell.adviserId || moved !== null) {
    const held = { id, personId: desk.head.personId, placementId: spell.placementId, providerId: desk.providerId }
    await letHoldersSee(context, [{ ...held, adviserId, onDay, replaces: moved?.meetingId }])
  }
  return ok({ id, spell })
}

async function tell(
  context: Context,
  desk: ProviderDesk,
  kind: 'delivery.meeting-planned' | 'delivery.meeting-moved',
  wish: Pick<PlanMeeting, 'startsAt'>,
  meetingId: string,
): Promise<void> {
  const { head } = desk
  await notify(context, {
    kind,
    channel: channelTo(head),
    personId: head.personId,
    subjectId: meetingId,
    values: { day: dayOf(wish.startsAt), time: timeOf(wish.startsAt) },
  })
}

export interface AnswerMeeting {
  readonly meetingId: string
  readonly answer: 'coming' | 'cannot'
  readonly comment?: string | undefined
}

/**
 * The participant says beforehand whether they come; the latest answer holds. It is no deviation: nothing follows from it.
 * Problems: `not-found`, `not-allowed`, `already-recorded`.
 */
export async function answerMeeting(context: Context, command: AnswerMeeting): Promise<Result<{ id: string }>> {
  const meeting = await findMeeting(context, command.meetingId)
  if (meeting === null) return fail(problem('not-found'))
  const locked = await lockCase(context, meeting.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['jobseeker'])
  if (!may.ok) return may
  if (meeting.attendanceId !== null) return fail(problem('already-recorded'))
  const id = newId<string>()
  await addFact(context, 'meeting_answer', meeting, {
    id,
    meeting_id: meeting.meetingId,
    answer: command.answer,
    comment: command.comment?.trim() || null,
  })
  context.wrotePerson(meeting.personId)
  if (command.answer === 'cannot' && meeting.adviserId !== null) {
    await notify(context, {
      kind: 'delivery.meeting-cannot',
      channel: 'email',
      userId: meeting.adviserId,
      subjectId: meeting.meetingId,
      values: { day: meeting.onDay, time: timeOf(meeting.startsAt) },
    })
  }
  return ok({ id })
}
