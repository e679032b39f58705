import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asStartFailure, diskFull, StartFailure } from '../failure.ts'
import type { Binaries } from './binaries.ts'
import { asUser, type ServerUser } from './server-user.ts'

/** The superuser of an embedded server. Krom uses it only to make roles and databases. */
export const SUPER_ROLE = 'postgres'

/**
 * Makes the data of a new server in `cluster`. It is built beside and renamed when whole, so that a start broken off
 * midway leaves nothing that looks like a database.
 *
 * Text sorts by code point unless a query asks for more; `sv-x-icu` is there for Swedish lists.
 */
export function makeCluster(options: {
  binaries: Binaries
  user: ServerUser
  cluster: string
  superPassword: string
  testing: boolean
}): void {
  const { binaries, user, cluster } = options
  const draft = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  const give = (path: string) => user && chownSync(path, user.uid, user.gid)
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    give(draft)
    writeFileSync(passwordFile, options.superPassword, { mode: 0o600 })
    give(passwordFile)
    const made = spawnSync(
      binaries.initdb,
      [
        ...['--pgdata', draft, '--username', SUPER_ROLE, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--locale', 'C.UTF-8', '--lc-messages', 'C'],
        ...(options.testing ? ['--no-sync'] : []),
      ],
      { ...asUser(user), cwd: '/', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' }, encoding: 'utf8' },
    )
    if (made.error) throw made.error
    if (made.status !== 0) throw initFailure(`${made.stdout}${made.stderr}`, cluster)
    renameSync(draft, cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw asStartFailure(error, dirname(cluster))
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** Whether there is a whole cluster in the folder. */
export function isCluster(cluster: string): boolean {
  return cluster !== '' && existsSync(join(cluster, 'PG_VERSION'))
}

/** Whether the folder's disk has no room for one more segment of PostgreSQL's log. */
export function isFull(folder: string): boolean {
  const disk = statfsSync(folder)
  return disk.bavail * disk.bsize < 16 * 1024 * 1024
}

function initFailure(output: string, cluster: string): StartFailure {
  if (/No space left|Disk quota exceeded/i.test(output)) return diskFull(dirname(cluster))
  const line = output.split('\n').find((text) => /error|fatal|panic|could not/i.test(text))
  return new StartFailure(`PostgreSQL could not make its data in ${cluster}: ${line?.trim() ?? 'it gave no reason'}.`)
}
