import { type Day, dayNumber, dayOfNumber } from '../../../kernel/day.ts'
import { workingDayNumberOnOrAfter } from '../../../kernel/working-days.ts'
import { type DaySpan, noEnd, spanOn, spansOf } from './clock-count.ts'
import type { Absence } from './log-day.ts'

/**
 * A due day on a non-working day moves to the next working day; one inside an approved absence to the first working day
 * after it; repeated until both hold (programme 4.5). Null when the absence has no end.
 */
export function moveDue(due: Day, absences: readonly Absence[]): Day | null {
  const moved = movedDue(dayNumber(due), spansOf(absences))
  return moved === null ? null : dayOfNumber(moved)
}

/** As `moveDue`, of day numbers. */
export function movedDue(due: number, absences: readonly DaySpan[]): number | null {
  let at = due
  for (;;) {
    const absence = spanOn(at, absences)
    if (absence?.to === noEnd) return null
    const next = workingDayNumberOnOrAfter(absence ? absence.to + 1 : at)
    if (next === at && !absence) return at
    at = next
  }
}
