import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { chooseProvider } from './choose-provider.ts'
import { type EndContract, endContract } from './end-contract.ts'
import { sweeps } from './jobs.ts'
import { openChoiceAtEnd, spellsLeftOver } from './open-choice-at-end.ts'
import { aProvider, aReferred, marketWorld, type TestParticipant, type TestProvider } from './testing.ts'

describe('a contract that is over before the service is', () => {
  let world: TestWorld
  let ending: TestProvider
  let other: TestProvider
  let lonely: TestProvider
  let chooser: TestParticipant
  let silent: TestParticipant
  let alone: TestParticipant
  before(async () => {
    ;({ world } = await marketWorld())
    ending = await aProvider(world, { name: 'Slutar AB' })
    other = await aProvider(world, { name: 'Fortsätter AB', municipality: '1480' })
    lonely = await aProvider(world, { name: 'Ensam AB', area: 'FA41', municipality: '2380' })
    chooser = await inService(ending)
    silent = await inService(ending)
    alone = await inService(lonely, '2380')
  })
  after(() => world.drop())

  const inService = async (provider: TestProvider, municipalityCode = '1481') => {
    const person = await aReferred(world, { municipalityCode })
    await choose(person, provider)
    return person
  }
  const choose = (person: TestParticipant, { contractId, addressId }: TestProvider) =>
    world.must(person.actor, (context) => chooseProvider(context, { caseId: person.caseId, contractId, addressId }))
  const end = (provider: TestProvider, cause: EndContract['cause'], lastDay: string) =>
    world.must(world.overseer, (context) =>
      endContract(context, { contractId: provider.contractId, cause, lastDay: day(lastDay), reason: 'Läggs ner.' }),
    )
  const on = async (text: string) => {
    world.today = day(text)
    await world.sweep(...sweeps)
  }
  const windows = (person: TestParticipant) =>
    world.rows<{ due_on: string; place_on: string; return_on: string; closed_how: string | null; handed_over: string }>(
      "select due_on, place_on, return_on, closed_how, handed_over from market.v_choice_window where case_id = $1 and cause = 'contract-over'",
      [person.caseId],
    )
  const spells = (person: TestParticipant) =>
    world.rows<{ name: string; first: string; last: string | null; how: string }>(
      `select provider_name as name, first_day as first, last_day as last, how from market.v_placement
        where case_id = $1 order by first_day`,
      [person.caseId],
    )
  const written = async (person: TestParticipant) => {
    const rows = await world.rows<{ kind: string }>(
      `select kind from platform.letter where case_id = $1 and kind = 'market.contract-over'
       union all select kind from platform.notice where person_id = $2 and kind = 'market.contract-over'`,
      [person.caseId, person.personId],
    )
    return rows.length
  }

  test('asks nobody to choose long before, and everybody 15 working days before its last day, with a letter', async () => {
    world.today = day('2022-12-01')
    await end(ending, 'notice-by-provider', '2023-01-31')
    await on('2023-01-09')
    assert.deepEqual(await windows(silent), [])
    await on('2023-01-10')
    const open = { due_on: '2023-01-17', place_on: '2023-01-18', return_on: '2023-02-01', closed_how: null }
    assert.deepEqual(await windows(silent), [{ ...open, handed_over: null }])
    assert.deepEqual(await windows(chooser), [{ ...open, handed_over: null }])
    assert.deepEqual(await windows(alone), [])
    assert.equal(await written(silent), 2)
    const [letter] = await world.rows<{ html: string }>(
      "select html from platform.letter where case_id = $1 and kind = 'market.contract-over'",
      [silent.caseId],
    )
    for (const told of ['Slutar AB', '2023-01-31', '2023-01-17']) assert.ok(letter?.html.includes(told), told)
  })

  test('lets the new provider take over when the contract is over, whoever chose: the person or the rule', async () => {
    world.today = day('2023-01-12')
    await choose(chooser, other)
    await on('2023-01-18')
    for (const [person, how] of [
      [chooser, 'changed'],
      [silent, 'changed'],
    ] as const) {
      assert.deepEqual(await spells(person), [
        { name: 'Slutar AB', first: '2022-10-17', last: '2023-01-31', how: 'chosen' },
        { name: 'Fortsätter AB', first: '2023-02-01', last: null, how },
      ])
    }
    await on('2023-02-03')
    assert.equal((await windows(silent)).length, 1)
    assert.equal(await written(silent), 2)
  })

  test('at a cancellation keeps the person where it is until another is found, and else a caseworker is asked', async () => {
    world.today = day('2023-02-06')
    await end(lonely, 'cancelled', '2023-02-06')
    await on('2023-02-07')
    const [window] = await windows(alone)
    assert.deepEqual([window?.return_on, window?.due_on, window?.closed_how], ['2023-02-07', '2023-02-14', null])
    await on('2023-02-15')
    assert.equal((await windows(alone))[0]?.handed_over, 'no-place-within-reach')
    const tasks = await world.rows(
      "select kind, why->>'code' as code from platform.task where case_id = $1 and closed_at is null and kind = 'market.choose-together'",
      [alone.caseId],
    )
    assert.deepEqual(tasks, [{ kind: 'market.choose-together', code: 'no-place-within-reach' }])
    assert.deepEqual(
      (await spells(alone)).map((spell) => spell.last),
      [null],
    )
    await on('2023-02-16')
    assert.equal((await windows(alone)).length, 1)
    await choose(alone, other)
    assert.deepEqual(
      (await spells(alone)).map((spell) => [spell.name, spell.first, spell.last]),
      [
        ['Ensam AB', '2022-10-17', '2023-02-16'],
        ['Fortsätter AB', '2023-02-17', null],
      ],
    )
  })

  test('who has not begun yet begins with the new provider on the day that was fixed', async () => {
    world.today = day('2023-02-17')
    const third = await aProvider(world, { name: 'Tredje AB', municipality: '1480' })
    const person = await inService(third)
    await end(third, 'cancelled', '2023-02-20')
    await on('2023-02-20')
    assert.equal((await windows(person))[0]?.return_on, '2023-02-21')
    await choose(person, other)
    assert.deepEqual(
      (await spells(person)).map((spell) => [spell.name, spell.first]),
      [['Fortsätter AB', '2023-03-03']],
    )
  })

  test('leaves alone whose service is over by then, and is the job’s alone', async () => {
    world.today = day('2023-02-20')
    await end(other, 'notice-by-authority', '2023-04-14')
    world.today = day('2023-04-03')
    const left = await world.must(world.overseer, async (context) => ({
      ok: true,
      value: await spellsLeftOver(context, context.today),
    }))
    assert.deepEqual(
      left.map((each) => [silent, chooser, alone].some(({ caseId }) => caseId === each.caseId)),
      [false],
    )
    const { caseId } = silent
    const [spell] = await world.rows<{ id: TestProvider['contractId'] & never }>(
      'select id from market.placement where case_id = $1 order by first_day desc limit 1',
      [caseId],
    )
    const refused = await world.as(world.caseworker, (context) =>
      openChoiceAtEnd(context, { caseId, placementId: spell?.id as never, overOn: day('2023-04-15') }),
    )
    assert.equal(refused.ok ? 'ok' : refused.problem.code, 'not-allowed')
  })
})
