import { addDays, type Day, maxDay, minDay } from '../kernel/day.ts'
import { type Random, seeded } from '../kernel/random.ts'
import { addWorkingDays, workingDayOnOrAfter } from '../kernel/working-days.ts'
import type { Scorer } from '../modules/assessment/domain/index.ts'
import type { PersonDetails } from '../modules/registration/domain/index.ts'
import type { Level, RegistrationChannel } from '../rules/index.ts'
import { Balance, type Measured, measure } from './balance.ts'
import { canaries, canaryPeople } from './canaries.ts'
import {
  type MonthsInService,
  meanAgeYears,
  medianRegisteredDays,
  registeredDaysSigma,
  stockShares,
} from './composition.ts'
import { type Course, courseAhead, courseInService, courseLeft, historyDay, stockDay } from './course.ts'
import { levelFor } from './eligibility.ts'
import { IdentityNumbers } from './identity-numbers.ts'
import type { Person, Population } from './people.ts'
import { assessmentFacts, type Draft, drawPerson, fullDetails, type Profile } from './person.ts'
import { castStories } from './stories.ts'

const participantShare = 0.2
const inServiceShare = 0.83
const aheadShare = 0.075
const notRegistered = 3

const participantProfile: Profile = {
  meanAge: meanAgeYears,
  ageDeviation: 12,
  medianRegisteredDays: 1.1 * medianRegisteredDays,
  registeredDaysSigma,
  women: stockShares.sex.female,
  birthRegions: stockShares.birthRegion,
  // The tool says no to most with a disability; more are drawn so that enough are found whom it says yes to.
  disability: 0.4,
  jobWhenLong: 0.84,
}
const registeredProfile: Profile = {
  meanAge: 41,
  ageDeviation: 13,
  medianRegisteredDays: 420,
  registeredDaysSigma: 1.15,
  women: 0.48,
  birthRegions: { sweden: 42, nordic: 2, europe: 10, world: 46 },
  disability: 0.13,
  jobWhenLong: 0.55,
}

/**
 * A seeded population of about `size` registered jobseekers of the Gothenburg region as of the stock's day. A fifth are
 * or were participants, composed like the published stock; some more are about to start. The model says who can be one.
 */
export function population(seed: number | string, size: number, scorer: Scorer): Population {
  const random = seeded(seed).fork('population')
  const numbers = new IdentityNumbers(canaries.map((canary) => canary.identityNumber))
  const participants = Math.round(size * participantShare)
  const inService = Math.round(participants * inServiceShare)
  const groups = [
    { label: 'in-service', courses: stockCourses(random.fork('stock'), inService) },
    { label: 'left', courses: leftCourses(random.fork('left'), participants - inService) },
    { label: 'ahead', courses: aheadCourses(random.fork('ahead'), Math.round(participants * aheadShare)) },
  ]
  const drafted = groups.flatMap(({ label, courses }) =>
    balanced(random.fork(label), courses, { scorer, candidates: candidatesFor(size) }),
  )
  for (let index = drafted.length; index < size - canaries.length; index += 1) {
    const draft = drawPerson(random.fork(`registered ${index}`), registeredProfile, stockDay, historyDay)
    drafted.push({ draft, course: null, level: null })
  }
  const people = castStories(
    drafted.map((one, index) => personOf(random.fork(`person ${index}`), one, { index, numbers })),
  )
  return {
    people: size === 0 ? [] : [...people, ...canaryPeople(scorer)],
    notRegistered: size === 0 ? [] : newcomers(random.fork('new'), numbers),
  }
}

interface Drafted {
  readonly draft: Draft
  readonly course: Course | null
  readonly level: Level | null
}

function stockCourses(random: Random, count: number): Course[] {
  return quota(random, stockShares.monthsInService, count).map((months: MonthsInService) =>
    courseInService(random, months),
  )
}

function leftCourses(random: Random, count: number): Course[] {
  const shares = { outcome: 0.62, interrupted: 0.2, 'chain-over': 0.18 } as const
  return quota(random, shares, count).map((fate, place) => courseLeft(random, fate, place))
}

function aheadCourses(random: Random, count: number): Course[] {
  return quota(random, { coming: 0.6, choosing: 0.4 } as const, count).map((fate) => courseAhead(random, fate))
}

/** Exactly the shares of a count, by largest remainder, in random order. */
function quota<K extends string>(random: Random, shares: Readonly<Record<K, number>>, count: number): K[] {
  const exact = (Object.entries(shares) as [K, number][]).map(([group, share]) => ({ group, wanted: share * count }))
  const given = exact.flatMap(({ group, wanted }) => Array<K>(Math.floor(wanted)).fill(group))
  const byRemainder = [...exact].sort((a, b) => (b.wanted % 1) - (a.wanted % 1))
  for (const { group } of byRemainder) if (given.length < count) given.push(group)
  return random.shuffle(given)
}

function candidatesFor(size: number): number {
  return Math.max(4, Math.min(60, Math.round(240_000 / Math.max(1, size))))
}

/** People for the courses, each at the level that the quota gives and such that the whole comes to resemble the stock. */
function balanced(
  random: Random,
  courses: readonly Course[],
  given: { scorer: Scorer; candidates: number },
): Drafted[] {
  const balance = new Balance()
  const levels = quota(random.fork('levels'), stockShares.level, courses.length)
  return courses.map((course, index) => {
    const level = levels[index] ?? 'C'
    const best = bestCandidate(random.fork(`slot ${index}`), { ...given, course, level, balance })
    balance.add(best.measured)
    return { draft: best.draft, course, level }
  })
}

function bestCandidate(
  random: Random,
  wanted: { course: Course; level: Level; scorer: Scorer; candidates: number; balance: Balance },
): { draft: Draft; measured: Measured } {
  let best: { draft: Draft; measured: Measured; distance: number } | null = null
  for (let found = 0, drawn = 0; found < wanted.candidates; drawn += 1) {
    if (drawn > 100_000)
      throw new Error(`nobody of level ${wanted.level} can be assessed on ${wanted.course.assessedOn}`)
    const draft = drawPerson(random, participantProfile, stockDay, historyDay)
    if (levelFor(assessmentFacts(draft), wanted.course, wanted.scorer) !== wanted.level) continue
    found += 1
    const measured = measure(draft)
    const distance = wanted.balance.distanceWith(measured)
    if (best === null || distance < best.distance) best = { draft, measured, distance }
  }
  if (best === null) throw new Error('no candidate was drawn')
  return best
}

function personOf(
  random: Random,
  { draft, course, level }: Drafted,
  given: { index: number; numbers: IdentityNumbers },
): Person {
  const { number, born } = given.numbers.take(draft.born, draft.sex, random)
  const details = fullDetails(random, { ...draft, born }, { identityNumber: number, index: given.index })
  const channel = random.weighted<RegistrationChannel>([
    ['digital', course === null ? 60 : 70],
    ['office', 20],
    ['remote-meeting', 12],
    ['assisted', 8],
  ])
  return {
    key: `p${String(given.index + 1).padStart(6, '0')}`,
    details,
    facts: assessmentFacts({ ...draft, born }),
    openedOn: openingDay(random, draft, course),
    channel,
    course,
    level,
    story: null,
    isCanary: false,
  }
}

// Who was registered before the history begins is entered in its first weeks, before anything else happens to them.
function openingDay(random: Random, draft: Draft, course: Course | null): Day {
  const latest = course?.assessedOn ?? addDays(stockDay, -1)
  if (draft.registeredFrom > historyDay) return minDay(workingDayOnOrAfter(draft.registeredFrom), latest)
  return minDay(latest, addWorkingDays(addDays(historyDay, -1), 1 + random.int(course === null ? 14 : 3)))
}

function newcomers(random: Random, numbers: IdentityNumbers): PersonDetails[] {
  return Array.from({ length: notRegistered }, (_, index) => {
    const drawn = drawPerson(random, registeredProfile, stockDay, historyDay)
    const { number, born } = numbers.take(maxDay(drawn.born, addDays(stockDay, -20_000)), drawn.sex, random)
    return fullDetails(
      random,
      { ...drawn, born },
      { identityNumber: number, index: 900_000 + index, language: ['sv', 'ar', 'en'][index] },
    )
  })
}
