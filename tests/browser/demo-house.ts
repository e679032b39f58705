import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { Day } from '../../src/kernel/day.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openPool, type Pool } from '../../src/platform/database.ts'
import { tokenHash } from '../../src/platform/http/request.ts'
import { openLog } from '../../src/platform/log.ts'
import { testDatabase } from '../../src/platform/test-database.ts'
import { furnish } from '../../src/server/furnish.ts'
import { buildDoor } from '../../src/server/house.ts'
import { runDays } from '../../src/server/jobs.ts'
import { sweeps } from '../../src/server/modules.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { buildWeb } from '../../src/server/web-build.ts'
import { freePort } from './open-house.ts'

/** The house with a small demo world in it, its door open on a free port. */
export interface DemoHouse {
  readonly origin: string
  readonly ownerPool: Pool
  /** Rows as the owner sees them. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Moves the demo's today forward, with the calendar duties of every day on the way. */
  goTo(day: Day): Promise<void>
  /** Lets a visitor in as a user, as sign-in would have done. */
  letIn(page: Page, userId: string): Promise<void>
  drop(): Promise<void>
}

export async function demoHouse(people: number): Promise<DemoHouse> {
  const [database, port] = await Promise.all([testDatabase(), freePort(), buildWeb(() => undefined)])
  const ownerPool = openPool(database.ownerUrl, 4)
  const appPool = openPool(database.appUrl, 6)
  await furnish({ ownerPool, appPool, subscriptions, people, say: () => undefined })
  const origin = `http://localhost:${port}`
  const app = await buildDoor({ origin, broker: undefined }, appPool, ownerPool, { checkReplies: true })
  await app.listen({ port, host: 'localhost' })
  return {
    origin,
    ownerPool,
    rows: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await ownerPool.query(text, [...values])).rows as Row[],
    async goTo(day) {
      await ownerPool.query(
        `update platform.clock set offset_days = $1::date - (clock_timestamp() at time zone 'Europe/Stockholm')::date`,
        [day],
      )
      const work = { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
      await runDays({ work, sweeps, log: openLog() })
    },
    async letIn(page, userId) {
      const token = randomUUID()
      await ownerPool.query(
        `insert into platform.session (token_hash, user_id, duty_id, csrf_token, created_at, seen_at, expires_at)
         select $1, $2, d.id, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '1 hour'
           from platform.duty d where d.user_id = $2 order by d.id limit 1`,
        [tokenHash(token), userId, randomUUID()],
      )
      await page.context().addCookies([{ name: 'krom_session', value: token, url: origin }])
    },
    async drop() {
      await app.close()
      await appPool.end()
      await ownerPool.end()
      await database.drop()
    },
  }
}
