import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { must } from '../src/kernel/result.ts'
import { importPersons } from '../src/modules/registration/index.ts'
import { databaseClock, type Work } from '../src/platform/context.ts'
import { openPool } from '../src/platform/database.ts'
import { type Bench, compare } from './line.ts'
import { extractColumns, peopleFile } from './people-file.ts'
import { withThrowaway } from './throwaway.ts'

const people = 100_000
const rounds = 5

/** Rows a second of a register extract, with checks, history, access and audit, beside `COPY` of the same file into one bare table. */
export const bench: Bench = (print, say) =>
  withThrowaway(say, async (database) => {
    const admin = new pg.Client(database.superUrl)
    await admin.connect()
    const pool = openPool(database.ownerUrl, 6)
    try {
      await layOffices(admin)
      const bytes = new TextEncoder().encode(peopleFile(people, 1))
      say(`a file of ${people} rows, ${Math.round(bytes.length / 1_000_000)} MB`)
      const work: Work = { pool, subscriptions: {}, clock: databaseClock(pool) }
      const [ours, peer]: [number[], number[]] = [[], []]
      for (let round = 0; round <= rounds; round += 1) {
        const rates = [await importRate(work, admin, bytes), await copyRate(admin, bytes)] as const
        say(
          `${round === 0 ? 'warm-up' : `round ${round}`}: import ${Math.round(rates[0])}/s, COPY ${Math.round(rates[1])}/s`,
        )
        if (round === 0) continue
        ours.push(rates[0])
        peer.push(rates[1])
      }
      print(compare({ bench: 'import', unit: 'rows/s', least: 0.03 }, ours, peer))
    } finally {
      await pool.end()
      await admin.end()
    }
  })

async function importRate(work: Work, admin: pg.Client, bytes: Uint8Array): Promise<number> {
  await admin.query(
    'truncate registration.person, registration.case_file, registration.import_run, platform.access, platform.audit_entry cascade',
  )
  await admin.query('checkpoint')
  const begun = performance.now()
  const summary = must(await importPersons(work, { bytes, name: 'bench.csv' }))
  const seconds = (performance.now() - begun) / 1000
  if (summary.accepted !== people)
    throw new Error(`the import took ${summary.accepted} rows and refused ${summary.refused}`)
  return people / seconds
}

async function copyRate(admin: pg.Client, bytes: Uint8Array): Promise<number> {
  await admin.query('drop table if exists bare')
  await admin.query(`create table bare (${extractColumns.map((name) => `${name} text`).join(', ')})`)
  await admin.query('checkpoint')
  const begun = performance.now()
  const copy = admin.query(copyFrom("copy bare from stdin (format csv, delimiter ';', header true)"))
  await pipeline(Readable.from(pieces(bytes)), copy)
  const seconds = (performance.now() - begun) / 1000
  if (copy.rowCount !== people) throw new Error(`COPY took ${copy.rowCount} rows`)
  return people / seconds
}

/** As a file is read: in pieces of 64 kB. */
function* pieces(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield Buffer.from(bytes.subarray(at, at + 65_536))
}

/** An authority with offices and caseworkers to give the cases to. */
async function layOffices(admin: pg.Client): Promise<void> {
  await admin.query(`
    with authority as (
      insert into platform.organisation (kind, name) values ('authority', 'Arbetsförmedlingen') returning id
    ), office as (
      insert into platform.office (organisation_id, name, municipality_code)
      select id, 'Kontor ' || code, code from authority, unnest('{0180,1480,1280,0380,2480,1880}'::text[]) code returning id, organisation_id
    ), staff as (
      insert into platform.user_account (subject, display_name) select 'bench|' || n, 'Prov ' || n from generate_series(1, 60) n returning id, subject
    )
    insert into platform.duty (user_id, role, organisation_id, office_id, valid_from)
    select s.id, 'caseworker', o.organisation_id, o.id, '2020-01-01'
      from (select id, row_number() over (order by subject) as n from staff) s
      join (select id, organisation_id, row_number() over (order by id) as n from office) o on o.n = s.n % 6 + 1`)
}
