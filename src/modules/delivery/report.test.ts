import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, day, type Month, month } from '../../kernel/day.ts'
import type { CaseId, PlacementId, ReportId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { endPlacementsOn } from '../market/index.ts'
import { caseload } from './caseload.ts'
import { confirmLog } from './confirm-log.ts'
import { decidePlan } from './decide-plan.ts'
import { decideReport } from './decide-report.ts'
import { deliveryPage } from './delivery-page.ts'
import { draftCaseReport, draftMonthReports } from './drafts.ts'
import { type GiveFinalReport, giveFinalReport } from './give-final-report.ts'
import { sweeps } from './jobs.ts'
import { correctActivity } from './log-activity.ts'
import { readFinalReport } from './read-final-report.ts'
import { approvedReports, providerReports, reportsOf } from './reads.ts'
import { signReports } from './sign-reports.ts'
import {
  aHeldMeeting,
  anActivity,
  aPlan,
  aServed,
  aStaffedProvider,
  atOnce,
  deliveryWorld,
  type Staffed,
  type ToldDelivery,
} from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const september = month('2022-09')

describe('periodic reports in the database', () => {
  let world: TestWorld
  let told: ToldDelivery[]
  let provider: Staffed
  let rival: Staffed
  before(async () => {
    ;({ world, told } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    rival = await aStaffedProvider(world, 'Den andra AB')
  })
  after(() => world.drop())

  type Served = Awaited<ReturnType<typeof aServed>>

  /** In service from 5 September with an approved plan, a meeting and two activities; today is 1 October. */
  async function aMonth(plan: 'approved' | null = 'approved'): Promise<Served & { activities: string[] }> {
    world.today = day('2022-08-22')
    const served = await aServed(world, provider)
    world.today = day('2022-09-06')
    await aPlan(world, served, plan)
    world.today = day('2022-09-30')
    await aHeldMeeting(world, served, '2022-09-06')
    const first = await anActivity(world, served, '2022-09-08')
    const second = await anActivity(world, served, '2022-09-15', {
      code: 'language',
      hours: 1.5,
      withWhom: 'provider-staff',
    })
    world.today = day('2022-10-01')
    return { ...served, activities: [first.id, second.id] }
  }
  const draft = (served: Served, of: Month = september, actor = served.adviser) =>
    world.as(actor, (context) => draftCaseReport(context, { caseId: served.caseId, month: of }))
  const mustDraft = async (served: Served) => {
    const drafted = await draft(served)
    assert.ok(drafted.ok, codeOf(drafted))
    return drafted.value.reportId
  }
  const sign = (actor: Actor, ...reportIds: ReportId[]) =>
    world.as(actor, (context) => signReports(context, { reportIds }))
  const current = async (served: Served) => {
    const { items } = await world.must(served.adviser, (context) => reportsOf(context, served.caseId))
    const [report] = items
    assert.ok(report)
    return report
  }
  const approved = (served: Served) =>
    world.must(world.caseworker, async (context) => ok(await approvedReports(context, served.caseId)))

  test('is derived from the log, signed by the adviser, and approved by rule', async () => {
    const served = await aMonth()
    const reportId = await mustDraft(served)
    const view = await current(served)
    assert.equal(view.state, 'draft')
    assert.equal(view.dueOn, '2022-10-10')
    assert.deepEqual(
      view.content.lines.map((line) => [line.code, line.physicalHours + line.remoteHours]),
      [
        ['language', 1.5],
        ['own-work', 0],
        ['practical-support', 2],
      ],
    )
    assert.equal(view.content.meetings.held, 1)
    assert.equal(codeOf(await sign(served.other, reportId)), 'not-found')
    assert.equal(codeOf(await sign(rival.coordinator, reportId)), 'not-found')
    assert.equal(codeOf(await sign(world.caseworker, reportId)), 'not-allowed')
    assert.deepEqual(await approved(served), [])
    const signed = await sign(served.adviser, reportId)
    assert.deepEqual(signed, { ok: true, value: { reports: [{ reportId, state: 'approved', failed: [] }] } })
    assert.deepEqual(await approved(served), [{ providerId: provider.providerId, month: '2022-09' }])
    assert.equal(told.at(-1)?.name, 'report-approved')
    assert.equal(codeOf(await sign(provider.coordinator, reportId)), 'report-already-signed')
    assert.equal(codeOf(await draft(served)), 'report-already-signed')
  })

  test('is for a month in service that is over', async () => {
    const served = await aMonth()
    assert.equal(codeOf(await draft(served, month('2022-08'))), 'month-without-service')
    assert.equal(codeOf(await draft(served, month('2022-10'))), 'month-not-over')
    assert.equal(codeOf(await draft(served, september, world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await draft(served, september, rival.adviser)), 'not-found')
    assert.equal(
      (await world.rows('select 1 from delivery.periodic_report where case_id = $1', [served.caseId])).length,
      0,
    )
  })

  test('two who sign at once: one does', async () => {
    const served = await aMonth()
    const reportId = await mustDraft(served)
    const both = await Promise.all([sign(served.adviser, reportId), sign(provider.coordinator, reportId)])
    assert.deepEqual(both.map(codeOf).sort(), ['ok', 'report-already-signed'])
    assert.equal(
      (await world.rows('select 1 from delivery.report_signature where report_id = $1', [reportId])).length,
      1,
    )
  })

  test('follows the log until it is signed: what was read before no longer can be', async () => {
    const served = await aMonth()
    const seen = await mustDraft(served)
    await anActivity(world, served, '2022-09-22')
    assert.equal(codeOf(await sign(served.adviser, seen)), 'changed-meanwhile')
    const view = await current(served)
    assert.equal(view.version, 2)
    assert.equal(codeOf(await sign(served.adviser, view.reportId as ReportId)), 'ok')
    const late = await anActivity(world, served, '2022-09-23')
    assert.deepEqual(late.warnings, ['month-reported'])
    assert.equal((await current(served)).version, 2)
  })

  test('with a dispute goes to the caseworker; not approved, it comes again as a new version', async () => {
    const served = await aMonth()
    const [entryId = ''] = served.activities
    await mustDraft(served)
    await world.must(served.actor, (context) =>
      confirmLog(context, {
        caseId: served.caseId,
        items: [{ kind: 'activity', id: entryId, answer: 'disputed' }],
      }),
    )
    const view = await current(served)
    assert.equal(view.content.disputedHours, 2)
    const reportId = view.reportId as ReportId
    const signed = await sign(served.adviser, reportId)
    assert.deepEqual(signed.ok && signed.value.reports[0]?.failed, ['nothing-disputed'])
    assert.equal((await current(served)).state, 'being-handled')
    const decide = (actor: Actor, outcome: 'approved' | 'not-approved', why?: string) =>
      world.as(actor, (context) => decideReport(context, { reportId, outcome, why }))
    assert.equal(codeOf(await decide(served.adviser, 'approved')), 'not-allowed')
    assert.equal(codeOf(await decide(world.caseworker, 'not-approved')), 'why-missing')
    assert.equal(codeOf(await decide(world.caseworker, 'not-approved', 'Rätta den 8 september')), 'ok')
    assert.equal(codeOf(await decide(world.caseworker, 'approved')), 'already-decided')
    assert.equal(told.at(-1)?.name, 'report-not-approved')
    assert.deepEqual(await approved(served), [])
    await world.must(served.adviser, (context) =>
      correctActivity(context, { entryId, withdrawn: true, note: 'Blev inte av' }),
    )
    const again = await mustDraft(served)
    assert.notEqual(again, reportId)
    assert.equal(codeOf(await sign(served.adviser, again)), 'ok')
    assert.deepEqual(await approved(served), [{ providerId: provider.providerId, month: '2022-09' }])
    const steps = await world.rows<{ kind: string }>(
      "select kind from delivery.v_step where case_id = $1 and kind like 'delivery.report-%' order by recorded_at, kind",
      [served.caseId],
    )
    assert.deepEqual(steps.map((step) => step.kind).sort(), [
      'delivery.report-approved',
      'delivery.report-not-approved',
      'delivery.report-signed',
      'delivery.report-signed',
    ])
  })

  test('without an approved plan, or with what is not planned, goes to the caseworker, who may approve', async () => {
    const served = await aMonth(null)
    await anActivity(world, served, '2022-09-20', { code: 'digital' })
    const reportId = await mustDraft(served)
    const signed = await sign(served.adviser, reportId)
    assert.deepEqual(signed.ok && signed.value.reports[0]?.failed, ['plan-approved', 'entries-allowed-and-planned'])
    const tasks = await world.rows<{ subject_id: string }>(
      "select subject_id from platform.task where kind = 'delivery.decide-report' and closed_at is null and case_id = $1",
      [served.caseId],
    )
    assert.deepEqual(tasks, [{ subject_id: reportId }])
    await world.must(world.caseworker, (context) => decideReport(context, { reportId, outcome: 'approved' }))
    assert.equal((await approved(served)).length, 1)
    const unsigned = await aMonth()
    const other = await mustDraft(unsigned)
    const early = await world.as(world.caseworker, (context) =>
      decideReport(context, { reportId: other, outcome: 'approved' }),
    )
    assert.equal(codeOf(early), 'report-not-signed')
  })

  test('a plan that is approved later reaches the draft', async () => {
    const served = await aMonth(null)
    await mustDraft(served)
    assert.equal((await current(served)).content.planApproved, false)
    const [plan] = await world.rows<{ id: string }>('select id from delivery.plan where case_id = $1', [served.caseId])
    await world.must(world.caseworker, (context) =>
      decidePlan(context, { planId: plan?.id as never, outcome: 'approved' }),
    )
    assert.equal((await current(served)).content.planApproved, true)
  })

  test('drafts come by themselves on the first day of the next month, once, and can be signed all at once', async () => {
    const first = await aMonth()
    const second = await aMonth()
    await world.sweep(...sweeps)
    const drafts = async () =>
      (
        await world.rows<{ id: ReportId; case_id: string; version: number }>(
          'select id, case_id, version from delivery.periodic_report',
        )
      ).filter((row) => row.case_id === first.caseId || row.case_id === second.caseId)
    const made = await drafts()
    assert.equal(made.length, 2)
    world.today = day('2022-10-02')
    await world.sweep(...sweeps)
    assert.equal((await drafts()).length, 2)
    const asked = await world.rows<{ person_id: string }>(
      "select person_id from platform.notice where kind = 'delivery.month-to-confirm' and person_id = $1",
      [first.personId],
    )
    assert.equal(asked.length, 1)
    const closing = await world.must(provider.coordinator, (context) =>
      draftMonthReports(context, { month: september }),
    )
    assert.ok(made.every((row) => closing.reports.some((report) => report.reportId === row.id)))
    const unknown = addDays(world.today, 0) && ('00000000-0000-4000-8000-000000000000' as ReportId)
    assert.equal(codeOf(await sign(provider.coordinator, ...made.map((row) => row.id), unknown)), 'not-found')
    assert.equal((await approved(first)).length, 0)
    const signed = await sign(provider.coordinator, ...made.map((row) => row.id))
    assert.deepEqual(signed.ok && signed.value.reports.map((report) => report.state), ['approved', 'approved'])
    const list = await world.must(provider.coordinator, (context) =>
      providerReports(context, { month: september, state: 'approved', whose: 'all', page: 1, limit: 20 }),
    )
    assert.ok(list.total >= 2)
  })

  test('a report that comes more than 12 months late is approved, but not payable', async () => {
    const served = await aMonth()
    const reportId = await mustDraft(served)
    const signOn = async (text: string) => {
      world.today = day(text)
      await world.rows('update platform.access set valid_to = null where person_id = $1', [served.personId])
      return sign(served.adviser, reportId)
    }
    assert.equal(codeOf(await signOn('2023-10-01')), 'ok')
    assert.deepEqual(await approved(served), [])
    const rows = await world.rows('select payable from delivery.v_approved_report where report_id = $1', [reportId])
    assert.deepEqual(rows, [{ payable: false }])
    world.today = day('2022-10-01')
  })

  test('a late report is signed by the coordinator when the rest of the case is closed to the provider', async () => {
    const served = await aMonth()
    const reportId = await mustDraft(served)
    await world.must(systemActor, (context) =>
      endPlacementsOn(context, { caseId: served.caseId, lastDay: day('2022-10-04'), cause: 'interruption' }),
    )
    world.today = day('2022-11-04')
    const list = async () => {
      const query = { month: september, whose: 'all', page: 1, limit: 100 } as const
      const { items } = await world.must(provider.coordinator, (context) => providerReports(context, query))
      return items.find((item) => item.reportId === reportId)
    }
    assert.deepEqual([(await list())?.participant, (await list())?.state], ['', 'draft'])
    assert.equal(codeOf(await draft(served)), 'not-found')
    assert.equal(codeOf(await sign(rival.coordinator, reportId)), 'not-found')
    assert.equal(codeOf(await sign(served.adviser, reportId)), 'not-your-participant')
    const both = await Promise.all([sign(provider.coordinator, reportId), sign(provider.coordinator, reportId)])
    assert.deepEqual(both.map(codeOf).sort(), ['ok', 'report-already-signed'])
    assert.equal((await list())?.state, 'approved')
    assert.equal((await approved(served)).length, 1)
    world.today = day('2022-10-01')
  })

  type GivesFinal = (actor: Actor, more?: Partial<GiveFinalReport>) => Promise<Result<{ id: string }>>
  /** A final report of the only spell, as each may give it. */
  const givesFinal =
    (of: { readonly caseId: CaseId }): GivesFinal =>
    async (actor, more = {}) => {
      const [placement] = await world.rows<{ placement_id: PlacementId }>(
        'select placement_id from market.v_placement where case_id = $1',
        [of.caseId],
      )
      if (!placement) throw new Error('there is a spell')
      return world.as(actor, (context) =>
        giveFinalReport(context, {
          caseId: of.caseId,
          placementId: placement.placement_id,
          occupation: 'work',
          done: [{ code: 'practical-support', text: 'Sökt jobb' }],
          progress: 'Har fått truckkort',
          nextStep: 'Börjar på lager',
          ...more,
        }),
      )
    }

  test('a spell that has ended owes a final report within 5 working days, given once', async () => {
    const served = await aMonth()
    const give = givesFinal(served)
    world.today = day('2022-10-05')
    assert.equal(codeOf(await give(served.adviser)), 'not-over-yet')
    await world.must(systemActor, (context) =>
      endPlacementsOn(context, { caseId: served.caseId, lastDay: day('2022-10-04'), cause: 'interruption' }),
    )
    const tasks = () =>
      world.rows(
        "select due_on, for_organisation from platform.task where kind = 'delivery.give-final-report' and closed_at is null and case_id = $1",
        [served.caseId],
      )
    assert.deepEqual(await tasks(), [{ due_on: '2022-10-11', for_organisation: provider.providerId }])
    assert.equal(codeOf(await give(world.caseworker)), 'not-allowed')
    assert.equal(codeOf(await give(served.adviser)), 'ok')
    assert.equal(codeOf(await give(served.adviser)), 'already-reported')
    assert.deepEqual(await tasks(), [])
    world.today = day('2022-10-01')
  })

  test('a late final report is given once by two who give it at the same time, though the case is closed to them', async () => {
    const served = await aMonth()
    const give = givesFinal(served)
    await world.must(systemActor, (context) =>
      endPlacementsOn(context, { caseId: served.caseId, lastDay: day('2022-10-04'), cause: 'interruption' }),
    )
    world.today = day('2022-11-04')
    assert.equal(codeOf(await draft(served)), 'not-found', 'the case is closed to the provider')
    const both = await atOnce(
      world,
      served.caseId,
      () => give(served.adviser),
      () => give(provider.coordinator),
    )
    assert.deepEqual(both.map(codeOf).sort(), ['already-reported', 'ok'])
    world.today = day('2022-10-01')
  })

  test('a corrected final report replaces the old one, which is shown, and the caseworker reads what stands', async () => {
    const served = await aMonth()
    const give = givesFinal(served)
    await world.must(systemActor, (context) =>
      endPlacementsOn(context, { caseId: served.caseId, lastDay: day('2022-10-04'), cause: 'interruption' }),
    )
    world.today = day('2022-10-05')
    assert.equal(codeOf(await give(served.adviser)), 'ok')
    const caseId = served.caseId
    const finals = async () =>
      (await world.must(world.caseworker, (context) => deliveryPage(context, caseId))).spells.map(
        (spell) => spell.finalReport,
      )
    const toRead = () =>
      world.rows<{ subject_id: string; due_on: string; why: { code: string } }>(
        "select subject_id, due_on, why from platform.task where kind = 'delivery.read-final-report' and closed_at is null and case_id = $1",
        [caseId],
      )
    const [first] = await finals()
    assert.deepEqual([first?.progress, first?.read], ['Har fått truckkort', null])
    assert.match(first?.by ?? '', /Handledare$/)
    const read = (finalReportId: string, actor = world.caseworker) =>
      world.as(actor, (context) => readFinalReport(context, { finalReportId }))
    const old = first?.finalReportId ?? ''
    assert.deepEqual(
      (await toRead()).map((task) => [task.subject_id, task.due_on, task.why.code]),
      [[old, '2022-10-12', 'final-report-given']],
    )
    world.today = day('2022-10-06')
    const right = { corrects: old, occupation: 'studies' as const, nextStep: 'Börjar på komvux' }
    assert.equal(codeOf(await give(rival.adviser, right)), 'not-found')
    assert.equal(codeOf(await give(served.adviser, right)), 'ok')
    assert.equal(codeOf(await give(served.adviser, right)), 'changed-meanwhile', 'it is corrected already')
    const [second] = await finals()
    assert.deepEqual([second?.occupation, second?.nextStep], ['studies', 'Börjar på komvux'])
    assert.deepEqual(
      second?.earlier.map((each) => [each.finalReportId, each.occupation, each.onDay, each.done]),
      [[old, 'work', '2022-10-05', [{ code: 'practical-support', text: 'Sökt jobb' }]]],
      'the old one stays and is shown',
    )
    const current = second?.finalReportId ?? ''
    assert.deepEqual(
      (await toRead()).map((task) => [task.subject_id, task.why.code]),
      [[current, 'final-report-corrected']],
    )
    assert.equal(codeOf(await read(old)), 'changed-meanwhile')
    assert.equal(codeOf(await read(current, served.adviser)), 'not-allowed')
    assert.equal(codeOf(await read(current)), 'ok')
    assert.equal(codeOf(await read(current)), 'ok', 'read twice changes nothing')
    assert.deepEqual(await toRead(), [])
    const kinds = await world.rows<{ kind: string }>(
      "select kind from delivery.v_step where case_id = $1 and kind like 'delivery.final%' order by recorded_at",
      [caseId],
    )
    assert.deepEqual(
      kinds.map((step) => step.kind),
      ['delivery.final-report-replaced', 'delivery.final-report-given', 'delivery.final-report-read'],
    )
    world.today = day('2022-10-01')
  })

  test('the caseload shows who is due first, to their own provider only', async () => {
    world.today = day('2022-10-01')
    const seen = (actor: Actor) =>
      world.must(actor, (context) => caseload(context, { whose: 'mine', page: 1, limit: 100 }))
    const all = await seen(provider.coordinator)
    assert.ok(all.total > 5)
    const dues = all.items.map((item) => item.due[0]?.dueOn ?? '9999')
    assert.deepEqual(dues, dues.toSorted())
    const own = await seen(provider.adviser)
    assert.ok(own.total > 0 && own.total < all.total)
    assert.ok(own.items.every((item) => item.adviserId === provider.adviser.userId))
    assert.equal((await seen(rival.coordinator)).total, 0)
    const sought = async (search: string) =>
      (
        await world.must(provider.coordinator, (context) =>
          caseload(context, { whose: 'all', search, page: 1, limit: 100 }),
        )
      ).items.map((item) => item.name)
    const name = all.items[0]?.name ?? ''
    const found = await sought(name.toUpperCase())
    assert.ok(found.length > 0 && found.every((one) => one.includes(name)), `${name}: ${found}`)
    assert.deepEqual(await sought('finns inte'), [])
    assert.deepEqual(all.advisers.map((each) => each.name).sort(), [
      'Ada Handledare',
      'Bo Handledare',
      'Test coordinator',
    ])
    // Met on 6 September: the period from then was due on the 20th, so the duty is owed already.
    assert.deepEqual(
      all.items[0]?.due.find((due) => due.rule === 'meeting-every-14-days'),
      { rule: 'meeting-every-14-days', dueOn: '2022-10-04', movedFrom: null, overdue: true, bookedOn: null },
    )
  })
})
