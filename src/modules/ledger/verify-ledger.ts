import type { Client, Pool } from '../../platform/database.ts'
import { type CheckedSeal, checkSeals } from '../../platform/seal.ts'
import { ledgerLog } from './ledger-seal.ts'
import { promisesBroken } from './promises.ts'

/** A row that is not as it was sealed, or that breaks a promise about sums. */
export interface LedgerFault {
  readonly table: 'period' | 'transaction' | 'posting' | 'fingerprint' | 'seal' | 'statement' | 'line'
  /** Its key: a month, a transaction, a transaction and the number of its posting, a seal's number. */
  readonly row: string
  /** The last five are promises: of sums, of what stood before, and that postings, statements and lines answer to each other. */
  readonly because:
    | 'changed'
    | 'missing'
    | 'added'
    | 'not-its-postings'
    | 'not-as-left'
    | 'without-transaction'
    | 'not-posted'
    | 'not-as-posted'
}

/** What `./krom ledger verify` finds. */
export interface LedgerVerdict {
  readonly seals: number
  /** Periods and transactions under a seal, and those that are not sealed yet. */
  readonly sealed: number
  readonly unsealed: number
  readonly postings: number
  /** The hash of the last seal: kept elsewhere, it shows that not even the end of the books was rewritten. */
  readonly head: string | null
  readonly faults: readonly LedgerFault[]
}

interface Difference {
  readonly what: 'period' | 'transaction'
  readonly key: string
  /** The seal that the fingerprint lies under; null when there is no fingerprint. */
  readonly seal: number | null
  /** The seal whose batch the row was written in; null when it is newer than all, or there is no row. */
  readonly batch: number | null
  readonly taken: Buffer | null
  readonly found: Buffer | null
  readonly same: boolean
}

/**
 * Recomputes every seal, every fingerprint and every sum from the rows, as they stand at one moment. One changed, removed or
 * added byte in a table of the ledger is found, and its row is named. Rows not sealed yet are held to the promises alone.
 */
export function verifyLedger(ownerPool: Pool): Promise<LedgerVerdict> {
  return atOneMoment(ownerPool, async (client, other) => {
    const [books, promises] = await Promise.all([sealedBooks(client), promisesBroken(other)])
    return { ...books, faults: once([...books.faults, ...promises]) }
  })
}

/** What lies under the seals, and every row that is not as it was sealed. */
async function sealedBooks(client: Client): Promise<LedgerVerdict> {
  const seals = await checkSeals(client, ledgerLog)
  const unlike = await differences(client)
  const unsealed = unlike.filter((each) => each.seal === null && each.batch === null)
  const moved = unlike.filter((each) => !unsealed.includes(each))
  const named = await Promise.all(moved.map((each) => faultsOf(client, each, seals)))
  const { rows } = await client.query<{ postings: number; head: string | null }>(`
    select (select count(*) from ledger.posting) as postings,
           (select encode(hash, 'hex') from ledger.seal order by number desc limit 1) as head`)
  const { postings = 0, head = null } = rows[0] ?? {}
  const sealed = seals.reduce((all, each) => all + each.counted, 0)
  const faults = [...sealFaults(seals, moved), ...named.flat()]
  return { seals: seals.length, sealed, unsealed: unsealed.length, postings, head, faults }
}

const reading = "begin isolation level repeatable read read only; set local timezone = 'UTC'"

/** Two connections that see the books as they stand at one moment, so that seals and sums are checked side by side. */
async function atOneMoment<T>(pool: Pool, body: (client: Client, other: Client) => Promise<T>): Promise<T> {
  const [client, other] = [await pool.connect(), await pool.connect()]
  try {
    await client.query(reading)
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
    await other.query(`${reading}; set transaction snapshot '${rows[0]?.snapshot}'`)
    return await body(client, other)
  } finally {
    for (const each of [client, other]) {
      await each.query('rollback')
      each.release()
    }
  }
}

/** Rows and fingerprints that are not each other's likeness, or lie under another seal than the one of their time. */
async function differences(client: Client): Promise<Difference[]> {
  const { rows } = await client.query<Difference>(`
    select coalesce(f.what, r.what) as what, coalesce(f.key, r.key) as key, f.seal, s.number as batch, f.postings as taken, r.postings as found,
           (f.hash, f.postings) is not distinct from (r.hash, r.postings) as same
      from ledger.fingerprints('0', '18446744073709551615') r
      full join ledger.fingerprint f on f.what = r.what and f.key = r.key
      left join ledger.seal s on r.written_in >= s.from_transaction and r.written_in < s.to_transaction
     where (f.hash, f.postings) is distinct from (r.hash, r.postings) or f.seal is distinct from s.number
     order by 1, 2`)
  return rows
}

async function faultsOf(client: Client, unlike: Difference, seals: readonly CheckedSeal[]): Promise<LedgerFault[]> {
  const { what, key, seal, batch, taken, found, same } = unlike
  const fingerprint = (because: LedgerFault['because']): LedgerFault[] => [
    { table: 'fingerprint', row: `${what} ${key}`, because },
  ]
  if (seal === null) {
    const under = seals.find((each) => each.number === batch)
    const lost = under !== undefined && under.counted < under.entries
    return lost ? fingerprint('missing') : [{ table: what, row: key, because: 'added' }]
  }
  const over = seals.find((each) => each.number === seal)
  if (over === undefined && batch === null) return [{ table: 'seal', row: String(seal), because: 'missing' }]
  if (found === null) return over?.fits ? [{ table: what, row: key, because: 'missing' }] : fingerprint('added')
  if (over === undefined || !over.fits || same) return fingerprint('changed')
  const postings = await changedPostings(client, key, taken as Buffer)
  return postings.length > 0 ? postings : [{ table: what, row: key, because: 'changed' }]
}

const bytesOfPosting = 8

/** The postings of a transaction that are not as their part of the fingerprint says. */
async function changedPostings(client: Client, transactionId: string, taken: Buffer): Promise<LedgerFault[]> {
  const { rows } = await client.query<{ number: number; hash: Buffer }>(
    `select p.number, substr(sha256(convert_to(p::text, 'UTF8')), 1, ${bytesOfPosting}) as hash
       from ledger.posting p where p.transaction_id::text = $1`,
    [transactionId],
  )
  const now = new Map(rows.map((row) => [row.number, row.hash]))
  const sealed = Array.from({ length: taken.length / bytesOfPosting }, (_, index) => index + 1)
  const fault = (number: number, because: LedgerFault['because']): LedgerFault => ({
    table: 'posting',
    row: `${transactionId}/${number}`,
    because,
  })
  const faults = sealed.flatMap((number) => {
    const hash = now.get(number)
    if (hash === undefined) return [fault(number, 'missing')]
    const before = taken.subarray((number - 1) * bytesOfPosting, number * bytesOfPosting)
    return hash.equals(before) ? [] : [fault(number, 'changed')]
  })
  const added = [...now.keys()].filter((number) => number < 1 || number > sealed.length)
  return [...faults, ...added.map((number) => fault(number, 'added'))]
}

/** Seals that do not fit, where no fingerprint under them tells why. */
function sealFaults(seals: readonly CheckedSeal[], moved: readonly Difference[]): LedgerFault[] {
  const told = new Set(moved.flatMap((each) => [each.seal, each.batch]))
  return seals.flatMap(({ number, fits, contiguous }): LedgerFault[] =>
    (fits && contiguous) || (contiguous && told.has(number))
      ? []
      : [{ table: 'seal', row: String(number), because: 'changed' }],
  )
}

function once(faults: readonly LedgerFault[]): LedgerFault[] {
  return [...new Map(faults.map((each) => [JSON.stringify(each), each])).values()]
}
