import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { ClassBody } from './contract.ts'
import { findItem, saveClass } from './review-store.ts'

export type ClassAbstention = ClassBody & { readonly itemId: string }

/**
 * Classes the reason of a drawn abstention as valid, not valid or an administrative error, with a note (programme 4.2); doing
 * it again replaces what was said. Problems: `not-allowed`, `not-found`, `review-own-abstention`.
 */
export async function classAbstention(
  context: Context,
  command: ClassAbstention,
): Promise<Result<{ classId: string }>> {
  const may = mayAct(context, ['overseer'])
  if (!may.ok) return may
  await lockName(context, `review-item:${command.itemId}`)
  const item = await findItem(context, command.itemId)
  if (item === null) return fail(problem('not-found'))
  if (item.abstainedBy === context.actor.userId) return fail(problem('review-own-abstention'))
  const classId = newId<string>()
  await saveClass(context, { classId, item, verdict: command.verdict, note: command.note })
  context.wrotePerson(item.personId)
  return ok({ classId })
}
