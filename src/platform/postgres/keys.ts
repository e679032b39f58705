import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode, StartFailure } from '../failure.ts'

/** What a data folder remembers of its database. Only the user who runs Krom may read it. */
export type Keys = {
  /** Tells this data folder from an earlier one of the same name. */
  id: string
  superPassword: string
  ownerPassword: string
  /** The port last used on 127.0.0.1; 0 = none yet. */
  port: number
  /** The folder with PostgreSQL's data; empty = not made yet. */
  cluster: string
}

export const KEYS_FILE = 'database.json'

/** The keys of a data folder, or null when it has none yet. */
export function readKeys(dataFolder: string): Keys | null {
  const path = join(dataFolder, KEYS_FILE)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Keys
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    if (error instanceof SyntaxError) {
      throw new StartFailure(`${path} is damaged: restore it from a backup; without it nobody can open the database.`)
    }
    throw error
  }
}

/** Writes the keys whole or not at all. */
export function writeKeys(dataFolder: string, keys: Keys): void {
  const path = join(dataFolder, KEYS_FILE)
  writeFileSync(`${path}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
}

/** Keys for a new data folder. */
export function newKeys(): Keys {
  return { id: secret(), superPassword: secret(), ownerPassword: secret(), port: 0, cluster: '' }
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

/**
 * The password of `krom_app`, derived from the owner's: every process with the same owner's address reaches the same
 * one, so that nothing need be shared or stored, and a new owner's password brings a new one.
 */
export function appPassword(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update('krom_app').digest('base64url')
}
