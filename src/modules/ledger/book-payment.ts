import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId, StatementId } from '../../kernel/ids.ts'
import type { Ore } from '../../kernel/money.ts'
import type { Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { type Booked, book } from './book.ts'

/** A payment of a statement, or a part of it, as the bank has told it. */
export interface BookPayment {
  /** The payer's own key: the same one is booked once, however often it is told. */
  readonly paymentId: string
  readonly statementId: StatementId
  readonly providerId: OrganisationId
  /** Above zero; below zero where the statement's total is, and the provider has paid back or been set off. */
  readonly amountOre: Ore
  readonly on: Day
}

/**
 * Books a payment: debit owed, credit paid, shared out over what is owed per kind and appropriation. Problems: `not-allowed`,
 * `not-found`, `statement-not-approved`, `more-than-owed`, `payment-booked-otherwise` for a known payment of another statement or amount.
 */
export async function bookPayment(context: Context, payment: BookPayment): Promise<Result<Booked>> {
  const may = mayAct(context, ['system', 'approver'])
  if (!may.ok) return may
  const { paymentId, statementId, amountOre } = payment
  return book(
    context,
    sql`ledger.book_payment(${paymentId}, ${statementId}, ${amountOre}, ${context.now}, ${context.actor.userId}::uuid)`,
  )
}

/** Undoes a booked payment, whole, by its exact reverse. Problems: `not-allowed`, `not-found`. */
export async function reversePayment(
  context: Context,
  { paymentId }: Pick<BookPayment, 'paymentId'>,
): Promise<Result<Booked>> {
  const may = mayAct(context, ['system', 'approver'])
  if (!may.ok) return may
  return book(context, sql`ledger.reverse_payment(${paymentId}, ${context.now}, ${context.actor.userId}::uuid)`)
}
