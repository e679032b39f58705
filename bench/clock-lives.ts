import { addDays, type Day, day, dayNumber, mondayOf } from '../src/kernel/day.ts'
import { type Random, seeded } from '../src/kernel/random.ts'
import type { ClockActivity, ClockCase, ClockMeeting } from '../src/modules/delivery/domain/index.ts'

const yearDays = 360

/**
 * A year in the service as its log tells it, the same for the same seed: a meeting about every other week, some short, some
 * by video, some never held; one or two activities a week; now and then an absence; for some a parallel measure.
 */
export function clockLives(count: number, seed: number, from: { first: string; days: number }): ClockCase[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => aLife(random, addDays(day(from.first), random.int(from.days))))
}

function aLife(random: Random, from: Day): ClockCase {
  const to = addDays(from, yearDays - 1)
  const parallelFrom = addDays(from, 60 + random.int(200))
  return {
    service: { from, to: random.next() < 0.3 ? addDays(from, 100 + random.int(200)) : to },
    plan: random.next() < 0.9 ? { on: addDays(from, random.int(20)), hours: random.pick([20, 30, 40, 40]) } : null,
    meetings: someMeetings(random, from),
    activities: someActivities(random, from),
    absences: Array.from({ length: random.int(5) }, () => {
      const first = addDays(from, random.int(yearDays))
      return { from: first, to: addDays(first, random.int(12)) }
    }),
    parallel: random.next() < 0.1 ? [{ from: parallelFrom, to: addDays(parallelFrom, 20 + random.int(60)) }] : [],
    availableHours: random.pick([20, 40, 40]),
    until: to,
  }
}

function someMeetings(random: Random, from: Day): ClockMeeting[] {
  const meetings: ClockMeeting[] = []
  for (let at = random.int(5); at < yearDays; at += 8 + random.int(8)) {
    if (random.next() < 0.12) continue
    const minutes = random.pick([30, 30, 45, 60, 20])
    meetings.push({ on: addDays(from, at), minutes, physical: random.next() < 0.55 })
  }
  return meetings
}

function someActivities(random: Random, from: Day): ClockActivity[] {
  const activities: ClockActivity[] = []
  const end = dayNumber(from) + yearDays
  for (let monday = mondayOf(from); dayNumber(monday) < end; monday = addDays(monday, 7)) {
    for (let left = random.int(3); left > 0; left -= 1) {
      activities.push({
        on: addDays(monday, random.int(6)),
        hours: (1 + random.int(8)) / 4,
        physical: random.next() < 0.6,
        kind: random.pick(['practical-support', 'digital', 'guidance', 'own-work'] as const),
      })
    }
  }
  return activities
}
