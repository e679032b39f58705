import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { rulesOn } from '../../rules/index.ts'
import { withAreas } from '../assessment/testing.ts'
import type { MeasureBody } from './contract/parallel-measures.ts'
import {
  decideParallelMeasure as decide,
  endParallelMeasure as end,
  measureDays,
  type ParallelMeasure,
} from './domain/index.ts'
import {
  actionsOf,
  decideExtension,
  decideParallelMeasure,
  decisionDesk,
  endParallelMeasure,
  holdPlanningTalk,
  parallelMeasures,
  refuseExtension,
  sweeps,
} from './index.ts'
import { listMeasures } from './parallel-measure-reads.ts'
import { aChain, aDecision, aReferredPerson, aState } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const practice: MeasureBody = {
  kind: 'work-practice',
  actor: 'Lagret AB',
  firstDay: day('2022-11-01'),
  lastDay: day('2022-11-30'),
  fullTime: true,
  hoursPerWeek: 40,
  reason: 'Prövar arbetet i lagret.',
}

describe('the law of parallel measures (programme 4.3)', () => {
  const today = day('2022-10-24')
  const rules = rulesOn(today)
  const chain = aChain([aDecision({ firstDay: day('2022-10-17'), lastDay: day('2023-04-14') })])
  const state = aState({ chains: [chain] })
  const known = (firstDay: string, lastDay: string): ParallelMeasure[] => [
    { ...practice, kind: 'validation', chainId: chain.chainId, firstDay: day(firstDay), lastDay: day(lastDay) },
  ]
  const tried = (more: Partial<MeasureBody>, others: ParallelMeasure[] = [], at = state) =>
    decide(at, { ...practice, ...more }, others, rules, today)

  test('counts both days of a measure', () => {
    assert.equal(measureDays(known('2022-11-01', '2022-11-01')), 1)
    assert.equal(measureDays([...known('2022-11-01', '2022-11-30'), ...known('2023-01-01', '2023-01-31')]), 61)
  })

  test('allows 90 calendar days over the chain and not one more', () => {
    assert.equal(codeOf(tried({ lastDay: day('2023-01-29') })), 'ok')
    const longer = tried({ lastDay: day('2023-01-30') })
    assert.deepEqual(longer.ok || longer.problem.values, { most: 90, left: 90 })
    const used = known('2022-12-01', '2023-01-31')
    assert.equal(codeOf(tried({ lastDay: day('2022-11-28') }, used)), 'ok')
    assert.equal(codeOf(tried({ lastDay: day('2022-11-29') }, used)), 'measure-too-long')
    const ofAnother = used.map((one) => ({ ...one, chainId: 'another' }))
    assert.equal(codeOf(tried({ lastDay: day('2022-11-29') }, ofAnother)), 'ok')
  })

  test('never counts SFI, and wants days in order, ahead and inside the granted ones', () => {
    assert.equal(codeOf(tried({ kind: 'sfi' })), 'measure-unknown')
    assert.equal(codeOf(tried({ lastDay: day('2022-10-31') })), 'end-before-start')
    assert.equal(codeOf(tried({ firstDay: day('2022-10-23') })), 'measure-in-the-past')
    assert.equal(codeOf(tried({ firstDay: day('2023-04-10'), lastDay: day('2023-04-15') })), 'measure-outside-service')
  })

  test('refuses two at once, and one without a service to be beside', () => {
    assert.equal(codeOf(tried({}, known('2022-11-30', '2022-12-02'))), 'measures-overlap')
    assert.equal(codeOf(tried({}, [], aState({ chains: [] }))), 'not-in-service')
    const off = aChain(chain.decisions, { interruption: { lastDay: day('2022-10-20') } })
    assert.equal(codeOf(tried({}, [], aState({ chains: [off] }))), 'chain-interrupted')
    assert.equal(codeOf(tried({}, [], aState({ chains: [chain], closed: true }))), 'case-closed')
  })

  test('lets one end early, or never begin, but undoes no day that was', () => {
    const begun = { firstDay: day('2022-10-20'), lastDay: day('2022-11-30') }
    assert.equal(codeOf(end(begun, day('2022-10-24'), today)), 'ok')
    assert.equal(codeOf(end(begun, day('2022-10-23'), today)), 'last-day-outside-measure')
    assert.equal(codeOf(end(begun, day('2022-11-30'), today)), 'last-day-outside-measure')
    assert.equal(codeOf(end({ ...begun, firstDay: day('2022-11-01') }, day('2022-10-31'), today)), 'ok')
    assert.equal(codeOf(end({ ...begun, lastDay: day('2022-10-23') }, day('2022-10-23'), today)), 'measure-over')
  })
})

describe("the caseworker's decisions late in the service", () => {
  let world: TestWorld
  const told: Record<string, unknown>[] = []
  const subscriptions: Subscriptions = {
    'parallel-measure-decided': [async (_context: Context, payload: object) => void told.push({ ...payload })],
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

  const started = async () => {
    const person = await aReferredPerson(world, { firstDay: '2022-10-17', language: 'ar' })
    world.today = day('2022-10-24')
    return person
  }
  const letters = (caseId: string, kind: string) =>
    world.rows<{ html: string }>('select html from platform.letter where case_id = $1 and kind = $2', [caseId, kind])
  const openTasks = (caseId: string) =>
    world.rows<{ kind: string }>('select kind from platform.task where case_id = $1 and closed_at is null', [caseId])

  test('a parallel measure is decided with a letter, in the person’s language too, and told', async () => {
    const { caseId } = await started()
    const command = { ...practice, caseId }
    const decided = await world.must(world.caseworker, (context) => decideParallelMeasure(context, command))
    assert.equal(told[0]?.measureId, decided.measureId)
    const sent = await letters(caseId, 'decision-parallel-measure')
    assert.equal(sent.length, 2)
    assert.ok(sent.some(({ html }) => html.includes('arbetspraktik') && html.includes('Lagret AB')))
    assert.equal(
      codeOf(await world.as(world.caseworker, (context) => decideParallelMeasure(context, command))),
      'measures-overlap',
    )
    const odd = { ...command, hoursPerWeek: 7.3 }
    assert.equal(
      codeOf(await world.as(world.caseworker, (context) => decideParallelMeasure(context, odd))),
      'hours-not-in-quarters',
    )
    const listed = await world.must(world.caseworker, (context) => listMeasures(context, caseId))
    assert.deepEqual(listed.days, { most: 90, used: 30, left: 60 })
    assert.equal(listed.items[0]?.reason, practice.reason)
  })

  test('a measure that is called off gives its days back', async () => {
    const { caseId } = await started()
    const { measureId } = await world.must(world.caseworker, (context) =>
      decideParallelMeasure(context, { ...practice, caseId }),
    )
    const cut = { measureId, lastDay: day('2022-11-10'), reason: 'Företaget kan inte ta emot längre.' }
    const ended = await world.must(world.caseworker, (context) => endParallelMeasure(context, cut))
    assert.equal(codeOf(await world.as(world.caseworker, (context) => endParallelMeasure(context, cut))), 'not-found')
    const left = await world.must(world.caseworker, (context) => listMeasures(context, caseId))
    assert.deepEqual(left.days, { most: 90, used: 10, left: 80 })
    const off = { measureId: ended.measureId, lastDay: day('2022-10-31'), reason: 'Blir inte av.' }
    await world.must(world.caseworker, (context) => endParallelMeasure(context, off))
    const none = await world.must(world.caseworker, async (context) => ({
      ok: true as const,
      value: await parallelMeasures(context, caseId),
    }))
    assert.deepEqual(none, [])
    assert.equal(told.length, 3)
  })

  test('an extension is refused once with reasons and a letter; granting it after all stays possible', async () => {
    const { caseId } = await started()
    const refuse = () =>
      world.as(world.caseworker, (context) => refuseExtension(context, { caseId, reason: 'Har fått annat stöd.' }))
    assert.equal(codeOf(await refuse()), 'extension-too-early')
    world.today = day('2023-03-20')
    await world.sweep(...sweeps)
    assert.equal(codeOf(await refuse()), 'ok')
    assert.deepEqual(
      (await openTasks(caseId)).map(({ kind }) => kind),
      ['plan-end-of-service'],
    )
    assert.equal((await letters(caseId, 'decision-no-extension')).length, 2)
    assert.equal(codeOf(await refuse()), 'extension-refused-already')
    const acts = await world.must(world.caseworker, async (context) => ({
      ok: true as const,
      value: await actionsOf(context, caseId),
    }))
    const allowed = (name: string) => acts.find((act) => act.name === name)?.allowed
    assert.deepEqual(
      [allowed('refuseExtension'), allowed('decideExtension'), allowed('decideParallelMeasure')],
      [false, true, true],
    )
    const grant = { caseId, reason: 'Läget har ändrats.' }
    assert.equal(codeOf(await world.as(world.caseworker, (context) => decideExtension(context, grant))), 'ok')
  })

  test('the talk before the end says what comes after, and finishes the planning of the end', async () => {
    const { caseId } = await started()
    world.today = day('2023-03-21')
    await world.sweep(...sweeps)
    const talk = { heldOn: world.today, mode: 'meeting', available: 'yes', notes: 'Vi planerar slutet.' } as const
    await world.must(world.caseworker, (context) =>
      holdPlanningTalk(context, { caseId, ...talk, nextStep: 'education' }),
    )
    const desk = await world.must(world.caseworker, (context) => decisionDesk(context, caseId))
    assert.equal(desk.talk?.nextStep, 'education')
    assert.deepEqual(
      (await openTasks(caseId)).map(({ kind }) => kind),
      ['prepare-extension'],
    )
  })
})
