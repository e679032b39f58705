import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type Day, day, daysBetween } from '../src/kernel/day.ts'
import type { CaseId } from '../src/kernel/ids.ts'
import { aProvider, aReferred } from '../src/modules/market/testing.ts'
import { type TestHouse, testHouse } from './house.ts'

const source = (path: string) => pathToFileURL(join(import.meta.dirname, '..', 'src', path)).href

/** The calendar duties of the whole house in a process of its own, as the server's jobs run them. */
function program(ownerUrl: string): string {
  return `
    import { openPool } from '${source('platform/database.ts')}'
    import { databaseClock } from '${source('platform/context.ts')}'
    import { openLog } from '${source('platform/log.ts')}'
    import { runDays } from '${source('server/jobs.ts')}'
    import { sweeps } from '${source('server/modules.ts')}'
    import { subscriptions } from '${source('server/subscriptions.ts')}'
    const pool = openPool('${ownerUrl}', 3)
    await runDays({ work: { pool, subscriptions, clock: databaseClock(pool) }, sweeps, log: openLog() })
    process.exit(0)`
}

describe('kill -9 in the middle of a day’s duties', () => {
  let house: TestHouse
  let folder: string
  let child: ChildProcess | null = null
  const cases: CaseId[] = []

  before(async () => {
    house = await testHouse(day('2022-08-22'))
    folder = mkdtempSync(join(tmpdir(), 'krom-crash-'))
    await aProvider(house.world)
    for (const _ of [1, 2, 3]) cases.push((await aReferred(house.world)).caseId)
  })
  after(async () => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true })
    await house.drop()
  })

  const count = async (from: string): Promise<number> => {
    const [row] = await house.world.rows<{ n: number }>(`select count(*)::int as n from ${from}`)
    return row?.n ?? -1
  }

  /** Sets the clock to a day and runs its duties in a process that is killed when it comes to the second case. */
  async function dieAtSecondCase(today: Day): Promise<void> {
    const { world } = house
    await world.rows('update platform.clock set offset_days = offset_days + $1', [daysBetween(world.today, today)])
    world.today = today
    const holder = await world.ownerPool.connect()
    try {
      await holder.query('begin')
      await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`case:${cases[1]}`])
      const file = join(folder, 'jobs.mjs')
      writeFileSync(file, program(String(world.ownerPool.options.connectionString)))
      child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit'] })
      const ended = once(child, 'exit')
      await Promise.race([someoneWaits(), ended.then(() => assert.fail('the duties ended without the second case'))])
      child.kill('SIGKILL')
      const [, signal] = await ended
      assert.equal(signal, 'SIGKILL')
    } finally {
      await holder.query('rollback')
      holder.release()
    }
  }

  async function someoneWaits(): Promise<void> {
    for (;;) {
      const waiting = await count(
        "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'",
      )
      if (waiting > 0) return
    }
  }

  test('leaves nobody of those placed together half placed; run again, everyone is placed once', async () => {
    await house.goTo(day('2022-08-29'))
    assert.equal(await count('market.placement'), 0, 'there is still time to choose')
    await dieAtSecondCase(day('2022-08-30'))
    assert.equal(await count('market.placement'), 0, 'those placed together are placed in one transaction')
    assert.equal(await count("platform.letter where kind = 'market.placed-by-rule'"), 0)
    await house.goTo(day('2022-08-30'))
    assert.equal(await count('market.placement'), 3)
    assert.equal(await count('(select distinct case_id from market.placement) p'), 3)
    assert.equal(await count("platform.letter where kind = 'market.placed-by-rule'"), 3)
    await house.goTo(day('2022-08-31'))
    assert.equal(await count('market.placement'), 3)
  })

  test('leaves reports undrafted, some are made side by side; run again, every month in service has one, and each is told once', async () => {
    await house.goTo(day('2022-09-30'))
    assert.equal(await count('delivery.periodic_report'), 0)
    await dieAtSecondCase(day('2022-10-01'))
    assert.ok((await count('delivery.periodic_report')) < 3)
    await house.goTo(day('2022-10-01'))
    assert.equal(await count('delivery.periodic_report'), 3)
    assert.equal(await count('(select distinct case_id, month from delivery.periodic_report) r'), 3)
    assert.equal(await count("platform.notice where kind = 'delivery.month-to-confirm'"), 3)
    await house.goTo(day('2022-10-02'))
    assert.equal(await count('delivery.periodic_report'), 3)
  })
})
