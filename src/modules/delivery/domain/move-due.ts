import { addDays, type Day } from '../../../kernel/day.ts'
import { workingDayOnOrAfter } from '../../../kernel/working-days.ts'
import { type Absence, isAbsent } from './log-day.ts'

/**
 * A due day on a non-working day moves to the next working day; one inside an approved absence to the first working day
 * after it; repeated until both hold (programme 4.5). Null when the absence has no end.
 */
export function moveDue(due: Day, absences: readonly Absence[]): Day | null {
  let at = due
  for (;;) {
    const absence = absences.find((each) => isAbsent(at, [each]))
    if (absence?.to === null) return null
    const next = workingDayOnOrAfter(absence ? addDays(absence.to, 1) : at)
    if (next === at && !absence) return at
    at = next
  }
}
