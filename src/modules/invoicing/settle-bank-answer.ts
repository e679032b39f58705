import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask } from '../../platform/tasks.ts'
import { settleBankAnswerTask } from './take-bank-answer.ts'

/**
 * An approver notes how the open questions of a bank's answer were settled; the books are not touched by it. Problems:
 * `not-allowed`, `not-found`, `bank-answer-settled`.
 */
export async function settleBankAnswer(
  context: Context,
  command: { readonly answerId: string; readonly note: string },
): Promise<Result<{ state: 'settled' }>> {
  const { answerId, note } = command
  await lockName(context, 'bank-answer')
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const { rows } = await sql<{ settled: boolean }>`
    select exists (select 1 from invoicing.bank_answer_settlement s where s.answer_id = a.id) as settled
      from invoicing.bank_answer a where a.id = ${answerId}`.execute(context.db)
  const [found] = rows
  if (found === undefined) return fail(problem('not-found'))
  if (found.settled) return fail(problem('bank-answer-settled'))
  await sql`
    insert into invoicing.bank_answer_settlement (answer_id, note, settled_by, recorded_at)
    values (${answerId}, ${note}, ${context.actor.userId}, ${context.now})`.execute(context.db)
  await closeTask(context, { kind: settleBankAnswerTask, subjectId: answerId })
  return ok({ state: 'settled' })
}
