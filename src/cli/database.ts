import { databaseClock, type Work } from '../platform/context.ts'
import { openPool, type Pool } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { openDatabase } from '../platform/postgres/open-database.ts'
import { furnish } from '../server/furnish.ts'
import { readSettings } from '../server/settings.ts'
import { subscriptions } from '../server/subscriptions.ts'

/**
 * The database of this instance, as the owner: the running server's own PostgreSQL, or one started for the verb.
 * `for-people`: a new database first gets an authority, without which nobody could ever see the people put into it.
 */
export async function withDatabase<T>(
  body: (house: { pool: Pool; work: Work; ownerUrl: string }) => Promise<T>,
  need: 'as-it-is' | 'for-people' = 'as-it-is',
): Promise<T> {
  const settings = readSettings(process.env, [])
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const database = await openDatabase({
    dataFolder: settings.dataFolder,
    databaseUrl: settings.databaseUrl,
    appDatabaseUrl: settings.appDatabaseUrl,
    join: true,
    log: say,
  })
  const pool = openPool(database.ownerUrl, 4)
  try {
    await migrate(database.ownerUrl)
    if (need === 'for-people') await furnish({ ownerPool: pool, appPool: pool, subscriptions, people: 0, say })
    return await body({ pool, work: { pool, subscriptions, clock: databaseClock(pool) }, ownerUrl: database.ownerUrl })
  } finally {
    await pool.end()
    await database.stop()
  }
}
