import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { chooseProvider } from './choose-provider.ts'
import { sweeps } from './jobs.ts'
import { participantsByArea } from './participants-by-area.ts'
import { aProvider, aReferred, marketWorld, type TestProvider } from './testing.ts'

describe('participants in service by delivery area', () => {
  let world: TestWorld
  let chosen: TestProvider
  before(async () => {
    ;({ world } = await marketWorld())
    chosen = await aProvider(world, { name: 'Första AB' })
    await aProvider(world, { name: 'Andra AB' })
    for (const _ of [1, 2]) {
      const person = await aReferred(world)
      await world.must(person.actor, (c) => chooseProvider(c, { caseId: person.caseId, ...chosen }))
    }
  })
  after(() => world.drop())

  const on = async (today: string) => {
    world.today = day(today)
    const rows = await world.must(systemActor, async (c) => ok(await participantsByArea(c)))
    return rows.map(({ name, participants }) => [name, participants])
  }

  test('counts those in service on the day, from their first to their last, and no provider without any', async () => {
    assert.deepEqual(await on('2022-10-14'), [])
    assert.deepEqual(await on('2022-10-17'), [['Första AB', 2]])
    assert.deepEqual(await on('2023-04-14'), [['Första AB', 2]])
    world.today = day('2023-04-15')
    await world.sweep(...sweeps)
    assert.deepEqual(await on('2023-04-15'), [])
  })
})
