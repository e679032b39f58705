import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { deliveryArea, isRolledOut } from './delivery-area.ts'
import { type ProfilingNoticeGiven, registrationEvents } from './events.ts'
import { type CaseHead, lockCase } from './find-case.ts'
import { insertNotice } from './store.ts'

export interface GiveProfilingNotice {
  readonly caseId: CaseId
  /** Read by the person on the screen, sent as a letter, or told in speech. */
  readonly channel: 'screen' | 'letter' | 'spoken'
}

/**
 * Records that the person has been told that a statistical assessment is used, which must come before it (programme 4.1).
 * Problems: `not-found`, `case-closed`, `notice-already-given`.
 */
export async function giveProfilingNotice(
  context: Context,
  command: GiveProfilingNotice,
): Promise<Result<{ caseId: CaseId }>> {
  const head = await lockCase(context, command.caseId)
  if (!head.ok) return head
  const may = mayAct(context, ['jobseeker', 'caseworker', 'system'])
  if (!may.ok) return may
  if (head.value.closed) return fail(problem('case-closed'))
  if (head.value.profilingNoticeOn !== null) return fail(problem('notice-already-given'))
  const { caseId, personId, areaCode } = head.value
  await insertNotice(context, { caseId, personId, channel: command.channel })
  context.wrotePerson(personId)
  if (command.channel === 'letter') {
    await notify(context, { kind: 'registration.profiling-notice', channel: 'letter', personId, subjectId: caseId })
  }
  const payload: ProfilingNoticeGiven = {
    caseId,
    personId,
    areaCode,
    assessNow: await isProfiledByItself(context, head.value),
  }
  await context.publish({ name: registrationEvents.noticeGiven, payload })
  return ok({ caseId })
}

async function isProfiledByItself(context: Context, head: CaseHead): Promise<boolean> {
  const channels: readonly string[] = context.rules.registration.automaticProfilingChannels
  if (head.areaCode === null || !channels.includes(head.channel)) return false
  return isRolledOut(await deliveryArea(context, head.areaCode))
}
