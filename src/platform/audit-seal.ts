import type { Pool } from './database.ts'

/**
 * Seals what has been written to the audit log since the last seal. Only transactions that have all ended are taken
 * (ids below the oldest still running), so a sealed batch can never grow. Returns how many rows were sealed.
 */
export async function sealAudit(ownerPool: Pool): Promise<number> {
  const client = await ownerPool.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('krom-audit-seal'))")
    const { rows } = await client.query<{ entries: number }>(`
      with last as (select number, to_transaction, hash from platform.audit_seal order by number desc limit 1),
           start as (select coalesce((select number from last), 0) as number, coalesce((select to_transaction from last), '0'::xid8) as from_id,
                            coalesce((select hash from last), ''::bytea) as before, pg_snapshot_xmin(pg_current_snapshot()) as to_id),
           batch as (select count(*) as entries from platform.audit_entry, start where transaction_id >= from_id and transaction_id < to_id)
      insert into platform.audit_seal (number, from_transaction, to_transaction, entries, hash)
      select number + 1, from_id, to_id, entries, platform.audit_hash(from_id, to_id, before) from start, batch where entries > 0
      returning entries`)
    await client.query('commit')
    return rows[0]?.entries ?? 0
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
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
  const { rows } = await ownerPool.query<{
    number: number
    fits: boolean
    contiguous: boolean
    entries: number
    counted: number
  }>(`
    select s.number, s.entries,
           s.hash = platform.audit_hash(s.from_transaction, s.to_transaction, coalesce(lag(s.hash) over (order by s.number), ''::bytea)) as fits,
           s.from_transaction = coalesce(lag(s.to_transaction) over (order by s.number), '0'::xid8) and s.number = coalesce(lag(s.number) over (order by s.number), 0) + 1 as contiguous,
           (select count(*) from platform.audit_entry e where e.transaction_id >= s.from_transaction and e.transaction_id < s.to_transaction) as counted
      from platform.audit_seal s order by s.number`)
  const tail = await ownerPool.query<{ unsealed: number }>(
    "select count(*) as unsealed from platform.audit_entry where transaction_id >= coalesce((select max(to_transaction) from platform.audit_seal), '0'::xid8)",
  )
  const broken = rows.flatMap((row): AuditVerdict['broken'] => {
    if (!row.contiguous) return [{ number: row.number, because: 'gap' }]
    if (row.fits) return []
    return [
      {
        number: row.number,
        because: row.counted === row.entries ? 'entries-changed' : 'chain-broken',
      },
    ]
  })
  return {
    seals: rows.length,
    sealedEntries: rows.reduce((total, row) => total + row.entries, 0),
    unsealedEntries: tail.rows[0]?.unsealed ?? 0,
    broken,
  }
}
