import { addDays, type Day, weekday } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { CaseSessionsReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import type { LogItem } from '../../../../src/modules/delivery/contract.ts'
import type { Meeting, Plan } from './case-answers.ts'

/** What stands in the own week, from the plan of it to what came of it. */
export type WeekEntry = {
  readonly id: string
  readonly on: Day
  /** Null where only the day is known. */
  readonly startsAt: Instant | null
  /** Null for a meeting with the adviser. */
  readonly code: string | null
  readonly hours: number
  readonly mode: string
  readonly place: string | null
  /** `unwritten`: its day is over and nobody has written what came of it. */
  readonly state: 'planned' | 'called-off' | 'unwritten' | 'held' | 'unanswered' | 'disputed' | 'not-held'
}

export type WeekFacts = {
  readonly monday: Day
  readonly today: Day
  readonly meetings: readonly Meeting[]
  readonly sessions: CaseSessionsReply['items']
  /** What is logged in the months that the week lies in. */
  readonly logged: readonly LogItem[]
}

const daysAWeek = 7
const workingWeek = 5
const minutesAnHour = 60

/** The days of the week, each with what is planned and done on it; Saturday and Sunday only where something is. */
export function daysOfWeek(facts: WeekFacts): { day: Day; entries: readonly WeekEntry[] }[] {
  const all = [...planned(facts), ...facts.logged.map(loggedEntry)].sort(inTime)
  const days = Array.from({ length: daysAWeek }, (_, index) => addDays(facts.monday, index))
  return days
    .map((day) => ({ day, entries: all.filter((entry) => entry.on === day) }))
    .filter(({ day, entries }) => entries.length > 0 || weekday(day) <= workingWeek)
}

function planned({ meetings, sessions, today }: WeekFacts): WeekEntry[] {
  const ahead = (on: string) => (on < today ? 'unwritten' : 'planned')
  return [
    ...meetings
      .filter((one) => one.tookPlace === null)
      .map((one) => ({ ...timed(one), id: one.meetingId, code: null, state: ahead(one.onDay) }) as const),
    ...sessions.map(
      (one) =>
        ({
          ...timed(one),
          id: one.bookingId,
          code: one.code,
          state: one.calledOff ? 'called-off' : ahead(one.onDay),
        }) as const,
    ),
  ]
}

type Timed = Pick<Meeting, 'onDay' | 'startsAt' | 'minutes' | 'mode' | 'place'>

const timed = ({ onDay, startsAt, minutes, mode, place }: Timed) => ({
  on: onDay as Day,
  startsAt: startsAt as Instant,
  hours: minutes / minutesAnHour,
  mode,
  place,
})

function loggedEntry(item: LogItem): WeekEntry {
  const { id, code, hours, mode } = item
  return {
    id,
    on: item.onDay as Day,
    startsAt: item.startsAt as Instant | null,
    code,
    hours,
    mode,
    place: null,
    state: stateOf(item),
  }
}

function stateOf({ answer, tookPlace, came }: LogItem): WeekEntry['state'] {
  if (answer === 'disputed' || answer === 'settled-does-not-stand') return 'disputed'
  if (answer === 'none') return 'unanswered'
  return tookPlace && came !== 'no' ? 'held' : 'not-held'
}

/** What is known only by its day comes first, as in a calendar. */
const inTime = (a: WeekEntry, b: WeekEntry) => ((a.startsAt ?? '') < (b.startsAt ?? '') ? -1 : 1)

/** Hours of one kind of activity: those of the plan and those that are written down and count. */
export type WeekHours = { readonly code: string; readonly planned: number; readonly done: number }

const countsStill: ReadonlySet<LogItem['answer']> = new Set(['none', 'confirmed', 'settled-stands'])

/** The week's hours by activity, in the plan's own order; what was not in the plan comes last. */
export function hoursOfWeek(plan: Pick<Plan, 'activities'> | undefined, logged: readonly LogItem[]): WeekHours[] {
  const held = logged.filter((item) => item.tookPlace && item.came !== 'no' && countsStill.has(item.answer))
  const codes = [...(plan?.activities ?? []), ...held].flatMap(({ code }) => code ?? [])
  const sum = (of: readonly number[]) => of.reduce((total, hours) => total + hours, 0)
  return [...new Set<string>(codes)].map((code) => ({
    code,
    planned: sum((plan?.activities ?? []).filter((one) => one.code === code).map((one) => one.hoursPerWeek)),
    done: sum(held.filter((item) => item.code === code).map((item) => item.hours)),
  }))
}
