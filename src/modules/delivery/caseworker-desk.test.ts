import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { rulesOn } from '../../rules/index.ts'
import { decideParallelMeasure } from '../decision/index.ts'
import { confirmLog } from './confirm-log.ts'
import { deliveryPage } from './delivery-page.ts'
import { checkCaseWaiver, checkInformative, endCaseWaiver as end } from './domain/index.ts'
import {
  answerInformativeReport,
  askForView,
  type GiveInformativeReport,
  giveInformativeReport,
} from './give-informative-report.ts'
import { listInformative } from './informative-reads.ts'
import { proposePlan } from './propose-plan.ts'
import { endCaseWaiver, listCaseWaivers, type RecordCaseWaiver, recordCaseWaiver } from './record-case-waiver.ts'
import { decideDeviation, reportDeviation } from './report-deviation.ts'
import { serviceEvidence } from './service-evidence.ts'
import {
  aHeldMeeting,
  anActivity,
  aPlan,
  aServed,
  aStaffedProvider,
  deliveryWorld,
  type Staffed,
  somePlan,
} from './testing.ts'
import { weekStrip } from './week-strip.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('the law of an exception for one participant (programme 4.5)', () => {
  const rules = rulesOn(day('2022-10-03'))
  const spells = [{ firstDay: day('2022-09-05'), lastDay: null }]
  const tried = (firstDay: string, lastDay: string) =>
    codeOf(
      checkCaseWaiver({ rule: 'telephone-meeting', firstDay: day(firstDay), lastDay: day(lastDay) }, spells, rules),
    )

  test('has its days in order, with a provider, and at most 90 of them', () => {
    assert.equal(tried('2022-10-01', '2022-12-29'), 'ok')
    assert.equal(tried('2022-10-01', '2022-12-30'), 'case-waiver-too-long')
    assert.equal(tried('2022-10-01', '2022-09-30'), 'end-before-start')
    assert.equal(tried('2022-09-04', '2022-09-30'), 'not-in-service')
  })

  test('ends yesterday at the earliest, so that what was held under it counts', () => {
    const waiver = { rule: 'telephone-meeting', firstDay: day('2022-10-01'), lastDay: day('2022-10-31') } as const
    const on = (lastDay: string, today: string) => codeOf(end(waiver, day(lastDay), day(today)))
    assert.equal(on('2022-10-09', '2022-10-10'), 'ok')
    assert.equal(on('2022-10-08', '2022-10-10'), 'last-day-outside-waiver')
    assert.equal(on('2022-10-31', '2022-10-10'), 'last-day-outside-waiver')
    assert.equal(on('2022-09-30', '2022-09-20'), 'ok', 'it never began')
    assert.equal(on('2022-10-31', '2022-11-01'), 'case-waiver-over')
  })

  test('an informative report is of a known need, within 2,000 characters, without sensitive data unless seen', () => {
    const tell = (need: string, words: string, seen = false) => codeOf(checkInformative({ need, words }, seen, rules))
    assert.equal(tell('interpreter', 'Behöver tolk på mötena.'), 'ok')
    assert.equal(tell('money', 'Behöver pengar.'), 'need-unknown')
    assert.equal(tell('aid', '   '), 'informative-empty')
    assert.equal(tell('aid', 'a'.repeat(2001)), 'informative-too-long')
    assert.equal(tell('aid', 'a'.repeat(2000)), 'ok')
    assert.equal(tell('aid', 'Har fått en diagnos.'), 'informative-sensitive')
    assert.equal(tell('aid', 'Har fått en diagnos.', true), 'ok')
  })
})

describe("the caseworker's desk beside the service", { concurrency: false }, () => {
  let world: TestWorld
  let provider: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    served = await aServed(world, provider)
    world.today = day('2022-09-06')
    await aPlan(world, served)
  })
  after(() => world.drop())

  const page = () => world.must(world.caseworker, (context) => deliveryPage(context, served.caseId))
  const breached = async (rule: string) =>
    (await page()).breaches.filter((one) => one.rule === rule && one.cause !== 'logged-late').map((one) => one.dueOn)
  const openTasks = (kind: string) =>
    world.rows<{ subject_id: string; for_organisation: string | null }>(
      'select subject_id, for_organisation from platform.task where kind = $1 and closed_at is null',
      [kind],
    )
  const noticesOf = (kind: string) => world.rows('select 1 from platform.notice where kind = $1', [kind])

  test('a recorded exception lets the telephone count for this participant, and the clocks obey', async () => {
    world.today = day('2022-09-21')
    const call = await aHeldMeeting(world, served, '2022-09-14', { mode: 'telephone' })
    assert.ok(call.warnings.includes('telephone-does-not-count'))
    assert.deepEqual(await breached('meeting-every-14-days'), ['2022-09-19'])
    const command: RecordCaseWaiver = {
      caseId: served.caseId,
      rule: 'telephone-meeting',
      firstDay: day('2022-09-12'),
      lastDay: day('2022-10-31'),
      why: 'Bor långt bort och bussen är inställd.',
    }
    const record = (actor = world.caseworker) => world.as(actor, (context) => recordCaseWaiver(context, command))
    assert.equal(codeOf(await record(served.adviser)), 'not-allowed')
    assert.equal(codeOf(await record()), 'ok')
    assert.deepEqual(await breached('meeting-every-14-days'), [])
    const second = await aHeldMeeting(world, served, '2022-09-20', { mode: 'telephone' })
    assert.ok(!second.warnings.includes('telephone-does-not-count'))
    const seen = async (actor = world.caseworker) =>
      (await world.must(actor, (context) => listCaseWaivers(context, served.caseId))).items
    assert.equal((await seen())[0]?.why, command.why)
    assert.equal((await seen(served.adviser))[0]?.why, null, 'the provider sees the days, not why')
  })

  test('an exception that is ended holds no longer than its new last day', async () => {
    const [waiver] = (await world.must(world.caseworker, (context) => listCaseWaivers(context, served.caseId))).items
    assert.ok(waiver)
    const cut = { caseWaiverId: waiver.caseWaiverId, lastDay: day('2022-09-21'), why: 'Bussen går igen.' }
    assert.equal(codeOf(await world.as(world.caseworker, (context) => endCaseWaiver(context, cut))), 'ok')
    assert.equal(codeOf(await world.as(world.caseworker, (context) => endCaseWaiver(context, cut))), 'not-found')
    world.today = day('2022-09-23')
    const late = await aHeldMeeting(world, served, '2022-09-22', { mode: 'telephone' })
    assert.ok(late.warnings.includes('telephone-does-not-count'))
  })

  test('a full-time parallel measure lets the plan hold it, suspends the weekly activity, and is drawn in the week', async () => {
    const propose = () =>
      world.as(served.adviser, (context) =>
        proposePlan(context, {
          caseId: served.caseId,
          goals: somePlan.goals,
          activities: [{ code: 'other-actor', hoursPerWeek: 40, mode: 'physical' }],
        }),
      )
    assert.equal(codeOf(await propose()), 'needs-decision')
    world.today = day('2022-09-26')
    await world.must(world.caseworker, (context) =>
      decideParallelMeasure(context, {
        caseId: served.caseId,
        kind: 'work-practice',
        actor: 'Lagret AB',
        firstDay: day('2022-10-03'),
        lastDay: day('2022-10-16'),
        fullTime: true,
        hoursPerWeek: 40,
        reason: 'Prövar arbetet.',
      }),
    )
    assert.equal((await noticesOf('delivery.measure-decided')).length, 1, 'the provider is told')
    assert.equal(codeOf(await propose()), 'ok')
    world.today = day('2022-10-24')
    assert.deepEqual(
      (await breached('weekly-physical-activity')).filter((dueOn) => dueOn >= '2022-09-30'),
      ['2022-10-21', '2022-09-30'],
      'the two weeks of full-time practice need none',
    )
    const { weeks } = await world.must(world.caseworker, (context) => weekStrip(context, served.caseId))
    const drawn = weeks.filter((week) => week.measures.length > 0).map((week) => week.monday)
    assert.deepEqual(drawn, ['2022-10-03', '2022-10-10'])
  })

  test('an informative report reaches the caseworker’s queue and is answered once', async () => {
    const tell = (more: Partial<GiveInformativeReport> = {}) =>
      world.as(served.adviser, (context) =>
        giveInformativeReport(context, {
          caseId: served.caseId,
          need: 'interpreter',
          words: 'Behöver tolk på mötena.',
          ...more,
        }),
      )
    const given = await tell()
    assert.ok(given.ok)
    const [task] = await openTasks('delivery.answer-informative')
    assert.equal(task?.subject_id, given.value.id)
    const answer = { informativeId: given.value.id, words: 'Vi beställer tolk från nästa möte.' }
    const reply = () => world.as(world.caseworker, (context) => answerInformativeReport(context, answer))
    assert.equal(codeOf(await reply()), 'ok')
    assert.equal(codeOf(await reply()), 'already-answered')
    assert.deepEqual(await openTasks('delivery.answer-informative'), [])
    assert.equal((await noticesOf('delivery.informative-answered')).length, 1)
    const { items } = await world.must(served.adviser, (context) => listInformative(context, served.caseId))
    assert.equal(items[0]?.answer?.words, answer.words)
  })

  test('an informative report is corrected by a new one, which is answered in its place; the old one is shown', async () => {
    const tell = (actor: Actor, words: string, corrects?: string) =>
      world.as(actor, (context) =>
        giveInformativeReport(context, { caseId: served.caseId, need: 'aid', words, corrects }),
      )
    const wrong = await tell(served.adviser, 'Behöver en anpassad stol.')
    assert.ok(wrong.ok)
    const right = await tell(served.adviser, 'Behöver ett höj- och sänkbart bord.', wrong.value.id)
    assert.ok(right.ok)
    assert.equal(codeOf(await tell(served.adviser, 'Igen.', wrong.value.id)), 'changed-meanwhile')
    assert.deepEqual(
      (await openTasks('delivery.answer-informative')).map((task) => task.subject_id),
      [right.value.id],
    )
    const reply = (informativeId: string) =>
      world.as(world.caseworker, (context) => answerInformativeReport(context, { informativeId, words: 'Ja.' }))
    assert.equal(codeOf(await reply(wrong.value.id)), 'changed-meanwhile')
    const { items } = await world.must(world.caseworker, (context) => listInformative(context, served.caseId))
    assert.deepEqual(
      items.filter((one) => one.need === 'aid').map((one) => [one.words, one.earlier.map(({ words }) => words)]),
      [['Behöver ett höj- och sänkbart bord.', ['Behöver en anpassad stol.']]],
    )
    assert.equal(codeOf(await reply(right.value.id)), 'ok')
  })

  test('the provider is asked for its view, which answers the question and stands with the evidence', async () => {
    const ask = () => world.as(world.caseworker, (context) => askForView(context, { caseId: served.caseId }))
    assert.equal(codeOf(await ask()), 'ok')
    assert.equal(codeOf(await ask()), 'ok')
    const asked = await openTasks('delivery.give-view')
    assert.deepEqual(
      asked.map((one) => one.for_organisation),
      [provider.providerId],
    )
    const evidence = () => world.must(world.caseworker, (context) => serviceEvidence(context, served.caseId))
    assert.equal((await evidence()).viewAskedUntil, '2022-10-31')
    await world.must(served.adviser, (context) =>
      giveInformativeReport(context, { caseId: served.caseId, need: 'extension', words: 'Är nära ett arbete.' }),
    )
    assert.deepEqual(await openTasks('delivery.give-view'), [])
    assert.deepEqual(await openTasks('delivery.answer-informative'), [], 'a view asks for no answer')
    const { view, viewAskedUntil } = await evidence()
    assert.deepEqual([view?.words, viewAskedUntil], ['Är nära ett arbete.', null])
  })

  test('the evidence counts what was held, whose hours they were and what was confirmed', async () => {
    const held = await anActivity(world, served, '2022-10-24')
    await anActivity(world, served, '2022-10-21', { hours: 3, withWhom: 'provider-staff', mode: 'remote' })
    await world.must(served.actor, (context) =>
      confirmLog(context, {
        caseId: served.caseId,
        items: [{ kind: 'activity', id: held.id, answer: 'confirmed' }],
      }),
    )
    const found = await world.must(world.caseworker, (context) => serviceEvidence(context, served.caseId))
    assert.deepEqual(found.period, { firstDay: '2022-09-05', lastDay: '2023-03-03', decisions: 1 })
    assert.deepEqual(found.meetings, { held: 3, minutes: 90, physical: 0, absent: 0, notHeld: 0 })
    assert.deepEqual(found.hours, {
      all: 6.5,
      confirmed: 2,
      unanswered: 4.5,
      disputed: 0,
      byCompany: { adviser: { all: 3.5, confirmed: 2 }, 'provider-staff': { all: 3, confirmed: 0 } },
    })
    const support = found.activities.find((one) => one.code === 'practical-support')
    assert.deepEqual([support?.hours, support?.physicalHours, support?.plannedPerWeek], [5, 2, null])
    assert.equal(found.activities.find((one) => one.code === 'other-actor')?.plannedPerWeek, 40)
    assert.ok(found.breaches.some((one) => one.rule === 'weekly-physical-activity' && one.count > 0))
    assert.equal(codeOf(await world.as(served.adviser, (context) => serviceEvidence(context, served.caseId))), 'ok')
  })

  test('a deviation that is not accepted goes back with its reason, and a corrected one is decided anew', async () => {
    const report = (corrects?: string) =>
      world.must(served.adviser, (context) =>
        reportDeviation(context, {
          caseId: served.caseId,
          kind: 'absence',
          firstDay: day('2022-10-20'),
          reason: 'sick',
          ...(corrects === undefined ? {} : { corrects }),
        }),
      )
    const first = await report()
    const no = { deviationId: first.id, outcome: 'not-accepted', why: 'Fel dag.' } as const
    await world.must(world.caseworker, (context) => decideDeviation(context, no))
    assert.equal((await noticesOf('delivery.deviation-not-accepted')).length, 1)
    assert.equal((await page()).deviations[0]?.why, 'Fel dag.')
    const again = await report(first.id)
    assert.deepEqual(
      (await openTasks('delivery.decide-deviation')).map((one) => one.subject_id),
      [again.id],
    )
    const [stands, ...others] = (await page()).deviations
    assert.deepEqual([stands?.deviationId, stands?.outcome, others.length], [again.id, null, 0], 'in its place')
    assert.deepEqual(
      stands?.earlier.map((one) => [one.deviationId, one.outcome, one.why]),
      [[first.id, 'not-accepted', 'Fel dag.']],
      'what it said before is shown',
    )
  })
})
