import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { type DecideWaiver, decideWaiver } from './decide-waiver.ts'
import { deliveryPage } from './delivery-page.ts'
import { type EnterWaiver, enterWaiver } from './enter-waiver.ts'
import { aHeldMeeting, aServed, aStaffedProvider, deliveryWorld } from './testing.ts'
import { listWaivers } from './waiver-reads.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

/** As in the pandemic: no meeting in person, and the telephone instead. */
const telephone: EnterWaiver = {
  rule: 'telephone-meeting',
  areaCode: null,
  firstDay: day('2022-09-05'),
  lastDay: day('2022-09-30'),
  decision: 'Prov 2022/1, smittspridning',
}

describe('a waiver of the rules of meetings (programme 4.5)', () => {
  let world: TestWorld
  let first: Actor
  let second: Actor
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    first = await world.anActor('administrator', { name: 'Asta Förvaltare' })
    second = await world.anActor('administrator', { name: 'Bodil Förvaltare' })
    served = await aServed(world, await aStaffedProvider(world))
    world.today = day('2022-09-21')
  })
  after(() => world.drop())

  const enter = (actor: Actor, more: Partial<EnterWaiver> = {}) =>
    world.as(actor, (context) => enterWaiver(context, { ...telephone, ...more }))
  const decide = (actor: Actor, waiverId: string, more: Partial<DecideWaiver> = {}) =>
    world.as(actor, (context) => decideWaiver(context, { waiverId, outcome: 'approved', ...more }))
  const standing = async (rule: string) => {
    const page = await world.must(world.caseworker, (context) => deliveryPage(context, served.caseId))
    return page.breaches.filter((one) => one.rule === rule && one.cause !== 'logged-late').map((one) => one.dueOn)
  }
  const all = (actor: Actor) => world.must(actor, listWaivers)

  test('is entered by an administrator, with its days in order and for an area that there is', async () => {
    assert.equal(codeOf(await enter(world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await enter(first, { lastDay: day('2022-09-04') })), 'end-before-start')
    assert.equal(codeOf(await enter(first, { areaCode: 'FA99' })), 'waiver-area-unknown')
    assert.deepEqual((await all(first)).items, [])
  })

  test('holds when another has approved it, also for what was held before; the clocks obey it', async () => {
    const call = await aHeldMeeting(world, served, '2022-09-14', { mode: 'telephone' })
    assert.deepEqual(call.warnings, ['telephone-does-not-count', 'first-meeting-physical'])
    assert.deepEqual(await standing('meeting-every-14-days'), ['2022-09-19'])
    const entered = await enter(first)
    assert.ok(entered.ok)
    assert.deepEqual(await standing('meeting-every-14-days'), ['2022-09-19'], 'not before it is approved')
    assert.equal(codeOf(await decide(first, entered.value.id)), 'four-eyes-preparer')
    assert.equal(codeOf(await decide(world.caseworker, entered.value.id)), 'not-allowed')
    assert.equal(codeOf(await decide(second, served.caseId)), 'not-found')
    assert.equal(codeOf(await decide(second, entered.value.id)), 'ok')
    assert.equal(codeOf(await decide(second, entered.value.id)), 'already-decided')
    assert.deepEqual(await standing('meeting-every-14-days'), [])
    const again = await aHeldMeeting(world, served, '2022-09-15', { mode: 'telephone' })
    assert.ok(!again.warnings.includes('telephone-does-not-count'))
  })

  test('of the meeting in person makes a telephone meeting enough for the first, and for the 28 days', async () => {
    assert.deepEqual(await standing('first-meeting-physical'), ['2022-09-14'])
    const entered = await enter(first, { rule: 'no-physical-meeting' })
    assert.ok(entered.ok)
    assert.equal(codeOf(await decide(second, entered.value.id)), 'ok')
    assert.deepEqual(await standing('first-meeting-physical'), [])
    world.today = day('2022-10-10')
    assert.deepEqual(await standing('meeting-physical-every-28-days'), [])
  })

  test('is returned with a reason, and then holds nowhere', async () => {
    const entered = await enter(first, { lastDay: day('2022-12-31') })
    assert.ok(entered.ok)
    const returned = { outcome: 'returned' } as const
    assert.equal(codeOf(await decide(second, entered.value.id, returned)), 'required')
    assert.equal(codeOf(await decide(second, entered.value.id, { ...returned, why: 'För lång tid.' })), 'ok')
    const { items } = await all(served.adviser)
    assert.deepEqual(items.map(({ rule, state, mine, why }) => [rule, state, mine, why]).sort(), [
      ['no-physical-meeting', 'approved', false, null],
      ['telephone-meeting', 'approved', false, null],
      ['telephone-meeting', 'returned', false, 'För lång tid.'],
    ])
    const late = await aHeldMeeting(world, served, '2022-10-03', { mode: 'telephone' })
    assert.ok(late.warnings.includes('telephone-does-not-count'))
  })

  test('is guarded by the database too', async () => {
    const entered = await enter(first)
    assert.ok(entered.ok)
    await assert.rejects(
      world.rows(
        `insert into delivery.waiver_decision (waiver_id, outcome, on_day, recorded_at, recorded_by)
         values ($1, 'approved', '2022-10-10', now(), $2)`,
        [entered.value.id, first.userId],
      ),
      /may not decide on it/,
    )
  })
})
