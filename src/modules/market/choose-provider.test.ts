import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, day } from '../../kernel/day.ts'
import type { DecisionId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { chooseProvider } from './choose-provider.ts'
import { openChoice } from './open-choice.ts'
import { actionsOf, placementsOf } from './reads.ts'
import { setNewChoices } from './set-new-choices.ts'
import {
  aJobseeker,
  aProvider,
  aReferred,
  marketWorld,
  type TestParticipant,
  type TestProvider,
  type Told,
} from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('the choice of provider in the database', () => {
  let world: TestWorld
  let told: Told[]
  let provider: TestProvider
  before(async () => {
    ;({ world, told } = await marketWorld())
    provider = await aProvider(world)
  })
  after(() => world.drop())

  const choose = (person: TestParticipant, at: TestProvider = provider, more: object = {}, actor = person.actor) =>
    world.as(actor, (context) =>
      chooseProvider(context, { caseId: person.caseId, contractId: at.contractId, addressId: at.addressId, ...more }),
    )

  test('places the person, dates the decision, tells both sides and lets the provider see the person', async () => {
    const person = await aReferred(world)
    const { actor: adviser } = { actor: provider.coordinator }
    const seenBefore = await world.must(adviser, async (context) => ({
      ok: true,
      value: await placementsOf(context, person.caseId),
    }))
    assert.deepEqual(seenBefore, [])
    const chosen = await choose(person, provider, { motives: ['language', 'location'] })
    assert.ok(chosen.ok, codeOf(chosen))
    assert.equal(chosen.value.firstDay, '2022-10-17')
    const [placed] = told.filter((each) => each.name === 'placed').slice(-1)
    assert.deepEqual(Object.keys(placed?.payload as object).sort(), [
      'caseId',
      'decisionId',
      'firstDay',
      'how',
      'personId',
      'placementId',
      'providerId',
    ])
    const seen = await world.must(adviser, async (context) => ({
      ok: true,
      value: await placementsOf(context, person.caseId),
    }))
    assert.deepEqual(
      seen.map(({ how, firstDay, lastDay, providerName }) => ({ how, firstDay, lastDay, providerName })),
      [{ how: 'chosen', firstDay: '2022-10-17', lastDay: null, providerName: 'Provleverantören AB' }],
    )
    const [dates] = await world.rows<{ first_day: string; last_day: string }>(
      'select first_day, last_day from decision.v_decision where case_id = $1',
      [person.caseId],
    )
    assert.deepEqual(dates, { first_day: '2022-10-17', last_day: addDays(day('2022-10-17'), 179) })
    const notices = await world.rows<{ kind: string; organisation_id: string | null }>(
      'select kind, organisation_id from platform.notice where subject_id = $1 order by kind',
      [chosen.value.placementId],
    )
    assert.deepEqual(
      notices.map((each) => each.kind),
      ['market.new-participant', 'market.placed'],
    )
    assert.equal(notices[0]?.organisation_id, provider.providerId)
  })

  test('keeps what mattered for the choice from the provider', async () => {
    const person = await aReferred(world)
    await choose(person, provider, { motives: ['suggestion', 'suggestion'] })
    const text = 'select motives from market.choice_motive where case_id = $1'
    assert.deepEqual(await world.rows(text, [person.caseId]), [{ motives: ['suggestion'] }])
    const client = await world.appPool.connect()
    try {
      await client.query('begin')
      await client.query("select platform.act($1, 'coordinator', $2, '2022-10-03')", [
        provider.coordinator.userId,
        provider.providerId,
      ])
      assert.equal((await client.query(text, [person.caseId])).rowCount, 0)
      assert.equal(
        (await client.query('select 1 from market.placement where case_id = $1', [person.caseId])).rowCount,
        1,
      )
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('by a caseworker is logged as assisted, and may begin earlier with a reason', async () => {
    const person = await aReferred(world)
    const more = { startOn: day('2022-10-10'), startReason: 'Kursen börjar då' }
    assert.equal(codeOf(await choose(person, provider, more)), 'early-start-only-by-caseworker')
    assert.equal(
      codeOf(await choose(person, provider, { startOn: more.startOn }, world.caseworker)),
      'early-start-needs-reason',
    )
    const chosen = await choose(person, provider, more, world.caseworker)
    assert.ok(chosen.ok)
    assert.equal(chosen.value.firstDay, '2022-10-10')
    const rows = await world.rows(
      'select how, assisted, start_reason, recorded_by from market.placement where case_id = $1',
      [person.caseId],
    )
    assert.deepEqual(rows, [
      { how: 'assisted', assisted: true, start_reason: 'Kursen börjar då', recorded_by: world.caseworker.userId },
    ])
  })

  test('is refused to other roles, and another person’s case is not found', async () => {
    const person = await aReferred(world)
    for (const actor of [world.approver, world.overseer]) {
      assert.equal(codeOf(await choose(person, provider, {}, actor)), 'not-allowed')
    }
    const other = await aJobseeker(world)
    for (const actor of [other.actor, provider.coordinator, world.administrator]) {
      assert.equal(codeOf(await choose(person, provider, {}, actor)), 'not-found')
    }
    assert.deepEqual(await world.rows('select 1 from market.placement where case_id = $1', [person.caseId]), [])
  })

  test('needs a decision, and an offer that exists', async () => {
    const jobseeker = await aJobseeker(world)
    assert.equal(codeOf(await choose(jobseeker)), 'no-choice-open')
    const person = await aReferred(world)
    const other = await aProvider(world, { name: 'Annan AB' })
    const mixed = { ...provider, addressId: other.addressId }
    assert.equal(codeOf(await choose(person, mixed)), 'offer-not-found')
  })

  test('is made once: the second of two choices is refused and changes nothing', async () => {
    const person = await aReferred(world)
    assert.equal(codeOf(await choose(person)), 'ok')
    assert.equal(codeOf(await choose(person)), 'already-placed')
    const twice = await aReferred(world)
    const both = await Promise.all([choose(twice), choose(twice)])
    assert.deepEqual(both.map(codeOf).sort(), ['already-placed', 'ok'])
    assert.equal((await world.rows('select 1 from market.placement where case_id = $1', [twice.caseId])).length, 1)
  })

  test('is open once at a time', async () => {
    const { caseId } = await aReferred(world)
    const [window] = await world.rows<{ decision_id: DecisionId }>(
      'select decision_id from market.v_choice_window where case_id = $1',
      [caseId],
    )
    assert.ok(window)
    const again = await world.as(world.caseworker, (context) =>
      openChoice(context, { caseId, decisionId: window.decision_id }),
    )
    assert.equal(codeOf(again), 'choice-already-open')
  })

  test('is the person’s until the end of the due day, and then the caseworker’s', async () => {
    const person = await aReferred(world)
    world.today = day('2022-10-11')
    try {
      assert.equal(codeOf(await choose(person)), 'choice-too-late')
      assert.equal(codeOf(await choose(person, provider, {}, world.caseworker)), 'ok')
    } finally {
      world.today = day('2022-10-03')
    }
  })

  test('is refused where new choices are stopped, the contract has ended or the place is full', async () => {
    const person = await aReferred(world)
    const stopped = await aProvider(world, { name: 'Stoppad AB' })
    const { contractId } = stopped
    const stop = (open: boolean) =>
      world.must(world.overseer, (context) => setNewChoices(context, { contractId, open, reason: 'Brister' }))
    await stop(false)
    assert.equal(codeOf(await choose(person, stopped)), 'new-choices-stopped')
    const ended = await aProvider(world, { name: 'Slut AB', lastDay: '2022-10-16' })
    assert.equal(codeOf(await choose(person, ended)), 'contract-not-in-force')
    const full = await aProvider(world, { name: 'Full AB', cap: 0 })
    assert.equal(codeOf(await choose(person, full)), 'no-open-place')
    await stop(true)
    assert.equal(codeOf(await choose(person, stopped)), 'ok')
  })

  test('gives the last place to exactly one of those who choose at the same moment', async () => {
    const last = await aProvider(world, { name: 'Sista platsen AB', cap: 1 })
    const people = [await aReferred(world), await aReferred(world), await aReferred(world), await aReferred(world)]
    const results = await Promise.all(people.map((person) => choose(person, last)))
    assert.deepEqual(results.map(codeOf).sort(), ['no-open-place', 'no-open-place', 'no-open-place', 'ok'])
    const taken = await world.rows('select 1 from market.placement where contract_id = $1', [last.contractId])
    assert.equal(taken.length, 1)
    const closed = 'select 1 from market.choice_closed where case_id = any ($1::uuid[])'
    assert.equal((await world.rows(closed, [people.map((person) => person.caseId)])).length, 1)
  })

  test('is offered on the page to those who may make it, with the reason when it cannot be made', async () => {
    const person = await aReferred(world)
    const offered = async (actor: TestParticipant['actor']) =>
      world.must(actor, async (context) => ({ ok: true, value: await actionsOf(context, person.caseId) }))
    const names = (actions: Awaited<ReturnType<typeof offered>>) =>
      actions.map((each) => `${each.name}: ${each.allowed ? 'yes' : each.because?.code}`)
    assert.deepEqual(names(await offered(person.actor)), [
      'chooseProvider: yes',
      'changeProvider: no-provider-to-change',
    ])
    await choose(person)
    assert.deepEqual(names(await offered(world.caseworker)), ['chooseProvider: already-placed', 'changeProvider: yes'])
    assert.deepEqual(await offered(world.approver), [])
  })

  test('for a protected identity opens the case to nobody at the provider until staff are named', async () => {
    const person = await aReferred(world, { protection: 'secrecy-mark', email: null })
    const chosen = await choose(person)
    assert.ok(chosen.ok, codeOf(chosen))
    const holders = await world.rows('select holder from platform.access where person_id = $1 and holder = $2', [
      person.personId,
      provider.providerId,
    ])
    assert.deepEqual(holders, [])
    const tasks = await world.rows('select kind, for_user from platform.task where subject_id = $1', [
      chosen.value.placementId,
    ])
    assert.deepEqual(tasks, [{ kind: 'market.name-adviser', for_user: world.caseworker.userId }])
  })
})
