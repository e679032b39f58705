import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { setLastDay } from '../market/index.ts'
import { sweeps } from './jobs.ts'
import { moveCaseload } from './move-caseload.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

describe('somebody who leaves with participants', { concurrency: false }, () => {
  let world: TestWorld
  let provider: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    served = await aServed(world, provider)
    world.today = day('2022-09-15')
  })
  after(() => world.drop())

  const sweep = sweeps.filter((each) => each.name === 'tell-of-leavers')
  const lastDay = day('2022-09-30')
  const open = async (today: Day) => {
    world.today = today
    await world.sweep(...sweep)
    return world.rows<{ due_on: string; why: object; for_organisation: string }>(
      "select due_on, why, for_organisation from platform.task where kind = 'delivery.hand-over' and closed_at is null",
    )
  }

  test('is told of to the organisation a week before the last day, once, and until all are handed over', async () => {
    const [duty] = await world.rows<{ id: string }>('select id from platform.duty where user_id = $1', [
      served.adviser.userId,
    ])
    const dutyId = duty?.id ?? assert.fail('a duty')
    await world.must(provider.coordinator, (context) => setLastDay(context, { dutyId, lastDay }))
    assert.deepEqual(await open(addDays(lastDay, -8)), [])
    const why = { code: 'leaves-with-participants', values: { lastDay, participants: 1 } }
    const told = [{ due_on: lastDay, why, for_organisation: provider.providerId }]
    assert.deepEqual(await open(addDays(lastDay, -7)), told)
    assert.deepEqual(await open(addDays(lastDay, -6)), told)
    const [fromAdviserId, toAdviserId] = [served.adviser.userId, served.other.userId]
    assert.ok(fromAdviserId && toAdviserId)
    await world.must(provider.coordinator, (context) =>
      moveCaseload(context, { fromAdviserId, toAdviserIds: [toAdviserId] }),
    )
    assert.deepEqual(await open(addDays(lastDay, -5)), [])
  })

  test('gets no new participants in the last days, while somebody else is there', async () => {
    world.today = addDays(lastDay, -5)
    const second = await aServed(world, provider)
    const third = await aServed(world, provider)
    assert.deepEqual([second.adviser.userId, third.adviser.userId], [served.other.userId, served.other.userId])
  })
})
