import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { findCase } from '../registration/index.ts'
import { actionsOf } from './actions.ts'
import { answerPlan } from './answer-plan.ts'
import { decidePlan } from './decide-plan.ts'
import { deliveryPage } from './delivery-page.ts'
import { giveAdviser } from './give-adviser.ts'
import { proposePlan } from './propose-plan.ts'
import { recordMapping } from './record-mapping.ts'
import {
  aPlan,
  aServed,
  aStaffedProvider,
  deliveryWorld,
  type Staffed,
  someMapping,
  somePlan,
  type ToldDelivery,
} from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('mapping and plan in the database', () => {
  let world: TestWorld
  let told: ToldDelivery[]
  let provider: Staffed
  let rival: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world, told } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    rival = await aStaffedProvider(world, 'Den andra AB')
    served = await aServed(world, provider)
    world.today = day('2022-09-06')
  })
  after(() => world.drop())

  const openTasks = (kind: string) =>
    world.rows<{ subject_id: string; for_organisation: string | null; for_office: string | null }>(
      'select subject_id, for_organisation, for_office from platform.task where kind = $1 and closed_at is null',
      [kind],
    )

  test('a new participant gets the adviser with the fewest, and the coordinator may give another', async () => {
    world.today = day('2022-08-22')
    const second = await aServed(world, provider)
    assert.notEqual(second.adviser.userId, served.adviser.userId)
    world.today = day('2022-09-06')
    const give = (actor: typeof served.adviser, adviserId = served.adviser.userId) =>
      world.as(actor, (context) => giveAdviser(context, { caseId: second.caseId, adviserId: adviserId! }))
    assert.equal(codeOf(await give(second.adviser)), 'not-allowed')
    assert.equal(codeOf(await give(served.adviser)), 'not-found', 'another adviser has the participant')
    assert.equal(codeOf(await give(provider.coordinator, rival.adviser.userId)), 'not-provider-staff')
    assert.equal(codeOf(await give(rival.coordinator)), 'not-found')
    assert.equal(codeOf(await give(provider.coordinator)), 'ok')
    const rows = await world.rows('select adviser_id from delivery.v_adviser where case_id = $1', [second.caseId])
    assert.deepEqual(rows, [{ adviser_id: served.adviser.userId }])
  })

  test('the mapping comes first, from the provider, not before the service began', async () => {
    const { caseId, adviser } = served
    const propose = () => world.as(adviser, (context) => proposePlan(context, { caseId, ...somePlan }))
    assert.equal(codeOf(await propose()), 'mapping-missing')
    const map = (actor: typeof adviser, onDay?: string) =>
      world.as(actor, (context) =>
        recordMapping(context, { caseId, ...someMapping, onDay: onDay === undefined ? undefined : day(onDay) }),
      )
    assert.equal(codeOf(await map(world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await map(served.actor)), 'not-allowed')
    assert.equal(codeOf(await map(rival.adviser)), 'not-found')
    assert.equal(codeOf(await map(adviser, '2022-09-02')), 'not-in-service')
    assert.equal(codeOf(await map(adviser, '2022-09-07')), 'in-the-future')
    assert.equal((await world.rows('select 1 from delivery.mapping')).length, 0)
    assert.equal(codeOf(await map(adviser)), 'ok')
    assert.deepEqual(
      told.map((each) => each.name),
      ['mapping-recorded'],
    )
    assert.equal(codeOf(await map(adviser)), 'ok')
    const rows = await world.rows('select replaces is null as first from delivery.mapping order by recorded_at, id')
    assert.deepEqual(rows, [{ first: true }, { first: false }])
  })

  test('what was told in the mapping is for the person, the caseworker and the provider alone', async () => {
    const seenBy = async (actor: typeof served.adviser) => {
      const page = await world.must(actor, (context) => deliveryPage(context, served.caseId))
      return page.mapping?.content?.wantedWork ?? null
    }
    assert.equal(await seenBy(served.adviser), 'Lager')
    assert.equal(await seenBy(served.actor), 'Lager')
    assert.equal(await seenBy(world.caseworker), 'Lager')
    assert.equal(await seenBy(world.overseer), null)
    assert.equal(codeOf(await world.as(rival.adviser, (context) => deliveryPage(context, served.caseId))), 'not-found')
  })

  test('a plan goes to the caseworker, a returned one back with reasons, and the next version up again', async () => {
    const { caseId, adviser } = served
    const refused = (plan: object) =>
      world.as(adviser, (context) => proposePlan(context, { caseId, ...somePlan, ...plan }))
    const few = await refused({ activities: somePlan.activities.slice(0, 2) })
    assert.deepEqual(few.ok ? null : few.problem.values, { has: 10, needs: 40 })
    const therapy = { code: 'therapy', hoursPerWeek: 40, mode: 'physical' }
    assert.equal(codeOf(await refused({ activities: [therapy] })), 'activity-forbidden')
    const planId = await aPlan(world, served, null)
    const tasks = await openTasks('delivery.decide-plan')
    assert.deepEqual(tasks, [{ subject_id: planId, for_organisation: null, for_office: world.office }])
    const decide = (actor: typeof adviser, outcome: 'approved' | 'returned', why?: string) =>
      world.as(actor, (context) => decidePlan(context, { planId, outcome, why }))
    assert.equal(codeOf(await decide(adviser, 'approved')), 'not-allowed')
    assert.equal(codeOf(await decide(world.caseworker, 'returned', ' ')), 'why-missing')
    assert.equal(codeOf(await decide(world.caseworker, 'returned', 'För få timmar språk')), 'ok')
    assert.equal(codeOf(await decide(world.secondCaseworker, 'approved')), 'already-decided')
    assert.equal((await openTasks('delivery.redo-plan'))[0]?.for_organisation, provider.providerId)
    const next = await world.must(adviser, (context) => proposePlan(context, { caseId, ...somePlan }))
    assert.equal((await openTasks('delivery.redo-plan')).length, 0)
    assert.equal(codeOf(await decide(world.caseworker, 'approved')), 'changed-meanwhile')
    assert.equal(
      codeOf(
        await world.as(world.caseworker, (context) => decidePlan(context, { planId: next.id, outcome: 'approved' })),
      ),
      'ok',
    )
    assert.equal((await openTasks('delivery.decide-plan')).length, 0)
    assert.equal(told.at(-1)?.name, 'plan-approved')
  })

  test('a caseworker of another office does not decide', async () => {
    const planId = await aPlan(world, served, null)
    const stranger = await world.anActor('caseworker', { organisationId: world.authority, officeId: null })
    const decided = await world.as(stranger, (context) => decidePlan(context, { planId, outcome: 'approved' }))
    assert.equal(codeOf(decided), 'not-your-office')
    const twice = await Promise.all(
      [world.caseworker, world.secondCaseworker].map((actor) =>
        world.as(actor, (context) => decidePlan(context, { planId, outcome: 'approved' })),
      ),
    )
    assert.deepEqual(twice.map(codeOf).sort(), ['already-decided', 'ok'])
  })

  test('the participant agrees or comments, on the version that is current', async () => {
    const planId = await aPlan(world, served, null)
    const answer = (actor: typeof served.actor, what: 'agreed' | 'comment', comment?: string, of = planId) =>
      world.as(actor, (context) => answerPlan(context, { planId: of, answer: what, comment }))
    assert.equal(codeOf(await answer(served.adviser, 'agreed')), 'not-allowed')
    assert.equal(codeOf(await answer(served.actor, 'comment', ' ')), 'comment-missing')
    assert.equal(codeOf(await answer(served.actor, 'comment', 'Mer språk')), 'ok')
    assert.equal(codeOf(await answer(served.actor, 'agreed')), 'ok')
    assert.equal(codeOf(await answer(served.actor, 'agreed')), 'ok')
    const other = await world.anActor('jobseeker')
    assert.equal(codeOf(await answer(other, 'agreed')), 'not-found')
    const page = await world.must(served.actor, (context) => deliveryPage(context, served.caseId))
    const current = page.plans.find((plan) => plan.current)
    assert.deepEqual(
      current?.answers.map((each) => each.answer),
      ['comment', 'agreed'],
    )
    await aPlan(world, served, null)
    assert.equal(codeOf(await answer(served.actor, 'agreed')), 'changed-meanwhile')
  })

  test('the page tells language support, a course whole, whose plan it is, and what is demanded beside it', async () => {
    const course = {
      code: 'short-course',
      hoursPerWeek: 10,
      mode: 'physical' as const,
      totalHours: 20,
      vacancy: 'Truckförare, Lagret AB',
    }
    const [support] = somePlan.activities
    const own = { code: 'own-work', hoursPerWeek: 26, mode: 'remote' as const }
    await world.must(served.adviser, (context) =>
      proposePlan(context, {
        caseId: served.caseId,
        goals: 'Köra truck',
        languageSupport: true,
        activities: [course, { ...support, code: 'practical-support', hoursPerWeek: 4, mode: 'physical' }, own],
      }),
    )
    const page = await world.must(world.caseworker, (context) => deliveryPage(context, served.caseId))
    const current = page.plans.find((plan) => plan.current)
    assert.deepEqual(new Set(page.plans.map((plan) => plan.languageSupport)), new Set([true, false]))
    assert.equal(current?.languageSupport, true)
    assert.equal(current?.providerName, 'Provleverantören AB')
    const { totalHours, vacancy } = current?.activities[0] ?? {}
    assert.deepEqual([totalHours, vacancy], [20, 'Truckförare, Lagret AB'])
    assert.equal(page.programme, 'JOB')
  })

  test('the page offers each role what it may do', async () => {
    const names = async (actor: typeof served.adviser) =>
      (await world.must(actor, async (context) => ok(await actionsOf(context, served.caseId)))).map(
        (each) => `${each.name}:${each.allowed}`,
      )
    const atProvider = await names(served.adviser)
    assert.ok(atProvider.includes('proposePlan:true') && atProvider.includes('draftReport:false'))
    assert.deepEqual(await names(world.caseworker), ['decidePlan:true', 'decideReport:false', 'decideDeviation:false'])
    assert.deepEqual(await names(served.actor), ['answerPlan:true', 'confirmLog:false'])
    assert.deepEqual(await names(rival.adviser), [])
  })

  test('every step stands on the case, and no step tells what was said', async () => {
    const steps = await world.must(world.approver, async (context) => {
      await findCase(context, served.caseId)
      const { rows } = await sql<{ kind: string; facts: object }>`
        select kind, facts from delivery.v_step where case_id = ${served.caseId}`.execute(context.db)
      return ok(rows)
    })
    const kinds = new Set(steps.map((step) => step.kind))
    for (const kind of ['adviser-given', 'mapping-recorded', 'plan-proposed', 'plan-returned', 'plan-approved'])
      assert.ok(kinds.has(`delivery.${kind}`), kind)
    assert.doesNotMatch(JSON.stringify(steps), /Behöver hjälp|somaliska/)
  })
})
