import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { addDays, day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { decideExtension, interruptService, resumeService } from '../decision/index.ts'
import { correctPerson } from '../registration/index.ts'
import { changeProvider } from './change-provider.ts'
import { chooseProvider } from './choose-provider.ts'
import { endPlacementsOn } from './end-placement.ts'
import type { ProviderChanged } from './events.ts'
import { sweeps } from './jobs.ts'
import { nameAdviser } from './name-adviser.ts'
import { placementOn, placementsOf } from './reads.ts'
import { aProvider, aReferred, marketWorld, type TestParticipant, type TestProvider, type Told } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('spells with providers in the database', () => {
  let world: TestWorld
  let told: Told[]
  let first: TestProvider
  let second: TestProvider
  before(async () => {
    ;({ world, told } = await marketWorld())
    first = await aProvider(world, { name: 'Första AB' })
    second = await aProvider(world, { name: 'Andra AB' })
  })
  beforeEach(() => {
    world.today = day('2022-10-03')
  })
  after(() => world.drop())

  /** In service with the first provider from 2022-10-17 to 2023-04-14, unless something ends it. */
  const inService = async (details = {}) => {
    world.today = day('2022-10-03')
    const person = await aReferred(world, details)
    await world.must(person.actor, (context) => chooseProvider(context, { caseId: person.caseId, ...first }))
    return person
  }
  const changeTo = (person: TestParticipant, to: TestProvider, from?: string, actor = person.actor) =>
    world.as(actor, (context) =>
      changeProvider(context, {
        caseId: person.caseId,
        contractId: to.contractId,
        addressId: to.addressId,
        from: from === undefined ? null : day(from),
      }),
    )
  const spells = async (person: TestParticipant, actor = world.caseworker) => {
    const rows = await world.must(actor, async (context) => ({
      ok: true,
      value: await placementsOf(context, person.caseId),
    }))
    return rows.map((row) => [row.providerName, row.firstDay, row.lastDay, row.endCause])
  }
  const accessUntil = (person: TestParticipant, provider: TestProvider) =>
    world.rows<{ valid_from: string; valid_to: string | null }>(
      'select valid_from, valid_to from platform.access where person_id = $1 and holder = $2 order by valid_from',
      [person.personId, provider.providerId],
    )

  test('a change takes effect the next working day, with a letter, and the old provider reads for 30 days more', async () => {
    const person = await inService()
    world.today = day('2022-11-04')
    const changed = await changeTo(person, second)
    assert.ok(changed.ok, codeOf(changed))
    assert.equal(changed.value.firstDay, '2022-11-07')
    assert.deepEqual(await spells(person), [
      ['Första AB', '2022-10-17', '2022-11-06', 'changed'],
      ['Andra AB', '2022-11-07', null, null],
    ])
    assert.deepEqual(await accessUntil(person, first), [{ valid_from: '2022-10-03', valid_to: '2022-12-07' }])
    assert.deepEqual(await accessUntil(person, second), [{ valid_from: '2022-11-04', valid_to: null }])
    const letters = await world.rows<{ html: string }>(
      "select html from platform.letter where case_id = $1 and kind = 'market.provider-changed'",
      [person.caseId],
    )
    assert.equal(letters.length, 1)
    assert.match(letters[0]?.html ?? '', /Andra AB ska hjälpa dig från 2022-11-07.*Första AB är 2022-11-06/)
    const event = told.findLast((each) => each.name === 'provider-changed')
    assert.ok(event)
    const { previousProviderId, firstDay } = event.payload as ProviderChanged
    assert.deepEqual([previousProviderId, firstDay], [first.providerId, '2022-11-07'])
    world.today = day('2022-12-06')
    assert.equal((await spells(person, first.coordinator)).length, 2)
    world.today = day('2022-12-07')
    assert.deepEqual(await spells(person, first.coordinator), [])
    assert.equal((await spells(person, second.coordinator)).length, 2)
  })

  test('a change on a later day, to and fro, leaves no day with two providers', async () => {
    const person = await inService()
    world.today = day('2022-11-01')
    assert.equal(codeOf(await changeTo(person, second, '2022-12-01')), 'ok')
    assert.equal(codeOf(await changeTo(person, second)), 'already-there')
    world.today = day('2022-11-15')
    assert.equal(codeOf(await changeTo(person, first)), 'ok')
    assert.deepEqual(await spells(person), [
      ['Första AB', '2022-10-17', '2022-11-30', 'changed'],
      ['Första AB', '2022-12-01', null, null],
    ])
    assert.deepEqual(await accessUntil(person, second), [{ valid_from: '2022-11-01', valid_to: '2022-11-16' }])
    const on = await world.must(world.caseworker, async (context) => ({
      ok: true,
      value: await placementOn(context, person.caseId, day('2022-12-01')),
    }))
    assert.equal(on?.firstDay, '2022-12-01')
  })

  test('a change is refused when full, too early, after the last granted day, or to the wrong role', async () => {
    const person = await inService()
    const full = await aProvider(world, { name: 'Full AB', cap: 0 })
    assert.equal(codeOf(await changeTo(person, full)), 'no-open-place')
    assert.equal(codeOf(await changeTo(person, second, '2022-10-16')), 'change-too-early')
    assert.equal(codeOf(await changeTo(person, second, '2023-04-15')), 'change-after-service')
    assert.equal(codeOf(await changeTo(person, second, '2023-04-14', world.approver)), 'not-allowed')
    assert.equal(codeOf(await changeTo(person, second, '2023-04-14', second.coordinator)), 'not-found')
    assert.equal(codeOf(await changeTo(person, { ...second, addressId: first.addressId })), 'offer-not-found')
    assert.equal(codeOf(await changeTo(person, first)), 'already-there')
    assert.deepEqual(await spells(person), [['Första AB', '2022-10-17', null, null]])
  })

  test('two who change to the last place at once: one gets it, the other stays where they are', async () => {
    const narrow = await aProvider(world, { name: 'Trång AB', cap: 1 })
    const [one, two] = [await inService(), await inService()]
    world.today = day('2022-11-01')
    const results = await Promise.all([changeTo(one, narrow), changeTo(two, narrow)])
    assert.deepEqual(results.map(codeOf).sort(), ['no-open-place', 'ok'])
    const all = [...(await spells(one)), ...(await spells(two))].map((spell) => spell[0]).sort()
    assert.deepEqual(all, ['Första AB', 'Första AB', 'Trång AB'])
  })

  test('an interruption ends the spell on its last day, frees the place the day after, and a return chooses again', async () => {
    const narrow = await aProvider(world, { name: 'En plats AB', cap: 1 })
    const person = await inService()
    world.today = day('2022-11-01')
    await changeTo(person, narrow)
    const waiting = await inService()
    world.today = day('2022-11-14')
    await world.must(world.caseworker, (context) =>
      interruptService(context, {
        caseId: person.caseId,
        lastDay: day('2022-11-18'),
        cause: 'long-absence',
        reason: 'Sjuk',
      }),
    )
    assert.deepEqual((await spells(person)).at(-1), ['En plats AB', '2022-11-02', '2022-11-18', 'interruption'])
    world.today = day('2022-11-18')
    assert.equal(codeOf(await changeTo(waiting, narrow)), 'no-open-place')
    world.today = day('2022-11-19')
    assert.equal(codeOf(await changeTo(waiting, narrow)), 'ok')
    world.today = day('2022-12-01')
    await world.must(world.caseworker, (context) =>
      resumeService(context, { caseId: person.caseId, returnOn: day('2022-12-05') }),
    )
    await world.must(person.actor, (context) => chooseProvider(context, { caseId: person.caseId, ...second }))
    assert.deepEqual((await spells(person)).at(-1), ['Andra AB', '2022-12-05', null, null])
    const [dates] = await world.rows('select first_day, last_day from decision.v_decision where case_id = $1', [
      person.caseId,
    ])
    assert.deepEqual(dates, { first_day: '2022-10-17', last_day: '2023-04-14' })
  })

  test('an interruption before the start frees the place and ends the choice', async () => {
    const person = await aReferred(world)
    await world.must(world.caseworker, (context) =>
      interruptService(context, { caseId: person.caseId, lastDay: world.today, cause: 'work', reason: 'Fick jobb' }),
    )
    const late = await world.as(person.actor, (context) => chooseProvider(context, { caseId: person.caseId, ...first }))
    assert.equal(codeOf(late), 'no-choice-open')
    const placed = await inService()
    await world.must(world.caseworker, (context) =>
      interruptService(context, { caseId: placed.caseId, lastDay: world.today, cause: 'work', reason: 'Fick jobb' }),
    )
    assert.deepEqual(await spells(placed), [])
    assert.deepEqual(await accessUntil(placed, first), [{ valid_from: '2022-10-03', valid_to: '2022-10-04' }])
    const kinds = await world.rows(
      'select n.kind from platform.notice n join market.placement p on p.id = n.subject_id where p.case_id = $1 and n.organisation_id is not null order by n.kind',
      [placed.caseId],
    )
    assert.deepEqual(kinds, [{ kind: 'market.new-participant' }, { kind: 'market.placement-cancelled' }])
  })

  test('the end of the chain ends the spell by sweep, once, unless an extension was granted', async () => {
    const [ends, goesOn] = [await inService(), await inService()]
    world.today = day('2023-04-01')
    await world.must(world.caseworker, (context) =>
      decideExtension(context, { caseId: goesOn.caseId, reason: 'Nära arbete' }),
    )
    world.today = day('2023-04-14')
    await world.sweep(...sweeps)
    assert.deepEqual(await spells(ends), [['Första AB', '2022-10-17', null, null]])
    for (const on of ['2023-04-15', '2023-04-17']) {
      world.today = day(on)
      await world.sweep(...sweeps)
    }
    assert.deepEqual(await spells(ends), [['Första AB', '2022-10-17', '2023-04-14', 'chain-over']])
    assert.deepEqual(await spells(goesOn), [['Första AB', '2022-10-17', null, null]])
    const ended = told.filter((each) => (each.payload as { caseId: string }).caseId === ends.caseId)
    assert.equal(ended.filter((each) => each.name === 'placement-ended').length, 1)
    assert.equal(codeOf(await changeTo(ends, second)), 'no-provider-to-change')
  })

  test('an outcome ends the spell the day before it begins, and an earlier end stands', async () => {
    const person = await inService()
    world.today = day('2022-12-20')
    const end = (lastDay: string, cause: 'outcome' | 'interruption') =>
      world.must(systemActor, (context) =>
        endPlacementsOn(context, { caseId: person.caseId, lastDay: day(lastDay), cause }),
      )
    assert.equal((await end('2022-12-31', 'interruption')).length, 1)
    assert.equal((await end('2022-11-30', 'outcome')).length, 1)
    assert.equal((await end('2022-12-15', 'interruption')).length, 0)
    assert.deepEqual(await spells(person), [['Första AB', '2022-10-17', '2022-11-30', 'outcome']])
    assert.deepEqual(await accessUntil(person, first), [{ valid_from: '2022-10-03', valid_to: '2022-12-31' }])
    const ends = await world.rows(
      'select last_day from market.placement_end where case_id = $1 order by recorded_at, id',
      [person.caseId],
    )
    assert.equal(ends.length, 2)
  })

  test('who moves to an area without the provider chooses anew within 5 working days while the chain runs on', async () => {
    const away = await aProvider(world, { name: 'Fjällen AB', area: 'FA41', municipality: '2380' })
    const person = await inService()
    world.today = day('2022-11-14')
    const move = (municipalityCode: string) => moveTo(world, person, municipalityCode)
    await move('1480')
    assert.equal((await windows(person)).length, 1)
    await move('2380')
    assert.deepEqual((await windows(person)).at(-1), { cause: 'moved', due_on: '2022-11-21', closed_how: null })
    world.today = day('2022-11-22')
    await world.sweep(...sweeps)
    assert.deepEqual(await spells(person), [
      ['Första AB', '2022-10-17', '2022-11-22', 'changed'],
      ['Fjällen AB', '2022-11-23', null, null],
    ])
    assert.deepEqual((await windows(person)).at(-1), { cause: 'moved', due_on: '2022-11-21', closed_how: 'placed' })
    assert.equal((await accessUntil(person, away)).length, 1)
  })

  const windows = (person: TestParticipant) =>
    world.rows<{ cause: string; due_on: string; closed_how: string | null }>(
      'select cause, due_on, closed_how from market.v_choice_window where case_id = $1 order by recorded_at, id',
      [person.caseId],
    )

  test('named staff alone see a protected participant, until 30 days after the spell', async () => {
    const person = await inService({ protection: 'secrecy-mark', email: null })
    const name = (userId: string | null, actor = world.caseworker) =>
      world.as(actor, (context) => nameAdviser(context, { caseId: person.caseId, userId: userId as never }))
    assert.deepEqual(await spells(person, first.coordinator), [])
    assert.equal(codeOf(await name(second.coordinator.userId)), 'not-provider-staff')
    assert.equal(codeOf(await name(first.coordinator.userId, world.secondCaseworker)), 'not-found')
    assert.equal(codeOf(await name(first.coordinator.userId, person.actor)), 'not-allowed')
    assert.equal(codeOf(await name(first.coordinator.userId)), 'ok')
    assert.equal((await spells(person, first.coordinator)).length, 1)
    const open = "select 1 from platform.task where kind = 'market.name-adviser' and case_id = $1 and closed_at is null"
    assert.deepEqual(await world.rows(open, [person.caseId]), [])
    world.today = day('2022-11-01')
    assert.equal(codeOf(await changeTo(person, second)), 'ok')
    world.today = addDays(day('2022-11-01'), 30)
    assert.equal((await spells(person, first.coordinator)).length, 2)
    world.today = addDays(day('2022-11-01'), 31)
    assert.deepEqual(await spells(person, first.coordinator), [])
    const open2 = await inService()
    const plain = await world.as(world.caseworker, (context) =>
      nameAdviser(context, { caseId: open2.caseId, userId: first.coordinator.userId as never }),
    )
    assert.equal(codeOf(plain), 'not-protected')
  })

  test('every fact stands as a step on the case’s page', async () => {
    const person = await inService()
    world.today = day('2022-11-04')
    await changeTo(person, second)
    const steps = await world.rows<{ kind: string; rule: string | null; on_day: string }>(
      'select kind, rule, on_day from market.v_step where case_id = $1 order by recorded_at, on_day, kind',
      [person.caseId],
    )
    assert.deepEqual(
      steps.map((step) => [step.kind, step.on_day, step.rule]),
      [
        ['market.choice-opened', '2022-10-03', 'market.choiceWorkingDays'],
        ['market.provider-chosen', '2022-10-03', 'market.startDelayWorkingDays'],
        ['market.provider-changed', '2022-11-04', 'market.changeDelayWorkingDays'],
        ['market.placement-ended', '2022-11-06', null],
      ],
    )
  })
})

async function moveTo(world: TestWorld, person: TestParticipant, municipalityCode: string): Promise<void> {
  const [version] = await world.rows<{ id: string }>('select id from registration.v_person where person_id = $1', [
    person.personId,
  ])
  await world.must(world.caseworker, (context) =>
    correctPerson(context, {
      caseId: person.caseId,
      basedOn: version?.id ?? '',
      changes: { municipalityCode, home: null },
    } as Parameters<typeof correctPerson>[1]),
  )
}
