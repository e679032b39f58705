import { addMillis, dayOf, type Instant, timeOf } from '../../../kernel/instant.ts'

/** A meeting as a calendar program gets it; `uid` stays the same when it is moved, and `sequence` then rises. */
export type CalendarEntry = {
  readonly uid: string
  readonly sequence: number
  readonly startsAt: Instant
  readonly minutes: number
  readonly summary: string
  readonly place: string | null
  readonly calledOff: boolean
  readonly changedAt: Instant
}

/** How an event comes back: every so many weeks at the same clock in Sweden, to the last one, without some. */
export type Recurrence = {
  readonly everyWeeks: number
  readonly last: Instant
  readonly without: readonly Instant[]
}

/** An event of an invitation; `recurrence` of one that stands for a series, `instead` of one that takes a time's place in it. */
export type InvitedEvent = CalendarEntry & { readonly recurrence?: Recurrence; readonly instead?: Instant }

// Always there, since a calendar must hold something (RFC 5545, 3.4); the moments themselves are told in UTC.
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Stockholm',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const opening = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Krom//Krom//SV', 'CALSCALE:GREGORIAN']

/** The entries as a calendar file (RFC 5545), with how often to fetch it anew (RFC 7986, 5.7). */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  return textOf([
    ...opening,
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...timeZone,
    ...entries.flatMap((entry) => eventLines(entry)),
    'END:VCALENDAR',
  ])
}

/** What an e-mail asks a calendar program to do: enter or change an event, or take it away. */
export type InvitationMethod = 'REQUEST' | 'CANCEL'

/**
 * An event as an invitation in an e-mail (iTIP, RFC 5546): one UID, which a series has with the times that differ in it.
 * `organizer` and `attendee` are e-mail addresses; answers are given after sign-in, not by e-mail.
 */
export function invitationText(
  method: InvitationMethod,
  who: { readonly organizer: string; readonly attendee: string },
  events: readonly InvitedEvent[],
): string {
  if (new Set(events.map((event) => event.uid)).size !== 1) throw new RangeError(`${method} is about one event`)
  const people = [
    `ORGANIZER;CN=Krom:mailto:${address(who.organizer)}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${address(who.attendee)}`,
  ]
  return textOf([
    ...opening,
    `METHOD:${method}`,
    ...timeZone,
    ...events.flatMap((event) => eventLines(event, people)),
    'END:VCALENDAR',
  ])
}

/** An address as it may stand in a line: nothing that could begin another. */
const address = (text: string) => text.replaceAll(/[^\x21-\x7e]/g, '')

const textOf = (lines: readonly string[]) => lines.map((line) => `${folded(line)}\r\n`).join('')

function eventLines(entry: InvitedEvent, people: readonly string[] = []): string[] {
  const end = addMillis(entry.startsAt, entry.minutes * 60_000)
  // What comes back does so by the clock in Sweden, and so do its exceptions; everything else is told in UTC.
  const isOfSeries = entry.recurrence !== undefined || entry.instead !== undefined
  const time = (name: string, at: Instant) => (isOfSeries ? `${name}${local(at)}` : `${name}:${moment(at)}`)
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${moment(entry.changedAt)}`,
    `LAST-MODIFIED:${moment(entry.changedAt)}`,
    ...(entry.instead === undefined ? [] : [`RECURRENCE-ID${local(entry.instead)}`]),
    time('DTSTART', entry.startsAt),
    time('DTEND', end),
    ...(entry.recurrence === undefined ? [] : recurrenceLines(entry.recurrence)),
    `SUMMARY:${escaped(entry.summary)}`,
    ...people,
    ...(entry.place === null ? [] : [`LOCATION:${escaped(entry.place)}`]),
    `STATUS:${entry.calledOff ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${entry.calledOff ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

function recurrenceLines({ everyWeeks, last, without }: Recurrence): string[] {
  return [
    `RRULE:FREQ=WEEKLY;INTERVAL=${everyWeeks};UNTIL=${moment(last)}`,
    ...without.map((at) => `EXDATE${local(at)}`),
  ]
}

/** '2022-10-03T06:00:00.000Z' → ';TZID=Europe/Stockholm:20221003T080000'. */
function local(at: Instant): string {
  return `;TZID=Europe/Stockholm:${dayOf(at).replaceAll('-', '')}T${timeOf(at).replace(':', '')}00`
}

/** '2022-10-03T06:00:00.000Z' → '20221003T060000Z'. */
function moment(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** Text as a value (RFC 5545, 3.3.11); what no calendar can show is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\n\t\P{Cc}]/gu, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

const longestOctets = 75

/** Lines of at most 75 octets, never broken inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const sign of line) {
    const size = octetsOf(sign)
    if (octets + size > longestOctets) {
      text += '\r\n '
      octets = 1
    }
    text += sign
    octets += size
  }
  return text
}

/** How many octets a character takes in UTF-8. */
function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
