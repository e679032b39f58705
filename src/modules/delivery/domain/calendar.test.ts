import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { atTime } from '../../../kernel/instant.ts'
import { type CalendarEntry, calendarText } from './calendar.ts'

const entry: CalendarEntry = {
  uid: '1@krom',
  sequence: 0,
  startsAt: atTime(day('2022-10-03'), '09:00'),
  minutes: 45,
  summary: 'Möte på plats',
  place: null,
  calledOff: false,
  changedAt: atTime(day('2022-09-20'), '10:00'),
}
const linesOf = (...entries: CalendarEntry[]) => calendarText('Krom', entries).split('\r\n')
const saidOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)
const event = (more: Partial<CalendarEntry>) => {
  const lines = linesOf({ ...entry, ...more })
  return lines.slice(lines.indexOf('BEGIN:VEVENT'))
}

describe('a calendar file (RFC 5545)', () => {
  test('ends every line with CR LF, and opens and closes what it holds', () => {
    const text = calendarText('Krom', [entry])
    assert.ok(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:'))
    assert.ok(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n'))
    assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1)
  })

  test('is a whole calendar also without a meeting, and says how often to fetch it', () => {
    const lines = linesOf()
    assert.ok(lines.includes('BEGIN:VTIMEZONE') && !lines.includes('BEGIN:VEVENT'))
    assert.ok(lines.includes('REFRESH-INTERVAL;VALUE=DURATION:PT1H'))
  })

  test('tells moments in UTC, right on both sides of the days when the clocks change', () => {
    const starts = (text: string, time: string) => saidOf(event({ startsAt: atTime(day(text), time) }), 'DTSTART')
    assert.equal(starts('2022-03-26', '09:00'), '20220326T080000Z')
    assert.equal(starts('2022-03-27', '09:00'), '20220327T070000Z')
    assert.equal(starts('2022-10-29', '09:00'), '20221029T070000Z')
    assert.equal(starts('2022-10-30', '09:00'), '20221030T080000Z')
  })

  test('lets a meeting over the change of clocks be as long as it is', () => {
    const lines = event({ startsAt: atTime(day('2022-10-30'), '02:30'), minutes: 60 })
    assert.equal(saidOf(lines, 'DTSTART'), '20221030T003000Z')
    assert.equal(saidOf(lines, 'DTEND'), '20221030T013000Z')
  })

  test('folds lines at 75 octets without breaking a character', () => {
    const summary = `${'åäö'.repeat(40)} 😀😀😀 ${'موعد'.repeat(20)}`
    const text = calendarText('Krom', [{ ...entry, summary }])
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.ok(text.replaceAll('\r\n ', '').includes(`SUMMARY:${summary}\r\n`))
    assert.ok(!text.includes('\uFFFD'))
  })

  test('escapes what has a meaning of its own, and lets no text begin a line', () => {
    const lines = event({ place: 'Storgatan 1, plan 2; rum \\A\r\nBEGIN:VEVENT\u0000\u0007' })
    assert.equal(saidOf(lines, 'LOCATION'), 'Storgatan 1\\, plan 2\\; rum \\\\A\\nBEGIN:VEVENT')
    assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 1)
  })

  test('says that one is called off, and takes no time for it', () => {
    assert.deepEqual(
      ['STATUS', 'TRANSP', 'SEQUENCE'].map((name) => saidOf(event({ calledOff: true, sequence: 2 }), name)),
      ['CANCELLED', 'TRANSPARENT', '2'],
    )
    assert.equal(saidOf(event({}), 'STATUS'), 'CONFIRMED')
  })
})
