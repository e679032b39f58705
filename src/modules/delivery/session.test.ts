import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { type Day, day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { cancelSession, moveSession } from './change-session.ts'
import { deviationDrafts, sendDeviationDraft } from './deviation-drafts.ts'
import { correctActivity } from './log-activity.ts'
import { type AttendanceEntry, logAttendance } from './log-attendance.ts'
import { moveMeeting, planMeeting } from './plan-meeting.ts'
import { type PlanSession, planSession } from './plan-session.ts'
import { previewSession } from './session-clashes.ts'
import { calendarWeek, sessionsOfCase } from './session-reads.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const at = (text: string, time = '09:00') => atTime(day(text), time)

let world: TestWorld
let provider: Staffed
let anna: Served
let bo: Served

before(async () => {
  ;({ world } = await deliveryWorld())
  provider = await aStaffedProvider(world)
  anna = await aServed(world, provider)
  bo = await aServed(world, provider)
  world.today = day('2022-09-06')
})
after(() => world.drop())

const wish = (whose: readonly Served[], text: string, more: Partial<PlanSession> = {}): PlanSession => ({
  caseIds: whose.map((each) => each.caseId),
  startsAt: at(text),
  minutes: 120,
  code: 'practical-support',
  mode: 'physical',
  ...more,
})
const plan = (given: PlanSession, actor = provider.coordinator) =>
  world.as(actor, (context) => planSession(context, given))
const planned = async (given: PlanSession, actor = provider.coordinator) => {
  const result = await plan(given, actor)
  assert.ok(result.ok, codeOf(result))
  return result.value
}
const week = (monday: string, actor = provider.coordinator) =>
  world.must(actor, (context) => calendarWeek(context, { monday: day(monday), whose: 'all' }))
const own = (whose: Served) => world.must(whose.actor, (context) => sessionsOfCase(context, whose.caseId))
const told = (whose: Served, kind: string) =>
  world.rows<{ subject_id: string; channel: string }>(
    'select subject_id, channel from platform.notice where person_id = $1 and kind = $2 order by queued_at, id',
    [whose.personId, kind],
  )
const log = (entries: readonly Partial<AttendanceEntry>[], actor = provider.coordinator) =>
  world.must(actor, (context) =>
    logAttendance(context, {
      entries: entries.map((entry) => ({
        entryId: randomUUID(),
        kind: 'session',
        came: 'yes',
        tookPlace: true,
        ...entry,
      })) as AttendanceEntry[],
    }),
  )
const states = (logged: { results: readonly { state: string; problem: { code: string } | null }[] }) =>
  logged.results.map(({ state, problem }) => problem?.code ?? state)

describe('planning an activity in the calendar (programme 4.5)', () => {
  test('a series is one row a time at the same clock across the end of summer time, and each is told once', async () => {
    const repeat = { everyWeeks: 1 as const, until: day('2022-11-03'), holidays: 'skip' as const }
    const { seriesId, sessions } = await planned(wish([anna], '2022-10-20', { repeat }))
    assert.ok(seriesId)
    assert.deepEqual(
      sessions.map((each) => each.startsAt),
      ['2022-10-20T07:00:00.000Z', '2022-10-27T07:00:00.000Z', '2022-11-03T08:00:00.000Z'],
    )
    assert.equal((await told(anna, 'delivery.series-planned')).length, 1)
    assert.equal((await own(anna)).items.length, 3)
  })

  test('a group is one session with many places; nobody sees who else is there', async () => {
    const { sessions } = await planned(wish([anna, bo], '2022-09-13'))
    const [item] = (await week('2022-09-12')).items
    assert.equal(item?.key, sessions[0]?.sessionId)
    assert.equal(item?.participants.length, 2)
    const { items } = await own(anna)
    assert.ok(items.some((each) => each.onDay === '2022-09-13'))
    assert.ok(!JSON.stringify(items).includes(bo.caseId) && !JSON.stringify(items).includes(bo.personId))
    assert.equal((await told(bo, 'delivery.session-planned')).length, 1)
  })

  test('what cannot be is refused whole: the past, another’s participant, a full time, a forbidden or too short activity', async () => {
    const rival = await aStaffedProvider(world, 'Den andra AB')
    assert.equal(codeOf(await plan(wish([anna], '2022-09-05'))), 'meeting-in-the-past')
    assert.equal(codeOf(await plan(wish([anna], '2022-09-14'), rival.coordinator)), 'not-found')
    assert.equal(
      codeOf(await plan(wish([anna, bo], '2022-09-13', { startsAt: at('2022-09-13', '10:59') }))),
      'meeting-overlaps',
    )
    assert.equal(codeOf(await plan(wish([anna], '2022-09-14', { code: 'therapy' }))), 'activity-forbidden')
    assert.equal(codeOf(await plan(wish([anna], '2022-09-14', { minutes: 50 }))), 'hours-not-in-steps')
    assert.equal(
      codeOf(await plan(wish([anna], '2022-09-14', { adviserId: rival.adviser.userId ?? undefined }))),
      'not-provider-staff',
    )
    world.today = day('2022-08-30')
    assert.equal(codeOf(await plan(wish([anna], '2022-09-02'))), 'not-in-service')
    world.today = day('2022-09-06')
    const meeting = (context: Context) =>
      planMeeting(context, { caseId: anna.caseId, startsAt: at('2022-09-13', '10:30'), mode: 'physical' })
    assert.equal(codeOf(await world.as(anna.adviser, meeting)), 'meeting-overlaps')
  })

  test('a group with somebody who may not be seen is refused by place, and nobody in it is booked', async () => {
    const hidden = await aServed(world, provider)
    await world.rows('delete from platform.access where person_id = $1 and holder = $2', [
      hidden.personId,
      provider.providerId,
    ])
    const result = await plan(wish([anna, hidden], '2022-09-15'))
    assert.ok(!result.ok)
    assert.deepEqual([result.problem.code, result.problem.values?.place], ['group-someone-hidden', 2])
    assert.equal((await week('2022-09-12')).items.filter((each) => each.onDay === '2022-09-15').length, 0)
  })

  test('clashes of each time are shown before: the holiday skipped, own and the adviser’s times, approved absence', async () => {
    const preview = await world.must(provider.coordinator, (context) =>
      previewSession(context, {
        caseIds: [anna.caseId, bo.caseId],
        startsAt: at('2022-10-27', '10:00'),
        minutes: 60,
        repeat: { everyWeeks: 2, until: day('2022-12-30'), holidays: 'skip' },
      }),
    )
    assert.deepEqual(
      preview.times.map((time) => time.onDay),
      ['2022-10-27', '2022-11-10', '2022-11-24', '2022-12-08', '2022-12-22'],
    )
    assert.deepEqual(
      preview.times[0]?.clashes.map(({ kind, caseId }) => [kind, caseId]),
      [['participant-activity', anna.caseId]],
    )
    const eves = await world.must(provider.coordinator, (context) =>
      previewSession(context, {
        caseIds: [anna.caseId],
        startsAt: at('2022-12-17'),
        minutes: 60,
        repeat: { everyWeeks: 1, until: day('2022-12-24'), holidays: 'skip' },
      }),
    )
    assert.deepEqual(
      eves.times.map((time) => [time.skipped, time.clashes.map((clash) => clash.kind)]),
      [
        [false, ['weekend']],
        [true, []],
      ],
    )
  })
})

describe('moving and calling off', () => {
  test('a moved session keeps what stood with why, moves for all, and each is told', async () => {
    const { sessions } = await planned(wish([anna, bo], '2022-09-20'))
    const sessionId = sessions[0]?.sessionId ?? ''
    const move = (why: string, time = '13:00') =>
      world.as(provider.coordinator, (context) =>
        moveSession(context, { sessionId, startsAt: at('2022-09-21', time), why }),
      )
    assert.equal(codeOf(await move(' ')), 'why-missing')
    assert.deepEqual(await move('Lokalen är upptagen'), { ok: true, value: { participants: 2 } })
    assert.equal(codeOf(await move('Igen', '13:30')), 'ok', 'it is not in its own way')
    const rows = await world.rows<{ why: string | null }>(
      'select why from delivery.booking where session_id = $1 and case_id = $2 order by recorded_at, id',
      [sessionId, anna.caseId],
    )
    assert.deepEqual(
      rows.map((row) => row.why),
      [null, 'Lokalen är upptagen', 'Igen'],
    )
    assert.equal((await told(bo, 'delivery.session-moved')).length, 2)
  })

  test('one participant is taken out, then the rest of a series is called off for the other, told once', async () => {
    const repeat = { everyWeeks: 1 as const, until: day('2022-10-12'), holidays: 'skip' as const }
    const { sessions } = await planned(wish([anna, bo], '2022-09-28', { repeat }))
    const [first, second] = sessions.map((each) => each.sessionId)
    const cancel = (sessionId: string, more: object = {}) =>
      world.as(provider.coordinator, (context) => cancelSession(context, { sessionId, why: 'Sjuk ledare', ...more }))
    assert.deepEqual(await cancel(first ?? '', { caseId: bo.caseId }), { ok: true, value: { participants: 1 } })
    assert.deepEqual(
      (await week('2022-09-26')).items.map((each) => each.participants.length),
      [1],
    )
    assert.deepEqual(await cancel(second ?? '', { andLater: true }), { ok: true, value: { participants: 2 } })
    assert.equal((await told(anna, 'delivery.series-called-off')).length, 1)
    assert.equal((await week('2022-10-03')).items.length + (await week('2022-10-10')).items.length, 0)
    const { items } = await own(anna)
    assert.equal(items.filter((each) => each.calledOff && each.why === 'Sjuk ledare').length, 2)
    assert.equal(codeOf(await cancel(second ?? '')), 'not-found')
  })

  test('one participant is taken out of this and later ones, also where she has no place in some of them', async () => {
    const repeat = { everyWeeks: 1 as const, until: day('2022-11-22'), holidays: 'skip' as const }
    const { sessions } = await planned(wish([anna, bo], '2022-11-01', { repeat }))
    const [first, second, third, fourth] = sessions.map((each) => each.sessionId)
    const cancel = (sessionId: string | undefined) =>
      world.as(provider.coordinator, (context) =>
        cancelSession(context, {
          sessionId: sessionId ?? '',
          caseId: bo.caseId,
          why: 'Har börjat arbeta',
          ...(sessionId === third ? {} : { andLater: true }),
        }),
      )
    assert.equal(codeOf(await cancel(third)), 'ok')
    assert.deepEqual(await cancel(second), { ok: true, value: { participants: 1 } })
    const left = await world.rows<{ session_id: string; case_id: string }>(
      'select session_id, case_id from delivery.v_booking where session_id = any ($1) and not called_off',
      [[first, second, third, fourth]],
    )
    assert.deepEqual(
      left.filter((each) => each.case_id === bo.caseId).map((each) => each.session_id),
      [first],
    )
    assert.equal(left.filter((each) => each.case_id === anna.caseId).length, 4)
    assert.equal(
      codeOf(await cancel(second)),
      'not-found',
      'nothing is called off where she has no place to begin with',
    )
  })

  test('a group with somebody who may no longer be seen is changed whole or not at all', async () => {
    const leaving = await aServed(world, provider)
    const { sessions } = await planned(wish([anna, leaving], '2022-12-01'))
    await world.rows('delete from platform.access where person_id = $1 and holder = $2', [
      leaving.personId,
      provider.providerId,
    ])
    const sessionId = sessions[0]?.sessionId ?? ''
    const moved = await world.as(provider.coordinator, (context) =>
      moveSession(context, { sessionId, startsAt: at('2022-12-02'), why: 'Byte' }),
    )
    assert.equal(codeOf(moved), 'group-someone-hidden')
    assert.equal((await week('2022-11-28')).items[0]?.onDay, '2022-12-01')
  })

  test('a moved meeting keeps why it was moved', async () => {
    const { id } = await world.must(anna.adviser, (context) =>
      planMeeting(context, { caseId: anna.caseId, startsAt: at('2022-09-23'), mode: 'video' }),
    )
    await world.must(anna.adviser, (context) =>
      moveMeeting(context, { meetingId: id, startsAt: at('2022-09-24'), why: 'Tolken kunde inte' }),
    )
    const rows = await world.rows('select why from delivery.meeting where replaces = $1', [id])
    assert.deepEqual(rows, [{ why: 'Tolken kunde inte' }])
  })

  test('a meeting is called off before it is over; nobody is absent from it', async () => {
    const { id } = await world.must(anna.adviser, (context) =>
      planMeeting(context, { caseId: anna.caseId, startsAt: at('2022-09-16'), mode: 'video' }),
    )
    const off = (context: Context) => cancelMeeting(context, { meetingId: id, reason: 'cancelled', why: 'Ny tid' })
    assert.equal(codeOf(await world.as(anna.adviser, off)), 'ok')
    assert.equal(codeOf(await world.as(anna.adviser, off)), 'already-recorded')
    assert.equal((await told(anna, 'delivery.meeting-called-off')).length, 1)
    const { items } = await world.must(anna.adviser, (context) => deviationDrafts(context, { whose: 'all' }))
    assert.equal(items.length, 0)
  })
})

describe('who came, in one request for a group', () => {
  const place = async (sessionId: string, whose: Served) => {
    const [row] = await world.rows<{ id: string }>(
      'select booking_id as id from delivery.v_booking where session_id = $1 and case_id = $2',
      [sessionId, whose.caseId],
    )
    return row?.id ?? ''
  }

  test('each entry has its own answer, and sending it again saves nothing twice', async () => {
    const { sessions } = await planned(wish([anna, bo], '2022-09-07'))
    const sessionId = sessions[0]?.sessionId ?? ''
    const [annas, bos] = [await place(sessionId, anna), await place(sessionId, bo)]
    assert.deepEqual(states(await log([{ id: annas }])), ['in-the-future'])
    world.today = day('2022-09-08')
    const entries = [
      { entryId: randomUUID(), id: annas },
      { entryId: randomUUID(), id: bos, came: 'no' as const, reason: 'sick' as const },
      { entryId: randomUUID(), id: randomUUID() },
    ]
    assert.deepEqual(states(await log(entries)), ['saved', 'saved', 'not-found'])
    assert.deepEqual(states(await log(entries)), ['already-saved', 'already-saved', 'not-found'])
    const changed = entries.map((entry) => ({ ...entry, came: 'yes' as const, reason: undefined }))
    assert.deepEqual(states(await log(changed)), ['already-saved', 'entry-reused', 'not-found'])
    assert.deepEqual(states(await log([{ id: annas }])), ['already-recorded'])
    const saved = await world.rows('select 1 from delivery.activity_entry where booking_id in ($1, $2)', [annas, bos])
    assert.equal(saved.length, 2)
  })

  test('an absence over 15 minutes becomes a draft when it is over, is sent once, and a correction takes it away', async () => {
    const { sessions } = await planned(wish([anna, bo], '2022-09-09'))
    const sessionId = sessions[0]?.sessionId ?? ''
    const [annas, bos] = [await place(sessionId, anna), await place(sessionId, bo)]
    const drafts = async (whose: Served) => {
      const { items } = await world.must(provider.coordinator, (context) => deviationDrafts(context, { whose: 'all' }))
      return items.filter((each) => each.caseId === whose.caseId && each.startsAt === at('2022-09-09'))
    }
    world.today = day('2022-09-12')
    const late = { id: annas, came: 'partly' as const, reason: 'work' as const }
    assert.deepEqual(states(await log([late])), ['minutes-away-missing'])
    assert.deepEqual(states(await log([{ ...late, minutesAway: 120 }])), ['minutes-away-impossible'])
    const entryId = randomUUID()
    assert.deepEqual(states(await log([{ ...late, entryId, minutesAway: 15 }])), ['saved'])
    assert.deepEqual(await drafts(anna), [])
    assert.deepEqual(states(await log([{ ...late, corrects: entryId, minutesAway: 30 }])), ['saved'])
    const [draft] = await drafts(anna)
    assert.deepEqual([draft?.minutesAway, draft?.reason], [30, 'work'])
    const send = (subjectId: string) =>
      world.as(provider.coordinator, (context) => sendDeviationDraft(context, { subjectId }))
    assert.equal(codeOf(await send(draft?.subjectId ?? '')), 'ok')
    assert.equal(codeOf(await send(draft?.subjectId ?? '')), 'not-found')
    assert.deepEqual(await drafts(anna), [])
    const absent = randomUUID()
    await log([{ entryId: absent, id: bos, came: 'no', reason: 'unknown' }])
    assert.equal((await drafts(bo)).length, 1)
    await world.must(bo.adviser, (context) =>
      correctActivity(context, {
        entryId: absent,
        onDay: day('2022-09-09'),
        code: 'practical-support',
        hours: 2,
        mode: 'physical',
        withWhom: 'adviser',
      }),
    )
    assert.deepEqual(await drafts(bo), [])
  })

  test('a called-off place, another provider’s participant and an unseen one are refused, the rest saved', async () => {
    world.today = day('2022-09-12')
    const { sessions } = await planned(wish([anna, bo], '2022-09-14'))
    const sessionId = sessions[0]?.sessionId ?? ''
    const [annas, bos] = [await place(sessionId, anna), await place(sessionId, bo)]
    await world.must(provider.coordinator, (context) =>
      cancelSession(context, { sessionId, caseId: bo.caseId, why: 'Annat' }),
    )
    const off = await world.rows<{ id: string }>(
      'select booking_id as id from delivery.v_booking where session_id = $1 and case_id = $2',
      [sessionId, bo.caseId],
    )
    world.today = day('2022-09-15')
    const rival = await aStaffedProvider(world, 'Den tredje AB')
    assert.deepEqual(states(await log([{ id: annas }], rival.coordinator)), ['not-found'])
    assert.deepEqual(states(await log([{ id: off[0]?.id ?? '' }, { id: bos }, { id: annas }])), [
      'session-called-off',
      'not-found',
      'saved',
    ])
  })

  test('a meeting is ticked the same way', async () => {
    const { id } = await world.must(anna.adviser, (context) =>
      planMeeting(context, { caseId: anna.caseId, startsAt: at('2022-09-16', '15:00'), mode: 'physical' }),
    )
    world.today = day('2022-09-17')
    const entry = { kind: 'meeting' as const, id, entryId: randomUUID(), came: 'no' as const, tookPlace: false }
    assert.deepEqual(states(await log([entry])), ['reason-missing'])
    assert.deepEqual(states(await log([{ ...entry, reason: 'sick' }])), ['saved'])
    assert.deepEqual(states(await log([{ ...entry, reason: 'sick' }])), ['already-saved'])
    const { items } = await world.must(anna.adviser, (context) => deviationDrafts(context, { whose: 'all' }))
    assert.ok(items.some((each) => each.kind === 'meeting' && each.minutesAway === 30))
  })

  test('sent again while the first is still being saved, one saves and the others learn that it stands', async () => {
    const { sessions } = await planned(wish([anna, bo], '2022-09-20'))
    const sessionId = sessions[0]?.sessionId ?? ''
    const ids = [await place(sessionId, anna), await place(sessionId, bo)]
    world.today = day('2022-09-21')
    const since = async (from?: Day) =>
      (await world.must(anna.actor, (context) => sessionsOfCase(context, anna.caseId, from))).items
        .map(({ onDay }) => onDay)
        .filter((onDay) => onDay === '2022-09-20')
    // Its day is over and nobody has written what came of it: the own week still has it.
    assert.deepEqual([await since(), await since(day('2022-09-20'))], [[], ['2022-09-20']])
    const entries = ids.map((id) => ({ entryId: randomUUID(), id }))
    const answers = await Promise.all([1, 2, 3, 4].map(async () => states(await log(entries))))
    for (const index of [0, 1]) {
      const told = answers.map((answer) => answer[index])
      assert.equal(told.filter((state) => state === 'saved').length, 1, told.join())
      assert.equal(told.filter((state) => state === 'already-saved').length, 3, told.join())
    }
    assert.deepEqual(await since(day('2022-09-20')), [])
  })
})
