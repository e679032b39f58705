import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { day, month } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { openPool } from '../../platform/database.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestProvider } from '../market/testing.ts'
import { aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import { closeMonth } from './index.ts'
import { anApprovedReport, workOf } from './testing.ts'

const closing = month('2022-04')
const names = ['Ett AB', 'Två AB', 'Tre AB']
const source = (path: string) => pathToFileURL(join(import.meta.dirname, path)).href

/** A job in a process of its own: closes the month, and waits for a word on standard input after each contract. */
function program(ownerUrl: string): string {
  return `
    import { once } from 'node:events'
    import { closeMonth } from '${source('index.ts')}'
    import { openPool } from '${source('../../platform/database.ts')}'
    const pool = openPool('${ownerUrl}', 4)
    const clock = async () => ({ today: '2022-05-11', now: '2022-05-11T08:00:00.000Z' })
    await closeMonth({ pool, subscriptions: {}, clock }, { month: '${closing}' }, async () => {
      process.stdout.write('closed\\n')
      await once(process.stdin, 'data')
    })
    process.stdout.write('done\\n')`
}

interface PostedLine {
  readonly provider: string
  readonly key: string
  readonly ore: number
}

/** Three providers with two participants each, and an approved report for everyone: the same facts each time. */
async function threeContracts(): Promise<{ world: TestWorld; providers: TestProvider[] }> {
  const { world } = await outcomesWorld('2022-04-04')
  const providers: TestProvider[] = []
  for (const name of names) {
    const provider = await aProvider(world, { name })
    providers.push(provider)
    for (const _ of [1, 2]) {
      const participant = await aParticipant(world, provider)
      await anApprovedReport(world, participant, provider, { month: closing })
    }
  }
  world.today = day('2022-05-11')
  return { world, providers }
}

/** What is posted, told without the keys that differ from world to world. */
function postedIn(world: TestWorld): Promise<PostedLine[]> {
  return world.rows<PostedLine>(
    `select p.name as provider, l.entitlement_key as key, l.amount_ore as ore
       from compensation.entitlement_line l join market.provider p on p.id = l.provider_id order by 1, 2, 3`,
  )
}

/** Comes back when a job waits for the table that is locked: its statement is written, its lines are not. */
async function jobWaits(world: TestWorld): Promise<void> {
  for (;;) {
    const waiting = await world.rows(
      "select 1 from pg_locks where not granted and relation = 'compensation.entitlement_line'::regclass",
    )
    if (waiting.length > 0) return
  }
}

describe('closing a month that is broken off', () => {
  let world: TestWorld
  let providers: TestProvider[]
  let undisturbed: PostedLine[]
  let folder: string
  let child: ChildProcess | null = null

  before(async () => {
    const calm = await threeContracts()
    const sums = await closeMonth(workOf(calm.world), { month: closing })
    assert.deepEqual(sums, ok({ statements: 3, lines: 6, openCases: 0 }))
    undisturbed = await postedIn(calm.world)
    await calm.world.drop()
    ;({ world, providers } = await threeContracts())
    folder = mkdtempSync(join(tmpdir(), 'krom-close-'))
  })
  after(async () => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true })
    await world.drop()
  })

  const runs = () =>
    world.rows<{ state: string; contracts: number; contracts_done: number; lines: number; cases_done: number }>(
      'select state, contracts, contracts_done, cases_done, lines from compensation.v_month_run order by month',
    )

  test('by kill -9 in the middle of the third contract has two and nothing of the third', async () => {
    const file = join(folder, 'job.mjs')
    const { options } = world.ownerPool
    writeFileSync(file, program(String(options.connectionString)))
    child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] })
    assert.ok(child.stdout && child.stdin)
    for (let heard = ''; heard !== 'closed\nclosed\n'; ) heard += String((await once(child.stdout, 'data'))[0])
    const progress = { contracts: 3, contracts_done: 2, cases_done: 4, lines: 4 }
    assert.deepEqual(await runs(), [{ state: 'running', ...progress }], 'a screen sees how far it has come')
    const both = await closeMonth(workOf(world), { month: closing })
    assert.equal(both.ok ? null : both.problem.code, 'month-run-under-way')
    const holder = await world.ownerPool.connect()
    await holder.query('begin')
    await holder.query('lock table compensation.entitlement_line in exclusive mode')
    child.stdin.write('on\n')
    await jobWaits(world)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await holder.query('rollback')
    holder.release()
    assert.equal((await postedIn(world)).length, 4)
    assert.equal((await world.rows('select 1 from compensation.month_closed')).length, 2)
  })

  test('and run again goes on where it was, and ends as if nothing had happened', async () => {
    await untilLetGo()
    assert.equal((await runs())[0]?.state, 'waiting')
    const sums = await closeMonth(workOf(world), { month: closing })
    assert.deepEqual(sums, ok({ statements: 1, lines: 2, openCases: 0 }))
    assert.deepEqual(await postedIn(world), undisturbed)
    const whole = { state: 'done', contracts: 3, contracts_done: 3, cases_done: 6, lines: 6 }
    assert.deepEqual(await runs(), [whole])
    const unlike = await world.rows(
      `select 1 from compensation.statement s
        where total_ore <> (select sum(amount_ore) from compensation.entitlement_line l where l.statement_id = s.id) or line_count <> 2`,
    )
    assert.deepEqual(unlike, [])
    const again = await closeMonth(workOf(world), { month: closing })
    assert.equal(again.ok ? null : again.problem.code, 'month-frozen')
  })

  /** The database notices that the killed process is gone a moment after it is. */
  async function untilLetGo(): Promise<void> {
    for (;;) {
      const [row] = await world.rows<{ alive: boolean }>('select compensation.run_is_alive($1) as alive', [closing])
      if (row?.alive === false) return
    }
  }

  test('two runs at once post nothing twice, and one whose connection is lost takes the contract up again', async () => {
    const next = month('2022-05')
    world.today = day('2022-06-13')
    const rows = await world.rows<{ case_id: string; person_id: string; provider_id: string }>(
      'select case_id, person_id, provider_id from market.v_placement',
    )
    for (const row of rows) {
      const provider = providers.find((each) => each.providerId === row.provider_id)
      assert.ok(provider)
      const participant = { caseId: row.case_id, personId: row.person_id } as Parameters<typeof anApprovedReport>[1]
      await anApprovedReport(world, participant, provider, { month: next })
    }
    const holder = await world.ownerPool.connect()
    await holder.query('begin')
    await holder.query('lock table compensation.entitlement_line in exclusive mode')
    const errors: string[] = []
    const pool = openPool(String(world.ownerPool.options.connectionString), 3)
    const running = closeMonth({ ...workOf(world), pool }, { month: next }, (_contract, done) => {
      if (done instanceof Error) errors.push(done.message)
    })
    await jobWaits(world)
    const other = await closeMonth(workOf(world), { month: next })
    assert.equal(other.ok ? null : other.problem.code, 'month-run-under-way')
    await holder.query(
      `select pg_terminate_backend(pid) from pg_locks where not granted and relation = 'compensation.entitlement_line'::regclass`,
    )
    await holder.query('rollback')
    holder.release()
    const closed = await running
    await pool.end()
    assert.ok(closed.ok)
    assert.ok(errors.length >= 1, 'a contract was undone')
    assert.deepEqual(closed.value, { statements: 3, lines: 6, openCases: 0 })
    const [count] = await world.rows<{ lines: number }>('select count(*) as lines from compensation.entitlement_line')
    assert.equal(count?.lines, 12)
  })
})
