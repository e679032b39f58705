import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { type CaseId, decisionId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { assessPerson } from '../assessment/index.ts'
import { withAreas } from '../assessment/testing.ts'
import {
  chainOf,
  decideExtension,
  decideReferral,
  endService,
  fixDecisionDates,
  holdPlanningTalk,
  interruptService,
  resumeService,
  sweeps,
} from './index.ts'
import { previewLetter } from './preview-letter.ts'
import { aReferredPerson } from './testing.ts'

let world: TestWorld
const told: { name: string; payload: Record<string, unknown> }[] = []
const hears = (name: string) => [
  async (_context: Context, payload: object) => void told.push({ name, payload: { ...payload } }),
]
const subscriptions: Subscriptions = Object.fromEntries(
  ['extension-granted', 'decision-dated', 'service-interrupted', 'service-resumed'].map((name) => [name, hears(name)]),
)

before(async () => {
  world = await testWorld({ subscriptions })
  await withAreas(world)
})
beforeEach(() => {
  world.today = day('2022-10-03')
  told.length = 0
})
after(() => world.drop())

const reason = 'Nära arbete, behöver mer tid'
const tasksOf = (id: CaseId, kind: string) =>
  world.rows<{ due_on: string; closed: boolean; why: { code: string } }>(
    'select due_on, closed_at is not null as closed, why from platform.task where case_id = $1 and kind = $2 order by opened_at',
    [id, kind],
  )
const chainNow = (id: CaseId) =>
  world.must(world.caseworker, async (context) => ({ ok: true as const, value: await chainOf(context, id) }))
const started = () => aReferredPerson(world, { firstDay: '2022-10-17' })

async function sweepOn(on: string): Promise<void> {
  world.today = day(on)
  await world.sweep(...sweeps)
}

describe('a planning talk', () => {
  const talk = (id: CaseId) =>
    world.must(world.caseworker, (context) =>
      holdPlanningTalk(context, {
        caseId: id,
        heldOn: world.today,
        mode: 'meeting',
        available: 'yes',
        notes: 'Nästa steg',
      }),
    )
  const openOf = async (id: CaseId, kind: string) => (await tasksOf(id, kind)).filter((task) => !task.closed).length

  test('finishes the planning of the next step after an interruption', async () => {
    const { caseId: id } = await started()
    world.today = day('2022-11-10')
    await world.must(world.caseworker, (context) =>
      interruptService(context, { caseId: id, lastDay: day('2022-11-09'), cause: 'long-absence' }),
    )
    assert.equal(await openOf(id, 'plan-next-step'), 1)
    await talk(id)
    assert.equal(await openOf(id, 'plan-next-step'), 0)
  })

  test('finishes the planning of the end, and leaves an extension to be prepared until the last day has passed', async () => {
    const { caseId: id } = await started()
    await sweepOn('2023-03-20')
    await talk(id)
    assert.equal(await openOf(id, 'plan-end-of-service'), 0)
    assert.equal(await openOf(id, 'prepare-extension'), 1)
    await sweepOn('2023-03-21')
    assert.equal(await openOf(id, 'plan-end-of-service'), 0)
    world.today = day('2023-04-15')
    await talk(id)
    assert.equal(await openOf(id, 'prepare-extension'), 0)
  })
})

describe('an extension', () => {
  test('adjoins the first decision, with its letter and events, once', async () => {
    const { caseId: id, decision } = await started()
    told.length = 0
    world.today = day('2023-03-20')
    const made = await world.must(world.caseworker, (context) => decideExtension(context, { caseId: id, reason }))
    assert.deepEqual(
      [made.chainId, made.level, made.firstDay, made.lastDay],
      [decision.chainId, 'C', '2023-04-15', '2023-10-11'],
    )
    assert.deepEqual(
      told.map(({ name, payload }) => [name, payload.firstDay, payload.lastDay]),
      [
        ['extension-granted', '2023-04-15', '2023-10-11'],
        ['decision-dated', '2023-04-15', '2023-10-11'],
      ],
    )
    const chain = await chainNow(id)
    assert.deepEqual([chain?.decisions.length, chain?.firstDay, chain?.lastGrantedDay], [2, '2022-10-17', '2023-10-11'])
    const [letter] = await world.rows<{ html: string }>(
      "select html from platform.letter where case_id = $1 and kind = 'decision-extension'",
      [id],
    )
    assert.match(letter?.html ?? '', /Förlängningen börjar 2023-04-15 och sista dagen är 2023-10-11/)
    world.today = day('2023-09-20')
    const again = await world.as(world.caseworker, (context) => decideExtension(context, { caseId: id, reason }))
    assert.equal(again.ok ? null : again.problem.code, 'chain-full')
  })

  test('is refused too early, to an approver, and from a page older than the case', async () => {
    const { caseId: id } = await started()
    world.today = day('2023-03-14')
    const extend = (actor: TestWorld['caseworker'], basedOn?: string) =>
      world.as(actor, (context) => decideExtension(context, { caseId: id, reason, basedOn }))
    const early = await extend(world.caseworker)
    assert.deepEqual(early.ok ? null : early.problem, { code: 'extension-too-early', values: { from: '2023-03-15' } })
    world.today = day('2023-03-15')
    const refused = await extend(world.approver)
    assert.equal(refused.ok ? null : refused.problem.code, 'not-allowed')
    const old = await extend(world.caseworker, 'older.0')
    assert.equal(old.ok ? null : old.problem.code, 'changed-meanwhile')
    assert.equal((await extend(world.caseworker)).ok, true)
  })
})

describe('the sweeps', () => {
  test('ask for an extension and an end 30 days before the last day, once, also when run late or again', async () => {
    const { caseId: id } = await started()
    await sweepOn('2023-03-14')
    assert.deepEqual(await tasksOf(id, 'prepare-extension'), [])
    await sweepOn('2023-03-16')
    await sweepOn('2023-03-17')
    assert.deepEqual(
      (await tasksOf(id, 'prepare-extension')).map((task) => [task.due_on, task.closed]),
      [['2023-04-14', false]],
    )
    assert.equal((await tasksOf(id, 'plan-end-of-service')).length, 1)
    await world.must(world.caseworker, (context) => decideExtension(context, { caseId: id, reason }))
    assert.equal((await tasksOf(id, 'prepare-extension'))[0]?.closed, true)
    assert.equal((await tasksOf(id, 'plan-end-of-service'))[0]?.closed, true)
    await sweepOn('2023-09-11')
    assert.equal((await tasksOf(id, 'prepare-extension')).length, 1)
    assert.deepEqual(
      (await tasksOf(id, 'plan-end-of-service')).map((task) => [task.due_on, task.closed]),
      [
        ['2023-04-14', true],
        ['2023-10-11', false],
      ],
    )
  })

  test('take the extension from the queue when it is too late for one, and leave the end to be planned', async () => {
    const { caseId: id } = await started()
    await sweepOn('2023-04-14')
    assert.equal((await tasksOf(id, 'prepare-extension'))[0]?.closed, false, 'on the last day it can still be decided')
    await sweepOn('2023-04-15')
    const late = await world.as(world.caseworker, (context) => decideExtension(context, { caseId: id, reason }))
    assert.equal(late.ok ? null : late.problem.code, 'not-in-service')
    assert.equal((await tasksOf(id, 'prepare-extension'))[0]?.closed, true)
    assert.equal((await tasksOf(id, 'plan-end-of-service'))[0]?.closed, false)
  })

  test('leave interrupted, ended and withdrawn chains alone', async () => {
    const interrupted = await started()
    const ended = await started()
    const withdrawn = await started()
    const end = (id: CaseId, lastDay: string) =>
      world.must(world.caseworker, (context) =>
        interruptService(context, { caseId: id, lastDay: day(lastDay), cause: 'work' }),
      )
    await end(withdrawn.caseId, '2022-10-05')
    world.today = day('2022-12-01')
    await end(interrupted.caseId, '2022-12-01')
    const outcome = { caseId: ended.caseId, lastDay: day('2022-11-30'), cause: 'outcome' } as const
    await world.must(systemActor, (context) => endService(context, outcome))
    await world.must(systemActor, (context) => endService(context, outcome))
    await sweepOn('2023-03-18')
    for (const { caseId: id } of [interrupted, ended, withdrawn])
      assert.deepEqual(await tasksOf(id, 'prepare-extension'), [])
    assert.equal((await chainNow(ended.caseId))?.endedOn, '2022-11-30')
    const late = await world.as(world.caseworker, (context) =>
      decideExtension(context, { caseId: ended.caseId, reason }),
    )
    assert.equal(late.ok ? null : late.problem.code, 'not-in-service')
  })
})

describe('an interruption', () => {
  test('is told, written in a letter with its cause, and gives a next-step task', async () => {
    const { caseId: id, personId, decision } = await started()
    world.today = day('2022-11-10')
    told.length = 0
    const made = await world.must(world.caseworker, (context) =>
      interruptService(context, {
        caseId: id,
        lastDay: day('2022-11-11'),
        cause: 'no-suitable-support',
        reason: 'Inget språkstöd',
      }),
    )
    assert.equal(made.nextStepBy, '2022-11-25')
    const { decisionId: ofDecision, chainId } = decision
    const common = { caseId: id, personId, chainId, decisionId: ofDecision, lastDay: '2022-11-11' }
    assert.deepEqual(told, [
      { name: 'service-interrupted', payload: { ...common, cause: 'no-suitable-support', withdrawn: false } },
    ])
    assert.deepEqual(await tasksOf(id, 'plan-next-step'), [
      {
        due_on: '2022-11-25',
        closed: false,
        why: { code: 'next-step-after-no-suitable-support', values: { lastDay: '2022-11-11' } },
      },
    ])
    const [letter] = await world.rows<{ html: string }>(
      "select html from platform.letter where case_id = $1 and kind = 'decision-interruption'",
      [id],
    )
    assert.match(letter?.html ?? '', /Sista dagen är 2022-11-11/)
    assert.match(letter?.html ?? '', /det finns inget lämpligt stöd hos leverantören/)
    const again = await world.as(world.caseworker, (context) =>
      interruptService(context, { caseId: id, lastDay: day('2022-11-12'), cause: 'work' }),
    )
    assert.equal(again.ok ? null : again.problem.code, 'already-interrupted')
  })

  test('with another cause needs words, and a provider may not interrupt', async () => {
    const { caseId: id, personId } = await started()
    world.today = day('2022-11-10')
    const command = { caseId: id, lastDay: day('2022-11-11'), cause: 'other' } as const
    const wordless = await world.as(world.caseworker, (context) => interruptService(context, command))
    assert.equal(wordless.ok ? null : wordless.problem.code, 'reason-needs-text')
    const provider = await world.anOrganisation('provider', 'Avbrott AB')
    const coordinator = await world.anActor('coordinator', { organisationId: provider })
    await world.rows("select platform.grant_access($1, $2, 'placement', '2022-10-03', null)", [personId, provider])
    const refused = await world.as(coordinator, (context) => interruptService(context, { ...command, cause: 'work' }))
    assert.equal(refused.ok ? null : refused.problem.code, 'not-allowed')
  })

  test('before the start withdraws the decision, also for a provider to see, and a new one can be made', async () => {
    const { caseId: id, decision } = await aReferredPerson(world)
    await world.must(world.caseworker, (context) =>
      interruptService(context, { caseId: id, lastDay: day('2022-10-03'), cause: 'studies' }),
    )
    assert.equal(await chainNow(id), null)
    const dated = await world.as(world.caseworker, (context) =>
      fixDecisionDates(context, { decisionId: decisionId(decision.decisionId), firstDay: day('2022-10-17') }),
    )
    assert.equal(dated.ok ? null : dated.problem.code, 'decision-withdrawn')
    world.today = day('2023-01-02')
    await world.must(world.caseworker, (context) => assessPerson(context, { caseId: id, reason: 'Tillbaka' }))
    const anew = await world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    assert.equal(anew.ok, true)
  })

  test('before the start leaves the assessment free to carry a new decision the same day', async () => {
    const { caseId: id } = await aReferredPerson(world)
    const again = () => world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    const twice = await again()
    assert.equal(twice.ok ? null : twice.problem.code, 'already-in-service')
    await world.must(world.caseworker, (context) =>
      interruptService(context, { caseId: id, lastDay: day('2022-10-03'), cause: 'other', reason: 'Fel person' }),
    )
    assert.equal((await again()).ok, true)
  })

  test('can be followed by a return before the last day, never by a new decision', async () => {
    const { caseId: id, personId, decision } = await started()
    world.today = day('2022-11-10')
    await world.must(world.caseworker, (context) =>
      interruptService(context, { caseId: id, lastDay: day('2022-11-09'), cause: 'long-absence' }),
    )
    const anew = await world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
    assert.deepEqual(anew.ok ? null : anew.problem, { code: 'decision-still-runs', values: { until: '2023-04-14' } })
    told.length = 0
    const back = await world.must(world.caseworker, (context) =>
      resumeService(context, { caseId: id, returnOn: day('2022-11-14') }),
    )
    assert.deepEqual(back, { returnOn: '2022-11-14', lastDay: '2023-04-14' })
    const { chainId, decisionId: ofDecision } = decision
    assert.deepEqual(told, [
      {
        name: 'service-resumed',
        payload: {
          caseId: id,
          personId,
          chainId,
          decisionId: ofDecision,
          returnOn: '2022-11-14',
          areaCode: told[0]?.payload.areaCode,
        },
      },
    ])
    assert.equal((await tasksOf(id, 'plan-next-step'))[0]?.closed, true)
    const twice = await world.as(world.caseworker, (context) =>
      resumeService(context, { caseId: id, returnOn: day('2022-11-15') }),
    )
    assert.equal(twice.ok ? null : twice.problem.code, 'nothing-to-return-to')
    world.today = day('2022-12-01')
    await world.must(world.caseworker, (context) =>
      interruptService(context, { caseId: id, lastDay: day('2022-12-01'), cause: 'work' }),
    )
    assert.equal((await chainNow(id))?.interruptedBecause, 'work')
  })
})

test('a chain that is over lets a new one open after a new talk and assessment', async () => {
  const { caseId: id } = await started()
  world.today = day('2023-04-15')
  await world.must(world.caseworker, (context) => assessPerson(context, { caseId: id, reason: 'Efter tjänsten' }))
  const early = await world.as(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
  assert.equal(early.ok ? null : early.problem.code, 'planning-talk-missing')
  await world.must(world.caseworker, (context) =>
    holdPlanningTalk(context, {
      caseId: id,
      heldOn: day('2023-04-15'),
      mode: 'video',
      available: 'yes',
      notes: 'Nytt samtal',
    }),
  )
  await world.must(world.caseworker, (context) => decideReferral(context, { caseId: id, reason }))
  const chain = await chainNow(id)
  assert.deepEqual([chain?.decisions.length, chain?.firstDay], [1, null])
})

test('letters of an extension and an interruption preview themselves', async () => {
  const { caseId: id } = await started()
  const preview = (kind: 'extension' | 'interruption') =>
    world.must(world.caseworker, (context) =>
      previewLetter(context, { caseId: id, kind, reason, language: 'en', lastDay: '2022-12-01' }),
    )
  assert.match((await preview('extension')).html, /begins on 2023-04-15 and the last day is 2023-10-11/)
  assert.match((await preview('interruption')).html, /Your last day in Rusta och matcha is 2022-12-01/)
})
