import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { addDays, day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { breachesOf, clockFacts } from './clock-facts.ts'
import { deliveryPage } from './delivery-page.ts'
import { sweeps } from './jobs.ts'
import { decideDeviation, reportDeviation } from './report-deviation.ts'
import { aHeldMeeting, anActivity, aPlan, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Row = {
  breach_id: string
  rule: string
  due_on: string
  state: string
  cause: string | null
  known_on: string
  first_known_on: string
}

/** In service from Monday 5 September 2022; a meeting is due on the 19th, an activity each Friday. */
describe('breaches are facts with their cause', () => {
  let world: TestWorld
  let provider: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    served = await aServed(world, provider)
    world.today = day('2022-09-06')
    await aPlan(world, served)
    await aHeldMeeting(world, served, '2022-09-05')
  })
  after(() => world.drop())

  const keeping = sweeps.filter((sweep) => sweep.name === 'keep-breaches')
  const morningOf = async (on: string) => {
    world.today = day(on)
    await world.sweep(...keeping)
  }
  const kept = async () =>
    (await world.rows<Row>('select * from delivery.v_breach order by due_on, rule')).map(
      (row) => `${row.rule} ${row.due_on} ${row.state} ${row.cause}`,
    )
  const count = async (from: string) =>
    (await world.rows<{ n: number }>(`select count(*)::int as n from ${from}`))[0]?.n ?? -1

  test('the morning after the due day it is written, once', async () => {
    await morningOf('2022-09-09')
    assert.deepEqual(await kept(), [], 'on the due day itself there is still time')
    await morningOf('2022-09-10')
    assert.deepEqual(await kept(), ['weekly-physical-activity 2022-09-09 breached not-offered'])
    const [row] = await world.rows<Row>('select * from delivery.v_breach')
    assert.deepEqual([row?.known_on, row?.first_known_on], ['2022-09-09', '2022-09-09'])
    await morningOf('2022-09-11')
    assert.equal(await count('delivery.breach'), 1)
  })

  test('a spell is not looked at before a due day has passed or something is written', async () => {
    const looks = () => world.rows<{ look_on: string }>('select look_on from delivery.clock_look')
    assert.deepEqual(await looks(), [{ look_on: '2022-09-17' }])
    await world.rows("update delivery.clock_look set look_on = '2022-12-31'")
    await morningOf('2022-09-12')
    assert.deepEqual(await looks(), [{ look_on: '2022-12-31' }], 'nothing has happened')
    await anActivity(world, served, '2022-09-12')
    await morningOf('2022-09-13')
    assert.deepEqual(await looks(), [{ look_on: '2022-09-20' }], 'the meeting’s day, for the week is answered')
  })

  test('what is logged late keeps the period late, in a row that replaces', async () => {
    await anActivity(world, served, '2022-09-08')
    await morningOf('2022-09-14')
    assert.deepEqual(await kept(), ['weekly-physical-activity 2022-09-09 kept-late logged-late'])
    const [row] = await world.rows<Row>('select * from delivery.v_breach')
    assert.deepEqual([row?.known_on, row?.first_known_on], ['2022-09-13', '2022-09-09'])
    assert.equal(await count('delivery.breach'), 2, 'what was known before still stands there')
  })

  test('an approved absence that moves the due day leaves no breach', async () => {
    await morningOf('2022-09-20')
    assert.ok((await kept()).includes('meeting-every-14-days 2022-09-19 breached not-offered'))
    const { id } = await world.must(served.adviser, (context) =>
      reportDeviation(context, {
        caseId: served.caseId,
        kind: 'absence',
        reason: 'sick',
        firstDay: day('2022-09-19'),
        lastDay: day('2022-09-20'),
      }),
    )
    await world.must(world.caseworker, (context) => decideDeviation(context, { deviationId: id, outcome: 'accepted' }))
    await morningOf('2022-09-21')
    assert.ok((await kept()).includes('meeting-every-14-days 2022-09-19 lapsed null'))
    await morningOf('2022-09-22')
    assert.ok((await kept()).includes('meeting-every-14-days 2022-09-21 breached not-offered'), 'nor on the moved day')
  })

  test('the page says since when it is known; who only pays sees nothing', async () => {
    const page = await world.must(world.caseworker, (context) => deliveryPage(context, served.caseId))
    assert.deepEqual(
      page.breaches.map((breach) => [breach.dueOn, breach.cause, breach.knownOn]),
      [
        ['2022-09-21', 'not-offered', '2022-09-21'],
        ['2022-09-09', 'logged-late', '2022-09-09'],
      ],
    )
    const seen = (actor: Actor) =>
      world.must(actor, async (context) =>
        ok((await sql`select 1 from delivery.v_breach`.execute(context.db)).rows.length),
      )
    assert.ok((await seen(served.adviser)) > 0)
    assert.ok((await seen(served.actor)) > 0)
    assert.equal(await seen(world.approver), 0)
    assert.equal(await seen((await aStaffedProvider(world, 'Den andra AB')).coordinator), 0)
  })

  test('what is kept is what the clocks say of everyone, day by day, also after days without a run', async () => {
    for (const at of [0, 1, 2]) {
      world.today = addDays(day('2022-09-23'), at)
      await aServed(world, provider)
    }
    const cases = await world.rows<{ case_id: string }>('select case_id from market.v_placement')
    assert.equal(cases.length, 4)
    for (let today = day('2022-10-07'); today < '2022-12-01'; today = addDays(today, 1)) {
      world.today = today
      const n = Number(today.slice(8))
      const held = addDays(today, -(n % 5))
      // At a time of its own, for several fall on the same day.
      const startsAt = atTime(held, `${String(Math.max(Math.ceil(n / 3) - 1, 0)).padStart(2, '0')}:00`)
      if (n % 3 === 0) await aHeldMeeting(world, served, held, { mode: n % 2 ? 'video' : 'physical', startsAt })
      if (n % 4 === 0) await anActivity(world, served, addDays(today, -(n % 9)))
      if (n % 11 === 5) continue
      await morningOf(today)
      await mustAgree()
    }
  })

  async function mustAgree(): Promise<void> {
    const stored = await world.rows<{ line: string }>(
      `select concat_ws(' ', placement_id, rule, from_day, due_on, cause, reason, on_day) as line from delivery.v_breach
        where state <> 'lapsed' order by 1`,
    )
    const until = addDays(world.today, -1)
    const found = await world.must(systemActor, async (context) => {
      const facts = await clockFacts(context, sql`p.first_day < ${world.today}::date`, 'whole-log')
      return ok(
        facts.flatMap((of) =>
          breachesOf(context, of, 'whole-log', until).map(({ rule, from, dueOn, cause, reason, onDay }) =>
            [of.placementId, rule, from, dueOn, cause, reason, onDay].filter((part) => part !== null).join(' '),
          ),
        ),
      )
    })
    assert.deepEqual(
      stored.map((row) => row.line),
      found.sort(),
      `on ${world.today}`,
    )
  }
})
