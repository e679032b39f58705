import { type RawBuilder, sql } from 'kysely'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'

/** The promises that a person can run into, by the name of the constraint; breaking another is a fault of the house. */
const refusals: Readonly<Record<string, Problem>> = {
  never_more_than_owed: problem('more-than-owed'),
  paid_in_the_same_direction: problem('more-than-owed'),
  never_below_zero: problem('later-statement-rests-on-it'),
  outcome_paid_once: problem('outcome-already-paid'),
  one_line_an_outcome_turn: problem('outcome-already-paid'),
  paid_when_approved: problem('statement-not-approved'),
  payment_booked_once: problem('payment-booked-otherwise'),
}

/** A transaction in the ledger. */
export interface Booked {
  readonly transactionId: string
}

/**
 * Calls a function that writes the books; it gives the transaction's key, the same when it is called again. A promise that would be broken
 * refuses the whole act. Problems: `not-found` for a statement or payment that is not in the books, and those of `refusals`.
 */
export async function book(context: Context, call: RawBuilder<unknown>): Promise<Result<Booked>> {
  try {
    const { rows } = await sql<{ id: string | null }>`select ${call} as id`.execute(context.db)
    const transactionId = rows[0]?.id ?? null
    return transactionId === null ? fail(problem('not-found')) : ok({ transactionId })
  } catch (error) {
    const refusal = refusals[constraintOf(error)]
    if (refusal === undefined) throw error
    return fail(refusal)
  }
}

function constraintOf(error: unknown): string {
  if (!(error instanceof Error) || !('constraint' in error)) return ''
  return String(error.constraint)
}
