import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorText } from './failure.ts'
import { takeLock } from './postgres/instance-lock.ts'
import { readKeys } from './postgres/keys.ts'
import { openDatabase, removeData } from './postgres/open-database.ts'
import { stopOrphan } from './postgres/postmaster.ts'
import { identityOf, isAlive, type ProcessIdentity } from './postgres/process-identity.ts'

/**
 * The PostgreSQL that all test processes of a clone share, in a process of its own that lives as long as somebody
 * tests and a little longer. Users are files named by process; a process that is gone counts no more, however it ended.
 */

/** What the server's process tells its users when it takes connections. */
export type TestServer = { host: ProcessIdentity; adminUrl: string; ownerUrl: string; appUrl: string }

/** The exit code of a server's process that came second. */
export const CAME_SECOND = 3

const LINGER_MILLIS = 10_000
const POLL_MILLIS = 200

/** The files by which the server and its users find each other. */
export function placesIn(folder: string) {
  return {
    ready: join(folder, 'ready.json'),
    users: join(folder, 'users'),
    stop: join(folder, 'stop'),
    log: join(folder, 'server.log'),
    data: join(folder, 'data'),
  }
}

/** Whether any process that registered in the folder still lives. */
export function hasUsers(folder: string): boolean {
  const { users } = placesIn(folder)
  if (!existsSync(users)) return false
  return readdirSync(users).some((name) => {
    try {
      return isAlive(JSON.parse(readFileSync(join(users, name), 'utf8')) as ProcessIdentity)
    } catch {
      return false
    }
  })
}

async function serve(folder: string): Promise<number> {
  const places = placesIn(folder)
  const lock = takeLock(folder)
  if ('holder' in lock) return CAME_SECOND
  const log = (line: string) => process.stderr.write(`${line}\n`)
  // What a killed server left is not safe to go on with: it ran without fsync.
  const left = readKeys(places.data)
  if (left?.cluster) await stopOrphan(left.cluster, log)
  removeData(places.data)
  const database = await openDatabase({ dataFolder: places.data, testing: true, log })
  try {
    const host = identityOf(process.pid)
    const { ownerUrl, appUrl, superUrl } = database
    if (!host || !superUrl) throw new Error('A test server is an embedded one in a living process')
    const announce = () => {
      writeFileSync(`${places.ready}.new`, JSON.stringify({ host, adminUrl: superUrl, ownerUrl, appUrl }), {
        mode: 0o600,
      })
      renameSync(`${places.ready}.new`, places.ready)
    }
    announce()
    let usedAt = performance.now()
    for (;;) {
      await wait(POLL_MILLIS)
      if (hasUsers(folder)) {
        usedAt = performance.now()
        rmSync(places.stop, { force: true })
      } else if (existsSync(places.stop) || performance.now() - usedAt > LINGER_MILLIS) {
        // Somebody may have come after the look and before the notice was taken down.
        rmSync(places.ready, { force: true })
        if (!hasUsers(folder)) return 0
        announce()
      }
    }
  } finally {
    rmSync(places.ready, { force: true })
    await database.stop()
    removeData(places.data)
    rmSync(places.stop, { force: true })
    lock.release()
    if (!hasUsers(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const folder = process.argv[2] ?? ''
  mkdirSync(placesIn(folder).users, { recursive: true })
  serve(folder).then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write(`${errorText(error)}\n`)
      process.exit(1)
    },
  )
}
