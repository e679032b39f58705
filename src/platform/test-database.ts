import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { errorCode } from './failure.ts'
import { migrate, migrationFiles } from './migrate.ts'
import { addressFor, connect, withDatabase } from './postgres/address.ts'
import { holderOf } from './postgres/instance-lock.ts'
import { openDatabase, removeData } from './postgres/open-database.ts'
import { identityOf, isAlive } from './postgres/process-identity.ts'
import { CAME_SECOND, hasUsers, placesIn, type TestServer } from './test-server.ts'

/** A database of a test's own, newly migrated and empty. */
export type TestDatabase = { ownerUrl: string; appUrl: string; drop: () => Promise<void> }

type Addresses = { adminUrl: string; ownerUrl: string; appUrl: string }

const START_MILLIS = 120_000
const POLL_MILLIS = 30
const SETTING = 'KROM_TEST_DATABASE_URL'

let addresses: Promise<Addresses> | undefined
let template: Promise<string> | undefined

/**
 * A database for one test file: a copy of a template that is migrated once for all, on a server that all test
 * processes share. With KROM_TEST_DATABASE_URL the server is the one at that address, reached as an ordinary role that
 * may make databases and roles.
 */
export async function testDatabase(): Promise<TestDatabase> {
  addresses ??= process.env[SETTING] ? ownServer(process.env[SETTING]) : sharedServer()
  const server = await addresses
  template ??= migratedTemplate(server)
  const source = await template
  const name = `krom_test_${randomBytes(6).toString('hex')}`
  await asAdmin(server, (admin) => createDatabase(admin, server, name, source))
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    drop: () => asAdmin(server, (admin) => dropDatabase(admin, name)),
  }
}

/** Ends the shared server now, unless another test process still uses it; comes back when it is gone. */
export async function stopTestServer(): Promise<void> {
  const folder = sharedFolder()
  const places = placesIn(folder)
  rmSync(join(places.users, String(process.pid)), { force: true })
  addresses = undefined
  template = undefined
  while (!hasUsers(folder)) {
    if (!holderOf(folder)) {
      rmSync(folder, { recursive: true, force: true })
      return
    }
    writeFileSync(places.stop, '')
    await wait(POLL_MILLIS)
  }
}

/**
 * A second embedded server, to be reached only by its address, as an ordinary role with a database of its own: what
 * an operator's PostgreSQL looks like to Krom before its first start.
 */
export async function ordinaryServer(): Promise<{ url: string; superUrl: string; stop: () => Promise<void> }> {
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'krom-ordinary-')), 'data')
  const database = await openDatabase({ dataFolder, testing: true, log: () => undefined })
  const superUrl = database.superUrl ?? ''
  const password = randomBytes(12).toString('hex')
  const admin = await connect(withDatabase(superUrl, 'postgres'), 'PostgreSQL')
  await admin.query('drop database krom')
  await admin.query('drop role krom_owner, krom_app')
  await admin.query(`create role municipality login createdb createrole password '${password}'`)
  await admin.query('create database employment owner municipality')
  await admin.end()
  const stop = async () => {
    await database.stop()
    removeData(dataFolder)
    rmdirSync(join(dataFolder, '..'))
  }
  const url = addressFor(superUrl, 'municipality', password, 'employment')
  return { url, superUrl: withDatabase(superUrl, 'employment'), stop }
}

async function asAdmin<T>(server: Addresses, work: (admin: Client) => T | Promise<T>): Promise<T> {
  const admin = await connect(server.adminUrl, SETTING)
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** Copying files is the faster way for a small template on a server that does not sync. */
async function createDatabase(admin: Client, server: Addresses, name: string, source: string): Promise<void> {
  const owner = decodeURIComponent(new URL(server.ownerUrl).username)
  await admin.query(`create database ${name} owner ${owner} template ${source} strategy file_copy`)
}

/** An ordinary role may not end a session of the app's that is still leaving; without force the server waits for it. */
async function dropDatabase(admin: Client, name: string): Promise<void> {
  try {
    await admin.query(`drop database if exists ${name} with (force)`)
  } catch (error) {
    const mayNotEnd = '42501'
    if ((error as { code?: string }).code !== mayNotEnd) throw error
    await admin.query(`drop database if exists ${name}`)
  }
}

/** The template for the migrations as they are now, made by whoever comes first. */
async function migratedTemplate(server: Addresses): Promise<string> {
  const hash = createHash('sha256')
  for (const file of migrationFiles()) hash.update(file).update(readFileSync(file))
  const name = `krom_template_${hash.digest('hex').slice(0, 16)}`
  return asAdmin(server, async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [name])
    const found = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount) return name
    const draft = `${name}_draft`
    await admin.query(`drop database if exists ${draft} with (force)`)
    await createDatabase(admin, server, draft, 'template1')
    await migrate(withDatabase(server.ownerUrl, draft))
    await admin.query(`alter database ${draft} rename to ${name}`)
    return name
  })
}

async function ownServer(databaseUrl: string): Promise<Addresses> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'krom-test-own-'))
  const { ownerUrl, appUrl } = await openDatabase({ dataFolder, databaseUrl, log: () => undefined })
  rmSync(dataFolder, { recursive: true })
  return { adminUrl: ownerUrl, ownerUrl, appUrl }
}

/** The shared server's folder: one for each clone and user. */
function sharedFolder(): string {
  const clone = join(import.meta.dirname, '..', '..')
  const name = createHash('sha256').update(realpathSync(clone)).update(String(process.getuid?.())).digest('hex')
  return join(realpathSync(tmpdir()), `krom-test-${name.slice(0, 16)}`)
}

/** Makes this process a user of the shared folder, once or again. */
function register(): string {
  const folder = sharedFolder()
  try {
    mkdirSync(folder)
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) throw new Error(`${folder} belongs to somebody else`)
  const { users } = placesIn(folder)
  mkdirSync(users, { recursive: true })
  const user = join(users, String(process.pid))
  writeFileSync(user, JSON.stringify(identityOf(process.pid)))
  process.once('exit', () => rmSync(user, { force: true }))
  return folder
}

/** Registers, and starts the server where none runs. */
async function sharedServer(): Promise<Addresses> {
  const folder = register()
  const until = Date.now() + START_MILLIS
  let starting = false
  let failed = ''
  while (Date.now() < until) {
    const server = readServer(folder)
    if (server && isAlive(server.host)) return server
    if (failed) throw new Error(`The test server did not start: ${failed}`)
    if (!starting && !holderOf(folder)) {
      starting = true
      // A server that just ended took its folder along.
      register()
      startServer(folder, (code) => {
        starting = false
        if (code !== CAME_SECOND && code !== 0) failed = readFileSync(placesIn(folder).log, 'utf8').trim()
      })
    }
    await wait(POLL_MILLIS)
  }
  throw new Error(`The test server is not ready after ${START_MILLIS / 1000} s; ${placesIn(folder).log} may tell why`)
}

function startServer(folder: string, ended: (code: number | null) => void): void {
  const log = openSync(placesIn(folder).log, 'w', 0o600)
  const program = join(import.meta.dirname, 'test-server.ts')
  const child = spawn(process.execPath, [program, folder], { detached: true, stdio: ['ignore', log, log], cwd: '/' })
  closeSync(log)
  child.once('exit', ended)
  child.unref()
}

function readServer(folder: string): TestServer | null {
  try {
    return JSON.parse(readFileSync(placesIn(folder).ready, 'utf8')) as TestServer
  } catch {
    return null
  }
}
