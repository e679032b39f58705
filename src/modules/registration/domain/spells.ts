import { type Day, daysBetween } from '../../../kernel/day.ts'
import type { Period } from '../../../kernel/period.ts'

/**
 * First day of the current spell: earlier spells join it while the break between them is at most `breakDays` days
 * (programme 4.1: breaks of at most 30 days do not start a new spell).
 *
 * @param registeredFrom first day of the latest registration
 * @param earlier ended spells, half-open, in any order
 */
export function currentSpellStart(registeredFrom: Day, earlier: readonly Period[], breakDays: number): Day {
  let start = registeredFrom
  const latestFirst = [...earlier].sort((a, b) => (a.start < b.start ? 1 : -1))
  for (const spell of latestFirst) {
    if (spell.end === null || spell.start >= start) continue
    if (daysBetween(spell.end, start) > breakDays) break
    start = spell.start
  }
  return start
}

/**
 * Registered days on a day: calendar days from the first day of the current spell to the day before (programme 4.1);
 * 0 before or on the first day.
 */
export function registeredDays(spellStart: Day, on: Day): number {
  return Math.max(0, daysBetween(spellStart, on))
}
