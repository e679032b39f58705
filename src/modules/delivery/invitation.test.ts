import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, type Day, day } from '../../kernel/day.ts'
import { atTime, type Instant } from '../../kernel/instant.ts'
import { boundTo } from '../../platform/database.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { addToSession } from './add-to-session.ts'
import { cancelSession, moveSession } from './change-session.ts'
import { invitationOf } from './invitation.ts'
import { planSession } from './plan-session.ts'
import { sessionsOfCase } from './session-reads.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>
type Line = { readonly name: string; readonly zone: string | null; readonly value: string }
type Event = readonly Line[]
type Shown = { readonly startsAt: string; readonly minutes: number; readonly place: string | undefined }

const at = (text: string, time = '09:00') => atTime(day(text), time)

/** The lines of each event, unfolded, with the zone that a moment is told in. */
function eventsOf(text: string): Event[] {
  const unfolded = text.replaceAll('\r\n ', '')
  return [...unfolded.matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs)].map((match) =>
    (match[1] ?? '')
      .trimEnd()
      .split('\r\n')
      .map((line) => {
        const [, name = '', options = '', value = ''] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? []
        return { name, zone: /TZID=([^;:]+)/.exec(options)?.[1] ?? null, value }
      }),
  )
}

const said = (event: Event, name: string) => event.find((line) => line.name === name)
/** A moment, told in UTC or by the clock of Sweden. */
function momentOf(line: Line | undefined): Instant {
  assert.ok(line)
  const [, year, month, date, hour, minute] = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})00Z?$/.exec(line.value) ?? []
  if (line.zone === null) return `${year}-${month}-${date}T${hour}:${minute}:00.000Z` as Instant
  assert.equal(line.zone, 'Europe/Stockholm')
  return atTime(day(`${year}-${month}-${date}`), `${hour}:${minute}`)
}

/** A calendar program that takes in invitations as RFC 5546 says, and shows what it then holds. */
class MailClient {
  readonly held = new Map<string, { sequence: number; events: readonly Event[] }>()

  take({ method, text }: { method: string; text: string }): void {
    assert.ok(text.includes(`\r\nMETHOD:${method}\r\n`))
    const events = eventsOf(text)
    const [uid, another] = new Set(events.map((event) => said(event, 'UID')?.value ?? ''))
    assert.ok(uid && another === undefined, 'one UID')
    const sequence = Number(said(events[0] ?? [], 'SEQUENCE')?.value)
    if ((this.held.get(uid)?.sequence ?? -1) >= sequence) return
    this.held.set(uid, { sequence, events: method === 'CANCEL' ? [] : events })
  }

  shown(): Shown[] {
    return [...this.held.values()]
      .flatMap(({ events }) => {
        const instead = new Map(
          events
            .filter((event) => said(event, 'RECURRENCE-ID'))
            .map((event) => [momentOf(said(event, 'RECURRENCE-ID')), event]),
        )
        const masters = events.filter((event) => !said(event, 'RECURRENCE-ID'))
        const times = masters.flatMap((master) => timesOf(master).map((time) => ({ master, time })))
        for (const time of instead.keys())
          assert.ok(
            times.some((each) => each.time === time),
            'it stands for one of them',
          )
        return times.map(({ master, time }) => {
          const event = instead.get(time) ?? master
          const startsAt = event === master ? time : momentOf(said(event, 'DTSTART'))
          const length = Date.parse(momentOf(said(event, 'DTEND'))) - Date.parse(momentOf(said(event, 'DTSTART')))
          return { startsAt, minutes: length / 60_000, place: said(event, 'LOCATION')?.value }
        })
      })
      .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  }
}

/** The moments of an event that comes back weekly by the clock of its zone, without those that it leaves out. */
function timesOf(event: Event): Instant[] {
  const first = momentOf(said(event, 'DTSTART'))
  const rule = said(event, 'RRULE')?.value
  if (rule === undefined) return [first]
  assert.equal(said(event, 'DTSTART')?.zone, 'Europe/Stockholm', 'the clock in Sweden decides')
  const [, every, until = ''] = /^FREQ=WEEKLY;INTERVAL=(\d);UNTIL=(.*)$/.exec(rule) ?? []
  const last = momentOf({ name: 'UNTIL', zone: null, value: until })
  const without = new Set(event.filter((line) => line.name === 'EXDATE').map(momentOf))
  const text = said(event, 'DTSTART')?.value ?? ''
  const clock = `${text.slice(9, 11)}:${text.slice(11, 13)}`
  const times: Instant[] = []
  let on: Day = day(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`)
  for (; atTime(on, clock) <= last; on = addDays(on, Number(every) * 7)) times.push(atTime(on, clock))
  return times.filter((time) => !without.has(time))
}

describe('a series in the receiver’s own calendar', { concurrency: false }, () => {
  let world: TestWorld
  let provider: Staffed
  let anna: Served
  let bo: Served
  const clients = { anna: new MailClient(), bo: new MailClient() }
  const came: { method: string; text: string }[] = []
  let sessions: readonly { sessionId: string }[] = []

  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    anna = await aServed(world, provider)
    bo = await aServed(world, provider)
  })
  after(() => world.drop())

  /** The e-mail of the last notice of the kind reaches the receiver's program. */
  async function arrives(whose: 'anna' | 'bo', kind: string) {
    const served = whose === 'anna' ? anna : bo
    const [found] = await world.rows<{ subject_id: string }>(
      'select subject_id from platform.notice where person_id = $1 and kind = $2 order by queued_at desc, id desc limit 1',
      [served.personId, kind],
    )
    assert.ok(found, `${kind} is queued`)
    const client = await world.ownerPool.connect()
    const who = { language: 'sv' as const, organizer: 'krom@example.com', attendee: 'deltagare@example.com' }
    const made = await invitationOf(boundTo(client), { kind, subjectId: found.subject_id, ...who })
    client.release()
    assert.ok(made)
    assert.ok(made.text.replaceAll('\r\n ', '').includes('ATTENDEE;ROLE=REQ-PARTICIPANT'))
    came.push(made)
    clients[whose].take(made)
  }
  const mustAgree = async (whose: 'anna' | 'bo', count: number) => {
    const served = whose === 'anna' ? anna : bo
    const { items } = await world.must(served.actor, (context) => sessionsOfCase(context, served.caseId))
    const standing = items
      .filter((item) => !item.calledOff)
      .map(({ startsAt, minutes, place }) => ({ startsAt, minutes, place: place ?? undefined }))
    assert.equal(standing.length, count)
    assert.deepEqual(clients[whose].shown(), standing)
  }
  const idOf = (index: number) => sessions[index]?.sessionId ?? ''
  const acts = (on: string) => {
    world.today = day(on)
    return provider.coordinator
  }

  test('is entered as one event over the end of summer time, without the holiday', async () => {
    const repeat = { everyWeeks: 1 as const, until: day('2023-01-02'), holidays: 'skip' as const }
    const wish = { startsAt: at('2022-10-24'), minutes: 60, code: 'practical-support', mode: 'physical' as const }
    const planned = await world.must(acts('2022-09-06'), (context) =>
      planSession(context, { ...wish, caseIds: [anna.caseId], place: 'Storgatan 1', repeat }),
    )
    sessions = planned.sessions
    await arrives('anna', 'delivery.series-planned')
    await mustAgree('anna', 10)
    const shown = clients.anna.shown().map((each) => each.startsAt)
    assert.deepEqual(shown.slice(0, 2), ['2022-10-24T07:00:00.000Z', '2022-10-31T08:00:00.000Z'])
    assert.ok(!shown.some((each) => each.startsWith('2022-12-26')))
    assert.equal(clients.anna.held.size, 1)
  })

  test('follows one that moves to another day, another place and another length', async () => {
    const change = { startsAt: at('2022-11-09', '13:00'), minutes: 90, place: 'Lillgatan 2', why: 'Lokalen' }
    await world.must(acts('2022-09-07'), (context) => moveSession(context, { sessionId: idOf(2), ...change }))
    await arrives('anna', 'delivery.session-moved')
    await mustAgree('anna', 10)
    assert.ok(clients.anna.shown().some((each) => each.place === 'Lillgatan 2' && each.minutes === 90))
  })

  test('lets one go that is called off', async () => {
    await world.must(acts('2022-09-08'), (context) => cancelSession(context, { sessionId: idOf(4), why: 'Sjuk' }))
    await arrives('anna', 'delivery.session-called-off')
    await mustAgree('anna', 9)
  })

  test('comes to one who is added later as it is then, under a UID of their own', async () => {
    await world.must(acts('2022-09-09'), (context) =>
      addToSession(context, { sessionId: idOf(1), caseIds: [bo.caseId], andLater: true }),
    )
    await arrives('bo', 'delivery.series-planned')
    await mustAgree('bo', 8)
    assert.notDeepEqual([...clients.bo.held.keys()], [...clients.anna.held.keys()])
  })

  test('loses one time for who is taken out of it, gets it back, and keeps the others', async () => {
    const wish = { sessionId: idOf(6), why: 'Annan grupp' }
    await world.must(acts('2022-09-12'), (context) => cancelSession(context, { ...wish, caseId: bo.caseId }))
    await arrives('bo', 'delivery.session-called-off')
    await mustAgree('bo', 7)
    await world.must(acts('2022-09-13'), (context) => addToSession(context, { ...wish, caseIds: [bo.caseId] }))
    await arrives('bo', 'delivery.session-planned')
    await mustAgree('bo', 8)
  })

  test('ends where the rest is called off, in whatever order the e-mails come', async () => {
    await world.must(acts('2022-09-14'), (context) =>
      cancelSession(context, { sessionId: idOf(3), andLater: true, why: 'Slut på kursen' }),
    )
    await arrives('anna', 'delivery.series-called-off')
    await mustAgree('anna', 3)
    for (const each of came.filter(({ text }) => [...clients.anna.held.keys()].some((uid) => text.includes(uid))))
      clients.anna.take(each)
    await mustAgree('anna', 3)
  })

  test('is taken away whole when nothing is left of it', async () => {
    await world.must(acts('2022-09-15'), (context) =>
      cancelSession(context, { sessionId: idOf(0), andLater: true, why: 'Ingen ledare' }),
    )
    await arrives('anna', 'delivery.series-called-off')
    assert.equal(came.at(-1)?.method, 'CANCEL')
    await mustAgree('anna', 0)
  })
})
