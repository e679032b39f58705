import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { day, daysBetween } from '../src/kernel/day.ts'
import { anApprovedReport } from '../src/modules/delivery/testing.ts'
import { aProvider, type TestProvider } from '../src/modules/market/testing.ts'
import { aParticipant } from '../src/modules/outcomes/testing.ts'
import { type TestHouse, testHouse } from './house.ts'

const source = (path: string) => pathToFileURL(join(import.meta.dirname, '..', 'src', path)).href
const closingDay = day('2022-05-11')

/** The calendar duties of the whole house in a process of its own, as the server's jobs run them. */
function program(ownerUrl: string): string {
  return `
    import { openPool } from '${source('platform/database.ts')}'
    import { databaseClock } from '${source('platform/context.ts')}'
    import { openLog } from '${source('platform/log.ts')}'
    import { runDays } from '${source('server/jobs.ts')}'
    import { sweeps } from '${source('server/modules.ts')}'
    import { subscriptions } from '${source('server/subscriptions.ts')}'
    const pool = openPool('${ownerUrl}', 5)
    await runDays({ work: { pool, subscriptions, clock: databaseClock(pool) }, sweeps, log: openLog() })
    process.exit(0)`
}

/** A house on the eve of closing April: four providers with a participant each, everyone reported. */
async function eveOfClosing(): Promise<{ house: TestHouse; providers: TestProvider[] }> {
  const house = await testHouse(day('2022-04-04'))
  const providers: TestProvider[] = []
  for (const name of ['Ett AB', 'Två AB', 'Tre AB', 'Fyra AB']) {
    const provider = await aProvider(house.world, { name })
    const participant = await aParticipant(house.world, provider)
    await anApprovedReport(house.world, participant, provider, { month: '2022-04' })
    providers.push(provider)
  }
  const eve = day('2022-05-10')
  await house.world.rows('update platform.clock set ran_to = $1', [eve])
  house.world.today = eve
  return { house, providers }
}

/** The books and what they rest on, told without the keys that differ from house to house. */
async function booksOf({ world }: TestHouse): Promise<unknown> {
  const posted = await world.rows(
    `select p.name, l.entitlement_key, l.amount_ore, g.debit, g.credit, g.amount_ore as booked, g.period, g.standing_ore
       from compensation.entitlement_line l join market.provider p on p.id = l.provider_id left join ledger.posting g on g.line_id = l.id
      order by 1, 2, 3`,
  )
  const periods = await world.rows('select month from ledger.period order by 1')
  const runs = await world.rows(
    'select month, kind, state, contracts, contracts_done, statements, lines from compensation.v_month_run',
  )
  return { posted, periods, runs }
}

describe('kill -9 while a month is closed', () => {
  let folder: string
  let calm: unknown
  let house: TestHouse
  let providers: TestProvider[]
  let child: ChildProcess | null = null

  before(async () => {
    const undisturbed = await eveOfClosing()
    await undisturbed.house.goTo(closingDay)
    calm = await booksOf(undisturbed.house)
    await undisturbed.house.drop()
    ;({ house, providers } = await eveOfClosing())
    folder = mkdtempSync(join(tmpdir(), 'krom-crash-month-'))
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

  test('leaves some contracts with their statement and its postings, the others with neither', async () => {
    const { world } = house
    await world.rows('update platform.clock set offset_days = offset_days + $1', [
      daysBetween(day('2022-04-04'), closingDay),
    ])
    const held = [...providers].map((each) => each.contractId).sort()[2]
    const holder = await world.ownerPool.connect()
    try {
      await holder.query('begin')
      await holder.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`close:${held}`])
      const file = join(folder, 'jobs.mjs')
      writeFileSync(file, program(String(world.ownerPool.options.connectionString)))
      child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit'] })
      const ended = once(child, 'exit')
      await Promise.race([
        threeAreClosed(),
        ended.then(() => assert.fail('the duties ended without the held contract')),
      ])
      child.kill('SIGKILL')
      assert.equal((await ended)[1], 'SIGKILL')
    } finally {
      await holder.query('rollback')
      holder.release()
    }
    assert.deepEqual(
      [
        await count('compensation.statement'),
        await count('compensation.entitlement_line'),
        await count('ledger.posting'),
      ],
      [3, 3, 3],
    )
    assert.equal(await count('compensation.month_run where ended_at is not null'), 0, 'the month is not frozen')
  })

  /** The other lane goes on past the contract that is held; then one waits and one has nothing left to do. */
  async function threeAreClosed(): Promise<void> {
    while ((await count('compensation.month_closed')) < 3);
  }

  test('and started again the books are those of a house where nothing happened', async () => {
    await house.goTo(closingDay)
    assert.equal(await count('ledger.posting'), 4)
    assert.deepEqual(await booksOf(house), calm)
    await house.goTo(day('2022-05-12'))
    assert.deepEqual(await booksOf(house), calm, 'the next day adds nothing')
  })
})
