import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../src/platform/migrate.ts'
import { type Database, openDatabase, removeData } from '../src/platform/postgres/open-database.ts'

/** Runs `body` on a migrated database of its own with the settings of a real one (it syncs to disk), gone afterwards. */
export async function withThrowaway<T>(
  say: (text: string) => void,
  body: (database: Database & { superUrl: string }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'krom-bench-'))
  // Under root another user runs PostgreSQL and has to pass through.
  chmodSync(folder, 0o711)
  const dataFolder = join(folder, 'data')
  const database = await openDatabase({ dataFolder, testing: false, log: say })
  try {
    await migrate(database.ownerUrl)
    return await body({ ...database, superUrl: database.superUrl ?? database.ownerUrl })
  } finally {
    await database.stop()
    removeData(dataFolder)
    rmSync(folder, { recursive: true, force: true })
  }
}
