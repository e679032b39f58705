import type { Day } from './day.ts'
import { addDays, dayNumber, dayOfNumber, daysBetween, maxDay } from './day.ts'
import { problem } from './problem.ts'
import type { Result } from './result.ts'
import { fail, must, ok } from './result.ts'

/** Half-open: `start` is in, `end` is the first day after; `end` null is open. Never empty. Screens show `lastDay`. */
export type Period = { readonly start: Day; readonly end: Day | null }

/** Half-open bounds; throws when the period would hold no day. */
export function period(start: Day, end: Day | null): Period {
  if (end !== null && end <= start) throw new RangeError(`a period must hold a day: ${start} up to ${end}`)
  return { start, end }
}

/** First and last day as people say them, both in; throws when the last comes before the first. */
export function fromInclusive(from: Day, to: Day | null): Period {
  return must(parseInclusive(from, to))
}

/** `fromInclusive` for what someone wrote. Problem: `end-before-start`. */
export function parseInclusive(from: Day, to: Day | null): Result<Period> {
  if (to !== null && to < from) return fail(problem('end-before-start', { values: { from, to } }))
  return ok({ start: from, end: to === null ? null : addDays(to, 1) })
}

/** The last day in the period; null when open. */
export function lastDay(p: Period): Day | null {
  return p.end === null ? null : addDays(p.end, -1)
}

export function contains(p: Period, d: Day): boolean {
  return d >= p.start && (p.end === null || d < p.end)
}

export function overlaps(a: Period, b: Period): boolean {
  return (b.end === null || a.start < b.end) && (a.end === null || b.start < a.end)
}

/** The days in both; null when there are none. */
export function intersect(a: Period, b: Period): Period | null {
  if (!overlaps(a, b)) return null
  return { start: maxDay(a.start, b.start), end: earlierEnd(a.end, b.end) }
}

/** One begins on the day after the other's last, in either order. */
export function adjoins(a: Period, b: Period): boolean {
  return a.end === b.start || b.end === a.start
}

/** Days in the period, 1 or more; Infinity when open. */
export function lengthDays(p: Period): number {
  return p.end === null ? Number.POSITIVE_INFINITY : daysBetween(p.start, p.end)
}

/** The days of `p` in none of the others, as periods in order. */
export function subtract(p: Period, others: readonly Period[]): Period[] {
  const left: Period[] = []
  let start: Day | null = p.start
  for (const other of merge(others)) {
    if (start === null) break
    if (!overlaps({ start, end: p.end }, other)) continue
    if (other.start > start) left.push({ start, end: other.start })
    start = other.end
  }
  if (start !== null && (p.end === null || start < p.end)) left.push({ start, end: p.end })
  return left
}

/** The same days as the fewest periods, in order: overlapping and adjoining ones become one. */
export function merge(periods: readonly Period[]): Period[] {
  const merged: Period[] = []
  for (const next of [...periods].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1)
    if (last === undefined || (last.end !== null && last.end < next.start)) merged.push(next)
    else merged[merged.length - 1] = { start: last.start, end: laterEnd(last.end, next.end) }
  }
  return merged
}

/** Every day of the period in order; without end when open. */
export function* eachDay(p: Period): Generator<Day, void, undefined> {
  const end = p.end === null ? Number.POSITIVE_INFINITY : dayNumber(p.end)
  for (let n = dayNumber(p.start); n < end; n += 1) yield dayOfNumber(n)
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}

function laterEnd(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return null
  return a > b ? a : b
}
