import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import { nobody } from '../../platform/http/request.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { calendarState, makeCalendarAddress, revokeCalendarAddress } from './calendar-address.ts'
import { previewClashes } from './meeting-clashes.ts'
import { moveMeeting, planMeeting } from './plan-meeting.ts'
import { readCalendar } from './read-calendar.ts'
import { recordAttendance } from './record-attendance.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const at = (text: string, time = '09:00') => atTime(day(text), time)

let world: TestWorld
let provider: Staffed
let served: Served
let neighbour: Served

before(async () => {
  ;({ world } = await deliveryWorld())
  provider = await aStaffedProvider(world)
  served = await aServed(world, provider)
  neighbour = await aServed(world, provider)
  world.today = day('2022-09-06')
})
after(() => world.drop())

const plan = (whose: Served, text: string, time?: string, more: { place?: string; adviserId?: Actor['userId'] } = {}) =>
  world.as(whose.adviser, (context) =>
    planMeeting(context, {
      caseId: whose.caseId,
      startsAt: at(text, time),
      mode: 'physical',
      ...(more.place ? { place: more.place } : {}),
      ...(more.adviserId ? { adviserId: more.adviserId } : {}),
    }),
  )
const make = async (actor: Actor) => {
  const made = await world.must(actor, (context) => makeCalendarAddress(context, 'sv'))
  return made.path.replace('/calendar/', '')
}
const read = (token: string) => world.as(nobody, (context) => readCalendar(context, token))
const feed = async (token: string) => {
  const result = await read(token)
  assert.ok(result.ok, codeOf(result))
  return result.value
}
/** The value of a property of each event. */
const each = (text: string, name: string) =>
  [...text.replace(/^BEGIN:VTIMEZONE.*END:VTIMEZONE/ms, '').matchAll(new RegExp(`^${name}:(.*)$`, 'gm'))].map((match) =>
    (match[1] ?? '').trim(),
  )

describe('the address to an own calendar', () => {
  test('is told once, kept as a hash, and ended by a new one', async () => {
    const first = await make(served.actor)
    assert.match(first, /^[0-9a-f]{64}\.ics$/)
    const rows = await world.rows<{ all: string }>('select a::text as all from delivery.calendar_address a')
    assert.ok(rows.length > 0 && rows.every((row) => !row.all.includes(first.slice(0, 64))))
    assert.equal(codeOf(await read(first)), 'ok')
    const second = await make(served.actor)
    assert.equal(codeOf(await read(first)), 'not-found')
    assert.equal(codeOf(await read(second)), 'ok')
    assert.equal(codeOf(await read(second.replace('.ics', ''))), 'ok')
  })

  test('ends when it is revoked, and another person’s stays', async () => {
    const [mine, theirs] = [await make(served.actor), await make(neighbour.actor)]
    assert.notEqual((await world.must(served.actor, calendarState)).madeAt, null)
    assert.deepEqual(await world.must(served.actor, revokeCalendarAddress), { madeAt: null })
    assert.deepEqual(await world.must(served.actor, revokeCalendarAddress), { madeAt: null })
    assert.deepEqual(await world.must(served.actor, calendarState), { madeAt: null })
    assert.equal(codeOf(await read(mine)), 'not-found')
    assert.equal(codeOf(await read(theirs)), 'ok')
  })

  test('that never was opens nothing, and those without meetings get none', async () => {
    for (const token of ['', 'x', '0'.repeat(64), '.ics']) assert.equal(codeOf(await read(token)), 'not-found')
    const refused = await world.as(world.caseworker, (context) => makeCalendarAddress(context, 'sv'))
    assert.equal(codeOf(refused), 'not-allowed')
  })

  test('opens nothing when the duty it was made under has ended', async () => {
    const leaving = await world.anActor('adviser', { organisationId: provider.providerId, officeId: null })
    const token = await make(leaving)
    assert.equal(codeOf(await read(token)), 'ok')
    await world.rows('update platform.duty set valid_to = $2 where user_id = $1', [leaving.userId, world.today])
    assert.equal(codeOf(await read(token)), 'not-found')
  })
})

describe('what stands in it', () => {
  test('a moved meeting keeps its UID with a higher SEQUENCE, and its history stays', async () => {
    const token = await make(served.actor)
    const planned = await plan(served, '2022-09-14', '09:00', { place: 'Storgatan 1, plan 2' })
    assert.ok(planned.ok)
    const before = await feed(token)
    const [uid] = each(before, 'UID')
    assert.deepEqual([each(before, 'SEQUENCE'), each(before, 'DTSTART')], [['0'], ['20220914T070000Z']])
    assert.deepEqual(each(before, 'LOCATION'), ['Storgatan 1\\, plan 2'])
    const moved = await world.must(served.adviser, (context) =>
      moveMeeting(context, { meetingId: planned.value.id, startsAt: at('2022-09-15', '10:00') }),
    )
    await world.must(served.adviser, (context) =>
      moveMeeting(context, { meetingId: moved.id, startsAt: at('2022-10-31', '10:00') }),
    )
    const after = await feed(token)
    assert.deepEqual([each(after, 'UID'), each(after, 'SEQUENCE')], [[uid], ['2']])
    assert.deepEqual(each(after, 'DTSTART'), ['20221031T090000Z'])
    const history = await world.rows('select 1 from delivery.meeting where case_id = $1', [served.caseId])
    assert.equal(history.length, 3)
  })

  test('staff see initials and never a name; nobody else’s meetings', async () => {
    await plan(neighbour, '2022-09-20')
    const [own] = await world.rows<{ given_name: string; family_name: string }>(
      'select given_name, family_name from registration.v_person where person_id = $1',
      [neighbour.personId],
    )
    assert.ok(own)
    const text = await feed(await make(neighbour.adviser))
    assert.ok(each(text, 'SUMMARY').includes(`Möte på plats\\, ${own.given_name[0]}${own.family_name[0]}`))
    assert.ok(!text.includes(own.given_name) && !text.includes(own.family_name))
    const other = await feed(await make(neighbour.other))
    assert.ok(!other.includes('20220920T'))
    const participant = await feed(await make(served.actor))
    assert.ok(!participant.includes('20220920T'))
  })

  test('of somebody with a protected identity nothing tells who or where', async () => {
    await plan(neighbour, '2022-09-21', '09:00', { place: 'Hemliga gatan 9' })
    const token = await make(neighbour.adviser)
    assert.ok((await feed(token)).includes('Hemliga gatan'))
    await world.rows(
      "update registration.person_version set protection = 'secrecy-mark', lat = null, lon = null where person_id = $1",
      [neighbour.personId],
    )
    const text = await feed(token)
    assert.ok(text.includes('DTSTART:20220921T070000Z'))
    assert.ok(!text.includes('Hemliga gatan') && each(text, 'SUMMARY').includes('Möte på plats'))
    assert.ok(!(await feed(await make(neighbour.actor))).includes('Hemliga gatan'))
    await world.rows("update registration.person_version set protection = 'none' where person_id = $1", [
      neighbour.personId,
    ])
  })

  test('one that was called off is told as such, in its whole length', async () => {
    const token = await make(neighbour.actor)
    const { id } = await world.must(neighbour.adviser, (context) =>
      planMeeting(context, {
        caseId: neighbour.caseId,
        startsAt: at('2022-09-07', '13:00'),
        minutes: 45,
        mode: 'video',
      }),
    )
    world.today = day('2022-09-08')
    await world.must(neighbour.adviser, (context) =>
      recordAttendance(context, {
        meetingId: id,
        came: 'no',
        tookPlace: false,
        reason: 'provider-hindered',
      }),
    )
    const events = (await feed(token)).split('BEGIN:VEVENT')
    const found = events.find((one) => one.includes('DTSTART:20220907T110000Z')) ?? ''
    assert.deepEqual([each(found, 'STATUS'), each(found, 'SEQUENCE')], [['CANCELLED'], ['1']])
    assert.deepEqual(each(found, 'DTEND'), ['20220907T114500Z'])
  })

  test('what is read leaves an audit row with whose it is and who holds the address', async () => {
    await feed(await make(served.actor))
    const rows = await world.rows<{ user_id: string; role: string }>(
      'select user_id, role from platform.audit_entry where $1 = any (person_ids) order by id desc limit 1',
      [served.personId],
    )
    assert.deepEqual(rows, [{ user_id: served.actor.userId, role: 'jobseeker' }])
  })
})

describe('clashes before a meeting is saved', () => {
  const clashes = (startsAt: string, time: string, more: object = {}, actor = served.adviser) =>
    world.as(actor, (context) =>
      previewClashes(context, { caseId: served.caseId, startsAt: at(startsAt, time), ...more }),
    )
  const kinds = async (...given: Parameters<typeof clashes>) => {
    const result = await clashes(...given)
    return result.ok ? result.value.clashes.map((clash) => clash.kind) : codeOf(result)
  }

  test('are the participant’s other meeting, which is refused, also when another is moved onto it', async () => {
    const first = await plan(served, '2022-09-22', '09:00')
    assert.ok(first.ok)
    assert.deepEqual(await kinds('2022-09-22', '09:15'), ['participant-meeting'])
    assert.equal(codeOf(await plan(served, '2022-09-22', '09:15')), 'meeting-overlaps')
    const second = await plan(served, '2022-09-22', '09:30')
    assert.ok(second.ok)
    const move = (time: string) =>
      world.as(served.adviser, (context) =>
        moveMeeting(context, { meetingId: second.value.id, startsAt: at('2022-09-22', time) }),
      )
    assert.equal(codeOf(await move('09:29')), 'meeting-overlaps')
    assert.deepEqual(await kinds('2022-09-22', '09:40', { meetingId: second.value.id }), [])
    assert.equal(codeOf(await move('09:40')), 'ok')
  })

  test('are the adviser’s meeting with somebody else and a weekend, and are then saved all the same', async () => {
    const adviserId = served.adviser.userId
    await plan(neighbour, '2022-09-24', '09:00', { adviserId })
    assert.deepEqual(await kinds('2022-09-24', '09:00'), ['adviser-meeting', 'weekend'])
    assert.equal(codeOf(await plan(served, '2022-09-24', '09:00')), 'ok')
  })

  test('are told to the provider that has the participant alone', async () => {
    const rival = await aStaffedProvider(world, 'Den andra AB')
    assert.equal(await kinds('2022-09-22', '09:00', {}, rival.adviser), 'not-found')
    assert.equal(await kinds('2022-09-22', '09:00', {}, world.caseworker), 'not-your-participant')
  })
})
