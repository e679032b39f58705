import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { caseId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { withAreas } from '../assessment/testing.ts'
import { budgetCaps } from './budget-reads.ts'
import type { BudgetCapBody } from './contract.ts'
import { actionsOf, decideExtension, decideReferral, interruptService, setBudgetCap, waitForBudget } from './index.ts'
import { aPersonReadyForDecision, aReferredPerson } from './testing.ts'

let world: TestWorld
before(async () => {
  world = await testWorld()
  await withAreas(world)
})
after(() => world.drop())

const cap = (changes: Partial<BudgetCapBody> = {}): BudgetCapBody => ({
  name: 'Oktobertaket',
  kind: 'referral',
  period: '2022-10',
  appropriation: null,
  programmeGroup: null,
  officeId: null,
  limitDecisions: 0,
  limitCommittedOre: null,
  reason: 'Anslaget räcker inte längre.',
  ...changes,
})
const enter = (changes: Partial<BudgetCapBody> = {}, actor = world.administrator) =>
  world.as(actor, (context) => setBudgetCap(context, cap(changes)))
const mustEnter = async (changes: Partial<BudgetCapBody> = {}) => {
  const entered = await enter(changes)
  if (!entered.ok) throw new Error(entered.problem.code)
  return entered.value.capId
}
const codeOf = async (result: Promise<{ ok: boolean; problem?: { code: string } }>) =>
  (await result).problem?.code ?? 'ok'
const refer = (id: string, actor = world.caseworker) =>
  world.as(actor, (context) => decideReferral(context, { caseId: caseId(id), reason: 'Behöver stöd' }))
const capsNow = () => world.must(world.administrator, async (context) => ok(await budgetCaps(context)))
const usedUnder = async (capId: string) => (await capsNow()).items.find((one) => one.capId === capId)
const granted = async () =>
  (await world.rows<{ n: number }>('select count(*)::integer as n from decision.decision'))[0]?.n ?? 0

describe('a cap on new decisions', () => {
  const lift = async () => {
    const { items } = await capsNow()
    for (const { capId, name, kind, period, appropriation, programmeGroup, officeId, state } of items) {
      if (state !== 'in-force') continue
      await mustEnter({ name, kind, period, appropriation, programmeGroup, officeId, replaces: capId, lifted: true })
    }
  }
  beforeEach(async () => {
    world.today = day('2022-10-03')
    await lift()
  })

  test('stops a referral with its name, leaves a count and a task behind, and nothing else', async () => {
    const person = await aPersonReadyForDecision(world)
    const before = await granted()
    const capId = await mustEnter()
    const refused = await refer(person.caseId)
    assert.deepEqual(!refused.ok && refused.problem, {
      code: 'budget-closed',
      values: { cap: 'Oktobertaket', period: '2022-10', leftDecisions: 0, leftKronor: '–', opensOn: '2022-11-01' },
    })
    assert.equal(await granted(), before)
    const tasks = await world.rows<{ kind: string; due: string; why: object; done: boolean }>(
      "select kind, due_on::text as due, why, closed_at is not null as done from platform.task where case_id = $1 and kind = 'decide-when-budget-opens'",
      [person.caseId],
    )
    const why = { code: 'budget-closed-referral', values: { cap: 'Oktobertaket', period: '2022-10' } }
    assert.deepEqual(tasks, [{ kind: 'decide-when-budget-opens', due: '2022-11-01', why, done: false }])
    await refer(person.caseId)
    assert.equal((await usedUnder(capId))?.refused, 1, 'a case is counted once, however often it is tried')
    const audited = await world.rows('select 1 from platform.audit_entry where $1 = any (person_ids) and wrote', [
      person.personId,
    ])
    assert.ok(audited.length > 0)
  })

  test('shows on the case before anybody tries, and lets everything else through', async () => {
    const person = await aPersonReadyForDecision(world)
    await mustEnter()
    const actions = await world.must(world.caseworker, async (context) => ok(await actionsOf(context, person.caseId)))
    const refer = actions.find(({ name }) => name === 'decideReferral')
    assert.deepEqual([refer?.allowed, refer?.because?.code], [false, 'budget-closed'])
    assert.equal(actions.find(({ name }) => name === 'abstainFromReferral')?.allowed, true)
  })

  test('lets the caseworker put the case in the queue without trying, and not when there is room', async () => {
    const person = await aPersonReadyForDecision(world)
    const wait = () =>
      world.as(world.caseworker, (context) => waitForBudget(context, { caseId: person.caseId, kind: 'referral' }))
    assert.equal(await codeOf(wait()), 'budget-has-room')
    const capId = await mustEnter()
    for (const _ of [1, 2]) {
      const waits = await wait()
      assert.deepEqual(waits.ok && waits.value, { cap: 'Oktobertaket', opensOn: '2022-11-01' })
    }
    assert.equal((await usedUnder(capId))?.refused, 1)
    const tasks = await world.rows(
      "select 1 from platform.task where case_id = $1 and kind = 'decide-when-budget-opens'",
      [person.caseId],
    )
    assert.equal(tasks.length, 1)
    const extension = { caseId: person.caseId, kind: 'extension' } as const
    assert.equal(
      await codeOf(world.as(world.caseworker, (context) => waitForBudget(context, extension))),
      'not-in-service',
    )
  })

  test('calls back those who wait as soon as it is raised or lifted, and nobody when it is lowered', async () => {
    const person = await aPersonReadyForDecision(world)
    const due = async () =>
      (
        await world.rows<{ due: string }>(
          "select due_on::text as due from platform.task where case_id = $1 and kind = 'decide-when-budget-opens'",
          [person.caseId],
        )
      )[0]?.due
    const used = (await usedUnder(await mustEnter({ limitDecisions: 1_000 })))?.usedDecisions ?? 0
    await lift()
    const capId = await mustEnter({ limitDecisions: used })
    await refer(person.caseId)
    const lowered = await mustEnter({ limitDecisions: Math.max(0, used - 1), replaces: capId })
    assert.equal(await due(), '2022-11-01')
    await refer(person.caseId)
    await mustEnter({ limitDecisions: used + 50, replaces: lowered })
    assert.equal(await due(), '2022-10-03')
  })

  test('closes the task when room comes and the decision is granted', async () => {
    const person = await aPersonReadyForDecision(world)
    const capId = await mustEnter()
    await refer(person.caseId)
    await mustEnter({ replaces: capId, limitDecisions: 100, reason: 'Mer pengar.' })
    assert.equal((await refer(person.caseId)).ok, true)
    const open = await world.rows(
      "select 1 from platform.task where case_id = $1 and kind = 'decide-when-budget-opens' and closed_at is null",
      [person.caseId],
    )
    assert.deepEqual(open, [])
  })

  test('gives the last place to exactly one of two who race for it', async () => {
    for (const round of [1, 2, 3]) {
      await lift()
      const people = await Promise.all([1, 2, 3].map(() => aPersonReadyForDecision(world)))
      const used = (await usedUnder(await mustEnter({ limitDecisions: 1_000 })))?.usedDecisions ?? 0
      await lift()
      await mustEnter({ limitDecisions: used + 1 })
      const answers = await Promise.all(
        people.map((person, index) =>
          refer(person.caseId, index % 2 === 0 ? world.caseworker : world.secondCaseworker),
        ),
      )
      assert.equal(answers.filter((answer) => answer.ok).length, 1, `round ${round}`)
    }
  })

  test('in kronor counts what the decisions are expected to cost, extensions apart', async () => {
    const first = await aPersonReadyForDecision(world)
    const probe = await mustEnter({ limitDecisions: null, limitCommittedOre: 1_000_000_000_000 })
    const before = (await usedUnder(probe))?.usedOre ?? 0
    assert.equal((await refer(first.caseId)).ok, true)
    const cost = ((await usedUnder(probe))?.usedOre ?? 0) - before
    assert.ok(cost > 1_000_000 && cost < 5_000_000, `${cost}`)
    const second = await aPersonReadyForDecision(world)
    await mustEnter({ replaces: probe, limitDecisions: null, limitCommittedOre: before + 2 * cost - 1 })
    assert.equal(await codeOf(refer(second.caseId)), 'budget-closed')
  })

  test('counts those of its office, programme and appropriation only', async () => {
    const person = await aPersonReadyForDecision(world)
    const [{ programme } = { programme: null }] = await world.rows<{ programme: string | null }>(
      'select programme from registration.v_person where person_id = $1',
      [person.personId],
    )
    await mustEnter({ programmeGroup: programme === 'UGA' ? 'ETP' : 'UGA' })
    await mustEnter({ officeId: world.office, period: '2022-11' })
    await mustEnter({ appropriation: '1:2', kind: 'extension' })
    assert.equal((await refer(person.caseId)).ok, true)
    const other = await aPersonReadyForDecision(world)
    await mustEnter({ appropriation: '1:3' })
    assert.equal(await codeOf(refer(other.caseId)), 'budget-closed')
  })

  test('on extensions leaves interruptions possible', async () => {
    const person = await aReferredPerson(world, { firstDay: '2022-10-17' })
    world.today = day('2023-03-27')
    await mustEnter({ kind: 'extension', period: '2023', name: 'Förlängningar' })
    const extend = () =>
      world.as(world.caseworker, (context) => decideExtension(context, { caseId: person.caseId, reason: 'Mer tid' }))
    assert.equal(await codeOf(extend()), 'budget-closed')
    const stop = { caseId: person.caseId, lastDay: world.today, cause: 'work' } as const
    assert.equal((await world.as(world.caseworker, (context) => interruptService(context, stop))).ok, true)
  })
})

describe('entering a cap', () => {
  test('is the administrator’s, with a reason, once a scope, and changes by taking its place', async () => {
    world.today = day('2022-10-03')
    assert.equal(await codeOf(enter({ period: '2022-12' }, world.caseworker)), 'not-allowed')
    const capId = await mustEnter({ period: '2022-12' })
    assert.equal(await codeOf(enter({ period: '2022-12' })), 'budget-cap-exists')
    assert.equal(await codeOf(enter({ period: '2023-01', replaces: capId })), 'budget-cap-other-scope')
    const next = await mustEnter({ period: '2022-12', replaces: capId, limitDecisions: 5 })
    assert.equal(await codeOf(enter({ period: '2022-12', replaces: capId })), 'budget-cap-replaced')
    assert.equal((await usedUnder(capId))?.state, 'replaced')
    assert.equal((await usedUnder(next))?.state, 'in-force')
    assert.equal(await codeOf(enter({ officeId: '00000000-0000-7000-8000-00000000ffff' })), 'not-found')
    assert.equal(await codeOf(enter({ period: '2022-09' })), 'budget-period-past')
    await assert.rejects(() => world.rows('update decision.budget_cap set limit_decisions = 7'), /kept as entered/)
  })

  test('is read by those who follow the budget, and its sums by nobody else', async () => {
    const provider = await world.anOrganisation('provider', 'Provbolaget')
    const coordinator = await world.anActor('coordinator', { organisationId: provider })
    const seen = await world.must(coordinator, async (context) => ok(await budgetCaps(context)))
    assert.deepEqual(seen.items, [])
    const bare = await world.must(world.caseworker, async (context) => ok(await budgetCaps(context)))
    assert.ok(bare.items.every(({ usedDecisions, refused }) => usedDecisions === 0 && refused === 0))
  })
})
