import { sql } from 'kysely'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask } from '../../platform/tasks.ts'
import { lockCase } from '../registration/index.ts'
import { stateOf } from './case-facts.ts'
import type { RefusalReply } from './contract/parallel-measures.ts'
import { extendableChain } from './domain/index.ts'
import { sendLetter } from './letters.ts'
import { taskKinds } from './tasks.ts'

export interface RefuseExtension {
  readonly caseId: CaseId
  readonly reason: string
}

/**
 * Decides that the service is not extended, with the reason in a letter (programme 4.3); the end stays to be planned (4.9).
 * Problems: `not-found`, `not-allowed`, `case-closed`, `not-in-service`, `chain-interrupted`, `chain-full`,
 * `extension-too-early`, `extension-refused-already`.
 */
export async function refuseExtension(context: Context, command: RefuseExtension): Promise<Result<RefusalReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const head = locked.value
  const open = extendableChain(await stateOf(context, head), context.rules, context.today)
  if (!open.ok) return open
  const { chain, lastDay } = open.value
  if (await isRefused(context, chain.chainId)) return fail(problem('extension-refused-already'))
  const { reason } = command
  const letterId = await sendLetter(context, head, { kind: 'no-extension', reason, lastDay })
  const id = newId<string>()
  await sql`
    insert into decision.extension_refusal (id, case_id, person_id, chain_id, reason, letter_id, on_day, recorded_at, recorded_by)
    values (${id}, ${head.caseId}, ${head.personId}, ${chain.chainId}, ${reason}, ${letterId}, ${context.today}, ${context.now},
            ${context.actor.userId})`.execute(context.db)
  await closeTask(context, { kind: taskKinds.prepareExtension, subjectId: chain.chainId })
  context.wrotePerson(head.personId)
  return ok({ refusalId: id, letterId, lastDay })
}

/** Whether an extension of the chain has been refused; an extension may still be granted later if something has changed. */
export async function isRefused(context: Context, chainId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from decision.extension_refusal where chain_id = ${chainId}`.execute(context.db)
  return rows.length > 0
}
