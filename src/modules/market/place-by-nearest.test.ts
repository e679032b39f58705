import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, day } from '../../kernel/day.ts'
import { must } from '../../kernel/result.ts'
import type { Sweep, SweepWork } from '../../platform/sweeps.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { municipality } from '../../rules/reference/index.ts'
import { chooseProvider } from './choose-provider.ts'
import { sweeps } from './jobs.ts'
import { nearestLog } from './nearest-log.ts'
import { placeByNearest } from './place-by-nearest.ts'
import { remindOfChoice } from './remind-of-choice.ts'
import { aProvider, aReferred, marketWorld, type TestParticipant, type Told } from './testing.ts'

const seat = municipality('1481')?.seat ?? { lat: 0, lon: 0 }
const north = (km: number) => ({ lat: seat.lat + km / 111.195, lon: seat.lon })

describe('the nearest-provider rule in the database', () => {
  let world: TestWorld
  let told: Told[]
  before(async () => {
    ;({ world, told } = await marketWorld())
  })
  after(() => world.drop())

  const placements = (person: TestParticipant) =>
    world.rows<{ provider_id: string; how: string; first_day: string }>(
      'select provider_id, how, first_day from market.placement where case_id = $1',
      [person.caseId],
    )
  const notices = (person: TestParticipant, kind: string) =>
    world.rows('select 1 from platform.notice where person_id = $1 and kind = $2', [person.personId, kind])
  const letters = (person: TestParticipant) =>
    world.rows<{ kind: string; language: string }>(
      "select kind, language from platform.letter where person_id = $1 and kind like 'market.%'",
      [person.personId],
    )
  const on = async (text: string) => {
    world.today = day(text)
    await world.sweep(...sweeps)
  }

  test('reminds on the 3rd working day and places on the 6th with the nearest that has room, once each', async () => {
    world.today = day('2022-10-03')
    const near = await aProvider(world, { name: 'Nära AB', point: north(2), cap: 1 })
    const next = await aProvider(world, { name: 'Näst närmast AB', point: north(5) })
    await aProvider(world, { name: 'Långt bort AB', point: north(30) })
    const silent = await aReferred(world)
    const chooser = await aReferred(world)
    await on('2022-10-05')
    assert.equal((await notices(silent, 'market.choice-reminder')).length, 0)
    await world.must(chooser.actor, (context) => chooseProvider(context, { caseId: chooser.caseId, ...near }))
    await on('2022-10-06')
    await on('2022-10-07')
    assert.equal((await notices(silent, 'market.choice-reminder')).length, 1)
    assert.equal((await notices(chooser, 'market.choice-reminder')).length, 0)
    await on('2022-10-10')
    assert.deepEqual(await placements(silent), [])
    await on('2022-10-11')
    assert.deepEqual(await placements(silent), [
      { provider_id: next.providerId, how: 'nearest', first_day: '2022-10-25' },
    ])
    assert.deepEqual(await letters(silent), [{ kind: 'market.placed-by-rule', language: 'sv-x-latt' }])
    assert.deepEqual(await letters(chooser), [])
    await on('2022-10-12')
    assert.equal((await placements(silent)).length, 1)
    const log = await world.must(world.caseworker, (context) => nearestLog(context, silent.caseId))
    assert.deepEqual(
      log.candidates.map((each) => [each.providerName, each.fate, Math.round(each.distanceKm), each.openPlaces]),
      [
        ['Nära AB', 'full', 2, 0],
        ['Näst närmast AB', 'nearest', 5, null],
        ['Långt bort AB', 'further-away', 30, null],
      ],
    )
    assert.ok(log.homeApproximate)
    assert.ok(told.some((each) => each.name === 'placed' && (each.payload as { how: string }).how === 'nearest'))
  })

  test('looks in bordering areas within 100 km when the home area has no place, and else asks a caseworker', async () => {
    world.today = day('2022-10-17')
    const alone = { municipalityCode: '0980', home: null }
    const island = await aReferred(world, alone)
    const border = await aProvider(world, { name: 'Grannen AB', municipality: '1489', cap: 1 })
    const person = await aReferred(world, { municipalityCode: '1490' })
    await on('2022-10-25')
    assert.deepEqual(
      (await placements(person)).map((each) => each.provider_id),
      [border.providerId],
    )
    assert.deepEqual(await placements(island), [])
    const tasks = await world.rows(
      "select kind, why->>'code' as code, for_user, for_office from platform.task where case_id = $1 and kind like 'market.%'",
      [island.caseId],
    )
    assert.deepEqual(tasks, [
      {
        kind: 'market.choose-together',
        code: 'no-place-within-reach',
        for_user: world.caseworker.userId,
        for_office: world.office,
      },
    ])
    await on('2022-10-26')
    const together = await world.as(world.caseworker, (context) =>
      chooseProvider(context, {
        caseId: island.caseId,
        contractId: border.contractId,
        addressId: border.addressId,
      }),
    )
    assert.equal(together.ok ? 'ok' : together.problem.code, 'no-open-place')
    const other = await aProvider(world, { name: 'Öppen AB' })
    await world.must(island.actor, (context) => chooseProvider(context, { caseId: island.caseId, ...other }))
    const open = await world.rows(
      'select 1 from platform.task where case_id = $1 and kind = $2 and closed_at is null',
      [island.caseId, 'market.choose-together'],
    )
    assert.deepEqual(open, [])
  })

  test('never places a protected identity: named staff get the task, and nothing is measured', async () => {
    world.today = day('2022-11-07')
    const hidden = await aReferred(world, { protection: 'protected-registration', email: null })
    await on('2022-11-15')
    assert.deepEqual(await placements(hidden), [])
    const tasks = await world.rows(
      "select why->>'code' as code, for_user, for_office from platform.task where case_id = $1 and kind like 'market.%'",
      [hidden.caseId],
    )
    assert.deepEqual(tasks, [{ code: 'protected-identity', for_user: world.caseworker.userId, for_office: null }])
    assert.deepEqual(await world.rows('select 1 from market.nearest_log where case_id = $1', [hidden.caseId]), [])
    const sent = await world.rows('select distinct channel from platform.notice where person_id = $1', [
      hidden.personId,
    ])
    assert.deepEqual(sent, [{ channel: 'letter' }])
  })

  test('killed in the middle goes on where it was and places nobody twice', async () => {
    world.today = day('2022-11-21')
    await aProvider(world, { name: 'Ny AB', area: 'FA41', municipality: '2380' })
    const people: TestParticipant[] = []
    for (let index = 0; index < 4; index += 1) people.push(await aReferred(world, { municipalityCode: '2380' }))
    world.today = day('2022-11-29')
    const placed = sweeps.find((sweep) => sweep.name === 'market.place-by-nearest')
    assert.ok(placed)
    await assert.rejects(world.sweep(killedAfter(placed, 1)), /killed/)
    const counts = async () => (await Promise.all(people.map(placements))).map((rows) => rows.length)
    assert.deepEqual((await counts()).sort(), [0, 0, 1, 1])
    await world.sweep(...sweeps)
    assert.deepEqual(await counts(), [1, 1, 1, 1])
    for (const person of people) {
      assert.equal((await notices(person, 'market.placed')).length, 1)
      assert.equal((await letters(person)).length, 1)
    }
  })

  test('and a choice that want the last place at once give it to one, and the rule goes on to the next', async () => {
    world.today = day('2022-11-07')
    const there = { area: 'FA34', municipality: '2080' }
    const last = await aProvider(world, { ...there, name: 'Sista AB', cap: 1 })
    const next = await aProvider(world, { ...there, name: 'Nästa AB', point: { lat: 60.7, lon: 15.6 } })
    const silent = await aReferred(world, { municipalityCode: '2080' })
    world.today = day('2022-11-15')
    const chooser = await aReferred(world, { municipalityCode: '2080' })
    const { caseId } = silent
    const [placed, chosen] = await Promise.all([
      world.as(systemActor, (context) => placeByNearest(context, { caseIds: [caseId] })),
      world.as(chooser.actor, (context) => chooseProvider(context, { caseId: chooser.caseId, ...last })),
    ])
    assert.ok(placed.ok)
    const [spell] = await placements(silent)
    assert.equal(spell?.provider_id, chosen.ok ? next.providerId : last.providerId)
    const taken = await world.rows('select 1 from market.placement where contract_id = $1', [last.contractId])
    assert.equal(taken.length, 1)
  })

  test('is the job’s alone, and does nothing before its day', async () => {
    world.today = day('2022-12-01')
    const person = await aReferred(world)
    const { caseId } = person
    const refused = await world.as(world.caseworker, (context) => placeByNearest(context, { caseIds: [caseId] }))
    assert.equal(refused.ok ? 'ok' : refused.problem.code, 'not-allowed')
    const reminded = await world.as(world.caseworker, (context) => remindOfChoice(context, { caseId }))
    assert.equal(reminded.ok ? 'ok' : reminded.problem.code, 'not-allowed')
    assert.deepEqual(must(await world.as(systemActor, (context) => placeByNearest(context, { caseIds: [caseId] }))), [
      'nothing',
    ])
    assert.equal(must(await world.as(systemActor, (context) => remindOfChoice(context, { caseId }))), false)
    world.today = addDays(world.today, 30)
    assert.equal(must(await world.as(systemActor, (context) => remindOfChoice(context, { caseId }))), false)
    assert.deepEqual(must(await world.as(systemActor, (context) => placeByNearest(context, { caseIds: [caseId] }))), [
      'placed',
    ])
    assert.deepEqual(must(await world.as(systemActor, (context) => placeByNearest(context, { caseIds: [caseId] }))), [
      'nothing',
    ])
  })

  test('shows its log to staff, not to the provider', async () => {
    const [row] = await world.rows<{ case_id: TestParticipant['caseId'] }>(
      "select case_id from market.placement where how = 'nearest' limit 1",
    )
    assert.ok(row)
    const seen = await world.as(world.overseer, (context) => nearestLog(context, row.case_id))
    assert.ok(seen.ok)
    const provider = await aProvider(world, { name: 'Nyfiken AB' })
    const hidden = await world.as(provider.coordinator, (context) => nearestLog(context, row.case_id))
    assert.equal(hidden.ok ? 'ok' : hidden.problem.code, 'not-found')
  })
})

/** The sweep as it is when its process dies: some batches of two done, one begun and rolled back, the day not noted as run. */
function killedAfter(sweep: Sweep, batches: number): Sweep {
  const dying = (work: SweepWork): SweepWork => ({
    ...work,
    eachBatch: (select, handle) => {
      let handled = 0
      return work.eachBatch(
        async (context) => (await select(context)).slice(0, 2 * batches + 1),
        async (context, items) => {
          const result = await handle(context, items)
          handled += 1
          if (handled > batches) throw new Error('killed before the commit')
          return result
        },
        2,
      )
    },
  })
  return {
    name: sweep.name,
    run: async (work, on) => {
      await sweep.run(dying(work), on)
      throw new Error('killed')
    },
  }
}
