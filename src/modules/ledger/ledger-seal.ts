import type { Pool } from '../../platform/database.ts'
import { type SealedLog, seal } from '../../platform/seal.ts'

/** The books as they are sealed: a fingerprint of each period and transaction is taken first, and the seal lies over those. */
export const ledgerLog: SealedLog = {
  name: 'ledger',
  seals: 'ledger.seal',
  take: 'ledger.take_fingerprints(s.number, s.from_transaction, s.to_transaction)',
  count: '(select count(*) from ledger.fingerprint f where f.seal = s.number)',
  hash: 'ledger.seal_hash(s.number, s.from_transaction, s.to_transaction, s.entries, s.sealed_at, s.before)',
}

/** Seals what has been booked since the last seal. Returns how many periods and transactions were sealed. */
export function sealLedger(ownerPool: Pool): Promise<number> {
  return seal(ownerPool, ledgerLog)
}
