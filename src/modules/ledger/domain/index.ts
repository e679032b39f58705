export type { Account, Balance, LedgerPeriod, Posting, Transaction } from './account.ts'
export { appropriationsOf } from './appropriation.ts'
