import type { Day } from '../../kernel/day.ts'
import type { CaseId, DecisionId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { notify } from '../../platform/outbox.ts'
import { type CaseHead, lockCase } from '../registration/index.ts'
import { type ChoiceCause, choiceDays, currentSpell } from './domain/index.ts'
import { type ChoiceOpened, marketEvents } from './events.ts'
import { referralOf } from './granted-days.ts'
import { channelTo } from './notices.ts'
import { contractFor } from './reads.ts'
import { latestWindow, saveWindow, spellsOf } from './store.ts'

export interface OpenChoice {
  readonly caseId: CaseId
  readonly decisionId: DecisionId
}

/**
 * Gives the person 5 working days to choose a provider, from today, when the letter is available (programme 4.4).
 * Publishes `choice-opened`. Problems: `not-found`, `choice-already-open`.
 */
export async function openChoice(context: Context, command: OpenChoice): Promise<Result<{ windowId: string }>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const window = await latestWindow(context, command.caseId)
  if (window?.closedHow === null) return fail(problem('choice-already-open'))
  return ok({
    windowId: await openWindow(context, locked.value, { decisionId: command.decisionId, cause: 'referral' }),
  })
}

/** Follows `referral-granted` (wired in `server/subscriptions.ts`). */
export function openChoiceOnReferral(context: Context, granted: OpenChoice): Promise<Result<unknown>> {
  return openChoice(context, granted)
}

/**
 * Follows `person-changed`: who has moved stays with the provider if it has a contract in the new area, otherwise
 * chooses anew within 5 working days while the chain runs on (programme 4.3).
 */
export async function openChoiceAfterMove(
  context: Context,
  changed: { readonly caseId: CaseId; readonly fields: readonly string[] },
): Promise<Result<unknown>> {
  if (!changed.fields.includes('municipalityCode')) return ok(null)
  const locked = await lockCase(context, changed.caseId)
  if (!locked.ok) return locked
  const head = locked.value
  const spell = currentSpell(await spellsOf(context, head.caseId), context.today)
  if (spell === null || head.areaCode === null) return ok(null)
  const { providerId, decisionId } = spell
  const staysOn = await contractFor(context, { providerId, areaCode: head.areaCode, day: context.today })
  const window = await latestWindow(context, head.caseId)
  if (staysOn !== null || window?.closedHow === null) return ok(null)
  return ok(await openWindow(context, head, { decisionId, cause: 'moved' }))
}

/**
 * Follows `service-resumed`: who returns after an interruption before the decision's last day chooses a provider again,
 * and starts without a new wait (programme 4.3).
 */
export async function openChoiceOnReturn(
  context: Context,
  resumed: { readonly caseId: CaseId; readonly chainId: string; readonly returnOn: Day },
): Promise<Result<unknown>> {
  const locked = await lockCase(context, resumed.caseId)
  if (!locked.ok) return locked
  const { returnOn } = resumed
  const spell = currentSpell(await spellsOf(context, resumed.caseId), context.today)
  if (spell !== null && (spell.lastDay === null || spell.lastDay >= returnOn)) return ok(null)
  const decisionId = await referralOf(context, resumed.chainId)
  return ok(await openWindow(context, locked.value, { decisionId, cause: 'returned', returnOn }))
}

/** Opens the window, tells the person and the other modules. */
export async function openWindow(
  context: Context,
  head: CaseHead,
  { decisionId, cause, returnOn = null }: { decisionId: DecisionId; cause: ChoiceCause; returnOn?: Day | null },
): Promise<string> {
  const windowId = newId<string>()
  const { caseId, personId } = head
  const days = choiceDays(context.today, cause, context.rules)
  await saveWindow(context, { windowId, caseId, personId, decisionId, cause, returnOn, orderSeed: personId, ...days })
  context.wrotePerson(personId)
  await notify(context, {
    kind: cause === 'contract-over' ? 'market.contract-over' : 'market.choice-opened',
    personId,
    channel: channelTo(head),
    subjectId: windowId,
    values: { dueOn: days.dueOn },
  })
  const payload: ChoiceOpened = { caseId, personId, decisionId, windowId, dueOn: days.dueOn }
  await context.publish({ name: marketEvents.choiceOpened, payload })
  return windowId
}
