import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { municipality } from '../../rules/reference/index.ts'
import { coverageReply } from './contract/coverage.ts'
import { coverageCsv, coverageOn, isMeasuringDay } from './coverage.ts'
import { sweeps } from './jobs.ts'
import { setCapacity } from './set-capacity.ts'
import { setNewChoices } from './set-new-choices.ts'
import { aJobseeker, aProvider, marketWorld, type TestProvider } from './testing.ts'

const seat = municipality('1481')?.seat ?? { lat: 0, lon: 0 }

describe('the coverage in the database', () => {
  let world: TestWorld
  let near: TestProvider
  const anyone: Actor = { ...systemActor, role: 'public', name: '' }
  before(async () => {
    ;({ world } = await marketWorld())
    near = await aProvider(world, { name: 'Nära AB', point: { lat: seat.lat + 0.05, lon: seat.lon }, cap: 7 })
    await aProvider(world, { name: 'Slut AB', lastDay: '2022-06-30' })
    for (let person = 0; person < 6; person += 1) await aJobseeker(world)
    await aJobseeker(world, { protection: 'secrecy-mark', email: null })
    await aJobseeker(world, { municipalityCode: '2584' })
  })
  after(() => world.drop())

  const on = async (text: string) => {
    const shown = await world.must(anyone, async (context) => ({
      ok: true as const,
      value: await coverageOn(context, day(text)),
    }))
    return coverageReply.parse(shown)
  }
  const molndal = async (text: string) => (await on(text)).municipalities.find((row) => row.code === '1481')

  test('shows what was in force on the day that is asked for', async () => {
    assert.deepEqual(
      (await on('2021-12-31')).areas.filter((area) => area.providers > 0),
      [],
    )
    assert.equal((await molndal('2022-06-30'))?.providers, 2)
    assert.equal((await molndal('2022-07-01'))?.providers, 1)
    const area = (await on('2022-10-03')).areas.find((one) => one.code === 'FA15')
    assert.deepEqual([area?.providers, area?.addresses, area?.openPlaces], [1, 1, 7])
    assert.ok((await on('2022-10-03')).areas.some((one) => one.providers === 0))
  })

  test('counts homes once a week, tells them in fives and never the protected ones', async () => {
    assert.equal((await molndal('2022-10-03'))?.homes, null)
    await world.sweep(...sweeps.filter((sweep) => sweep.name === 'market.measure-coverage'))
    const shown = await on('2022-10-05')
    assert.equal(shown.measuredOn, '2022-10-03')
    assert.deepEqual(shown.municipalities.find((row) => row.code === '1481')?.homes, {
      all: 5,
      bands: [0, 5, 0, 0, 0, 0],
    })
    assert.equal(shown.municipalities.find((row) => row.code === '2584')?.homes?.all, null)
    assert.equal((await on('2022-10-02')).measuredOn, null)
    const [stored] = await world.rows<{ homes: number }>(
      'select sum(homes)::integer as homes from market.home_distance',
    )
    assert.equal(stored?.homes, 7)
    assert.deepEqual([isMeasuringDay(day('2022-10-03')), isMeasuringDay(day('2022-10-04'))], [true, false])
  })

  test('is open data: a row for each municipality, without a price or a person', async () => {
    const shown = await on('2022-10-03')
    const { body, fileName } = await coverageCsv(shown)
    const lines = String(body).trim().split('\r\n')
    assert.equal(fileName, 'coverage-2022-10-03.csv')
    assert.equal(lines.length, 291)
    assert.ok(lines.some((line) => line.includes('Mölndal')))
    assert.equal(/price|person/i.test(JSON.stringify(shown)), false)
  })

  test('forgets nothing of a day that is over: a stop and a new cap count from the day they were made', async () => {
    await world.must(near.coordinator, (context) => setCapacity(context, { ...near, cap: 3 }))
    const area = async (text: string) => (await on(text)).areas.find((one) => one.code === 'FA15')
    assert.deepEqual([(await area('2022-10-03'))?.openPlaces, (await area('2022-10-02'))?.openPlaces], [3, null])
    const { contractId } = near
    await world.must(world.overseer, (context) =>
      setNewChoices(context, { contractId, open: false, reason: 'Kontroll' }),
    )
    assert.deepEqual([(await area('2022-10-03'))?.providers, (await area('2022-10-02'))?.providers], [0, 1])
  })
})
