import { sql } from 'kysely'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { StatementMade, StatementReturned } from '../compensation/index.ts'
import { type Booked, book } from './book.ts'
import { appropriationsOf } from './domain/index.ts'

/**
 * Posts a statement line by line in the open period: debit cost, credit owed; a clawback the other way round (programme 5).
 * Follows `statement-made`; a second time changes nothing. Problems: `not-allowed`, `not-found`, and `outcome-already-paid` when an
 * outcome would be paid twice, to whomever.
 */
export async function bookStatement(
  context: Context,
  { statementId }: Pick<StatementMade, 'statementId'>,
): Promise<Result<Booked>> {
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const appropriations = JSON.stringify(appropriationsOf(context.rules))
  return book(
    context,
    sql`ledger.write_statement(${statementId}, ${appropriations}::jsonb, ${context.now}, ${context.actor.userId}::uuid)`,
  )
}

/**
 * Takes back a returned statement by the exact reverse of its own transaction; gives null where it was never posted, so that there
 * is nothing to take back. Follows `statement-returned`; a second time changes nothing. Problem: `later-statement-rests-on-it` when a
 * later statement has taken back what this one posted.
 */
export async function bookReturn(
  context: Context,
  { statementId }: Pick<StatementReturned, 'statementId'>,
): Promise<Result<Booked | null>> {
  const taken = await book(
    context,
    sql`ledger.take_back_statement(${statementId}, ${context.now}, ${context.actor.userId}::uuid)`,
  )
  return !taken.ok && taken.problem.code === 'not-found' ? ok(null) : taken
}
