import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { asStartFailure, errorCode, StartFailure } from '../failure.ts'
import { addressFor, connect, parseAddress } from './address.ts'
import { findBinaries } from './binaries.ts'
import { isCluster, makeCluster, SUPER_ROLE } from './cluster.ts'
import { holderOf, takeLock } from './instance-lock.ts'
import { appPassword, KEYS_FILE, type Keys, newKeys, readKeys, writeKeys } from './keys.ts'
import { outsideFolder, removeOutside } from './outside-folder.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'
import { APP_ROLE, checkAppRole, checkOwner, makeAppRole, makeOwner, OWNER_ROLE, opens } from './roles.ts'
import { canEnter, type ServerUser, serverUser } from './server-user.ts'
import { stopOnSignals } from './signals.ts'
import { socketFolder } from './socket-folder.ts'

/** The name of the database on an embedded server. */
const DATABASE = 'krom'

const LEND_POLL_MILLIS = 200

export type DatabaseOptions = {
  /** The folder with everything that this instance keeps (`KROM_DATA`); made when missing. */
  dataFolder: string
  /** The address of a PostgreSQL of the operator's own, as the role that owns its database (`DATABASE_URL`). */
  databaseUrl?: string | undefined
  /** The address for the application's role, where the owner may not make it (`DATABASE_APP_URL`). */
  appDatabaseUrl?: string | undefined
  /** Speed instead of safety against power cuts: for tests and benchmarks only. */
  testing?: boolean
  /** Another instance that runs on the same data folder lends its server instead of being a reason to refuse. */
  join?: boolean
  /** Told what takes long or is out of the ordinary, a sentence at a time. */
  log: (line: string) => void
}

export type Database = {
  /** Migrations and the worker connect here: it owns the schemas and is bound by row-level security. */
  ownerUrl: string
  /** The application connects here, as `krom_app`. */
  appUrl: string
  /** The superuser, on an embedded server only. */
  superUrl?: string
  embedded: boolean
  /** Ends what `openDatabase` began; nothing of it is left afterwards. Once is enough, twice does no harm. */
  stop: () => Promise<void>
}

/**
 * Opens the database of an instance: the operator's own when `databaseUrl` is given, else an embedded PostgreSQL with
 * its data in the data folder. Roles and database are there when it comes back; schemas are the migrations' work.
 *
 * @throws StartFailure one sentence for whoever starts Krom
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const dataFolder = makeDataFolder(options.dataFolder)
  try {
    if (options.databaseUrl) return await openOwn(options.databaseUrl, dataFolder, options.appDatabaseUrl)
    return await openEmbedded(dataFolder, options)
  } catch (error) {
    throw asStartFailure(error, dataFolder)
  }
}

function makeDataFolder(folder: string): string {
  try {
    const made = mkdirSync(folder, { recursive: true })
    // Under root another user runs PostgreSQL and must be able to pass through; each secret has its own lock.
    if (made) chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
    return realpathSync(folder)
  } catch (error) {
    throw asStartFailure(error, resolve(folder))
  }
}

async function openOwn(url: string, dataFolder: string, appDatabaseUrl: string | undefined): Promise<Database> {
  const address = parseAddress(url, 'DATABASE_URL')
  const owner = await connect(url, 'DATABASE_URL')
  try {
    await checkOwner(owner)
    const stop = async () => undefined
    if (appDatabaseUrl) {
      parseAddress(appDatabaseUrl, 'DATABASE_APP_URL')
      const app = await connect(appDatabaseUrl, 'DATABASE_APP_URL')
      await checkAppRole(app).finally(() => app.end())
      return { ownerUrl: url, appUrl: appDatabaseUrl, embedded: false, stop }
    }
    const password = appPassword(decodeURIComponent(address.password) || localSecret(dataFolder))
    const appUrl = addressFor(url, APP_ROLE, password)
    await makeAppRole(owner, appUrl, password)
    const app = await connect(appUrl, 'DATABASE_URL')
    await checkAppRole(app).finally(() => app.end())
    return { ownerUrl: url, appUrl, embedded: false, stop }
  } finally {
    await owner.end()
  }
}

/** Stands in for the owner's password where the server lets the owner in without one. */
function localSecret(dataFolder: string): string {
  const path = join(dataFolder, 'app-secret')
  try {
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8')
}

async function openEmbedded(dataFolder: string, options: DatabaseOptions): Promise<Database> {
  const lock = takeLock(dataFolder)
  if ('holder' in lock) {
    if (options.join) return (await lend(dataFolder)) ?? openEmbedded(dataFolder, options)
    throw new StartFailure(
      `The data folder ${dataFolder} is in use by another Krom (process ${lock.holder.pid}): stop that one, or name another folder with KROM_DATA.`,
    )
  }
  let postmaster: Postmaster | undefined
  try {
    const keys = prepareCluster(dataFolder, options)
    postmaster = await startPostmaster({
      ...keys.server,
      port: keys.port,
      logFile: join(dataFolder, 'postgres.log'),
      testing: options.testing ?? false,
      log: options.log,
    })
    const remembered = { ...keys.all, port: postmaster.port }
    if (remembered.port !== keys.port) writeKeys(dataFolder, remembered)
    const urls = addresses(remembered)
    await prepareRoles(urls, remembered)
    return { ...urls, embedded: true, stop: stopOnSignals(stopOnce(postmaster, lock.release)) }
  } catch (error) {
    await postmaster?.stop()
    lock.release()
    throw error
  }
}

function stopOnce(postmaster: Postmaster, release: () => void): () => Promise<void> {
  let stopped: Promise<void> | undefined
  return () => {
    stopped ??= postmaster.stop().finally(release)
    return stopped
  }
}

/** Sees to it that there is data to start a server on; says so when that is outside the data folder. */
function prepareCluster(dataFolder: string, options: DatabaseOptions) {
  const inside = join(dataFolder, 'postgres')
  let keys = readKeys(dataFolder)
  if (!keys) {
    if (isCluster(inside)) {
      throw new StartFailure(
        `${join(dataFolder, KEYS_FILE)} is gone, and with it the password of the database: restore it from a backup, or remove ${inside} to begin anew.`,
      )
    }
    keys = newKeys()
    writeKeys(dataFolder, keys)
  }
  const user = serverUser(keys.cluster || inside)
  const binaries = findBinaries(user, options.log)
  if (!isCluster(keys.cluster)) {
    const cluster = placeOf(dataFolder, keys, user, options.log)
    makeCluster({ binaries, user, cluster, superPassword: keys.superPassword, testing: options.testing ?? false })
    keys = { ...keys, cluster }
    writeKeys(dataFolder, keys)
  }
  return { all: keys, port: keys.port, server: { binaries, user, cluster: keys.cluster } }
}

function placeOf(dataFolder: string, keys: Keys, user: ServerUser, log: (line: string) => void): string {
  if (!user || canEnter(dataFolder, user)) return join(dataFolder, 'postgres')
  const cluster = join(outsideFolder(`${dataFolder} ${keys.id}`), 'postgres')
  log(`PostgreSQL runs as another user than root and cannot enter ${dataFolder}: its data is kept in ${cluster}.`)
  return cluster
}

function addresses(keys: Keys): { ownerUrl: string; appUrl: string; superUrl: string } {
  const sockets = socketFolder(keys.cluster)
  const base = `postgres://127.0.0.1:${keys.port}/${DATABASE}${sockets ? `?host=${encodeURIComponent(sockets)}` : ''}`
  return {
    ownerUrl: addressFor(base, OWNER_ROLE, keys.ownerPassword),
    appUrl: addressFor(base, APP_ROLE, appPassword(keys.ownerPassword)),
    superUrl: addressFor(base, SUPER_ROLE, keys.superPassword),
  }
}

async function prepareRoles(urls: { appUrl: string; superUrl: string }, keys: Keys): Promise<void> {
  const client = await connect(addressFor(urls.superUrl, SUPER_ROLE, keys.superPassword, 'postgres'), 'PostgreSQL')
  try {
    await makeOwner(client, keys.ownerPassword, DATABASE)
    await makeAppRole(client, urls.appUrl, appPassword(keys.ownerPassword))
  } finally {
    await client.end()
  }
}

/** The addresses of the server that another instance runs, once it takes connections; null when that one has ended. */
async function lend(dataFolder: string): Promise<Database | null> {
  while (holderOf(dataFolder)) {
    const keys = readKeys(dataFolder)
    const urls = keys?.port ? addresses(keys) : null
    if (urls && (await opens(urls.appUrl))) return { ...urls, embedded: true, stop: async () => undefined }
    await wait(LEND_POLL_MILLIS)
  }
  return null
}

/**
 * Removes a data folder and whatever of it stands outside. For tests and throwaway databases, after `stop`.
 */
export function removeData(dataFolder: string): void {
  const keys = readKeys(dataFolder)
  if (keys?.cluster && !keys.cluster.startsWith(realpathSync(dataFolder))) removeOutside(dirname(keys.cluster))
  rmSync(dataFolder, { recursive: true, force: true })
}
