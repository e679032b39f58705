import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { caseload } from './caseload.ts'
import { confirmLog } from './confirm-log.ts'
import { caseloadQuery } from './contract.ts'
import { deliveryPage } from './delivery-page.ts'
import { correctActivity } from './log-activity.ts'
import { planMeeting } from './plan-meeting.ts'
import { recordAttendance } from './record-attendance.ts'
import { settleDispute } from './settle-dispute.ts'
import { aHeldMeeting, anActivity, aPlan, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

/** In service from Monday 5 September 2022: a meeting is due on 19 September, then on 3 October. */
describe('what was not kept, and what is due', () => {
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

  const page = async (actor = world.caseworker) => world.must(actor, (context) => deliveryPage(context, served.caseId))
  const breached = async (rule: string) =>
    (await page()).breaches
      .filter((breach) => breach.rule === rule)
      .map(({ dueOn, cause, reason, onDay, mend }) => [dueOn, cause, reason, onDay, mend])
  const board = (query: object, actor = provider.coordinator) =>
    world.must(actor, (context) => caseload(context, caseloadQuery.parse({ whose: 'all', ...query })))

  test('a booked meeting is shown as what will keep the duty', async () => {
    world.today = day('2022-09-08')
    await world.must(served.adviser, (context) =>
      planMeeting(context, { caseId: served.caseId, startsAt: atTime(day('2022-09-15'), '09:00'), mode: 'physical' }),
    )
    const due = (await page()).due.find((each) => each.rule === 'meeting-every-14-days')
    assert.deepEqual([due?.dueOn, due?.bookedOn], ['2022-09-19', '2022-09-15'])
    const [item] = (await board({})).items
    assert.equal(item?.risk, 'soon', 'the weekly activity is due on Friday and cannot be booked')
    await anActivity(world, served, '2022-09-07')
    assert.equal((await board({})).items[0]?.risk, 'calm')
  })

  test('a breach tells its cause as the log grows: nothing known, absent, held late', async () => {
    world.today = day('2022-09-21')
    const rule = 'meeting-every-14-days'
    assert.deepEqual(await breached(rule), [['2022-09-19', 'nothing-known', null, '2022-09-15', 'record']])
    const meetings = await world.rows<{ meeting_id: string }>('select meeting_id from delivery.v_meeting')
    const meetingId = meetings[0]?.meeting_id ?? ''
    await world.must(served.adviser, (context) =>
      recordAttendance(context, { meetingId, came: 'no', tookPlace: false, reason: 'sick' }),
    )
    assert.deepEqual(await breached(rule), [
      ['2022-09-19', 'participant-absent', 'sick', '2022-09-15', 'report-absence'],
    ])
    await aHeldMeeting(world, served, '2022-09-19', { minutes: 45 })
    assert.deepEqual(await breached(rule), [['2022-09-19', 'logged-late', null, '2022-09-21', null]])
    const own = await page(served.actor)
    assert.ok(
      own.breaches.some((breach) => breach.cause === 'logged-late'),
      'the participant sees the same',
    )
  })

  test('a disputed meeting leaves the period breached until it is settled', async () => {
    const rule = 'meeting-every-14-days'
    const held = await world.rows<{ attendance_id: string }>('select attendance_id from delivery.v_meeting where held')
    await world.must(served.actor, (context) =>
      confirmLog(context, {
        caseId: served.caseId,
        items: [
          { kind: 'meeting', id: held[0]?.attendance_id ?? '', answer: 'disputed', comment: 'Vi träffades inte.' },
        ],
      }),
    )
    assert.deepEqual(await breached(rule), [['2022-09-19', 'disputed', null, '2022-09-19', 'settle']])
    const disputes = await world.rows<{ confirmation_id: string }>(
      "select confirmation_id from delivery.v_meeting where answer = 'disputed'",
    )
    const confirmationId = disputes[0]?.confirmation_id ?? ''
    await world.must(world.caseworker, (context) =>
      settleDispute(context, { confirmationId, outcome: 'does-not-stand', why: 'Närvarolistan saknar namnet.' }),
    )
    assert.deepEqual(await breached(rule), [
      ['2022-09-19', 'participant-absent', 'sick', '2022-09-15', 'report-absence'],
    ])
  })

  test('a week is not late because its entry was corrected afterwards', async () => {
    world.today = day('2022-09-28')
    const logged = await anActivity(world, served, '2022-09-27')
    world.today = day('2022-10-05')
    await world.must(served.adviser, (context) =>
      correctActivity(context, {
        entryId: logged.id,
        code: 'practical-support',
        hours: 3,
        mode: 'physical',
        withWhom: 'adviser',
        onDay: day('2022-09-27'),
      }),
    )
    const weeks = (await breached('weekly-physical-activity')).map(([dueOn, cause]) => `${dueOn} ${cause}`)
    assert.deepEqual(weeks, ['2022-09-23 not-offered', '2022-09-16 not-offered'])
    await anActivity(world, served, '2022-09-22')
    const later = (await breached('weekly-physical-activity')).map(([dueOn, cause]) => `${dueOn} ${cause}`)
    assert.deepEqual(later, ['2022-09-23 logged-late', '2022-09-16 not-offered'])
  })

  test('the board shows late ones first, and is sifted by risk, level and adviser', async () => {
    world.today = day('2022-09-26')
    const second = await aServed(world, provider)
    world.today = day('2022-10-10')
    const all = await board({})
    assert.deepEqual([all.total, all.items[0]?.caseId, all.items[0]?.risk], [2, served.caseId, 'late'])
    assert.deepEqual(
      all.items[0]?.breaches.map((breach) => breach.rule).filter((rule) => rule.startsWith('weekly')),
      [],
      'earlier weeks are not read for the board',
    )
    const cases = async (query: object) => (await board(query)).items.map((item) => item.caseId)
    assert.deepEqual(await cases({ risk: 'late' }), [served.caseId])
    for (const level of ['A', 'B', 'C']) {
      const at = all.items.filter((item) => item.level === level).map((item) => item.caseId)
      assert.deepEqual(await cases({ level }), at)
    }
    assert.ok(all.items.every((item) => item.level !== null))
    assert.deepEqual(await cases({ adviserId: second.adviser.userId }), [
      ...(served.adviser.userId === second.adviser.userId ? [served.caseId] : []),
      second.caseId,
    ])
  })
})
