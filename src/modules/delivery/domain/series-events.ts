import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { atTime, dayOf, type Instant, timeOf } from '../../../kernel/instant.ts'
import type { CalendarEntry, InvitedEvent, Recurrence } from './calendar.ts'

/** One of a person's times in a series: `planned` is where the series put it first, and names it also when it has moved. */
export type SeriesTime = Omit<CalendarEntry, 'uid' | 'sequence'> & { readonly planned: Instant }

/**
 * All of a person's times in a series as one event that comes back, and one more for each time that differs (RFC 5545, 3.8.4.4):
 * so a calendar program has one thing to enter, change and take away. A single time is an event like any other.
 */
export function seriesEvents(
  of: Pick<CalendarEntry, 'uid' | 'sequence'>,
  times: readonly SeriesTime[],
): InvitedEvent[] {
  const sorted = times.toSorted((a, b) => (a.planned < b.planned ? -1 : 1))
  const [first, second] = sorted
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  if (second === undefined) return [{ ...eventOf(first), ...of }]
  const planned = sorted.map((time) => time.planned)
  const usual = sorted.find((time) => sorted.filter((each) => isLike(each, time)).length * 2 > sorted.length) ?? first
  const changedAt =
    sorted
      .map((time) => time.changedAt)
      .toSorted()
      .at(-1) ?? first.changedAt
  const master = { ...eventOf(usual), ...of, changedAt, startsAt: first.planned, recurrence: recurrenceOf(planned) }
  const others = sorted.filter((time) => time.startsAt !== time.planned || !isLike(time, usual))
  return [master, ...others.map((time) => ({ ...eventOf(time), ...of, instead: time.planned }))]
}

const eventOf = ({ planned: _planned, ...event }: SeriesTime) => event

const isLike = (a: SeriesTime, b: SeriesTime) =>
  a.minutes === b.minutes && a.summary === b.summary && a.place === b.place && a.calledOff === b.calledOff

/** The times in order, at least two, all at the same clock on the same day of the week. */
function recurrenceOf(times: readonly Instant[]): Recurrence {
  const days = times.map(dayOf)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('a series has times')
  const weeks = days.map((each) => daysBetween(first, each) / 7)
  const everyWeeks = Math.max(weeks.reduce(commonDivisor, 0), 1)
  const taken = new Set<Day>(days)
  const without: Instant[] = []
  for (let on = first; on < last; on = addDays(on, everyWeeks * 7))
    if (!taken.has(on)) without.push(atTime(on, timeOf(times[0] as Instant)))
  return { everyWeeks, last: times.at(-1) as Instant, without }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
