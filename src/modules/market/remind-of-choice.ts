import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { lockCase } from '../registration/index.ts'
import { channelTo } from './notices.ts'
import { latestWindow, saveReminder } from './store.ts'

/**
 * Reminds a person who has not chosen, once, from the morning of the 3rd working day (programme 4.4). True when a
 * reminder was sent. Problems: `not-found`, `not-allowed`.
 */
export async function remindOfChoice(context: Context, command: { caseId: CaseId }): Promise<Result<boolean>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const window = await latestWindow(context, command.caseId)
  if (window === null || window.closedHow !== null || window.remindedOn !== null) return ok(false)
  if (context.today < window.remindOn || context.today > window.dueOn) return ok(false)
  await saveReminder(context, window)
  await notify(context, {
    kind: 'market.choice-reminder',
    personId: window.personId,
    channel: channelTo(locked.value),
    subjectId: window.windowId,
    values: { dueOn: window.dueOn },
  })
  context.wrotePerson(window.personId)
  return ok(true)
}
