import { day } from '../kernel/day.ts'
import { type Random, seeded } from '../kernel/random.ts'
import { resultOf } from '../modules/assessment/domain/index.ts'
import type { BirthRegion } from '../rules/index.ts'
import { windowNumbered } from '../rules/index.ts'
import { municipalities } from '../rules/reference/index.ts'
import { type AssessedGroup, assessedPublished } from './assessed.data.ts'
import { inventedChance } from './invented-chance.ts'

/** One assessed person of the synthetic register, with what became of them within 12 months. */
export interface RegisterRow {
  readonly month: string
  readonly sex: 'female' | 'male'
  readonly age: number
  readonly education: string
  readonly birthRegion: BirthRegion
  readonly disability: 'yes' | 'no'
  readonly programme: 'JOB' | 'UGA' | 'ETP' | 'none'
  readonly registeredDays: number
  readonly registeredShareTenYears: number
  readonly occupation: string
  readonly occupationsSought: 'one' | 'several' | 'none'
  readonly wantedExtentPercent: number
  readonly municipality: string
  readonly sustainedExit: 0 | 1
}

export type RegisterPerson = Omit<RegisterRow, 'sustainedExit'>

/** The day whose cut points sort the register into the published groups: window 2 was in force half of the period. */
export const registerDay = day('2021-01-01')
const cutPoints = windowNumbered(2, registerDay).cutPoints
const groups: readonly AssessedGroup[] = ['near', 'A', 'B', 'C', 'far']

/**
 * `count` people whose composition, group by group under the cut points of `registerDay`, is the published one. People are
 * drawn, sorted by their invented chance, and kept with a probability that brings each group's shares to the published
 * shares. No real person stands behind any row.
 */
export function syntheticRegister(seed: number | string, count: number): RegisterRow[] {
  const random = seeded(seed).fork('register')
  const law = keepingLaw(random.fork('pilot'))
  const rows: RegisterRow[] = []
  while (rows.length < count) {
    const person = drawPerson(random)
    const chance = inventedChance(person)
    const keeping = law.get(groupOf(chance))
    if (keeping === undefined || random.next() * keeping.most >= weightOf(person, keeping.factors)) continue
    rows.push({ ...person, sustainedExit: random.next() < chance ? 1 : 0 })
  }
  return rows
}

function groupOf(chance: number): AssessedGroup {
  const { result, level } = resultOf(chance, cutPoints)
  return level ?? (result === 'near' ? 'near' : 'far')
}

/** What is published of a group, as yes-or-no questions with their share of yes. */
type Question = (person: RegisterPerson) => boolean

const published = (group: AssessedGroup) => assessedPublished[group]
type Share = 'women' | 'upperSecondaryCompleted' | 'foreignBorn' | 'disability' | 'longTermUnemployed' | 'within10Days'
const levels = ['A', 'B', 'C'] as const
/** How far the levels lean toward the other table's column for all of them, where the two disagree. */
const lean = 0.15

/** A published share of a group, in per cent; a level's is a little nearer to what the other table says of all levels. */
function shareOf(group: AssessedGroup, name: Share): number {
  const own = published(group)[name]
  if (group === 'near' || group === 'far') return own
  const persons = levels.reduce((sum, level) => sum + published(level).persons, 0)
  const together = levels.reduce((sum, level) => sum + published(level)[name] * published(level).persons, 0) / persons
  return own + lean * (assessedPublished.referable[name] - together)
}

function questionsOf(group: AssessedGroup): { readonly ask: Question; readonly share: number }[] {
  const figures = published(group)
  const share = (percent: number): number => Math.min(0.995, Math.max(0.003, percent / 100))
  const half = { age: figures.ageMedian, days: figures.daysMedian }
  return [
    { ask: ({ sex }) => sex === 'female', share: share(shareOf(group, 'women')) },
    { ask: hasUpperSecondary, share: share(shareOf(group, 'upperSecondaryCompleted')) },
    { ask: ({ birthRegion }) => birthRegion !== 'sweden', share: share(shareOf(group, 'foreignBorn')) },
    { ask: ({ disability }) => disability === 'yes', share: share(shareOf(group, 'disability')) },
    { ask: ({ programme }) => programme === 'ETP', share: share(figures.establishmentProgramme) },
    { ask: isLongTermUnemployed, share: share(shareOf(group, 'longTermUnemployed')) },
    { ask: ({ registeredDays }) => registeredDays <= 10, share: share(shareOf(group, 'within10Days')) },
    { ask: ({ registeredDays }) => registeredDays < half.days, share: group === 'near' ? 0.42 : 0.5 },
    ...(group === 'near'
      ? [{ ask: ({ registeredDays }: RegisterPerson) => registeredDays <= half.days, share: 0.54 }]
      : []),
    { ask: ({ age }) => age < half.age, share: 0.48 },
  ]
}

/** Completed upper secondary school, or more. */
export function hasUpperSecondary({ education }: Pick<RegisterPerson, 'education'>): boolean {
  return education === 'upper-secondary' || education === 'post-secondary' || education === 'post-secondary-unfinished'
}

/** A year or more registered (the published tables do not say how they count; A). */
export function isLongTermUnemployed({ registeredDays }: Pick<RegisterPerson, 'registeredDays'>): boolean {
  return registeredDays >= 365
}

interface Keeping {
  readonly factors: readonly { readonly ask: Question; readonly yes: number; readonly no: number }[]
  /** The weight at which everyone is kept; the few above it count as it. */
  readonly most: number
}

const pilotSize = 40_000
const rounds = 30

/** Factors for each answer, found on a pilot by going round the questions until all shares are as published. */
function keepingLaw(random: Random): ReadonlyMap<AssessedGroup, Keeping> {
  const pilot = new Map<AssessedGroup, RegisterPerson[]>(groups.map((group) => [group, []]))
  for (let drawn = 0; drawn < pilotSize; drawn += 1) {
    const person = drawPerson(random)
    pilot.get(groupOf(inventedChance(person)))?.push(person)
  }
  const inLevels = levels.reduce((sum, level) => sum + published(level).persons, 0)
  const scale = (group: AssessedGroup): number =>
    group === 'near' || group === 'far' ? 1 : assessedPublished.referable.persons / inLevels
  const laws = groups.map((group) => {
    const people = pilot.get(group) ?? []
    const { factors, weights } = raked(people, questionsOf(group))
    const mean = weights.reduce((sum, one) => sum + one, 0) / Math.max(1, people.length)
    const wanted = (published(group).persons * scale(group)) / (mean * people.length)
    // Rare weights are cut, so that a few odd people do not make all others rare.
    const high = weights.toSorted()[Math.floor(0.995 * weights.length)] ?? 1
    return { group, factors, wanted, high }
  })
  const most = Math.max(...laws.map(({ wanted, high }) => wanted * high))
  const keeping = new Map<AssessedGroup, Keeping>()
  for (const { group, factors, wanted } of laws) keeping.set(group, { factors, most: most / wanted })
  return keeping
}

function raked(people: readonly RegisterPerson[], questions: readonly { ask: Question; share: number }[]) {
  const weights = new Float64Array(people.length).fill(1)
  const factors = questions.map(({ ask }) => ({ ask, yes: 1, no: 1 }))
  const answers = questions.map(({ ask }) => Uint8Array.from(people, (person) => (ask(person) ? 1 : 0)))
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, { share }] of questions.entries()) {
      const own = answers[place] as Uint8Array
      let [yes, all] = [0, 0]
      for (let index = 0; index < own.length; index += 1) {
        all += weights[index] as number
        yes += (own[index] as number) * (weights[index] as number)
      }
      const factor = factors[place] as { yes: number; no: number }
      const byYes = yes > 0 ? (share * all) / yes : 1
      const byNo = all > yes ? ((1 - share) * all) / (all - yes) : 1
      factor.yes *= byYes
      factor.no *= byNo
      for (let index = 0; index < own.length; index += 1) {
        weights[index] = (weights[index] as number) * (own[index] === 1 ? byYes : byNo)
      }
    }
  }
  return { factors, weights }
}

function weightOf(person: RegisterPerson, factors: Keeping['factors']): number {
  let weight = 1
  for (const { ask, yes, no } of factors) weight *= ask(person) ? yes : no
  return weight
}

const groupPairs = groups.map((group) => [group, published(group).persons] as const)
const places = municipalities().map(({ code, skrGroup }) => [code, placeWeight(skrGroup)] as const)
const placeSum = places.reduce((sum, [, weight]) => sum + weight, 0)

/** People live more in cities than there are cities. */
function placeWeight(skrGroup: string): number {
  return { A1: 60, A2: 8, B3: 16, B4: 4, B5: 3 }[skrGroup] ?? 2
}

/** A person drawn as of one of the groups, with that group's published shares, each on its own. */
function drawPerson(random: Random): RegisterPerson {
  const figures = published(random.weighted(groupPairs))
  const is = (percent: number): boolean => random.next() * 100 < Math.max(1, percent)
  const age = Math.min(64, Math.round(18 + (figures.ageMedian - 18) * Math.exp(0.62 * random.normal())))
  const registeredDays = drawDays(random, figures, age)
  const birthRegion = is(figures.foreignBorn) ? random.weighted(abroad) : 'sweden'
  const disability = is(figures.disability) ? 'yes' : 'no'
  const occupations = 1 + random.int(3)
  return {
    month: monthOfPeriod(random.int(16)),
    sex: is(figures.women) ? 'female' : 'male',
    age,
    education: random.weighted(is(figures.upperSecondaryCompleted) ? completed : unfinished),
    birthRegion,
    disability,
    programme: is(figures.establishmentProgramme) ? 'ETP' : drawProgramme(random, age, registeredDays),
    registeredDays,
    registeredShareTenYears: Math.round(Math.min(1, registeredDays / 3652 + 0.35 * random.next() ** 3) * 1000) / 1000,
    occupation: String(random.weighted(occupationGroups)),
    occupationsSought: random.next() < 0.03 ? 'none' : occupations === 1 ? 'one' : 'several',
    wantedExtentPercent: random.weighted(disability === 'yes' ? extentsReduced : extents),
    municipality: drawPlace(random),
  }
}

const abroad: readonly (readonly [BirthRegion, number])[] = [
  ['nordic', 4],
  ['europe', 24],
  ['world', 72],
]
const completed = [
  ['upper-secondary', 60],
  ['post-secondary', 32],
  ['post-secondary-unfinished', 8],
] as const
const unfinished = [
  ['compulsory', 58],
  ['compulsory-unfinished', 10],
  ['upper-secondary-unfinished', 24],
  ['unknown', 8],
] as const
const extents = [
  [100, 86],
  [75, 6],
  [50, 6],
  [25, 2],
] as const
const extentsReduced = [
  [100, 60],
  [75, 15],
  [50, 20],
  [25, 5],
] as const
const occupationGroups = [
  [1, 2],
  [2, 12],
  [3, 10],
  [4, 11],
  [5, 26],
  [6, 2],
  [7, 11],
  [8, 10],
  [9, 16],
] as const

function drawDays(
  random: Random,
  figures: { within10Days: number; daysMedian: number; daysMean: number },
  age: number,
): number {
  if (random.next() * 100 < figures.within10Days) return Math.floor(11 * random.next() ** 1.8)
  const spread = figures.daysMedian < 20 ? 1.1 : Math.sqrt(2 * Math.log(figures.daysMean / figures.daysMedian)) + 0.1
  const middle = figures.daysMedian < 20 ? 30 : figures.daysMedian * 1.15
  const most = Math.min(6000, (age - 17) * 365)
  return Math.max(0, Math.min(most, Math.round(middle * Math.exp(spread * random.normal()))))
}

function drawProgramme(random: Random, age: number, days: number): RegisterPerson['programme'] {
  const chance = random.next()
  if (age < 25 && days > 90) return chance < 0.6 ? 'UGA' : 'none'
  return days > 400 && chance < 0.65 ? 'JOB' : 'none'
}

function drawPlace(random: Random): string {
  let left = random.next() * placeSum
  for (const [code, weight] of places) {
    left -= weight
    if (left < 0) return code
  }
  return places[0]?.[0] ?? ''
}

/** The months from April 2020 to July 2021. */
function monthOfPeriod(place: number): string {
  const month = 3 + place
  return `${2020 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`
}
