import { addDays, type Day } from '../../../kernel/day.ts'
import { atTime, dayOf, type Instant, timeOf } from '../../../kernel/instant.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { holidaysOf } from '../../../kernel/working-days.ts'

/** As many as a room holds: a longer list is a slip of the hand. */
export const mostInGroup = 40

/** How a session comes back: every week or every second one, until a day, that day included. */
export type Repeat = {
  readonly everyWeeks: 1 | 2
  readonly until: Day
  /** What becomes of one that falls on a holiday or an eve that is no working day. */
  readonly holidays: 'skip' | 'keep'
}

/** One time of a series; a skipped one is shown and not booked. */
export type Occurrence = {
  readonly startsAt: Instant
  readonly onDay: Day
  /** The holiday's Swedish name, or null. */
  readonly holiday: string | null
  readonly skipped: boolean
}

/** More than a year of weeks is a slip of the pen: the longest chain is 360 days (programme 4.3). */
const mostOccurrences = 53

/**
 * The times of a session, in order. The clock in Sweden stays the same when summer time ends, so the moment moves an hour. One
 * that does not come back is booked on its day, holiday or not. Problems: `end-before-start`, `series-too-long`, `series-empty`.
 */
export function occurrencesOf(first: Instant, repeat: Repeat | null): Result<Occurrence[]> {
  const from = dayOf(first)
  if (repeat === null) return ok([occurrence(from, first, 'keep')])
  if (repeat.until < from)
    return fail(problem('end-before-start', { field: 'repeat', values: { from, to: repeat.until } }))
  const time = timeOf(first)
  const found: Occurrence[] = []
  for (let on = from; on <= repeat.until; on = addDays(on, repeat.everyWeeks * 7)) {
    if (found.length === mostOccurrences)
      return fail(problem('series-too-long', { field: 'repeat', values: { most: mostOccurrences } }))
    found.push(occurrence(on, atTime(on, time), repeat.holidays))
  }
  return found.every((each) => each.skipped) ? fail(problem('series-empty', { field: 'repeat' })) : ok(found)
}

function occurrence(onDay: Day, startsAt: Instant, holidays: Repeat['holidays']): Occurrence {
  const found = holidaysOf(Number(onDay.slice(0, 4))).find((each) => each.day === onDay)
  return { startsAt, onDay, holiday: found?.name ?? null, skipped: found !== undefined && holidays === 'skip' }
}
