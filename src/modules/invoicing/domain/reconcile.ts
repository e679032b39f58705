import type { Ore } from '../../../kernel/money.ts'
import type { BankEntry, BankEvent } from './bank-answer.ts'

/** A payment as the bank's word finds it. */
export interface KnownPayment {
  readonly amountOre: Ore
  /** What the bank has said of it so far, the latest last. */
  readonly events: readonly BankEvent[]
}

/** Why an entry goes to a person instead of the books. */
export type Issue =
  | 'unknown-payment'
  | 'amount-differs'
  | 'status-unclear'
  | 'booked-after-rejection'
  | 'returned-before-booked'
  | 'rejected-after-booking'
  | 'no-amount'
  | 'no-day'
  | 'not-sent'
  | 'books-refused'

/** What is done with an entry: recorded as said, already known, or told to a person. */
export type Reconciled =
  | { readonly done: 'record' }
  | { readonly done: 'known' }
  | { readonly done: 'issue'; readonly issue: Issue }

const issue = (code: Issue): Reconciled => ({ done: 'issue', issue: code })

/** Matches one thing that the bank says with the payment of that end-to-end id: nothing is booked twice, and no doubt is booked. */
export function reconcile(entry: BankEntry, payment: KnownPayment | null): Reconciled {
  if (payment === null) return issue('unknown-payment')
  if (entry.event !== 'unclear' && entry.amountOre !== null && entry.amountOre !== payment.amountOre)
    return issue('amount-differs')
  const said = (event: BankEvent) => payment.events.includes(event)
  if (said(entry.event)) return { done: 'known' }
  switch (entry.event) {
    case 'booked':
      if (entry.amountOre === null) return issue('no-amount')
      if (entry.on === null) return issue('no-day')
      return said('rejected') ? issue('booked-after-rejection') : { done: 'record' }
    case 'returned':
      if (entry.amountOre === null) return issue('no-amount')
      return said('booked') ? { done: 'record' } : issue('returned-before-booked')
    case 'rejected':
      return said('booked') ? issue('rejected-after-booking') : { done: 'record' }
    case 'unclear':
      return issue('status-unclear')
    case 'accepted':
      return { done: said('booked') || said('rejected') ? 'known' : 'record' }
  }
}
