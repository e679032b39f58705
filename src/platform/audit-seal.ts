import type { Pool } from './database.ts'
import { checkSeals, type SealedLog, seal } from './seal.ts'

const written = 'e.transaction_id >= s.from_transaction and e.transaction_id < s.to_transaction'
const count = `(select count(*) from platform.audit_entry e where ${written})`
const auditLog: SealedLog = {
  name: 'audit',
  seals: 'platform.audit_seal',
  take: count,
  count,
  hash: 'platform.audit_hash(s.from_transaction, s.to_transaction, s.before)',
}

/** Seals what has been written to the audit log since the last seal. Returns how many rows were sealed. */
export function sealAudit(ownerPool: Pool): Promise<number> {
  return seal(ownerPool, auditLog)
}

/** What `./krom audit verify` finds: batches checked, rows in them, rows not yet sealed, and every batch that does not fit its seal. */
export interface AuditVerdict {
  readonly seals: number
  readonly sealedEntries: number
  readonly unsealedEntries: number
  readonly broken: readonly { number: number; because: 'entries-changed' | 'chain-broken' | 'gap' }[]
}

/** Recomputes every seal from the rows; one changed, removed or added byte breaks its batch. */
export async function verifyAudit(ownerPool: Pool): Promise<AuditVerdict> {
  const seals = await checkSeals(ownerPool, auditLog)
  const tail = await ownerPool.query<{ unsealed: number }>(
    "select count(*) as unsealed from platform.audit_entry where transaction_id >= coalesce((select max(to_transaction) from platform.audit_seal), '0'::xid8)",
  )
  const broken = seals.flatMap(({ number, fits, contiguous, entries, counted }): AuditVerdict['broken'] => {
    if (!contiguous) return [{ number, because: 'gap' }]
    if (fits) return []
    return [{ number, because: counted === entries ? 'entries-changed' : 'chain-broken' }]
  })
  return {
    seals: seals.length,
    sealedEntries: seals.reduce((total, each) => total + each.entries, 0),
    unsealedEntries: tail.rows[0]?.unsealed ?? 0,
    broken,
  }
}
