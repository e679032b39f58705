import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day, type Month } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context, Work } from '../../platform/context.ts'
import { openLog } from '../../platform/log.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { municipalities } from '../../rules/reference/index.ts'
import { compareWindows, queueOpenComparisons } from './compare-windows.ts'
import { comparisonPage, listComparisons } from './comparison-reads.ts'
import type { CompareWindowsBody, ComparisonReply, WindowLawView } from './contract/windows.ts'
import { type ComparisonHelp, explainAssessment, windowTasks } from './index.ts'
import { listWindowPlans } from './plan-reads.ts'
import { decideWindowPlan, planWindow, withdrawWindowPlan } from './plan-window.ts'
import { assessmentForDecision } from './reads.ts'
import { anAssessedPerson, aRegisteredPerson, withAreas } from './testing.ts'
import { listWindows } from './windows-known.ts'

const everyMunicipality = municipalities().map(({ code }) => code)
const help: ComparisonHelp = {
  expectedCost: async () => (level) => ({ A: 100, B: 200, C: 300 })[level],
  areaProviders: async () => [
    { municipalities: everyMunicipality, providers: [{ providerId: 'p1', name: 'Steget AB', participants: 3 }] },
  ],
  startMonths: async () => [{ month: '2022-07' as Month, starts: 40, toWork: 10 }],
}
const tasks = windowTasks(help)

/** Nobody's chance is under 0.05, so everyone is near. */
const allNear: WindowLawView = {
  registeredDays: 0,
  registeredDaysInProgramme: 0,
  programmes: null,
  adultOrProgramme: null,
  exceptions: [],
  cutPoints: { nearFrom: 0.04, levelAFrom: 0.03, levelBFrom: 0.02, farBelow: 0.01 },
}

describe('windows compared before they are signed', () => {
  let world: TestWorld
  let second: Actor
  let analyst: Actor
  let caseId: Awaited<ReturnType<typeof anAssessedPerson>>['caseId']

  before(async () => {
    world = await testWorld({ today: '2022-10-03' })
    await withAreas(world)
    second = await world.anActor('administrator', { name: 'Ivar Prov' })
    analyst = await world.anActor('analyst')
    ;({ caseId } = await anAssessedPerson(world, { profile: 'A' }))
    for (const _ of [1, 2, 3, 4, 5]) await aRegisteredPerson(world, { profile: 'A' })
    await aRegisteredPerson(world, { profile: 'A', details: { protection: 'secrecy-mark' } })
  })
  after(() => world.drop())

  const work = (): Work => ({
    pool: world.ownerPool,
    subscriptions: {},
    clock: async () => ({ today: world.today, now: atTime(world.today, '10:00') }),
  })
  const codeOf = async (actor: Actor, body: (context: Context) => Promise<Result<unknown>>) => {
    const result = await world.as(actor, body)
    return result.ok ? 'ok' : result.problem.code
  }
  const compared = async (command: CompareWindowsBody): Promise<ComparisonReply> => {
    const { comparisonId } = await world.must(world.administrator, (c) => compareWindows(c, command))
    const waiting = await world.must(analyst, (c) => comparisonPage(c, comparisonId))
    assert.deepEqual([waiting.state, waiting.result], ['waiting', null])
    await tasks['compare-windows'](work(), { comparisonId }, openLog())
    return world.must(analyst, (c) => comparisonPage(c, comparisonId))
  }
  const planned = async (from: string, comparisonId: string) =>
    world.must(world.administrator, (c) =>
      planWindow(c, { comparisonId, from: day(from), reason: 'Färre ska anvisas i vinter' }),
    )
  const approved = (planId: string) => ({ planId, outcome: 'approved' as const, reason: '' })
  const inForce = async () =>
    (await world.must(world.caseworker, async (c) => ok(c.rules.assessment.window.number))) as number

  test('count everyone registered who has no protected identity, under both, and what it is expected to cost', async () => {
    const reply = await compared({ before: { window: 5 }, after: { draft: allNear } })
    assert.deepEqual([reply.state, reply.people, reply.peopleDone], ['done', 6, 6])
    assert.deepEqual([reply.before.number, reply.after.number], [5, null])
    const { total, flows, groups, deadweight } = reply.result ?? assert.fail()
    assert.deepEqual([total.referableBefore, total.referableAfter, total.leaves, total.enters], [6, 0, 6, 0])
    assert.deepEqual([total.before, total.costBeforeOre, total.costAfterOre], [{ A: 6, B: 0, C: 0 }, 600, 0])
    assert.equal(flows.find((flow) => flow.before === 'A' && flow.after === 'near')?.people, 6)
    const sexes = groups.find(({ by }) => by === 'sex')?.rows
    assert.deepEqual(
      sexes?.map(({ key, people, leaves }) => [key, people, leaves]),
      [['male', 6, 6]],
    )
    assert.deepEqual(deadweight.months, [{ month: '2022-07', starts: 40, toWork: 10, sharePercent: 25, flagged: true }])
  })

  test('tell administrators and analysts what each provider would expect, and an overseer nothing of it', async () => {
    const reply = await compared({ before: { window: 5 }, after: { draft: allNear } })
    const rows = reply.result?.providers ?? assert.fail()
    assert.equal(rows.length, 1)
    const [{ name, before, after }] = rows as [(typeof rows)[number]]
    // Six people are five when rounded to fives.
    assert.deepEqual([name, before.people, before.revenueOre, before.outcomes > 0], ['Steget AB', 5, 500, true])
    assert.deepEqual(after, { people: 0, outcomes: 0, revenueOre: 0 })
    const overseer = await world.anActor('overseer')
    const seen = await world.must(overseer, (c) => comparisonPage(c, reply.comparisonId))
    assert.equal(seen.result?.providers, null)
    const read = await world.must(overseer, async (c) =>
      ok((await sql`select 1 from assessment.window_comparison_providers`.execute(c.db)).rows.length),
    )
    assert.equal(read, 0)
  })

  test('between two published ones by their numbers; unknown ones and cut points out of order are refused', async () => {
    const reply = await compared({ before: { window: 5 }, after: { window: 6 } })
    assert.equal(reply.after.law.registeredDays, 120)
    const ask = (after: CompareWindowsBody['after']) =>
      codeOf(world.administrator, (c) => compareWindows(c, { before: { window: 5 }, after }))
    assert.equal(await ask({ window: 44 }), 'window-unknown')
    const cutPoints = { ...allNear.cutPoints, levelBFrom: 0.5 }
    assert.equal(await ask({ draft: { ...allNear, cutPoints } }), 'cut-points-order')
    assert.equal(
      await codeOf(analyst, (c) => compareWindows(c, { before: { window: 5 }, after: { window: 6 } })),
      'not-allowed',
    )
    const page = await world.must(analyst, (c) => listComparisons(c, { page: 1, limit: 1 }))
    assert.deepEqual([page.total, page.items[0]?.after.number], [3, 6])
  })

  test('go on where a stopped house left them, and are counted once', async () => {
    const { comparisonId } = await world.must(world.administrator, (c) =>
      compareWindows(c, { before: { window: 5 }, after: { window: 4 } }),
    )
    const early = { comparisonId, from: day('2022-12-01'), reason: 'Redan nu' }
    assert.equal(await codeOf(world.administrator, (c) => planWindow(c, early)), 'window-comparison-unfinished')
    await world.must(world.administrator, async (c) => ok(await queueOpenComparisons(c)))
    // Four at once: two batches, in two transactions.
    await windowTasks(help, 4)['compare-windows'](work(), { comparisonId }, openLog())
    await tasks['compare-windows'](work(), { comparisonId }, openLog())
    const reply = await world.must(analyst, (c) => comparisonPage(c, comparisonId))
    assert.deepEqual([reply.peopleDone, reply.result?.total.people], [6, 6])
  })

  test('give a switch that another approves, which changes the answer from its day on and not before', async () => {
    const { comparisonId } = await compared({ before: { window: 5 }, after: { draft: allNear } })
    const plan = await planned('2022-11-01', comparisonId)
    assert.deepEqual([plan.number, plan.state], [7, 'waiting'])
    assert.equal(
      await codeOf(world.administrator, (c) => decideWindowPlan(c, approved(plan.planId))),
      'four-eyes-preparer',
    )
    assert.equal(
      await codeOf(world.administrator, (c) =>
        planWindow(c, { comparisonId, from: day('2022-11-01'), reason: 'En gång till' }),
      ),
      'window-plan-exists',
    )
    const done = await world.must(second, (c) => decideWindowPlan(c, approved(plan.planId)))
    assert.equal(done.state, 'planned')
    world.today = day('2022-10-31')
    assert.equal(await inForce(), 5)
    assert.equal(
      (await world.must(world.caseworker, async (c) => ok(await assessmentForDecision(c, caseId))))?.notValid,
      null,
    )
    world.today = day('2022-11-01')
    assert.equal(await inForce(), 7)
    const now = await world.must(world.caseworker, async (c) => ok(await assessmentForDecision(c, caseId)))
    assert.deepEqual(now?.notValid?.values, { made: 5, inForce: 7 })
    const windows = await world.must(analyst, async (c) => ok(await listWindows(c)))
    const mine = windows.items.find((one) => one.number === 7)
    assert.deepEqual(
      [mine?.from, mine?.lastDay, mine?.decided, mine?.inForce],
      ['2022-11-01', '2023-02-28', true, true],
    )
    assert.equal(
      await codeOf(world.administrator, (c) => withdrawWindowPlan(c, { planId: plan.planId, reason: 'Ångrat' })),
      'window-plan-ended',
    )
    world.today = day('2023-03-01')
    assert.equal(await inForce(), 6)
    world.today = day('2022-11-01')
  })

  test('leave an assessment under a decided window that can be explained', async () => {
    const { caseId: id, assessment } = await anAssessedPerson(world, { profile: 'A' })
    assert.deepEqual([assessment.result, assessment.referable], ['near', false])
    const explained = await world.must(world.caseworker, async (c) => ok(await explainAssessment(c, id, 'sv')))
    assert.equal(explained?.answer.result, 'near')
  })

  test('let a switch be sent back with a reason, or taken back before its day', async () => {
    const { comparisonId } = await compared({ before: { window: 7 }, after: { window: 5 } })
    const first = await planned('2022-12-01', comparisonId)
    const sentBack = { planId: first.planId, outcome: 'returned' as const, reason: 'För tidigt' }
    assert.equal((await world.must(second, (c) => decideWindowPlan(c, sentBack))).state, 'returned')
    const next = await planned('2022-12-01', comparisonId)
    assert.deepEqual([first.number, next.number], [8, 9])
    await world.must(second, (c) => decideWindowPlan(c, approved(next.planId)))
    const withdrawn = await world.must(second, (c) =>
      withdrawWindowPlan(c, { planId: next.planId, reason: 'Budgeten' }),
    )
    assert.equal(withdrawn.state, 'withdrawn')
    world.today = day('2022-12-01')
    assert.equal(await inForce(), 7)
    const { items } = await world.must(analyst, (c) => listWindowPlans(c))
    assert.deepEqual(
      items.map((one) => [one.number, one.state, one.steps.map((step) => step.kind)]),
      [
        [9, 'withdrawn', ['approved', 'withdrawn']],
        [8, 'returned', ['returned']],
        [7, 'in-force', ['approved']],
      ],
    )
    world.today = day('2022-11-01')
  })

  test('carry no plan when another model has come into force since', async () => {
    const { comparisonId } = await compared({ before: { window: 7 }, after: { window: 5 } })
    await world.ownerPool.query("update assessment.window_comparison set model = 'an-older-one' where id = $1", [
      comparisonId,
    ])
    const plan = { comparisonId, from: day('2023-01-01'), reason: 'Nytt år' }
    assert.equal(await codeOf(world.administrator, (c) => planWindow(c, plan)), 'window-comparison-other-model')
  })

  test('are refused by the database where a use case would forget: own approval, and a day that has come', async () => {
    const { comparisonId } = await compared({ before: { window: 7 }, after: { window: 5 } })
    const plan = await planned('2022-12-15', comparisonId)
    const step = (by: Actor, on: string) =>
      world.ownerPool.query(
        `insert into assessment.window_plan_step (plan_id, kind, reason, on_day, recorded_at, recorded_by) values ($1, 'approved', '', $2::date, $2::date, $3)`,
        [plan.planId, on, by.userId],
      )
    await assert.rejects(step(world.administrator, '2022-11-01'), /who drafted the plan/)
    await assert.rejects(step(second, '2022-12-15'), /the day of the plan has come/)
    assert.equal(
      await codeOf(world.administrator, (c) =>
        planWindow(c, { comparisonId, from: day('2022-11-01'), reason: 'I dag' }),
      ),
      'window-plan-past',
    )
  })
})
