import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day, month } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { confirmLog } from './confirm-log.ts'
import { deliveryPage } from './delivery-page.ts'
import { sweeps } from './jobs.ts'
import { correctActivity, logActivity } from './log-activity.ts'
import { answerMeeting, moveMeeting, planMeeting } from './plan-meeting.ts'
import { logOfMonth } from './reads.ts'
import { logMeeting, type RecordAttendance, recordAttendance } from './record-attendance.ts'
import { decideDeviation, type ReportDeviation, reportDeviation } from './report-deviation.ts'
import { settleDispute } from './settle-dispute.ts'
import { aHeldMeeting, anActivity, aPlan, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'
import { weekStrip } from './week-strip.ts'

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('the log in the database', () => {
  let world: TestWorld
  let provider: Staffed
  let rival: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    rival = await aStaffedProvider(world, 'Den andra AB')
    served = await aServed(world, provider)
    world.today = day('2022-09-06')
    await aPlan(world, served)
    world.today = day('2022-09-14')
  })
  after(() => world.drop())

  const count = async (table: string) => (await world.rows(`select 1 from delivery.${table}`)).length
  const at = (text: string, time = '09:00') => atTime(day(text), time)
  const plan = (actor: Actor, text: string, more: object = {}) =>
    world.as(actor, (context) =>
      planMeeting(context, { caseId: served.caseId, startsAt: at(text), mode: 'physical', ...more }),
    )
  const attend = (meetingId: string, more: Partial<RecordAttendance> = {}, actor = served.adviser) =>
    world.as(actor, (context) => recordAttendance(context, { meetingId, came: 'yes', tookPlace: true, ...more }))

  test('a meeting logged in the future is refused and leaves nothing', async () => {
    const before = await count('meeting')
    const logged = await world.as(served.adviser, (context) =>
      logMeeting(context, {
        caseId: served.caseId,
        startsAt: at('2022-09-14', '10:30'),
        minutes: 30,
        mode: 'physical',
        came: 'yes',
        tookPlace: true,
      }),
    )
    assert.equal(codeOf(logged), 'in-the-future')
    assert.equal(await count('meeting'), before)
  })

  test('a meeting is planned ahead, told to the participant, moved, and attended once', async () => {
    assert.equal(codeOf(await plan(world.caseworker, '2022-09-15')), 'not-allowed')
    assert.equal(codeOf(await plan(rival.adviser, '2022-09-15')), 'not-found')
    assert.equal(codeOf(await plan(served.adviser, '2022-09-13')), 'meeting-in-the-past')
    const stranger = { adviserId: rival.adviser.userId ?? undefined }
    assert.equal(codeOf(await plan(served.adviser, '2022-09-15', stranger)), 'not-provider-staff')
    const planned = await plan(served.adviser, '2022-09-15')
    assert.ok(planned.ok)
    const notices = await world.rows<{ details: object; channel: string }>(
      "select details, channel from platform.notice where kind = 'delivery.meeting-planned'",
    )
    assert.deepEqual(notices, [{ details: { day: '2022-09-15', time: '09:00' }, channel: 'email' }])
    const moved = await world.must(served.adviser, (context) =>
      moveMeeting(context, { meetingId: planned.value.id, startsAt: at('2022-09-16', '13:00') }),
    )
    assert.equal(codeOf(await attend(planned.value.id)), 'not-found')
    assert.equal(codeOf(await attend(moved.id)), 'in-the-future')
    const answer = (actor: Actor) =>
      world.as(actor, (context) => answerMeeting(context, { meetingId: moved.id, answer: 'cannot' }))
    assert.equal(codeOf(await answer(served.adviser)), 'not-allowed')
    assert.equal(codeOf(await answer(served.actor)), 'ok')
    assert.equal((await world.rows("select 1 from platform.notice where kind = 'delivery.meeting-cannot'")).length, 1)
    world.today = day('2022-09-19')
    assert.equal(
      codeOf(await attend(moved.id, { came: 'no', tookPlace: true, reason: 'sick' })),
      'attendance-impossible',
    )
    assert.equal(codeOf(await attend(moved.id, { came: 'no', tookPlace: false })), 'reason-missing')
    const sick = { came: 'no', tookPlace: false, reason: 'sick' } as const
    const atOnce = await Promise.all([1, 2, 3].map(() => attend(moved.id, sick)))
    assert.deepEqual(atOnce.map(codeOf).toSorted(), ['already-recorded', 'already-recorded', 'ok'])
    const absent = atOnce.find((each) => each.ok)
    assert.ok(absent?.ok)
    assert.equal(codeOf(await attend(moved.id)), 'already-recorded')
    assert.equal(codeOf(await answer(served.actor)), 'already-recorded')
    assert.equal(codeOf(await attend(moved.id, { corrects: planned.value.id })), 'changed-meanwhile')
    const corrected = await attend(moved.id, { corrects: absent.value.id, minutes: 25 })
    assert.ok(corrected.ok)
    assert.deepEqual(corrected.value.warnings, ['meeting-too-short'])
  })

  test('what does not count is saved with a warning', async () => {
    const first = await aHeldMeeting(world, served, '2022-09-07', { mode: 'video' })
    assert.deepEqual(first.warnings, ['first-meeting-physical'])
    const second = await aHeldMeeting(world, served, '2022-09-08', { mode: 'telephone' })
    assert.deepEqual(second.warnings, ['telephone-does-not-count'])
    assert.deepEqual((await anActivity(world, served, '2022-09-08')).warnings, [])
    assert.deepEqual((await anActivity(world, served, '2022-09-08', { code: 'digital' })).warnings, ['not-planned'])
  })

  test('an activity is logged by the provider in service, never ahead, never of a forbidden kind', async () => {
    const before = await count('activity_entry')
    const log = (actor: Actor, onDay: string, more: object = {}) =>
      world.as(actor, (context) =>
        logActivity(context, {
          caseId: served.caseId,
          onDay: day(onDay),
          code: 'language',
          hours: 1,
          mode: 'physical',
          withWhom: 'provider-staff',
          ...more,
        }),
      )
    assert.equal(codeOf(await log(served.adviser, '2022-09-20')), 'in-the-future')
    assert.equal(codeOf(await log(served.adviser, '2022-09-02')), 'not-in-service')
    assert.equal(codeOf(await log(served.adviser, '2022-09-09', { code: 'therapy' })), 'activity-forbidden')
    assert.equal(codeOf(await log(served.adviser, '2022-09-09', { hours: 1.1 })), 'hours-not-in-steps')
    assert.equal(codeOf(await log(rival.adviser, '2022-09-09')), 'not-found')
    assert.equal(codeOf(await log(served.actor, '2022-09-09')), 'not-allowed')
    assert.equal(codeOf(await log(served.other, '2022-09-09')), 'not-found')
    assert.equal(await count('activity_entry'), before)
    assert.equal(codeOf(await log(provider.coordinator, '2022-09-09')), 'ok')
  })

  test('a correction is a new row, and so is a withdrawal', async () => {
    const { id } = await anActivity(world, served, '2022-09-12')
    const correct = (entryId: string, hours: number) =>
      world.as(served.adviser, (context) =>
        correctActivity(context, {
          entryId,
          onDay: day('2022-09-12'),
          code: 'practical-support',
          hours,
          mode: 'remote',
          withWhom: 'adviser',
        }),
      )
    const corrected = await correct(id, 1.25)
    assert.ok(corrected.ok)
    assert.equal(codeOf(await correct(id, 3)), 'not-found')
    const rows = () =>
      world.rows("select hours, mode from delivery.v_activity where on_day = '2022-09-12' and case_id = $1", [
        served.caseId,
      ])
    assert.deepEqual(await rows(), [{ hours: 1.25, mode: 'remote' }])
    await world.must(served.adviser, (context) =>
      correctActivity(context, { entryId: corrected.value.id, withdrawn: true, note: 'Fel person' }),
    )
    assert.deepEqual(await rows(), [])
    assert.equal((await world.rows("select 1 from delivery.activity_entry where on_day = '2022-09-12'")).length, 3)
  })

  test('the participant confirms a month or disputes an item; a corrected item is answered anew', async () => {
    const { id } = await anActivity(world, served, '2022-09-13')
    const confirm = (actor: Actor, command: object) =>
      world.as(actor, (context) => confirmLog(context, { caseId: served.caseId, ...command } as never))
    const dispute = { items: [{ kind: 'activity', id, answer: 'disputed', comment: 'Jag var hemma' }] }
    assert.equal(codeOf(await confirm(served.adviser, dispute)), 'not-allowed')
    assert.deepEqual(await confirm(served.actor, dispute), { ok: true, value: { answered: 1 } })
    assert.deepEqual(await confirm(served.actor, dispute), { ok: true, value: { answered: 0 } })
    const whole = await confirm(served.actor, { month: month('2022-09') })
    assert.ok(whole.ok && whole.value.answered > 3)
    const log = await world.must(served.actor, (context) => logOfMonth(context, served.caseId, month('2022-09')))
    assert.equal(log.items.find((item) => item.id === id)?.answer, 'disputed')
    assert.equal(log.hours.disputed, 2)
    assert.equal(log.hours.unanswered, 0)
    assert.equal(log.hours.all, log.hours.confirmed)
    const open = () =>
      world.rows("select 1 from platform.task where kind = 'delivery.look-at-dispute' and closed_at is null")
    assert.equal((await open()).length, 1)
    const corrected = await world.must(served.adviser, (context) =>
      correctActivity(context, {
        entryId: id,
        onDay: day('2022-09-13'),
        code: 'practical-support',
        hours: 1,
        mode: 'remote',
        withWhom: 'adviser',
      }),
    )
    assert.equal((await open()).length, 0)
    assert.equal(codeOf(await confirm(served.actor, dispute)), 'changed-meanwhile')
    const anew = { items: [{ kind: 'activity', id: corrected.id, answer: 'confirmed' }] }
    assert.deepEqual(await confirm(served.actor, anew), { ok: true, value: { answered: 1 } })
  })

  test('staff write down what the participant said, and it is seen who did', async () => {
    const { id } = await anActivity(world, served, '2022-09-13', { withWhom: 'other-actor', hours: 3 })
    const say = (actor: Actor, answer: 'confirmed' | 'disputed') =>
      world.as(actor, (context) =>
        confirmLog(context, { caseId: served.caseId, items: [{ kind: 'activity', id, answer }] }),
      )
    const read = async () => {
      const { items, hours } = await world.must(served.actor, (context) =>
        logOfMonth(context, served.caseId, month('2022-09')),
      )
      const item = items.find((one) => one.id === id)
      return [item?.answer, item?.onBehalf, hours.byCompany['other-actor']]
    }
    const elsewhere = await world.anActor('caseworker', { organisationId: world.authority, officeId: null })
    for (const actor of [served.adviser, world.overseer]) {
      assert.equal(codeOf(await say(actor, 'confirmed')), 'not-allowed')
    }
    assert.equal(codeOf(await say(elsewhere, 'confirmed')), 'not-your-office')
    assert.deepEqual(await read(), ['none', null, { all: 3, confirmed: 0 }])
    assert.deepEqual(await say(world.caseworker, 'confirmed'), { ok: true, value: { answered: 1 } })
    assert.deepEqual(await read(), [
      'confirmed',
      { by: world.caseworker.name, on: world.today },
      { all: 3, confirmed: 3 },
    ])
    assert.equal(codeOf(await say(served.actor, 'disputed')), 'ok')
    assert.deepEqual(await read(), ['disputed', null, undefined])
    assert.equal(codeOf(await say(served.actor, 'confirmed')), 'ok')
  })

  test('only the participant changes what the participant answered; what staff wrote down they can write anew', async () => {
    const own = await anActivity(world, served, '2022-09-13')
    const told = await anActivity(world, served, '2022-09-13')
    const say = (actor: Actor, id: string, answer: 'confirmed' | 'disputed') =>
      world.as(actor, (context) =>
        confirmLog(context, { caseId: served.caseId, items: [{ kind: 'activity', id, answer }] }),
      )
    const answerTo = async (id: string) => {
      const { items } = await world.must(served.actor, (context) =>
        logOfMonth(context, served.caseId, month('2022-09')),
      )
      return items.find((one) => one.id === id)?.answer
    }
    const open = () => world.rows('select 1 from platform.task where subject_id = $1 and closed_at is null', [own.id])
    assert.equal(codeOf(await say(served.actor, own.id, 'disputed')), 'ok')
    const { length } = await open()
    assert.equal(length, 2)
    assert.equal(codeOf(await say(world.caseworker, own.id, 'confirmed')), 'answered-by-participant')
    assert.deepEqual(await say(world.caseworker, own.id, 'disputed'), { ok: true, value: { answered: 0 } })
    const whole = await world.as(world.caseworker, (context) =>
      confirmLog(context, { caseId: served.caseId, month: month('2022-09') }),
    )
    assert.equal(codeOf(whole), 'ok')
    assert.deepEqual([await answerTo(own.id), (await open()).length], ['disputed', 2])
    assert.equal(await answerTo(told.id), 'confirmed')
    assert.equal(codeOf(await say(world.caseworker, told.id, 'disputed')), 'ok')
    assert.equal(codeOf(await say(world.caseworker, told.id, 'confirmed')), 'ok')
    assert.equal(codeOf(await say(served.actor, own.id, 'confirmed')), 'ok')
    assert.equal(codeOf(await say(world.caseworker, own.id, 'disputed')), 'answered-by-participant')
  })

  test('a dispute is settled by the office, or goes to the overseer after 30 days', async () => {
    const { id } = await anActivity(world, served, '2022-09-14')
    const say = (answer: 'confirmed' | 'disputed') =>
      world.as(served.actor, (context) =>
        confirmLog(context, { caseId: served.caseId, items: [{ kind: 'activity', id, answer }] }),
      )
    await say('disputed')
    const old = () =>
      world.rows("select 1 from platform.task where kind = 'delivery.old-dispute' and closed_at is null")
    world.today = day('2022-10-18')
    await world.sweep(...sweeps)
    assert.equal((await old()).length, 0)
    world.today = day('2022-10-19')
    await world.sweep(...sweeps)
    assert.equal((await old()).length, 1)
    const [confirmation] = await world.rows<{ id: string }>(
      'select id from delivery.v_confirmation where subject_id = $1',
      [id],
    )
    const confirmationId = confirmation?.id ?? ''
    const settle = (actor: Actor) =>
      world.as(actor, (context) => settleDispute(context, { confirmationId, outcome: 'stands', why: 'Närvarolista' }))
    assert.equal(codeOf(await settle(served.adviser)), 'not-allowed')
    assert.equal(codeOf(await settle(world.overseer)), 'ok')
    assert.equal(codeOf(await settle(world.caseworker)), 'already-decided')
    const { items } = await world.must(served.actor, (context) => logOfMonth(context, served.caseId, month('2022-09')))
    assert.equal(items.find((item) => item.id === id)?.settledWhy, 'Närvarolista')
    const steps = (actor: Actor) =>
      world.must(actor, async ({ db }) => {
        const { rows } = await sql<{ told: string }>`
          select kind as told from delivery.v_step
           where case_id = ${served.caseId} and ${id} = any (array[facts ->> 'entryId', (
                   select c.subject_id::text from delivery.confirmation c where c.id::text = facts ->> 'confirmationId')])
           order by recorded_at`.execute(db)
        return ok(rows.map(({ told }) => told))
      })
    const both = ['delivery.entry-disputed', 'delivery.dispute-settled']
    assert.deepEqual(await steps(served.actor), both)
    assert.deepEqual(await steps(served.adviser), both)
    assert.equal(codeOf(await say('confirmed')), 'already-decided')
    assert.equal((await old()).length, 0)
    world.today = day('2022-09-19')
  })

  test('an absence is reported when it is over, and accepted it moves what is due', async () => {
    const report = (actor: Actor, more: Partial<ReportDeviation> = {}) =>
      world.as(actor, (context) =>
        reportDeviation(context, {
          caseId: served.caseId,
          kind: 'absence',
          firstDay: day('2022-09-19'),
          reason: 'unknown',
          ...more,
        }),
      )
    assert.equal(codeOf(await report(served.actor)), 'not-allowed')
    assert.equal(codeOf(await report(served.adviser, { lastDay: day('2022-09-20') })), 'in-the-future')
    assert.equal(codeOf(await report(served.adviser, { minutes: 15 })), 'absence-too-short')
    const unknown = await report(served.adviser)
    assert.ok(unknown.ok)
    const decide = (deviationId: string, outcome: 'accepted' | 'not-accepted', actor = world.caseworker) =>
      world.as(actor, (context) => decideDeviation(context, { deviationId, outcome, why: undefined }))
    assert.equal(codeOf(await decide(unknown.value.id, 'accepted')), 'absence-reason-unknown')
    assert.equal(codeOf(await decide(unknown.value.id, 'accepted', served.adviser)), 'not-allowed')
    const known = await report(served.adviser, { reason: 'sick', corrects: unknown.value.id })
    assert.ok(known.ok)
    assert.equal(codeOf(await decide(unknown.value.id, 'accepted')), 'not-found')
    assert.equal(codeOf(await report(served.adviser, { corrects: unknown.value.id })), 'changed-meanwhile')
    assert.equal(codeOf(await decide(known.value.id, 'not-accepted')), 'why-missing')
    assert.equal(codeOf(await decide(known.value.id, 'accepted')), 'ok')
    assert.equal(codeOf(await decide(known.value.id, 'accepted')), 'already-decided')
    assert.deepEqual((await anActivity(world, served, '2022-09-19')).warnings, ['approved-absence'])
    const why = await world.must(world.approver, async (context) => {
      const page = await deliveryPage(context, served.caseId)
      return page.ok ? { ok: true, value: page.value.deviations.length } : page
    })
    assert.equal(why, 0)
  })

  test('the strip draws the weeks from the first in service, with what is due', async () => {
    const strip = await world.must(served.actor, (context) => weekStrip(context, served.caseId))
    assert.equal(strip.weeks[0]?.monday, '2022-09-05')
    assert.equal(strip.weeks[0]?.week, 36)
    assert.ok(strip.weeks[0]?.inService)
    assert.deepEqual(
      strip.weeks[0]?.meetings.map((meeting) => `${meeting.onDay} ${meeting.mode} ${meeting.state}`),
      ['2022-09-07 video held', '2022-09-08 telephone held'],
    )
    const due = strip.weeks.flatMap((week) => week.due.map((each) => `${each.rule} ${each.dueOn}`))
    // The video meeting of the 7th counts, that by telephone and the short one do not: 14 days from the 7th.
    assert.ok(due.includes('meeting-every-14-days 2022-09-21'), due.join())
    assert.equal(codeOf(await world.as(rival.adviser, (context) => weekStrip(context, served.caseId))), 'not-found')
  })
})
