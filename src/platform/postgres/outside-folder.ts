import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode, StartFailure } from '../failure.ts'

/** Only root needs a place outside, and root may write here; nothing in it is swept away with age as in /var/tmp. */
const OUTSIDE = '/var/lib/krom'

/**
 * A folder that the server's user can reach, for a clone or a data folder that it cannot (`/root`, `mktemp -d`).
 *
 * @param name what it is for; the same name always gives the same folder
 */
export function outsideFolder(name: string): string {
  const folder = join(OUTSIDE, createHash('sha256').update(name).digest('hex').slice(0, 16))
  makeOurs(OUTSIDE)
  makeOurs(folder)
  return folder
}

function makeOurs(folder: string): void {
  try {
    mkdirSync(folder)
    chmodSync(folder, 0o711)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new StartFailure(
      `${folder} should be root's own folder and is not: put Krom in a folder that every user may enter.`,
    )
  }
}

/** Removes a folder outside, and the last one's parent with it. */
export function removeOutside(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  if (readdirSync(OUTSIDE).length === 0) rmdirSync(OUTSIDE)
}
