import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { stateOn } from './domain/index.ts'
import { chainsOfCase, saveEnd } from './store.ts'
import { taskKinds } from './tasks.ts'

export interface EndService {
  readonly caseId: CaseId
  /** Last day in service: the day before the outcome that counts (programme 5). */
  readonly lastDay: Day
  readonly cause: 'outcome' | 'deceased'
  /** The chain that ends; the latest unless said. */
  readonly chainId?: string | undefined
}

/**
 * Notes that a later module has found the service to have ended, so that no extension or end is prepared for it.
 * Called by events; a case without a chain is left as it is, and telling it twice changes nothing. Problem: `not-found`.
 */
export async function endService(context: Context, command: EndService): Promise<Result<null>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const chains = await chainsOfCase(context, command.caseId)
  const chain = command.chainId === undefined ? chains.at(-1) : chains.find((one) => one.chainId === command.chainId)
  if (!chain || chain.firstDay === null || stateOn(chain, context.today) === 'withdrawn') return ok(null)
  const { caseId, personId } = locked.value
  await saveEnd(context, { caseId, personId, chainId: chain.chainId, lastDay: command.lastDay, cause: command.cause })
  await closeTask(context, { kind: taskKinds.prepareExtension, subjectId: chain.chainId })
  await closeTask(context, { kind: taskKinds.planEnd, subjectId: chain.chainId })
  context.wrotePerson(personId)
  return ok(null)
}
