import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { day, month } from '../../kernel/day.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { aProvider, type TestProvider } from '../market/testing.ts'
import { aParticipant, outcomesWorld } from '../outcomes/testing.ts'
import { closeMonth } from './index.ts'
import { anApprovedReport, workOf } from './testing.ts'

const closing = month('2022-04')
const source = (path: string) => pathToFileURL(join(import.meta.dirname, path)).href

/** A job in a process of its own: closes the month, and waits for a word on standard input after each contract. */
function program(ownerUrl: string): string {
  return `
    import { once } from 'node:events'
    import { closeMonth } from '${source('index.ts')}'
    import { openPool } from '${source('../../platform/database.ts')}'
    const pool = openPool('${ownerUrl}', 2)
    const clock = async () => ({ today: '2022-05-11', now: '2022-05-11T08:00:00.000Z' })
    await closeMonth({ pool, subscriptions: {}, clock }, { month: '${closing}' }, async () => {
      process.stdout.write('closed\\n')
      await once(process.stdin, 'data')
    })
    process.stdout.write('done\\n')`
}

describe('closing a month that is broken off', () => {
  let world: TestWorld
  let providers: TestProvider[]
  let folder: string
  let child: ChildProcess | null = null

  before(async () => {
    ;({ world } = await outcomesWorld('2022-04-04'))
    folder = mkdtempSync(join(tmpdir(), 'krom-close-'))
    providers = []
    for (const name of ['Ett AB', 'Två AB', 'Tre AB']) {
      const provider = await aProvider(world, { name })
      providers.push(provider)
      for (const _ of [1, 2]) {
        const participant = await aParticipant(world, provider)
        await anApprovedReport(world, participant, provider, { month: closing })
      }
    }
    world.today = day('2022-05-11')
  })
  after(async () => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true })
    await world.drop()
  })

  const posted = () =>
    world.rows<{ contract_id: string; case_id: string; entitlement_key: string; amount_ore: number }>(
      'select contract_id, case_id, entitlement_key, amount_ore from compensation.entitlement_line order by 1, 2, 3',
    )

  /** Comes back when the job waits for the table that is locked: its statement is written, its lines are not. */
  async function jobWaits(): Promise<void> {
    for (;;) {
      const waiting = await world.rows(
        "select 1 from pg_locks where not granted and relation = 'compensation.entitlement_line'::regclass",
      )
      if (waiting.length > 0) return
    }
  }

  test('by kill -9 in the middle of the second contract has the first and nothing of the second', async () => {
    const file = join(folder, 'job.mjs')
    const { options } = world.ownerPool
    writeFileSync(file, program(String(options.connectionString)))
    child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] })
    assert.ok(child.stdout && child.stdin)
    await once(child.stdout, 'data')
    const holder = await world.ownerPool.connect()
    await holder.query('begin')
    await holder.query('lock table compensation.entitlement_line in exclusive mode')
    child.stdin.write('on\n')
    await jobWaits()
    child.kill('SIGKILL')
    await once(child, 'exit')
    await holder.query('rollback')
    holder.release()
    assert.equal(new Set((await posted()).map((line) => line.contract_id)).size, 1)
    assert.equal((await world.rows('select 1 from compensation.month_closed')).length, 1)
  })

  test('and run again gives every contract its statement once, as if nothing had happened', async () => {
    const first = await posted()
    const sums = await closeMonth(workOf(world), { month: closing })
    assert.deepEqual(sums, { statements: 2, lines: 4, openCases: 0 })
    const all = await posted()
    assert.equal(all.length, 6)
    for (const line of first) assert.ok(all.some((each) => JSON.stringify(each) === JSON.stringify(line)))
    const unlike = await world.rows(
      `select 1 from compensation.statement s
        where total_ore <> (select sum(amount_ore) from compensation.entitlement_line l where l.statement_id = s.id) or line_count <> 2`,
    )
    assert.deepEqual(unlike, [])
    assert.deepEqual(await closeMonth(workOf(world), { month: closing }), { statements: 0, lines: 0, openCases: 0 })
  })

  test('two runs at once post nothing twice', async () => {
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
    const both = await Promise.all([
      closeMonth(workOf(world), { month: next }),
      closeMonth(workOf(world), { month: next }),
    ])
    assert.equal(
      both.reduce((all, each) => all + each.lines, 0),
      6,
    )
    const [count] = await world.rows<{ lines: number }>('select count(*) as lines from compensation.entitlement_line')
    assert.equal(count?.lines, 12)
  })
})
