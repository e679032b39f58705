import { addDays, addMonths, type Day, day, daysBetween, maxDay, minDay } from '../kernel/day.ts'
import type { Random } from '../kernel/random.ts'
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../kernel/working-days.ts'
import { mayStartOn } from '../modules/decision/domain/index.ts'
import { type InterruptionReason, rulesOn } from '../rules/index.ts'
import type { MonthsInService } from './composition.ts'

/** The demo's today: the day whose stock of participants the world shows. */
export const stockDay = day('2022-10-03')
/** The first day on which anything is played: a year of history. */
export const historyDay = day('2021-10-04')

export type Fate = 'in-service' | 'coming' | 'choosing' | 'outcome' | 'interrupted' | 'chain-over'

/** Work or studies that a participant comes to, as the provider tells it and the caseworker finds it. */
export interface Result {
  readonly kind: 'work' | 'studies'
  readonly subsidised: boolean
  /** First day of the work or studies. */
  readonly from: Day
  readonly signalledOn: Day
  /** The caseworker ends the service on being told, instead of the verified outcome doing so. */
  readonly endsByDecision: boolean
  readonly claimedOn: Day | null
  readonly verifiedOn: Day | null
  readonly refused: boolean
}

/** The dates of one participant's way through the service; all later than the history's first day. */
export interface Course {
  readonly fate: Fate
  readonly assessedOn: Day
  readonly decidedOn: Day
  /** How the provider comes about; `nearest` by job when nothing was chosen. */
  readonly how: 'own' | 'assisted' | 'nearest'
  /** Day of the choice or placement; null while the person still chooses. */
  readonly chosenOn: Day | null
  /** First day in service; null while the person still chooses. */
  readonly firstDay: Day | null
  readonly extendedOn: Day | null
  /** Last day in service when it is over before the stock's day. */
  readonly lastDay: Day | null
  readonly interruption: { readonly on: Day; readonly lastDay: Day; readonly cause: InterruptionReason } | null
  readonly result: Result | null
  /** The day on which the participant asks for another provider. */
  readonly changesOn: Day | null
}

/** Days in service by the stock's day, first day counted, for each group of months. */
const daysInService: Readonly<Record<MonthsInService, readonly [least: number, most: number]>> = {
  '0-3': [1, 90],
  '4-6': [91, 180],
  '7-9': [181, 270],
  // Who began before the history's third week would need a decision from before it.
  '10-12': [271, 350],
}
const ownChoice = 0.77
const chainLength = 180

/** A course that gives a participant the wanted months in service on the stock's day. */
export function courseInService(random: Random, months: MonthsInService): Course {
  const [least, most] = daysInService[months]
  const began = drawStart(random, addDays(stockDay, 1 - most), addDays(stockDay, 1 - least))
  const firstEnd = addDays(began.firstDay, chainLength - 1)
  const asked = addDays(firstEnd, -5 - random.int(20))
  // Half of those whose days run out within the preparation time still wait for an extension.
  const extends_ = firstEnd < stockDay || (asked <= addDays(stockDay, -3) && random.next() < 0.5)
  const long = daysBetween(began.firstDay, stockDay) > 45
  return {
    ...plain,
    ...began,
    fate: 'in-service',
    extendedOn: extends_ ? workingDayBefore(asked) : null,
    changesOn:
      long && random.next() < 0.07 ? dayBetween(random, addDays(began.firstDay, 25), addDays(stockDay, -5)) : null,
  }
}

/**
 * A course of one who has left: to work or studies, by interruption, or when the granted days were over. `place` is the
 * place among those who have left: the claim of every sixth is refused.
 */
export function courseLeft(random: Random, fate: 'outcome' | 'interrupted' | 'chain-over', place: number): Course {
  if (fate === 'outcome') return outcomeCourse(random, place % 6 === 0)
  if (fate === 'interrupted') return interruptedCourse(random)
  const began = drawStart(random, historyDay, addDays(stockDay, -chainLength - 5))
  return { ...plain, ...began, fate, lastDay: addDays(began.firstDay, chainLength - 1) }
}

/** A course of one who has been granted the service but is not in it yet. */
export function courseAhead(random: Random, fate: 'coming' | 'choosing'): Course {
  if (fate === 'choosing') {
    const decidedOn = dayBetween(random, addDays(stockDay, -6), addDays(stockDay, -3))
    return {
      ...plain,
      fate,
      ...assessedBefore(random, decidedOn),
      decidedOn,
      how: 'own',
      chosenOn: null,
      firstDay: null,
    }
  }
  return { ...plain, ...drawStart(random, addDays(stockDay, 1), addDays(stockDay, 11)), fate }
}

const plain = { extendedOn: null, lastDay: null, interruption: null, result: null, changesOn: null } as const

function outcomeCourse(random: Random, isRefused: boolean): Course {
  const studies = random.next() < 0.22
  const began = drawStart(random, historyDay, studies ? day('2022-06-20') : addDays(stockDay, -50))
  const latest = addDays(began.firstDay, chainLength - 10)
  const term = began.firstDay < day('2021-12-20') ? day('2022-01-17') : day('2022-08-29')
  const wanted = studies && term <= latest ? term : addDays(began.firstDay, 25 + random.int(130))
  const from = workingDayOnOrAfter(minDay(wanted, addDays(stockDay, -10)))
  const signalledOn = workingDayOnOrAfter(addDays(from, random.int(6)))
  const endsByDecision = random.next() < 0.8
  return {
    ...plain,
    ...began,
    fate: 'outcome',
    lastDay: addDays(from, -1),
    interruption: endsByDecision
      ? {
          on: addWorkingDays(signalledOn, 1 + random.int(3)),
          lastDay: addDays(from, -1),
          cause: studies ? 'studies' : 'work',
        }
      : null,
    result: {
      kind: studies ? 'studies' : 'work',
      subsidised: !studies && random.next() < 0.36,
      from,
      signalledOn,
      endsByDecision,
      ...proof(random, from, isRefused),
    },
  }
}

// The claim comes when the outcome has lasted; the caseworker takes some days, and refuses a few.
function proof(random: Random, from: Day, isRefused: boolean) {
  const claimedOn = workingDayOnOrAfter(addDays(addMonths(from, 4), 1 + random.int(14)))
  if (claimedOn >= stockDay) return { claimedOn: null, verifiedOn: null, refused: false }
  const verifiedOn = addWorkingDays(claimedOn, 2 + random.int(6))
  // Some of the latest still wait for a caseworker.
  const waits = claimedOn > addDays(stockDay, -60) && random.next() < 0.4
  const done = verifiedOn < stockDay && !waits
  return { claimedOn, verifiedOn: done ? verifiedOn : null, refused: done && isRefused }
}

function interruptedCourse(random: Random): Course {
  const began = drawStart(random, historyDay, addDays(stockDay, -60))
  const latest = minDay(addDays(began.firstDay, chainLength - 15), addDays(stockDay, -8))
  const on = dayBetween(random, minDay(addDays(began.firstDay, 20), latest), latest)
  const cause = random.weighted<InterruptionReason>([
    ['long-absence', 26],
    ['cannot-benefit', 24],
    ['no-suitable-support', 14],
    ['misconduct', 10],
    ['moved-out', 10],
    ['studies', 8],
    ['other', 8],
  ])
  return { ...plain, ...began, fate: 'interrupted', lastDay: on, interruption: { on, lastDay: on, cause } }
}

type Beginning = Pick<Course, 'assessedOn' | 'decidedOn' | 'how'> & { chosenOn: Day; firstDay: Day }

/** Draws the first day in service in a range of days, and goes back from it to choice, decision and assessment. */
function drawStart(random: Random, from: Day, to: Day): Beginning {
  const how = random.next() < ownChoice ? 'own' : random.next() < 0.75 ? 'nearest' : 'assisted'
  // The soonest: assessed and decided on the second day, placed by rule six working days later.
  const soonestDecision = addDays(historyDay, 1)
  const wanted = dayBetween(random, from, to)
  const soonest = how === 'nearest' ? placedOn(soonestDecision) : soonestDecision
  let chosenOn = maxDay(soonest, workingDayBefore(addDays(wanted, -14)))
  while (chosenOn > soonest && firstDayAfter(chosenOn) > to) chosenOn = workingDayBefore(addDays(chosenOn, -1))
  const decidedOn =
    how === 'nearest'
      ? decidedBeforePlacement(chosenOn)
      : maxDay(soonestDecision, workingDayBefore(addDays(chosenOn, -random.int(5))))
  return { how, chosenOn, decidedOn, firstDay: firstDayAfter(chosenOn), ...assessedBefore(random, decidedOn) }
}

function firstDayAfter(chosenOn: Day): Day {
  return mayStartOn(null, chosenOn, rulesOn(chosenOn))
}

/** The working day on which the nearest-provider rule is applied to a decision of the day. */
function placedOn(decidedOn: Day): Day {
  return addWorkingDays(decidedOn, rulesOn(decidedOn).market.placementWorkingDay)
}

function decidedBeforePlacement(chosenOn: Day): Day {
  let decidedOn = workingDayBefore(addDays(chosenOn, -7))
  while (placedOn(decidedOn) > chosenOn) decidedOn = workingDayBefore(addDays(decidedOn, -1))
  return decidedOn
}

// In the same window as the decision, since an assessment from another one does not carry it.
function assessedBefore(random: Random, decidedOn: Day): { assessedOn: Day } {
  const wished = maxDay(historyDay, workingDayBefore(addDays(decidedOn, -1 - random.int(12))))
  const same = rulesOn(wished).assessment.window.number === rulesOn(decidedOn).assessment.window.number
  return { assessedOn: same ? wished : decidedOn }
}

function dayBetween(random: Random, from: Day, to: Day): Day {
  const drawn = addDays(from, random.int(Math.max(1, daysBetween(from, to) + 1)))
  const working = workingDayOnOrAfter(drawn)
  return working <= to ? working : workingDayBefore(to)
}

function workingDayBefore(latest: Day): Day {
  let found = latest
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}
