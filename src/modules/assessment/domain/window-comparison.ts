import { type Day, yearsBetween } from '../../../kernel/day.ts'
import type { CutPoints, Level, Window } from '../../../rules/assessment.ts'
import type { AssessmentFacts } from './facts.ts'
import { windowResult } from './window.ts'

/** A window as people meet it: its conditions and its cut points. */
export interface WindowLaw {
  readonly window: Window
  readonly cutPoints: CutPoints
}

/** Where a person stands under a window: referable at a level, outside by the chance, or a condition is not met. */
export type WindowStanding = Level | 'near' | 'far' | 'not-met'
export const windowStandings = ['A', 'B', 'C', 'near', 'far', 'not-met'] as const satisfies readonly WindowStanding[]

/** What people are counted by when two windows are compared (programme 4.2). */
export const comparedBy = [
  'sex',
  'birth-region',
  'education',
  'disability',
  'age',
  'municipality-group',
  'municipality',
] as const
export type ComparedBy = (typeof comparedBy)[number]

/** A person of whom a comparison knows the facts and the chance that the model in force gives. */
export interface ComparedPerson {
  readonly facts: AssessmentFacts
  readonly probability: number
}

/** What a referral at a level is expected to cost in a municipality, in whole öre. */
export type ExpectedCost = (level: Level, municipalityCode: string) => number

/** People by where they stand before and after (`A>near`), and what referring all who may be would be expected to cost. */
export interface GroupTally {
  readonly flows: Record<string, number>
  costBeforeOre: number
  costAfterOre: number
}

export const levels = ['A', 'B', 'C'] as const satisfies readonly Level[]
export const comparedSides = ['before', 'after'] as const
export type ComparedSideName = (typeof comparedSides)[number]

/** Sums of the chances of those who may be referred, by level, under each window. */
type ChanceTally = Readonly<Record<ComparedSideName, Record<Level, number>>>

/** The counts of a comparison so far; plain data, so that it can be kept between batches. */
export interface ComparisonTally {
  readonly all: GroupTally
  readonly groups: Record<ComparedBy, Record<string, GroupTally>>
  /** By municipality. */
  readonly chances: Record<string, ChanceTally>
}

export function emptyTally(): ComparisonTally {
  const groups = Object.fromEntries(comparedBy.map((dimension) => [dimension, {}]))
  return { all: emptyGroup(), groups: groups as ComparisonTally['groups'], chances: {} }
}

function emptyGroup(): GroupTally {
  return { flows: {}, costBeforeOre: 0, costAfterOre: 0 }
}

/**
 * Where a person stands under a window on a day. Exceptions are not thought of: a caseworker finds in each case whether
 * one holds (programme 4.2).
 */
export function standingUnder({ facts, probability }: ComparedPerson, law: WindowLaw, on: Day): WindowStanding {
  const { result, level, referable } = windowResult(probability, facts, law, on)
  if (result !== 'referable') return result
  return referable && level !== null ? level : 'not-met'
}

/** Counts one person under both windows into the tally. */
export function countPerson(
  tally: ComparisonTally,
  person: ComparedPerson,
  compared: { readonly before: WindowLaw; readonly after: WindowLaw; readonly on: Day; readonly cost: ExpectedCost },
): void {
  const { facts } = person
  const before = standingUnder(person, compared.before, compared.on)
  const after = standingUnder(person, compared.after, compared.on)
  const costOf = (standing: WindowStanding) => (isLevel(standing) ? compared.cost(standing, facts.municipalityCode) : 0)
  const counted = { flow: flowName(before, after), before: costOf(before), after: costOf(after) }
  add(tally.all, counted)
  for (const dimension of comparedBy) {
    const groups = tally.groups[dimension]
    const key = keyOf(dimension, facts, compared.on)
    groups[key] ??= emptyGroup()
    add(groups[key], counted)
  }
  addChance(tally.chances, person, { before, after })
}

function addChance(
  chances: ComparisonTally['chances'],
  { facts, probability }: ComparedPerson,
  standing: Readonly<Record<ComparedSideName, WindowStanding>>,
): void {
  const none = () => ({ A: 0, B: 0, C: 0 })
  chances[facts.municipalityCode] ??= { before: none(), after: none() }
  const tally = chances[facts.municipalityCode]
  for (const side of comparedSides) {
    const at = standing[side]
    if (isLevel(at) && tally !== undefined) tally[side][at] += probability
  }
}

/** How many of a group may be referred at a level before or after. */
export function peopleAt(group: GroupTally | undefined, side: ComparedSideName, level: Level): number {
  const stand = (other: WindowStanding) => (side === 'before' ? flowName(level, other) : flowName(other, level))
  return windowStandings.reduce((sum, other) => sum + (group?.flows[stand(other)] ?? 0), 0)
}

function add(group: GroupTally, { flow, before, after }: { flow: string; before: number; after: number }): void {
  group.flows[flow] = (group.flows[flow] ?? 0) + 1
  group.costBeforeOre += before
  group.costAfterOre += after
}

/** The name under which a tally counts people who stand so before and so after. */
export function flowName(before: WindowStanding, after: WindowStanding): string {
  return `${before}>${after}`
}

export function isLevel(standing: WindowStanding): standing is Level {
  return standing === 'A' || standing === 'B' || standing === 'C'
}

function keyOf(dimension: ComparedBy, facts: AssessmentFacts, on: Day): string {
  if (dimension === 'sex') return facts.sex
  if (dimension === 'birth-region') return facts.birthRegion
  if (dimension === 'education') return facts.education
  if (dimension === 'disability') return facts.disability ? 'yes' : 'no'
  if (dimension === 'age') return ageGroupOf(yearsBetween(facts.birthDate, on))
  return dimension === 'municipality' ? facts.municipalityCode : facts.municipalityGroup
}

function ageGroupOf(age: number): string {
  if (age < 25) return '16-24'
  if (age < 35) return '25-34'
  if (age < 45) return '35-44'
  return age < 55 ? '45-54' : '55+'
}
