import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../failure.ts'
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts'

const LOCK_FILE = 'krom.lock'

function readLock(path: string): ProcessIdentity | null {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessIdentity>
    return typeof read.pid === 'number' && typeof read.began === 'string' ? { pid: read.pid, began: read.began } : null
  } catch {
    return null
  }
}

/** The living instance that holds the data folder, or null. */
export function holderOf(dataFolder: string): ProcessIdentity | null {
  const holder = readLock(join(dataFolder, LOCK_FILE))
  return holder && isAlive(holder) ? holder : null
}

/**
 * Takes the data folder for this process. A lock left by a process that was killed is taken over: a holder counts only
 * while the very process that wrote it lives. Two that start at once are told apart by `link`, which only one can win.
 *
 * @returns the release, or the other instance that holds the folder
 */
export function takeLock(dataFolder: string): { release: () => void } | { holder: ProcessIdentity } {
  const path = join(dataFolder, LOCK_FILE)
  const mine = identityOf(process.pid)
  if (!mine) throw new Error('A process that cannot see itself')
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 })
  try {
    for (;;) {
      try {
        linkSync(draft, path)
        return { release: () => releaseLock(path, mine) }
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
      const holder = readLock(path)
      if (holder && isAlive(holder)) return { holder }
      moveDeadLockAway(path)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Renaming moves whatever is there now; should it be a living one that came in between, it is put back. */
function moveDeadLockAway(path: string): void {
  const aside = `${path}.dead.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  const moved = readLock(aside)
  try {
    if (moved && isAlive(moved)) linkSync(aside, path)
  } finally {
    rmSync(aside, { force: true })
  }
}

function releaseLock(path: string, mine: ProcessIdentity): void {
  const holder = readLock(path)
  if (holder?.pid === mine.pid && holder.began === mine.began) rmSync(path, { force: true })
}
