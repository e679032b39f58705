import { addDays, type Day, daysBetween, isoWeek, mondayOf } from '../../../src/kernel/day.ts'
import type { ShapeName, ShapeState } from './shape.tsx'

/** Something drawn on the strip of weeks. `label` says it in full, in the reader's language. */
export type StripMark = { id: string; kind: ShapeName; state: ShapeState; on: Day; label: string }

export type StripWeek = { monday: Day; number: number; when: 'past' | 'now' | 'coming'; marks: readonly StripMark[] }

const openEndWeeks = 8
const weekDays = 7

/** The weeks from the first day to the last (both included) with their marks; an open end shows eight weeks ahead. */
export function weeksOf(first: Day, last: Day | null, today: Day, marks: readonly StripMark[]): StripWeek[] {
  const from = mondayOf(first)
  const until = mondayOf(last ?? addDays(today > first ? today : first, openEndWeeks * weekDays))
  const now = mondayOf(today)
  const inOrder = [...marks].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const byWeek = Map.groupBy(inOrder, (mark) => mondayOf(mark.on))
  return Array.from({ length: daysBetween(from, until) / weekDays + 1 }, (_, index) => {
    const monday = addDays(from, index * weekDays)
    const when = monday < now ? 'past' : monday === now ? 'now' : 'coming'
    return { monday, number: isoWeek(monday).week, when, marks: byWeek.get(monday) ?? [] }
  })
}

/** Which week of how many today is: 0 before the first, one more than all after the last. */
export function weekNow(weeks: readonly StripWeek[]): number {
  const now = weeks.findIndex((week) => week.when === 'now')
  if (now >= 0) return now + 1
  return weeks[0]?.when === 'coming' ? 0 : weeks.length + 1
}
