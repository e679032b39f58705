import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { changeStaff, setLastDay } from '../market/index.ts'
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
  const lastDay = day('2022-10-07')
  const open = async (today: Day) => {
    world.today = today
    await world.sweep(...sweep)
    return world.rows<{ due_on: string; why: object; for_organisation: string }>(
      "select due_on, why, for_organisation from platform.task where kind = 'delivery.hand-over' and closed_at is null",
    )
  }

  const dutyOf = async (userId: string | null) => {
    const rows = await world.rows<{ id: string }>(
      'select id from platform.duty where user_id = $1 and (valid_to is null or valid_to > $2)',
      [userId, world.today],
    )
    return rows[0]?.id ?? assert.fail('a duty')
  }
  const leaveOn = async (onDay: Day | null) => {
    const dutyId = await dutyOf(served.adviser.userId)
    await world.must(provider.coordinator, (context) => setLastDay(context, { dutyId, lastDay: onDay }))
  }

  test('is no longer told of when the last day is taken back or moved away, and with the new day when it is moved', async () => {
    const first = day('2022-09-20')
    const dueOn = async (today: Day) => (await open(today)).map((task) => task.due_on)
    await leaveOn(first)
    assert.deepEqual(await dueOn(addDays(first, -5)), [first])
    await leaveOn(addDays(first, 2))
    assert.deepEqual(await dueOn(addDays(first, -4)), [addDays(first, 2)])
    await leaveOn(addDays(first, 60))
    assert.deepEqual(await dueOn(addDays(first, -3)), [])
    await leaveOn(first)
    assert.deepEqual(await dueOn(addDays(first, -2)), [first])
    await leaveOn(null)
    assert.deepEqual(await dueOn(addDays(first, -1)), [])
  })

  test('is told of once, also when another duty has come in the place of the one', async () => {
    const first = day('2022-09-24')
    await leaveOn(first)
    assert.equal((await open(addDays(first, -3))).length, 1)
    const dutyId = await dutyOf(served.adviser.userId)
    await world.must(provider.coordinator, (context) =>
      changeStaff(context, { dutyId, role: 'coordinator', places: [], languages: [] }),
    )
    assert.equal((await open(addDays(first, -2))).length, 1)
    const [task] = await world.rows<{ subject_id: string }>(
      "select subject_id from platform.task where kind = 'delivery.hand-over' and closed_at is null",
    )
    assert.equal(task?.subject_id, await dutyOf(served.adviser.userId))
    await leaveOn(null)
    assert.deepEqual(await open(addDays(first, -1)), [])
  })

  test('is told of to the organisation a week before the last day, once, and until all are handed over', async () => {
    await leaveOn(lastDay)
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
