import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day, month } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { changeProvider } from '../market/index.ts'
import { deliveryPage } from './delivery-page.ts'
import { draftCaseReport } from './drafts.ts'
import { logActivity } from './log-activity.ts'
import { planMeeting } from './plan-meeting.ts'
import { logOfMonth, reportsOf } from './reads.ts'
import { reportDeviation } from './report-deviation.ts'
import { signReports } from './sign-reports.ts'
import { aHeldMeeting, anActivity, aPlan, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const september = month('2022-09')

/** With the first provider from 5 September 2022, with the second from the 16th. */
describe('a month in which the participant changes provider', () => {
  let world: TestWorld
  let first: Staffed
  let second: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    first = await aStaffedProvider(world)
    second = await aStaffedProvider(world, 'Den andra AB')
    served = await aServed(world, first)
    world.today = day('2022-09-06')
    await aPlan(world, served)
    await aHeldMeeting(world, served, '2022-09-06', { progress: 'Målen följs.' })
    await anActivity(world, served, '2022-09-06')
    world.today = day('2022-09-15')
    const { contractId, addressId } = second
    await world.must(served.actor, (context) =>
      changeProvider(context, { caseId: served.caseId, contractId, addressId }),
    )
  })
  after(() => world.drop())

  const draft = (actor: Actor) =>
    world.as(actor, (context) => draftCaseReport(context, { caseId: served.caseId, month: september }))
  const seen = async (actor: Actor) => (await world.must(actor, (context) => reportsOf(context, served.caseId))).items

  test('nothing is planned or logged after the last day with the provider, and everything up to it is', async () => {
    const plan = (onDay: string, actor: Actor) =>
      world.as(actor, (context) =>
        planMeeting(context, { caseId: served.caseId, startsAt: atTime(day(onDay), '11:00'), mode: 'physical' }),
      )
    assert.equal(codeOf(await plan('2022-09-15', served.adviser)), 'ok', 'the last day is in service')
    assert.equal(codeOf(await plan('2022-09-16', served.adviser)), 'not-in-service')
    assert.equal(codeOf(await plan('2022-09-16', second.coordinator)), 'ok', 'the day of change belongs to the new one')
    world.today = day('2022-09-19')
    const activity = { code: 'practical-support', hours: 1, mode: 'physical', withWhom: 'adviser' } as const
    const log = (onDay: string, actor: Actor) =>
      world.as(actor, (context) => logActivity(context, { caseId: served.caseId, ...activity, onDay: day(onDay) }))
    assert.equal(codeOf(await log('2022-09-15', served.adviser)), 'ok')
    assert.equal(codeOf(await log('2022-09-16', served.adviser)), 'not-in-service')
    assert.equal(codeOf(await log('2022-09-15', second.coordinator)), 'not-in-service')
    assert.equal(codeOf(await log('2022-09-16', second.coordinator)), 'ok')
    const absent = (onDay: string, actor: Actor) =>
      world.as(actor, (context) =>
        reportDeviation(context, { caseId: served.caseId, kind: 'absence', reason: 'sick', firstDay: day(onDay) }),
      )
    assert.equal(codeOf(await absent('2022-09-16', served.adviser)), 'not-in-service')
    assert.equal(codeOf(await absent('2022-09-16', second.coordinator)), 'ok')
  })

  test('leaves the first one’s mapping, reasons and plan with the first one; the second begins anew', async () => {
    const page = (actor: Actor) => world.must(actor, (context) => deliveryPage(context, served.caseId))
    const current = async (actor: Actor) => (await page(actor)).plans.filter((plan) => plan.current).length
    assert.deepEqual([(await page(second.coordinator)).mapping, await current(second.coordinator)], [null, 0])
    assert.equal((await page(served.adviser)).mapping?.onDay, '2022-09-06')
    assert.equal(await current(served.adviser), 1)
    assert.equal(await current(world.caseworker), 0, 'a plan with the second one is owed')
    assert.equal(await current(served.actor), 0)
    assert.deepEqual(
      (await page(world.caseworker)).plans.map((plan) => [plan.providerName, plan.replaced]),
      [['Provleverantören AB', false]],
    )
    assert.equal((await page(served.adviser)).deviations.length, 0)
    assert.equal((await page(second.coordinator)).deviations.length, 1)
    assert.equal((await page(world.caseworker)).deviations.length, 1)
  })

  test('leaves what the first one wrote of the participant with the first one; that they met is seen by both', async () => {
    const words = async (actor: Actor) => {
      const { meetings } = await world.must(actor, (context) => deliveryPage(context, served.caseId))
      const { items } = await world.must(actor, (context) => logOfMonth(context, served.caseId, september))
      return [
        ...meetings.filter((one) => one.attendanceId !== null).map((one) => one.progress),
        ...items.map((one) => one.note),
      ]
    }
    const [theirs, own] = [await words(second.coordinator), await words(served.adviser)]
    assert.equal(theirs.length, own.length)
    assert.ok(
      own.some((text) => text === 'Målen följs.'),
      `${own}`,
    )
    assert.equal(theirs.filter((text) => text === 'Målen följs.').length, 0)
    assert.ok((await words(world.caseworker)).some((text) => text === 'Målen följs.'))
  })

  test('gives each provider a report of its own days, which the other neither sees nor signs', async () => {
    world.today = day('2022-10-03')
    const mine = await draft(served.adviser)
    const theirs = await draft(second.coordinator)
    assert.ok(mine.ok && theirs.ok)
    assert.deepEqual(
      (await seen(served.adviser)).map((one) => [one.reportId, one.content.meetings.held]),
      [[mine.value.reportId, 1]],
    )
    assert.deepEqual(
      (await seen(second.coordinator)).map((one) => [
        one.reportId,
        one.content.meetings.held,
        one.content.planApproved,
      ]),
      [[theirs.value.reportId, 0, false]],
    )
    assert.equal((await seen(world.caseworker)).length, 2)
    const sign = (actor: Actor, reportId: typeof mine.value.reportId) =>
      world.as(actor, (context) => signReports(context, { reportIds: [reportId] }))
    assert.match(codeOf(await sign(second.coordinator, mine.value.reportId)), /^not-/)
    const signed = await sign(served.adviser, mine.value.reportId)
    assert.equal(signed.ok && signed.value.reports[0]?.state, 'approved')
    const other = await sign(second.coordinator, theirs.value.reportId)
    assert.deepEqual(other.ok && other.value.reports[0]?.failed, ['plan-approved', 'entries-allowed-and-planned'])
    const twice = await sign(second.coordinator, theirs.value.reportId)
    assert.equal(codeOf(twice), 'report-already-signed')
    assert.deepEqual(twice.ok === false && twice.problem.values, { month: '2022-09' })
  })
})
