import { dayNumber, dayOfNumber } from '../../../kernel/day.ts'
import type { Period } from '../../../kernel/period.ts'

/**
 * A period by day numbers: the first day, and the first day after. What counts many days works on these, and only the
 * doors know days by their text.
 */
export interface Span {
  start: number
  /** `openEnd` while it goes on. */
  end: number
}

/** Later than every day. */
export const openEnd = 1_000_000_000

/** Not told, or never: earlier than every day and less than every share. */
export const notKnown = -1_000_000_000

export function spanOf({ start, end }: Period): Span {
  return { start: dayNumber(start), end: end === null ? openEnd : dayNumber(end) }
}

export function periodOf({ start, end }: Readonly<Span>): Period {
  return { start: dayOfNumber(start), end: end === openEnd ? null : dayOfNumber(end) }
}
