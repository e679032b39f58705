import assert from 'node:assert/strict'
import { anAnswer, anOffice } from '../../src/modules/oversight/testing.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { tasks } from '../../src/server/modules.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import type { TestHouse } from '../house.ts'

/** Keys of what there is to see of the oversight of the tool. */
export interface OversightKeys {
  readonly officeId: string
  readonly sampleId: string
  readonly itemId: string
  readonly editionId: string
}

/** Runs a check of the tool, as the queue would. */
export async function runToolCheck(house: TestHouse, checkId: string): Promise<void> {
  const pool = house.world.ownerPool
  const work = { pool, subscriptions, clock: databaseClock(pool) }
  await tasks['check-tool']?.(work, { checkId }, openLog())
}

/** An office whose caseworker has abstained, a sample with it, and a frozen edition of the AI act file. */
export async function someOversight(house: TestHouse): Promise<OversightKeys> {
  const { world } = house
  const office = await anOffice(world, 'Granskade kontoret')
  await anAnswer(world, office, { code: 'other-measure' })
  const overseer = await house.signIn(world.overseer)
  const drawn = await overseer.post('/oversight/reviews', {})
  assert.equal(drawn.status, 201, drawn.text)
  const { sampleId } = drawn.body
  const page = await overseer.get(`/oversight/reviews/${sampleId}`)
  const frozen = await overseer.post('/oversight/act-file/editions', {})
  assert.equal(frozen.status, 201, frozen.text)
  return {
    officeId: office.officeId,
    sampleId,
    itemId: page.body.items.items[0].itemId,
    editionId: frozen.body.editionId,
  }
}
