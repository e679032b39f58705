import type { Day } from '../../kernel/day.ts'
import type { CaseId, PlacementId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { type EndCause, lastDayOfSpell } from './domain/index.ts'
import { marketEvents, type PlacementEnded } from './events.ts'
import { closePlacementAccess } from './placement-access.ts'
import { chooseTogether, nameAdviserTask } from './settle-placement.ts'
import { latestWindow, type StoredSpell, saveClosed, saveEnd, spellsOf } from './store.ts'

export interface EndPlacements {
  readonly caseId: CaseId
  /** The last day in service; spells that would begin later never begin. */
  readonly lastDay: Day
  readonly cause: Exclude<EndCause, 'changed'>
  /** The chain whose service ends; absent = whatever the case has. */
  readonly chainId?: string | undefined
}

/**
 * Ends what lasts beyond the last day in service: on an interruption, an outcome, or the end of the chain. A spell that
 * ends by then already keeps its last day, so that running it again changes nothing. Publishes `placement-ended` for each.
 * Whether the service may end is the caller's to judge; this follows in the same transaction. Problem: `not-found`.
 */
export async function endPlacementsOn(context: Context, command: EndPlacements): Promise<Result<PlacementId[]>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const isOf = (chainId: string | null) => command.chainId === undefined || command.chainId === chainId
  const ended: PlacementId[] = []
  for (const spell of await spellsOf(context, command.caseId)) {
    const lastDay = lastDayOfSpell(spell, command.lastDay)
    if (lastDay === null || !isOf(spell.chainId)) continue
    await endSpell(context, spell, lastDay, command.cause)
    ended.push(spell.placementId)
  }
  const window = await latestWindow(context, command.caseId)
  if (window?.closedHow === null && isOf(window.chainId)) {
    await saveClosed(context, [{ window, placementId: null }])
    await closeTask(context, { kind: chooseTogether, subjectId: window.windowId })
  }
  return ok(ended)
}

/** Follows `service-interrupted` (wired in `server/subscriptions.ts`). */
export function endOnInterruption(
  context: Context,
  interrupted: { readonly caseId: CaseId; readonly lastDay: Day; readonly chainId?: string },
): Promise<Result<unknown>> {
  const { caseId, lastDay, chainId } = interrupted
  return endPlacementsOn(context, { caseId, lastDay, chainId, cause: 'interruption' })
}

/** Gives one spell its last day; the provider reads on for 30 days and is told. */
export async function endSpell(context: Context, spell: StoredSpell, lastDay: Day, cause: EndCause): Promise<void> {
  const { caseId, personId, placementId, providerId, firstDay } = spell
  await saveEnd(context, spell, lastDay, cause)
  await closePlacementAccess(context, { placementId, personId, firstDay, lastDay })
  await closeTask(context, { kind: nameAdviserTask, subjectId: placementId })
  await notify(context, {
    kind: lastDay < firstDay ? 'market.placement-cancelled' : 'market.participant-left',
    organisationId: providerId,
    channel: 'screen',
    subjectId: placementId,
    values: { firstDay, lastDay },
  })
  context.wrotePerson(personId)
  const payload: PlacementEnded = { caseId, personId, placementId, providerId, firstDay, lastDay, cause }
  await context.publish({ name: marketEvents.placementEnded, payload })
}
