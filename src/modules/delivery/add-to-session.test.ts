import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { changeProvider } from '../market/index.ts'
import { type AddToSession, addToSession } from './add-to-session.ts'
import { previewAddition } from './addition-clashes.ts'
import { cancelSession, moveSession } from './change-session.ts'
import { planMeeting } from './plan-meeting.ts'
import { planSession } from './plan-session.ts'
import { calendarWeek, sessionsOfCase } from './session-reads.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const at = (text: string, time = '09:00') => atTime(day(text), time)

let world: TestWorld
let provider: Staffed
let anna: Served
let bo: Served
let cy: Served

before(async () => {
  ;({ world } = await deliveryWorld())
  provider = await aStaffedProvider(world)
  anna = await aServed(world, provider)
  bo = await aServed(world, provider)
  cy = await aServed(world, provider)
  world.today = day('2022-09-06')
})
after(() => world.drop())

const plan = (whose: readonly Served[], text: string, until?: string) =>
  world.must(provider.coordinator, (context) =>
    planSession(context, {
      caseIds: whose.map((each) => each.caseId),
      startsAt: at(text),
      minutes: 120,
      code: 'practical-support',
      mode: 'physical',
      place: 'Storgatan 1',
      ...(until === undefined ? {} : { repeat: { everyWeeks: 1, until: day(until), holidays: 'skip' } }),
    }),
  )
const add = (sessionId: string, whose: readonly Served[], more: Partial<AddToSession> = {}) =>
  world.as(provider.coordinator, (context) =>
    addToSession(context, { sessionId, caseIds: whose.map((each) => each.caseId), ...more }),
  )
const takeOut = (sessionId: string, whose: Served, more: object = {}) =>
  world.must(provider.coordinator, (context) =>
    cancelSession(context, { sessionId, caseId: whose.caseId, why: 'Annan grupp', ...more }),
  )
const clashes = (sessionId: string, whose: readonly Served[], andLater = false) =>
  world.must(provider.coordinator, (context) =>
    previewAddition(context, { sessionId, caseIds: whose.map((each) => each.caseId), andLater }),
  )
const own = async (whose: Served, from: string, to = from) => {
  const { items } = await world.must(whose.actor, (context) => sessionsOfCase(context, whose.caseId))
  return items.filter((each) => each.onDay >= from && each.onDay <= to && !each.calledOff)
}
const told = async (whose: Served, kind: string) => {
  const rows = await world.rows('select 1 from platform.notice where person_id = $1 and kind = $2', [
    whose.personId,
    kind,
  ])
  return rows.length
}
const first = (planned: { sessions: readonly { sessionId: string }[] }) => planned.sessions[0]?.sessionId ?? ''

describe('adding to a booked session (programme 4.5)', () => {
  test('gives the same time, place and leader, tells the added one alone, and is refused twice', async () => {
    const sessionId = first(await plan([anna], '2022-09-12'))
    assert.deepEqual(await add(sessionId, [bo]), { ok: true, value: { participants: 1 } })
    const [item] = (
      await world.must(provider.coordinator, (context) =>
        calendarWeek(context, { monday: day('2022-09-12'), whose: 'all' }),
      )
    ).items
    assert.equal(item?.participants.length, 2)
    const [[annas], [bos]] = [await own(anna, '2022-09-12'), await own(bo, '2022-09-12')]
    assert.deepEqual({ ...bos, bookingId: '' }, { ...annas, bookingId: '' })
    assert.deepEqual([await told(bo, 'delivery.session-planned'), await told(anna, 'delivery.session-planned')], [1, 1])
    assert.equal(codeOf(await add(sessionId, [bo])), 'already-in-session')
    assert.equal((await own(bo, '2022-09-12')).length, 1)
  })

  test('two who add the same person at once book one place', async () => {
    const sessionId = first(await plan([anna], '2022-09-13'))
    const answers = await Promise.all([add(sessionId, [bo]), add(sessionId, [bo])])
    assert.deepEqual(answers.map(codeOf).sort(), ['already-in-session', 'ok'])
    assert.equal((await own(bo, '2022-09-13')).length, 1)
  })

  test('to the rest of a series follows each time as it stands now, and is told once', async () => {
    const { sessions } = await plan([anna], '2022-09-15', '2022-10-06')
    const [, second, third] = sessions.map((each) => each.sessionId)
    await world.must(provider.coordinator, (context) =>
      moveSession(context, { sessionId: third ?? '', startsAt: at('2022-09-30', '13:00'), why: 'Lokalen' }),
    )
    const before = await told(bo, 'delivery.series-planned')
    assert.equal(codeOf(await add(second ?? '', [bo], { andLater: true })), 'ok')
    assert.deepEqual(
      (await own(bo, '2022-09-14', '2022-10-07')).map((each) => each.startsAt),
      [at('2022-09-22'), at('2022-09-30', '13:00'), at('2022-10-06')],
    )
    assert.equal(await told(bo, 'delivery.series-planned'), before + 1)
  })

  test('clashes are shown first, own times by whose; what is taken is refused whole', async () => {
    const { sessions } = await plan([anna], '2022-10-11', '2022-10-25')
    await world.must(bo.adviser, (context) =>
      planMeeting(context, { caseId: bo.caseId, startsAt: at('2022-10-18', '10:00'), mode: 'physical' }),
    )
    const { times } = await clashes(first({ sessions }), [bo, cy], true)
    assert.deepEqual(
      times.map((time) => time.clashes.map(({ kind, caseId }) => [kind, caseId])),
      [[], [['participant-meeting', bo.caseId]], []],
    )
    assert.equal(codeOf(await add(first({ sessions }), [cy, bo], { andLater: true })), 'meeting-overlaps')
    assert.deepEqual(await own(cy, '2022-10-11', '2022-10-25'), [])
    assert.equal(codeOf(await add(first({ sessions }), [cy, bo])), 'ok')
  })

  test('one who was taken out comes back on the same line, with why; the cancellation was told', async () => {
    const sessionId = first(await plan([anna, bo], '2022-11-07'))
    const cancelled = await told(bo, 'delivery.session-called-off')
    await takeOut(sessionId, bo)
    assert.equal(await told(bo, 'delivery.session-called-off'), cancelled + 1)
    assert.equal(codeOf(await add(sessionId, [bo])), 'why-missing')
    assert.equal(codeOf(await add(sessionId, [bo], { why: 'Var tänkt hit' })), 'ok')
    assert.equal((await own(bo, '2022-11-07')).length, 1)
    const rows = await world.rows<{ called_off: boolean; why: string | null }>(
      'select called_off, why from delivery.booking where session_id = $1 and case_id = $2 order by recorded_at, called_off desc, id',
      [sessionId, bo.caseId],
    )
    assert.deepEqual(rows.map((row) => row.why).sort(), [null, 'Annan grupp', 'Var tänkt hit'].sort())
  })

  test('is refused for a protected identity, another’s participant, what has begun and a full group', async () => {
    const sessionId = first(await plan([anna], '2022-11-14'))
    const protect = (grade: string) =>
      world.rows(
        'update registration.person_version set protection = $2, lat = null, lon = null where person_id = $1',
        [cy.personId, grade],
      )
    await protect('secrecy-mark')
    assert.equal(codeOf(await add(sessionId, [cy])), 'group-someone-protected')
    const group = await world.as(provider.coordinator, (context) =>
      planSession(context, {
        caseIds: [anna.caseId, cy.caseId],
        startsAt: at('2022-11-15'),
        minutes: 60,
        code: 'practical-support',
        mode: 'physical',
      }),
    )
    assert.equal(codeOf(group), 'group-someone-protected')
    await protect('none')
    const full = first(await plan([anna], '2022-11-16'))
    await world.rows(
      `insert into delivery.booking
       select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), placement_id, provider_id, session_id, series_id, starts_at, on_day, minutes, code,
              mode, with_whom, adviser_id, place, called_off, why, replaces, recorded_at, recorded_by
         from delivery.booking, generate_series(1, 39) where session_id = $1`,
      [full],
    )
    assert.equal(codeOf(await add(full, [cy])), 'group-too-large')
    const rival = await aStaffedProvider(world, 'Den andra AB')
    const foreign = await aServed(world, rival)
    assert.equal(codeOf(await add(sessionId, [foreign])), 'not-found')
    assert.equal(codeOf(await add(sessionId, [bo, foreign])), 'group-someone-hidden')
    const rivals = await world.as(rival.coordinator, (context) =>
      addToSession(context, { sessionId, caseIds: [foreign.caseId] }),
    )
    assert.equal(codeOf(rivals), 'not-found')
    world.today = day('2022-11-15')
    assert.equal(codeOf(await add(sessionId, [bo])), 'meeting-in-the-past')
    assert.deepEqual(await own(bo, '2022-11-14'), [])
  })
})

describe('a participant who changes provider', () => {
  test('is added to the times before, and what the old one had booked after stands in nobody’s way', async () => {
    world.today = day('2022-11-15')
    const dee = await aServed(world, provider)
    const rival = await aStaffedProvider(world, 'Den tredje AB')
    world.today = day('2022-11-30')
    const { sessions } = await plan([anna], '2022-12-02', '2022-12-16')
    const alone = await plan([dee], '2022-12-12')
    const { contractId, addressId } = rival
    await world.must(dee.actor, (context) =>
      changeProvider(context, { caseId: dee.caseId, contractId, addressId, from: day('2022-12-09') }),
    )
    const { times } = await clashes(first({ sessions }), [dee], true)
    assert.deepEqual(
      times.map((time) => time.clashes.map((clash) => clash.kind)),
      [[], ['not-in-service'], ['not-in-service']],
    )
    assert.equal(codeOf(await add(first({ sessions }), [dee], { andLater: true })), 'ok')
    assert.deepEqual(
      (await own(dee, '2022-12-01', '2022-12-31')).map((each) => each.onDay),
      ['2022-12-02'],
      'what the old provider had booked after the change is no time to come to',
    )
    assert.ok(first(alone))
    const theirs = await world.as(rival.coordinator, (context) =>
      planSession(context, {
        caseIds: [dee.caseId],
        startsAt: at('2022-12-12', '10:00'),
        minutes: 60,
        code: 'practical-support',
        mode: 'physical',
      }),
    )
    assert.equal(codeOf(theirs), 'ok')
  })
})
