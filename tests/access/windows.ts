import assert from 'node:assert/strict'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { tasks } from '../../src/server/modules.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import type { TestHouse } from '../house.ts'

/** Counts everyone for a comparison of windows, as the queue would. */
export async function countWindows(house: TestHouse, comparisonId: string): Promise<void> {
  const pool = house.world.ownerPool
  const work = { pool, subscriptions, clock: databaseClock(pool) }
  await tasks['compare-windows']?.(work, { comparisonId }, openLog())
}

/** A finished comparison of two windows, and a switch that an administrator of its own drafted from it. */
export async function aPlannedWindow(house: TestHouse): Promise<{ comparisonId: string; windowPlanId: string }> {
  const administrator = await house.signIn(await house.world.anActor('administrator'))
  const asked = await administrator.post('/windows/comparisons', { before: { window: 1 }, after: { window: 2 } })
  assert.equal(asked.status, 202, asked.text)
  const { comparisonId } = asked.body
  await countWindows(house, comparisonId)
  const planned = await administrator.post('/windows/plans', { comparisonId, from: '2030-01-01', reason: 'Ett byte' })
  assert.equal(planned.status, 201, planned.text)
  return { comparisonId, windowPlanId: planned.body.planId }
}
