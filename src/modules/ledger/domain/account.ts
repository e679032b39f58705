import type { Month } from '../../../kernel/day.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Ore } from '../../../kernel/money.ts'

/**
 * Where money stands: what a month has cost, what is owed to the providers for it, and what they have been paid.
 * There is an account of each for every provider, kind, appropriation and period.
 */
export type Account = 'cost' | 'owed' | 'paid'

/** A step of what is owed on a statement: `amountOre` is what it is about, `owedOre` what is owed after it. */
export interface Transaction {
  readonly what: 'statement' | 'return' | 'payment' | 'payment-reversed'
  readonly period: Month
  readonly amountOre: Ore
  readonly owedOre: Ore
}

/** A month of the books; open until the next one is. */
export interface LedgerPeriod {
  readonly month: Month
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

/** What takes an amount above zero from one account (credit) to another (debit), so that nothing can be out of balance. */
export interface Posting {
  readonly debit: Account
  readonly credit: Account
  readonly amountOre: Ore
}

/** What has been booked for one provider, kind, appropriation and period; cost = owed + paid. */
export interface Balance {
  readonly costOre: Ore
  readonly owedOre: Ore
  readonly paidOre: Ore
}
