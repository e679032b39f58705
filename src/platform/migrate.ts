import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeWorkerUtils } from 'graphile-worker'
import pg from 'pg'
import { flow } from '../modules/flow.ts'

const source = join(import.meta.dirname, '..')

/** Every migration in the order it is run: plumbing first, then the modules as a case flows, each by its number. */
export function migrationFiles(): string[] {
  const folders = [
    join(source, 'platform', 'schema'),
    ...flow.map((module) => join(source, 'modules', module, 'schema')),
  ]
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => join(folder, name)),
  )
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Brings the database at `ownerUrl` to the newest schema; running it twice changes nothing.
 * A file that has run may not change: a changed one stops the start and names the file.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('krom-migrate'))")
    await client.query(
      'create table if not exists public.krom_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default clock_timestamp())',
    )
    await migrateQueue(ownerUrl)
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from public.krom_migration',
    )
    const ran = new Map(rows.map((row) => [row.name, row.sha256]))
    for (const file of migrationFiles()) await runOnce(client, file, ran)
  } finally {
    await client.end()
  }
}

async function migrateQueue(ownerUrl: string): Promise<void> {
  const worker = await makeWorkerUtils({ connectionString: ownerUrl })
  await worker.migrate()
  await worker.release()
}

async function runOnce(client: pg.Client, file: string, ran: ReadonlyMap<string, string>): Promise<void> {
  const text = readFileSync(file, 'utf8')
  const name = `${basename(join(file, '..', '..'))}/${basename(file)}`
  const sha256 = createHash('sha256').update(text).digest('hex')
  const before = ran.get(name)
  if (before === sha256) return
  if (before !== undefined) throw new Error(`${name} has changed since it ran here; write a new numbered file instead`)
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into public.krom_migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}
