import type { Client, Pool } from './database.ts'

/**
 * A log that is sealed in batches: each seal covers what was written by transactions that had all ended when it was made, and
 * carries the hash of its rows with that of the seal before. The SQL below sees a seal as `s` and the hash before it as `s.before`.
 */
export interface SealedLog {
  readonly name: 'audit' | 'ledger'
  /** The table of seals: number, from_transaction, to_transaction, entries, hash, sealed_at. */
  readonly seals: string
  /** Takes the batch's rows, where they are to be taken first, and gives how many there are. */
  readonly take: string
  /** How many rows lie under a seal. */
  readonly count: string
  readonly hash: string
}

interface NextSeal {
  readonly number: number
  readonly from_id: string
  readonly to_id: string
  readonly before: Buffer
}

/**
 * Seals what has been written since the last seal. Only transactions that have all ended are taken (ids below the oldest still
 * running), so a sealed batch can never grow. Returns how many rows were sealed.
 */
export async function seal(ownerPool: Pool, log: SealedLog): Promise<number> {
  const client = await ownerPool.connect()
  try {
    await client.query('begin')
    const entries = await sealNext(client, log)
    await client.query('commit')
    return entries
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function sealNext(client: Client, log: SealedLog): Promise<number> {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`krom-${log.name}-seal`])
  const { rows } = await client.query<NextSeal>(`
    select coalesce(last.number, 0) + 1 as number, coalesce(last.to_transaction, '0'::xid8)::text as from_id,
           pg_snapshot_xmin(pg_current_snapshot())::text as to_id, coalesce(last.hash, ''::bytea) as before
      from (values (1)) one left join (select * from ${log.seals} order by number desc limit 1) last on true`)
  const [next] = rows
  if (next === undefined) throw new Error('a question without a table has one answer')
  const range = [next.number, next.from_id, next.to_id]
  const batch = '(select $1::bigint as number, $2::xid8 as from_transaction, $3::xid8 as to_transaction) s'
  const taken = await client.query<{ entries: number }>(`select ${log.take} as entries from ${batch}`, range)
  const entries = taken.rows[0]?.entries ?? 0
  if (entries === 0) return 0
  await client.query(
    `insert into ${log.seals} (number, from_transaction, to_transaction, entries, sealed_at, hash)
     select s.number, s.from_transaction, s.to_transaction, s.entries, s.sealed_at, ${log.hash}
       from (select $1::bigint as number, $2::xid8 as from_transaction, $3::xid8 as to_transaction, $4::bigint as entries,
                    clock_timestamp() as sealed_at, $5::bytea as before) s`,
    [...range, entries, next.before],
  )
  return entries
}

/** A seal as it is found when everything under it is hashed anew. */
export interface CheckedSeal {
  readonly number: number
  readonly entries: number
  /** How many rows lie under it now. */
  readonly counted: number
  readonly fits: boolean
  /** It begins where the one before ended, and has the next number. */
  readonly contiguous: boolean
}

/** Recomputes every seal from the rows; one changed, removed or added byte breaks its batch. */
export async function checkSeals(client: Pick<Client, 'query'>, log: SealedLog): Promise<CheckedSeal[]> {
  const { rows } = await client.query<CheckedSeal>(`
    select s.number, s.entries, s.hash = ${log.hash} as fits, s.contiguous, ${log.count} as counted
      from (select number, from_transaction, to_transaction, entries, hash, sealed_at,
                   coalesce(lag(hash) over previous, ''::bytea) as before,
                   from_transaction = coalesce(lag(to_transaction) over previous, '0'::xid8)
                   and number = coalesce(lag(number) over previous, 0) + 1 as contiguous
              from ${log.seals} window previous as (order by number)) s
     order by s.number`)
  return rows
}
