import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { caseId } from '../../kernel/ids.ts'
import { dispatch, type Subscriptions } from '../../platform/events.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { correctPerson, giveProfilingNotice, readPerson, registerPerson } from '../registration/index.ts'
import { aVouchedJobseeker } from '../registration/testing.ts'
import {
  assessAutomatically,
  assessmentForDecision,
  assessPerson,
  explainAssessment,
  glassBox,
  latestAssessment,
} from './index.ts'
import { anAssessedPerson, aRegisteredPerson, newDetails, theTool, withAreas } from './testing.ts'

let world: TestWorld
const told: { name: string; payload: object }[] = []
const subscriptions: Subscriptions = {
  'profiling-notice-given': [assessAutomatically],
  'person-assessed': [async (_context, payload: object) => void told.push({ name: 'person-assessed', payload })],
}

before(async () => {
  world = await testWorld({ subscriptions })
  await withAreas(world)
})
beforeEach(() => {
  world.today = day('2022-10-03')
  told.length = 0
})
after(() => world.drop())

const reason = 'Ny planering'
const assessmentsIn = (id: string) =>
  world.rows<{ id: string }>('select id from assessment.assessment where case_id = $1', [id])

describe('a caseworker asks the tool', () => {
  test('and gets result, level and the saved parts, told as person-assessed', async () => {
    const { caseId: id, personId, assessment } = await anAssessedPerson(world, { profile: 'B' })
    assert.equal(assessment.result, 'referable')
    assert.equal(assessment.level, 'B')
    assert.equal(assessment.referable, true)
    const [row] = await world.rows<{
      window_no: number
      intercept: number
      log_odds: number
      parts: { effect: number }[]
    }>('select window_no, intercept, log_odds, parts from assessment.assessment where id = $1', [
      assessment.assessmentId,
    ])
    assert.equal(row?.window_no, 5)
    assert.equal(
      row?.parts.reduce((sum, part) => sum + part.effect, row.intercept),
      row?.log_odds,
    )
    assert.deepEqual(told, [
      {
        name: 'person-assessed',
        payload: {
          assessmentId: assessment.assessmentId,
          caseId: id,
          personId,
          result: 'referable',
          level: 'B',
          referable: true,
        },
      },
    ])
  })

  test('but not before the person has been told', async () => {
    const { caseId: id } = await aRegisteredPerson(world, { told: false })
    const refused = await world.as(world.caseworker, (context) => assessPerson(context, { caseId: id, reason }))
    assert.equal(refused.ok ? null : refused.problem.code, 'notice-missing')
    assert.deepEqual(await assessmentsIn(id), [])
  })

  test('not again within 90 days, unless a used fact has changed', async () => {
    const { caseId: id } = await anAssessedPerson(world)
    world.today = day('2022-11-01')
    const early = await world.as(world.caseworker, (context) => assessPerson(context, { caseId: id, reason }))
    assert.deepEqual(early.ok ? null : early.problem, {
      code: 'assessed-recently',
      values: { on: '2022-10-03', nextOn: '2023-01-01' },
    })
    await world.must(world.caseworker, async (context) => {
      const person = await readPerson(context, id)
      if (!person.ok) return person
      return correctPerson(context, { caseId: id, basedOn: person.value.versionId, changes: { programme: null } })
    })
    const valid = await world.must(world.caseworker, async (context) => ({
      ok: true as const,
      value: await assessmentForDecision(context, id),
    }))
    assert.equal(valid?.notValid?.code, 'assessment-facts-changed')
    await world.must(world.caseworker, (context) => assessPerson(context, { caseId: id, reason }))
    assert.equal((await assessmentsIn(id)).length, 2)
  })

  test('with an exception that the window knows, or is refused', async () => {
    const { caseId: id } = await aRegisteredPerson(world)
    const refused = await world.as(world.caseworker, (context) =>
      assessPerson(context, { caseId: id, reason, waivedBy: ['made-up'] }),
    )
    assert.equal(refused.ok ? null : refused.problem.code, 'exception-unknown')
  })
})

describe('others', () => {
  test('may not ask: approver, overseer and administrator are refused, a stranger finds no case', async () => {
    const { caseId: id } = await aRegisteredPerson(world)
    const ask = (actor: typeof world.caseworker) =>
      world.as(actor, (context) => assessPerson(context, { caseId: id, reason }))
    for (const actor of [world.approver, world.overseer]) {
      const refused = await ask(actor)
      assert.equal(refused.ok ? null : refused.problem.code, 'not-allowed')
    }
    const provider = await world.anOrganisation('provider', 'Exempel AB')
    for (const actor of [world.administrator, await world.anActor('adviser', { organisationId: provider })]) {
      const refused = await ask(actor)
      assert.equal(refused.ok ? null : refused.problem.code, 'not-found')
    }
    assert.deepEqual(await assessmentsIn(id), [])
  })

  test('a provider with access to the person still sees no assessment', async () => {
    const { caseId: id, personId } = await anAssessedPerson(world)
    const provider = await world.anOrganisation('provider', 'Insyn AB')
    const adviser = await world.anActor('adviser', { organisationId: provider })
    await world.rows("select platform.grant_access($1, $2, 'placement', '2022-10-03', null)", [personId, provider])
    const seen = await world.must(adviser, async (context) => ({
      ok: true as const,
      value: { latest: await latestAssessment(context, id), box: await glassBox(context, id, 'sv') },
    }))
    assert.deepEqual(seen, { latest: null, box: [] })
  })

  test('an unknown case is not found', async () => {
    const id = caseId('00000000-0000-7000-8000-00000000abcd')
    const refused = await world.as(world.caseworker, (context) => assessPerson(context, { caseId: id, reason }))
    assert.equal(refused.ok ? null : refused.problem.code, 'not-found')
  })
})

describe('a digital registrant', () => {
  test('in a rolled-out area is assessed by the notice itself, and reads the answer in words', async () => {
    const details = newDetails(world, 'B')
    const jobseeker = await aVouchedJobseeker(world, details)
    const { caseId: id, personId } = await world.must(jobseeker, (context) =>
      registerPerson(context, { details, channel: 'digital' }),
    )
    const self = { ...jobseeker, personId }
    await world.must(self, (context) => giveProfilingNotice(context, { caseId: id, channel: 'screen' }))
    const explained = await world.must(self, async (context) => ({
      ok: true as const,
      value: await explainAssessment(context, id, 'sv'),
    }))
    assert.equal(explained?.answer.level, 'B')
    assert.equal(explained?.chance.text, 'Ungefär 3 av 10 i din situation har arbete eller studier inom ett år.')
    assert.ok((explained?.for.length ?? 0) > 0 && (explained?.against.length ?? 0) > 0)
    assert.match(explained?.against[0]?.text ?? '', /^[A-ZÅÄÖ].*: ./)
    assert.deepEqual(
      explained?.criteria.map((criterion) => criterion.met),
      [true, true, true],
    )
    const refused = await world.as(self, (context) => assessPerson(context, { caseId: id, reason }))
    assert.equal(refused.ok ? null : refused.problem.code, 'not-allowed')
  })

  test('is explained to in each of the four languages without a placeholder left', async () => {
    const { caseId: id } = await anAssessedPerson(world, { profile: 'far' })
    for (const language of ['sv', 'sv-x-latt', 'en', 'ar'] as const) {
      const explained = await world.must(world.caseworker, async (context) => ({
        ok: true as const,
        value: await explainAssessment(context, id, language),
      }))
      assert.doesNotMatch(JSON.stringify(explained), /\{\w+\}|undefined/)
    }
  })

  test('registered at an office is not assessed by itself', async () => {
    const { caseId: id } = await aRegisteredPerson(world)
    assert.deepEqual(await assessmentsIn(id), [])
  })
})

test('the glass box shows every part in words and says which assessment may carry a decision', async () => {
  const { caseId: id } = await anAssessedPerson(world, { profile: 'C' })
  const [box] = await world.must(world.caseworker, async (context) => ({
    ok: true as const,
    value: await glassBox(context, id, 'en'),
  }))
  assert.equal(box?.level, 'C')
  assert.equal(box?.valid, true)
  assert.equal(box?.validUntil, '2023-01-01')
  assert.equal(box?.parts.find((part) => part.name === 'education')?.valueText, 'compulsory school')
  assert.equal(box?.parts.length, 15)
  const pair = box?.parts.find((part) => part.name === 'sex × birthRegion')
  assert.equal(pair?.label, 'Sex and region of birth together')
  assert.equal(pair?.valueText, 'man, rest of Europe')
  assert.equal(pair?.sensitive, true)
  assert.equal(box?.parts.find((part) => part.name === 'municipality')?.valueText, 'Göteborg')
  assert.equal(box?.model, theTool.name)
  assert.match(box?.modelNote ?? '', /No real person/)
  assert.ok(box?.cutPoints !== null)
  assert.ok((box?.changes.length ?? 0) > 0)
  for (const { text, answer } of box?.changes ?? []) {
    assert.match(text, /^(When|If) .*, (the answer is|your chance fits)/)
    assert.notEqual(answer.level, 'C')
  }
})

test('an assessment by model 0 stays readable, with its own words, and promises no changes', async () => {
  const { caseId: id } = await anAssessedPerson(world)
  const parts = [
    { name: 'registeredDaysLog', value: Math.log(733), effect: 0.25 },
    { name: 'womanBornOutsideEurope', value: 'no', effect: 0.0625 },
    { name: 'wantedExtent', value: 'full-time', effect: 0.125 },
    { name: 'municipalityGroup', value: 'A1', effect: 0.03125 },
    { name: 'age', value: '45-54', effect: -0.125 },
  ]
  await world.rows(
    `insert into assessment.assessment
     select gen_random_uuid(), case_id, person_id, 'synthetic-0', window_no, rules_key, on_day, 0.47, 0.4, 0.5, log_odds, intercept, $2, inputs, facts,
            'referable', 'A', criteria, referable, waived_by, automatic, reason, recorded_at + interval '1 hour', recorded_by
       from assessment.assessment where case_id = $1`,
    [id, JSON.stringify(parts)],
  )
  const read = await world.must(world.caseworker, async (context) => {
    const [box] = await glassBox(context, id, 'sv')
    return { ok: true as const, value: { box, explained: await explainAssessment(context, id, 'sv') } }
  })
  assert.deepEqual(
    read.box?.parts.map(({ label, valueText, sensitive }) => [label, valueText, sensitive]),
    [
      ['Tid som inskriven', '732 dagar', false],
      ['Kvinna född utanför Europa', 'nej', true],
      ['Önskad omfattning', 'heltid', false],
      ['Kommunens arbetsmarknad', 'storstad', false],
      ['Ålder', '45–54 år', true],
    ],
  )
  assert.equal(read.box?.modelNote, 'Bedömningen gjordes med en modell som inte används längre.')
  assert.deepEqual([read.box?.changes, read.box?.cutPoints, read.explained?.changes], [[], null, []])
})

test('a refused event subscriber never hides: the automatic assessment leaves a case without access alone', async () => {
  await world.must(systemActor, async (context) => {
    await dispatch(subscriptions, context, {
      name: 'profiling-notice-given',
      payload: { caseId: caseId('00000000-0000-7000-8000-00000000dead'), assessNow: true },
    })
    return { ok: true as const, value: null }
  })
  assert.deepEqual(told, [])
})
