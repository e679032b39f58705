import {
  addDays,
  type Day,
  firstDayOf,
  type Month,
  maxDay,
  minDay,
  mondayOf,
  monthOf,
  nextMonth,
} from '../kernel/day.ts'
import type { Random } from '../kernel/random.ts'
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../kernel/working-days.ts'
import type { ActivityKind } from '../rules/index.ts'
import { stockDay } from './course.ts'
import type { Diary } from './diary.ts'
import type { Person } from './people.ts'
import type { AbsenceCode, PlannedActivity } from './script.ts'
import { texts } from './texts.data.ts'

/** One stay with one provider; `lastDay` is the stock's eve while it lasts. */
export interface Stay {
  readonly firstDay: Day
  readonly lastDay: Day
  /** The stay goes on after the stock's day. */
  readonly goesOn: boolean
  /** The weekday, from 0, on which the provider gathers its groups. */
  readonly groupWeekday: number
}

/** What the adviser and the participant do during a stay: mapping, plan, meetings, activities, confirmations. */
export function liveThrough(random: Random, diary: Diary, person: Person, stay: Stay): void {
  const habits = habitsOf(random, person)
  const plan = planThem(random, diary, person, stay)
  meet(random.fork('meetings'), diary, stay, habits)
  support(random.fork('activities'), diary, stay, { habits, plan })
  confirm(random.fork('confirm'), diary, stay, habits)
}

interface Habits {
  /** The participant has an account and answers to what is logged. */
  readonly confirms: number
  readonly languageSupport: boolean
  readonly comes: number
  readonly weekday: number
}

function habitsOf(random: Random, person: Person): Habits {
  const own = person.channel === 'digital' && !person.isCanary
  return {
    confirms: own ? random.pick([0, 0.5, 0.9]) : 0,
    languageSupport: person.details.language !== 'sv' && random.next() < 0.7,
    comes: person.details.disability ? 0.78 : 0.86,
    weekday: random.int(5),
  }
}

function planThem(random: Random, diary: Diary, person: Person, stay: Stay): readonly PlannedActivity[] {
  const first = meetingDay(stay.firstDay, random.int(4))
  const hours = person.details.availableHours ?? 40
  const activities = plannedActivities(random, hours, person.details.language !== 'sv')
  if (first > stay.lastDay) return activities
  diary.add(first, '11:20', 'provider', {
    act: 'map',
    needs: random.pick(texts.needs),
    strengths: random.pick(texts.strengths),
    obstacles: random.pick(texts.obstacles),
    language: person.details.language === 'sv' ? '' : 'Behöver öva svenska i arbetslivet.',
    wantedWork: random.pick(texts.wantedWork),
  })
  const wanted = workingDayOnOrAfter(
    addDays(
      stay.firstDay,
      random.weighted([
        [7 + random.int(8), 86],
        [16 + random.int(14), 14],
      ]),
    ),
  )
  const proposedOn = maxDay(first, wanted)
  if (random.next() < 0.03 || proposedOn > stay.lastDay) return activities
  const agrees = person.channel === 'digital' && random.next() < 0.55
  const languageSupport = person.details.language !== 'sv'
  proposePlan(random, diary, stay, { activities, on: proposedOn, languageSupport, agrees })
  return activities
}

function proposePlan(
  random: Random,
  diary: Diary,
  stay: Stay,
  plan: { activities: readonly PlannedActivity[]; on: Day; languageSupport: boolean; agrees: boolean },
): void {
  const { activities, languageSupport } = plan
  const propose = (on: Day) =>
    diary.add(on, '13:10', 'provider', {
      act: 'propose-plan',
      goals: random.pick(texts.goals),
      activities,
      languageSupport,
    })
  propose(plan.on)
  if (plan.agrees) diary.add(plan.on, '18:20', 'self', { act: 'agree-plan' })
  const answeredOn = addWorkingDays(plan.on, 1 + random.int(4))
  if (answeredOn > stay.lastDay) return
  if (random.next() > 0.06) {
    diary.add(answeredOn, '09:40', 'caseworker', { act: 'decide-plan', outcome: 'approved', why: null })
    return
  }
  diary.add(answeredOn, '09:40', 'caseworker', {
    act: 'decide-plan',
    outcome: 'returned',
    why: random.pick(texts.planReturned),
  })
  const again = addWorkingDays(answeredOn, 2)
  const approvedOn = addWorkingDays(again, 2)
  if (approvedOn > stay.lastDay) return
  propose(again)
  diary.add(approvedOn, '09:50', 'caseworker', { act: 'decide-plan', outcome: 'approved', why: null })
}

function plannedActivities(random: Random, hours: number, needsLanguage: boolean): PlannedActivity[] {
  const optional: ActivityKind[] = random.shuffle([
    'employer-contact',
    'motivating-talks',
    'guidance',
    'digital',
    'information',
    'health',
  ])
  const chosen: ActivityKind[] = [
    'practical-support',
    ...(needsLanguage ? (['language'] as const) : []),
    ...optional.slice(0, 2),
  ]
  const planned = chosen.map((code) => ({ code, hoursPerWeek: 2 + random.int(2), mode: 'physical' as const }))
  const left = hours - planned.reduce((sum, one) => sum + one.hoursPerWeek, 0)
  return left > 0 ? [...planned, { code: 'own-work', hoursPerWeek: left, mode: 'remote' }] : planned
}

/** Every two weeks a meeting is due; about a third of them never counts: not offered, missed, or logged late. */
function meet(random: Random, diary: Diary, stay: Stay, habits: Habits): void {
  let count = 0
  for (let due = stay.firstDay; due <= stay.lastDay; due = addDays(due, 14)) {
    const day = count === 0 ? meetingDay(stay.firstDay, random.int(4)) : meetingDay(due, habits.weekday)
    count += 1
    if (day > stay.lastDay) continue
    const fate = random.weighted([
      ['held', 66],
      ['absent', habits.comes < 0.8 ? 18 : 11],
      ['not-offered', 14],
      ['logged-late', 6],
      ['short', 3],
    ] as const)
    if (fate === 'not-offered') continue
    logMeeting(random, diary, stay, { day, fate, first: count === 1, habits })
  }
  if (stay.goesOn && random.next() < 0.75) planNext(random, diary, stay)
}

function logMeeting(
  random: Random,
  diary: Diary,
  stay: Stay,
  about: { day: Day; fate: 'held' | 'absent' | 'logged-late' | 'short'; first: boolean; habits: Habits },
): void {
  const { day, fate, first, habits } = about
  const came = fate !== 'absent'
  const reason = came ? null : drawAbsence(random)
  const time = `${String(9 + random.int(6)).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`
  const later = fate === 'logged-late' ? addWorkingDays(day, 5 + random.int(8)) : day
  const loggedOn = later <= stay.lastDay ? later : day
  diary.add(loggedOn, '16:05', 'provider', {
    act: 'hold-meeting',
    day,
    time,
    minutes: fate === 'short' ? 20 : random.pick([30, 30, 35, 45, 60]),
    mode: first
      ? 'physical'
      : random.weighted([
          ['physical', 62],
          ['video', 36],
          ['telephone', 2],
        ] as const),
    came,
    reason,
    jobProposals: came
      ? random.weighted([
          [0, 55],
          [1, 25],
          [2, 15],
          [3, 5],
        ] as const)
      : 0,
    languageSupport: habits.languageSupport,
    progress: came ? random.pick(texts.progress) : null,
  })
  if (reason === null || random.next() > 0.65 || addWorkingDays(day, 3) > stay.lastDay) return
  diary.add(day, '16:30', 'provider', { act: 'report-absence', day, reason })
  if (random.next() < 0.8) {
    diary.add(addWorkingDays(day, 2), '10:20', 'caseworker', { act: 'decide-absence', accepted: reason !== 'unknown' })
  }
}

function drawAbsence(random: Random): AbsenceCode {
  return random.weighted<AbsenceCode>([
    ['sick', 44],
    ['child-sick', 14],
    ['work', 8],
    ['education', 6],
    ['other-known', 10],
    ['unknown', 18],
  ])
}

function planNext(random: Random, diary: Diary, stay: Stay): void {
  const plannedOn = maxDay(stay.firstDay, workingDayOnOrAfter(addDays(stockDay, -7 + random.int(3))))
  const day = workingDayOnOrAfter(addDays(stockDay, random.int(12)))
  const time = `${String(9 + random.int(6)).padStart(2, '0')}:00`
  diary.add(plannedOn, '16:40', 'provider', {
    act: 'plan-meeting',
    day,
    time,
    mode: random.next() < 0.7 ? 'physical' : 'video',
  })
}

/** Each week something besides the meeting, more weeks than not; mostly on the provider's day for groups. */
function support(
  random: Random,
  diary: Diary,
  stay: Stay,
  about: { habits: Habits; plan: readonly PlannedActivity[] },
): void {
  const weekly = 0.52 + 0.12 * random.normal()
  for (let monday = mondayOf(stay.firstDay); monday <= stay.lastDay; monday = addDays(monday, 7)) {
    const day = meetingDay(monday, random.next() < 0.85 ? stay.groupWeekday : random.int(5))
    if (day < stay.firstDay || day > stay.lastDay || random.next() > weekly) continue
    const code = random.weighted(about.plan.map((one) => [one.code, one.code === 'own-work' ? 1 : 3] as const))
    const own = code === 'own-work'
    diary.add(day, '15:30', 'provider', {
      act: 'log-activity',
      day,
      code,
      hours: own ? 4 + random.int(8) : 1.25 + random.int(11) / 4,
      mode: own || random.next() < 0.22 ? 'remote' : 'physical',
      withWhom: own
        ? 'own'
        : code === 'employer-contact'
          ? 'other-actor'
          : random.weighted([
              ['provider-staff', 62],
              ['adviser', 38],
            ] as const),
    })
  }
}

/** The participant goes through the month's log in the first days of the next, before the report is signed. */
function confirm(random: Random, diary: Diary, stay: Stay, habits: Habits): void {
  if (habits.confirms === 0) return
  for (const month of monthsOf(stay)) {
    const on = addWorkingDays(firstDayOf(nextMonth(month)), 1 + random.int(2))
    if (on >= stockDay || random.next() > habits.confirms) continue
    if (random.next() < 0.03) diary.add(on, '18:10', 'self', { act: 'dispute', comment: random.pick(texts.disputes) })
    else diary.add(on, '18:10', 'self', { act: 'confirm', month })
  }
}

function monthsOf(stay: Stay): Month[] {
  const months: Month[] = []
  for (let month = monthOf(stay.firstDay); month <= monthOf(minDay(stay.lastDay, stockDay)); month = nextMonth(month))
    months.push(month)
  return months
}

/** The first working day on or after a weekday of the week that begins on a day. */
function meetingDay(from: Day, later: number): Day {
  let day = addDays(from, later)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}
