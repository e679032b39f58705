import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Entry } from './entry.ts'

/** An answer as it is kept: for whom, the address it came from, and when. */
export type Kept = { userId: string; address: string; answer: unknown; atMillis: number; untilMillis: number }

type Shape = DBSchema & {
  entries: { key: string; value: Entry; indexes: { user: string } }
  kept: { key: [string, string]; value: Kept }
}

let opened: Promise<IDBPDatabase<Shape>> | null = null

/** The device's own database. Rejects where the browser keeps nothing, as in a private window of some. */
export function deviceStore(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>('krom', 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: 'key' }).createIndex('user', 'userId')
      database.createObjectStore('kept', { keyPath: ['userId', 'address'] })
    },
    terminated() {
      opened = null
    },
  }).catch((error) => {
    opened = null
    throw error
  })
  return opened
}
