import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { StartFailure } from '../failure.ts'

/** The user that runs PostgreSQL; null = the one who runs Krom. */
export type ServerUser = { uid: number; gid: number } | null

/**
 * PostgreSQL refuses to run as root, so under root it runs as another user that the system already has: the owner of
 * the data when there is some, else `postgres`, else `nobody`. It must have a line in /etc/passwd (initdb looks it up).
 *
 * @param clusterFolder the folder with the data, which need not exist yet
 */
export function serverUser(clusterFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const users = lines
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const found = ['postgres', 'nobody']
    .map((name) => users.find((user) => user.name === name && user.uid > 0))
    .find(Boolean)
  if (!found) {
    throw new StartFailure(
      'Krom runs as root and PostgreSQL may not, and this system has neither a user postgres nor nobody: run Krom as an ordinary user.',
    )
  }
  return { uid: found.uid, gid: found.gid }
}

/** What a child process needs to run as the server's user; nothing when that is ourselves. */
export function asUser(user: ServerUser): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

/** Whether the server's user can enter the folder: asked of the system itself, which also knows access lists and mounts. */
export function canEnter(folder: string, user: ServerUser): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...asUser(user), cwd: '/', stdio: 'ignore' })
  if (asked.error) throw cannotSwitch(asked.error)
  return asked.status === 0
}

/** Whether the server's user can run the program, shared libraries and all. */
export function canRun(program: string, user: ServerUser): boolean {
  const asked = spawnSync(program, ['--version'], { ...asUser(user), cwd: '/', stdio: 'ignore', env: {} })
  return !asked.error && asked.status === 0
}

function cannotSwitch(error: Error): StartFailure {
  return new StartFailure(
    `Krom runs as root but may not start a process as another user (${error.message}), which PostgreSQL needs: run Krom as an ordinary user.`,
  )
}
