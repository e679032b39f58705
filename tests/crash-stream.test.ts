import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type TestWorld, testWorld } from '../src/platform/testing.ts'
import { someAd } from './access/life.ts'

const source = (path: string) => pathToFileURL(join(import.meta.dirname, '..', 'src', path)).href

/** The stream's job in a process of its own, as the queue runs it each minute. */
function program(ownerUrl: string): string {
  return `
    import { tasks } from '${source('modules/vacancies/index.ts')}'
    import { openPool } from '${source('platform/database.ts')}'
    import { databaseClock } from '${source('platform/context.ts')}'
    import { openLog } from '${source('platform/log.ts')}'
    const pool = openPool('${ownerUrl}', 3)
    await tasks['follow-vacancies']({ pool, subscriptions: {}, clock: databaseClock(pool) }, {}, openLog())
    process.exit(0)`
}

describe('kill -9 in the middle of a stream of vacancies', { concurrency: false }, () => {
  let world: TestWorld
  let host: Server
  let folder: string
  let child: ChildProcess | null = null
  const asked: string[] = []
  /** What happens before the host answers; the answer waits for it. */
  let meanwhile = async () => {}

  before(async () => {
    world = await testWorld()
    folder = mkdtempSync(join(tmpdir(), 'krom-stream-'))
    host = createServer(async (request, response) => {
      asked.push(request.url ?? '')
      await meanwhile()
      response.end(JSON.stringify([someAd, { ...someAd, id: '20000002' }, { id: '20000003' }]))
    })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    await world.rows(
      `insert into vacancies.feed_stream (url, switched_on, taken_to, set_at, set_by)
       values ($1, true, date_trunc('second', clock_timestamp()) - interval '5 minutes', clock_timestamp(), $2)`,
      [`http://127.0.0.1:${(host.address() as AddressInfo).port}/stream`, world.administrator.userId],
    )
  })
  after(async () => {
    child?.kill('SIGKILL')
    host.closeAllConnections()
    host.close()
    rmSync(folder, { recursive: true })
    await world.drop()
  })

  function start(): Promise<unknown[]> {
    const file = join(folder, 'job.mjs')
    writeFileSync(file, program(String(world.ownerPool.options.connectionString)))
    child = spawn(process.execPath, [file], { stdio: ['ignore', 'inherit', 'inherit'] })
    return once(child, 'exit')
  }
  async function die(ended: Promise<unknown[]>): Promise<void> {
    child?.kill('SIGKILL')
    assert.deepEqual(await ended, [null, 'SIGKILL'])
  }
  /** The time that a killed process's turn is kept for has gone by. */
  const later = () => world.rows('update vacancies.feed_stream set next_at = null')
  const counts = async () => {
    const [row] = await world.rows<Record<string, number>>(
      `select (select count(*) from vacancies.vacancy)::int as vacancies, (select count(*) from vacancies.feed_run)::int as runs,
              (select count(*) from vacancies.set_aside)::int as aside`,
    )
    return row
  }
  const takenTo = async () =>
    (await world.rows<{ at: string }>('select taken_to as at from vacancies.feed_stream'))[0]?.at

  test('while the host answers: nothing is taken, nobody else asks before its turn has ended', async () => {
    const before = await takenTo()
    const answering = Promise.withResolvers<void>()
    const never = Promise.withResolvers<void>()
    meanwhile = () => {
      answering.resolve()
      return never.promise
    }
    const ended = start()
    await answering.promise
    await die(ended)
    never.resolve()
    meanwhile = async () => {}
    assert.deepEqual([await counts(), await takenTo()], [{ vacancies: 0, runs: 0, aside: 0 }, before])
    assert.deepEqual(await start(), [0, null])
    assert.equal(asked.length, 1)
  })

  test('while it is saved: nothing is half taken; run again, everything is there once', async () => {
    const before = await takenTo()
    await later()
    const holder = await world.ownerPool.connect()
    try {
      await holder.query('begin')
      await holder.query("select pg_advisory_xact_lock(hashtextextended('vacancy-feed', 0))")
      const ended = start()
      await Promise.race([someoneWaits(), ended.then(() => assert.fail('the job ended without saving'))])
      await die(ended)
    } finally {
      await holder.query('rollback')
      holder.release()
    }
    assert.deepEqual([await counts(), await takenTo()], [{ vacancies: 0, runs: 0, aside: 0 }, before])
    for (const _ of [1, 2]) {
      await later()
      assert.deepEqual(await start(), [0, null])
    }
    assert.deepEqual(await counts(), { vacancies: 2, runs: 1, aside: 1 })
    assert.equal(asked[0], asked[1], 'what was lost is asked for again')
    assert.ok(String(await takenTo()) > String(before))
  })

  async function someoneWaits(): Promise<void> {
    for (;;) {
      const [row] = await world.rows<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'",
      )
      if ((row?.n ?? 0) > 0) return
    }
  }
})
