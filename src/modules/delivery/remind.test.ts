import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import { boundTo } from '../../platform/database.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { cancelMeeting } from './cancel-meeting.ts'
import { cancelSession, moveSession } from './change-session.ts'
import { invitationOf } from './invitation.ts'
import { moveMeeting, planMeeting } from './plan-meeting.ts'
import { planSession } from './plan-session.ts'
import { daysToRemind, remind } from './remind.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>
type Notice = { kind: string; subject_id: string; details: Record<string, string> }
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

const meeting = (whose: Served, startsAt: ReturnType<typeof at>) =>
  world.must(whose.adviser, (context) =>
    planMeeting(context, { caseId: whose.caseId, startsAt, mode: 'physical', place: 'Storgatan 1' }),
  )
const session = (whose: readonly Served[], startsAt: ReturnType<typeof at>, more: object = {}) =>
  world.must(provider.coordinator, (context) =>
    planSession(context, {
      caseIds: whose.map((each) => each.caseId),
      startsAt,
      minutes: 60,
      code: 'practical-support',
      mode: 'video',
      ...more,
    }),
  )
const notices = (whose: Served, kind: string) =>
  world.rows<Notice>(
    'select kind, subject_id, details from platform.notice where person_id = $1 and kind = $2 order by queued_at, id',
    [whose.personId, kind],
  )
const sweep = () =>
  world.must(systemActor, async (context) => {
    const days = await daysToRemind(context)
    for (const each of days) await remind(context, each)
    return ok(days.length)
  })
const invitation = async (whose: Served, kind: string) => {
  const found = (await notices(whose, kind)).at(-1)
  assert.ok(found, `${kind} is queued`)
  const who = { language: 'sv' as const, organizer: 'krom@example.com', attendee: 'deltagare@example.com' }
  const client = await world.ownerPool.connect()
  const made = await invitationOf(boundTo(client), { kind, subjectId: found.subject_id, ...who })
  client.release()
  assert.ok(made)
  return { ...made, lines: made.text.replaceAll('\r\n ', '').split('\r\n') }
}
const said = (lines: readonly string[], name: string) =>
  lines
    .slice(lines.indexOf('END:VTIMEZONE'))
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1))

describe('reminders on the day before', () => {
  test('tell every time of the day once, by the clock in Sweden, also when summer time ends', async () => {
    world.today = day('2022-10-27')
    await meeting(anna, at('2022-10-30', '13:00'))
    await session([anna, bo], at('2022-10-30', '09:00'))
    await session([bo], at('2022-10-31', '09:00'))
    world.today = day('2022-10-28')
    assert.equal(await sweep(), 0)
    world.today = day('2022-10-29')
    assert.equal(await sweep(), 2)
    assert.equal(await sweep(), 0)
    const [annas] = await notices(anna, 'delivery.reminder')
    assert.deepEqual(annas?.details, { day: '2022-10-30', times: '09:00, 13:00' })
    world.today = day('2022-10-30')
    assert.equal(await sweep(), 1)
    assert.equal((await notices(bo, 'delivery.reminder')).at(-1)?.details.times, '09:00')
  })

  test('are not sent of what was called off, and again of what was moved', async () => {
    world.today = day('2022-11-07')
    const { id } = await meeting(anna, at('2022-11-09'))
    const { sessions } = await session([bo], at('2022-11-09'))
    const sessionId = sessions[0]?.sessionId ?? ''
    await world.must(anna.adviser, (context) => cancelMeeting(context, { meetingId: id, reason: 'cancelled' }))
    world.today = day('2022-11-08')
    assert.equal(await sweep(), 1)
    await world.must(provider.coordinator, (context) =>
      moveSession(context, { sessionId, startsAt: at('2022-11-10'), why: 'Byte' }),
    )
    world.today = day('2022-11-09')
    assert.equal(await sweep(), 1)
    await world.must(provider.coordinator, (context) => cancelSession(context, { sessionId, why: 'Sjuk' }))
    assert.equal(await sweep(), 0)
  })

  test('booked today for later today is told as today', async () => {
    world.today = day('2022-11-14')
    await meeting(anna, at('2022-11-14', '18:00'))
    assert.equal(await sweep(), 1)
    assert.equal((await notices(anna, 'delivery.reminder-today')).length, 1)
  })
})

describe('invitations for the receiver’s own calendar', () => {
  test('ask for a meeting, follow it when it moves, and take it away, with one UID and a rising SEQUENCE', async () => {
    world.today = day('2022-11-15')
    const { id } = await meeting(bo, at('2022-11-22'))
    const first = await invitation(bo, 'delivery.meeting-planned')
    assert.equal(first.method, 'REQUEST')
    assert.deepEqual(
      first.lines.filter((line) => line.startsWith('METHOD')),
      ['METHOD:REQUEST'],
    )
    assert.deepEqual(said(first.lines, 'DTSTART'), ['20221122T080000Z'])
    assert.ok(first.lines.includes('ORGANIZER;CN=Krom:mailto:krom@example.com'))
    assert.ok(first.lines.some((line) => /^ATTENDEE;.*RSVP=FALSE:mailto:deltagare@example\.com$/.test(line)))
    const moved = await world.must(bo.adviser, (context) =>
      moveMeeting(context, { meetingId: id, startsAt: at('2022-11-23') }),
    )
    const second = await invitation(bo, 'delivery.meeting-moved')
    await world.must(bo.adviser, (context) => cancelMeeting(context, { meetingId: moved.id, reason: 'cancelled' }))
    const third = await invitation(bo, 'delivery.meeting-called-off')
    assert.deepEqual(
      [first, second, third].map(({ lines }) => said(lines, 'SEQUENCE')),
      [['0'], ['1'], ['2']],
    )
    assert.equal(new Set([first, second, third].flatMap(({ lines }) => said(lines, 'UID'))).size, 1)
    assert.deepEqual([third.method, said(third.lines, 'STATUS')], ['CANCEL', ['CANCELLED']])
  })

  test('of a session are each receiver’s own', async () => {
    const { sessions } = await session([anna, bo], at('2022-12-05'))
    const [annas, bos] = [
      await invitation(anna, 'delivery.session-planned'),
      await invitation(bo, 'delivery.session-planned'),
    ]
    assert.notDeepEqual(said(annas.lines, 'UID'), said(bos.lines, 'UID'))
    assert.ok(!annas.text.includes(bo.personId) && !annas.text.includes(bo.caseId))
    const sessionId = sessions[0]?.sessionId ?? ''
    await world.must(provider.coordinator, (context) => cancelSession(context, { sessionId, why: 'Sjuk' }))
    const off = await invitation(anna, 'delivery.session-called-off')
    assert.deepEqual([off.method, said(off.lines, 'SEQUENCE')], ['CANCEL', ['1']])
    assert.deepEqual(said(off.lines, 'UID'), said(annas.lines, 'UID'))
  })

  test('a reminder brings none', async () => {
    const client = await world.ownerPool.connect()
    const notice = { kind: 'delivery.reminder', subjectId: anna.caseId, language: 'sv' as const }
    assert.equal(await invitationOf(boundTo(client), { ...notice, organizer: 'a@b.se', attendee: 'c@d.se' }), null)
    client.release()
  })
})
