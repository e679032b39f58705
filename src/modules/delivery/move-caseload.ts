import { sql } from 'kysely'
import type { CaseId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { openTask } from '../../platform/tasks.ts'
import { type AdviserLoad, adviserLoads, participantsOf } from './adviser-loads.ts'
import type { MoveCaseloadReply } from './contract/move-caseload.ts'
import { openDesk, type ProviderDesk } from './desk.ts'
import { shareOut } from './domain/index.ts'
import { giveAdviser } from './give-adviser.ts'
import { giveSessions } from './give-sessions.ts'
import { type Held, letHoldersSee } from './stand-in-sight.ts'
import { addFact, findMeeting } from './store.ts'
import { forCaseworker, handledBy, taskKinds } from './tasks.ts'

export interface MoveCaseload {
  readonly fromAdviserId: UserId
  readonly toAdviserIds: readonly UserId[]
  /** All whom the adviser has, unless said. */
  readonly caseIds?: readonly CaseId[] | undefined
}

/**
 * Moves an adviser's participants to one or several others in one act: shared out by room, language and load; booked meetings and
 * sessions go with them at the same time, and each participant is told. A protected identity stays and becomes a work item for the caseworker, who names
 * the staff that may see it (programme 4.1). Problems: `not-allowed`, `not-your-participant`, `not-provider-staff`.
 */
export async function moveCaseload(context: Context, command: MoveCaseload): Promise<Result<MoveCaseloadReply>> {
  const { fromAdviserId, toAdviserIds } = command
  const providerId = context.actor.organisationId
  await lockName(context, `delivery.move-caseload:${providerId}`)
  const loads = await adviserLoads(context)
  if (!loads.ok) return loads
  const takers = loads.value.items.filter(
    (each) => each.onDuty && each.adviserId !== fromAdviserId && toAdviserIds.includes(each.adviserId),
  )
  if (providerId === null || takers.length < new Set(toAdviserIds).size)
    return fail(problem('not-provider-staff', { field: 'toAdviserIds' }))
  const all = await participantsOf(context, { providerId, adviserId: fromAdviserId })
  const chosen = command.caseIds === undefined ? all : all.filter((each) => command.caseIds?.includes(each.caseId))
  const shared = shareOut(chosen, takers)
  const reply: MoveCaseloadReply = { moved: [], meetings: 0, sessions: 0, left: [] }
  for (const caseId of command.caseIds ?? chosen.map((each) => each.caseId)) {
    const taker = takers.find((each) => each.adviserId === shared.get(caseId))
    const given = taker ? await handOver(context, caseId, fromAdviserId, taker) : fail(problem('changed-meanwhile'))
    if (given.ok) {
      reply.moved.push({ caseId, adviserId: taker?.adviserId ?? '', adviserName: taker?.name ?? '' })
      reply.meetings += given.value
    } else reply.left.push({ caseId, code: given.problem.code })
  }
  const takerOf = new Map(reply.moved.map((each) => [each.caseId as CaseId, each.adviserId as UserId]))
  reply.sessions = await giveSessions(context, {
    providerId,
    fromAdviserId,
    takerOf,
    whole: command.caseIds === undefined,
  })
  return ok(reply)
}

/** Gives one participant over, with the booked meetings; how many they were. Problems: those of `giveAdviser`, `protected-stays`. */
async function handOver(
  context: Context,
  caseId: CaseId,
  fromAdviserId: UserId,
  { adviserId }: AdviserLoad,
): Promise<Result<number>> {
  const desk = await openDesk(context, caseId)
  if (!desk.ok) return desk
  const { head } = desk.value
  if (head.protection !== 'none') {
    await openTask(context, {
      kind: taskKinds.nameAdviser,
      subjectId: caseId,
      caseId,
      personId: head.personId,
      why: { code: 'adviser-leaves' },
      dueOn: handledBy(context.today),
      for: forCaseworker(head),
    })
    return fail(problem('protected-stays'))
  }
  const given = await giveAdviser(context, { caseId, adviserId })
  if (!given.ok) return given
  const meetings = await giveMeetings(context, desk.value, fromAdviserId, adviserId)
  return ok(meetings)
}

/** The new adviser holds what was booked with the former one: same time, same place, nothing new to answer. */
async function giveMeetings(context: Context, desk: ProviderDesk, from: UserId, to: UserId): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select meeting_id as id from delivery.v_meeting
     where case_id = ${desk.head.caseId} and provider_id = ${desk.providerId} and adviser_id = ${from} and attendance_id is null
       and starts_at > ${context.now} order by starts_at, meeting_id`.execute(context.db)
  const { personId } = desk.head
  const held: Held[] = []
  for (const { id } of rows) {
    const meeting = await findMeeting(context, id)
    if (meeting === null) continue
    const { placementId, startsAt, onDay, minutes, mode, individual, place } = meeting
    const given = newId<string>()
    await addFact(context, 'meeting', desk.head, {
      id: given,
      placement_id: placementId,
      provider_id: desk.providerId,
      starts_at: startsAt,
      on_day: onDay,
      minutes,
      mode,
      individual,
      adviser_id: to,
      place,
      replaces: id,
    })
    held.push({ id: given, personId, placementId, providerId: desk.providerId, adviserId: to, onDay, replaces: id })
  }
  await letHoldersSee(context, held)
  return rows.length
}
