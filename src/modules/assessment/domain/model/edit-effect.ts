import { type Day, yearsBetween } from '../../../../kernel/day.ts'
import type { CutPoints, Window } from '../../../../rules/assessment.ts'
import type { AssessmentFacts } from '../facts.ts'
import { hideSmall } from '../small-cells.ts'
import { windowResult } from '../window.ts'
import { columnsOn } from './person-columns.ts'
import type { Scorer, Value } from './scorer.ts'

/** By what people are grouped when an edit's effect is shown (issue: groups before anything is approved). */
export const effectDimensions = ['sex', 'age', 'birthRegion', 'education', 'disability', 'municipalityGroup'] as const
export type EffectDimension = (typeof effectDimensions)[number]

/** What the tool says of a person: too near, a level, or too far. */
export const answersInOrder = ['near', 'A', 'B', 'C', 'far'] as const
export type AnswerCode = (typeof answersInOrder)[number]

/** How many of a group another model judges otherwise. */
export interface GroupEffect {
  readonly dimension: EffectDimension
  readonly group: string
  readonly people: number
  readonly meanBefore: number
  readonly meanAfter: number
  /** People whose result or level differs. */
  readonly changed: number
  /** People to whom the tool says yes: referable and every criterion of the window met. */
  readonly yesBefore: number
  readonly yesAfter: number
}

export interface EditEffect {
  readonly people: number
  readonly changed: number
  readonly yesBefore: number
  readonly yesAfter: number
  readonly meanBefore: number
  readonly meanAfter: number
  readonly largestRise: number
  readonly largestFall: number
  /** Only those that are not zero; the same answer before and after is left out. */
  readonly moves: readonly { readonly from: AnswerCode; readonly to: AnswerCode; readonly people: number }[]
  readonly groups: readonly GroupEffect[]
  /** Nobody's outcome under another model is known: how well the chances match is known when 12 months have passed. */
  readonly calibration: 'not-measured'
}

interface Counts {
  people: number
  before: number
  after: number
  changed: number
  yesBefore: number
  yesAfter: number
}

type Law = { readonly window: Window; readonly cutPoints: CutPoints }

/** Counts, person by person, what another model changes under the same window; for as many batches as there are. */
export interface EffectTally {
  add(facts: AssessmentFacts): void
  effect(): EditEffect
}

/** Begins a count of what `after` changes against `before`, for people as they are on the day. */
export function effectTally(before: Scorer, after: Scorer, law: Law, on: Day): EffectTally {
  const all = noOne()
  const groups = new Map<string, Counts>()
  const moves = new Map<string, number>()
  let [largestRise, largestFall] = [0, 0]
  return {
    add(facts) {
      const columns: Readonly<Record<string, Value>> = columnsOn(facts, on)
      const judge = (scorer: Scorer): { chance: number; code: AnswerCode; yes: boolean } => {
        const chance = scorer.quick(scorer.names.map((name) => columns[name] ?? null))
        const { result, level, referable } = windowResult(chance, facts, law, on)
        return { chance, code: result === 'referable' ? (level as 'A' | 'B' | 'C') : result, yes: referable }
      }
      const [old, now] = [judge(before), judge(after)]
      const change = now.chance - old.chance
      largestRise = Math.max(largestRise, change)
      largestFall = Math.max(largestFall, -change)
      if (old.code !== now.code) {
        const key = `${old.code} ${now.code}`
        moves.set(key, (moves.get(key) ?? 0) + 1)
      }
      for (const counts of [
        all,
        ...groupsOf(facts, yearsBetween(facts.birthDate, on)).map((key) => countsAt(groups, key)),
      ]) {
        counts.people += 1
        counts.before += old.chance
        counts.after += now.chance
        if (old.code !== now.code) counts.changed += 1
        if (old.yes) counts.yesBefore += 1
        if (now.yes) counts.yesAfter += 1
      }
    },
    effect: () => ({
      ...shares(all),
      largestRise: short(largestRise),
      largestFall: short(largestFall),
      moves: answersInOrder.flatMap((from) =>
        answersInOrder.flatMap((to) => {
          const people = moves.get(`${from} ${to}`)
          return people === undefined ? [] : [{ from, to, people }]
        }),
      ),
      groups: effectDimensions.flatMap((dimension) =>
        [...groups]
          .filter(([key]) => key.startsWith(`${dimension} `))
          .map(([key, counts]) => ({ dimension, group: key.slice(dimension.length + 1), ...shares(counts) }))
          .sort((a, b) => (a.group < b.group ? -1 : 1)),
      ),
      calibration: 'not-measured',
    }),
  }
}

const counts = ['people', 'changed', 'yesBefore', 'yesAfter'] as const

/**
 * The effect without numbers of people from 1 to `least` - 1, and without those that such a number would follow from: each way of
 * grouping adds up to the same total, and the moves to all who changed. Hidden numbers, and the means of a hidden group, are `null`.
 */
export function withoutSmallCounts(effect: EditEffect, least: number): SafeEffect {
  const { moves, groups } = effect
  const keyOf = (one: GroupEffect, count: string): string => `${count} ${one.dimension} ${one.group}`
  const moveKey = ({ from, to }: EditEffect['moves'][number]): string => `move ${from} ${to}`
  const numbers = new Map<string, number>(counts.map((count) => [count, effect[count]]))
  for (const move of moves) numbers.set(moveKey(move), move.people)
  for (const one of groups) for (const count of counts) numbers.set(keyOf(one, count), one[count])
  const relations = effectDimensions.flatMap((dimension) => {
    const own = groups.filter((one) => one.dimension === dimension)
    return counts.map((count) => [count, ...own.map((one) => keyOf(one, count))])
  })
  const hidden = hideSmall(numbers, [...relations, ['changed', ...moves.map(moveKey)]], least)
  const shown = (key: string): number | null => (hidden.has(key) ? null : (numbers.get(key) ?? 0))
  return {
    ...effect,
    people: shown('people'),
    changed: shown('changed'),
    yesBefore: shown('yesBefore'),
    yesAfter: shown('yesAfter'),
    moves: moves.map((move) => ({ ...move, people: shown(moveKey(move)) })),
    groups: groups.map((one) => {
      const of = (count: (typeof counts)[number]): number | null => shown(keyOf(one, count))
      const people = of('people')
      const means = people === null ? { meanBefore: null, meanAfter: null } : {}
      return { ...one, ...means, people, changed: of('changed'), yesBefore: of('yesBefore'), yesAfter: of('yesAfter') }
    }),
  }
}

type Hidden<T> = { readonly [Name in keyof T]: T[Name] extends number ? T[Name] | null : T[Name] }

/** An effect that can be shown: hidden numbers are `null`. */
export type SafeEffect = Omit<EditEffect, 'groups' | 'moves' | (typeof counts)[number]> & {
  readonly [Name in (typeof counts)[number]]: number | null
} & {
  readonly moves: readonly Hidden<EditEffect['moves'][number]>[]
  readonly groups: readonly Hidden<GroupEffect>[]
}

const short = (value: number): number => Number(value.toFixed(6))
const noOne = (): Counts => ({ people: 0, before: 0, after: 0, changed: 0, yesBefore: 0, yesAfter: 0 })

function countsAt(groups: Map<string, Counts>, key: string): Counts {
  const known = groups.get(key) ?? noOne()
  groups.set(key, known)
  return known
}

function shares({ people, before, after, changed, yesBefore, yesAfter }: Counts) {
  const mean = (sum: number): number => (people === 0 ? 0 : short(sum / people))
  return { people, meanBefore: mean(before), meanAfter: mean(after), changed, yesBefore, yesAfter }
}

function groupsOf(facts: AssessmentFacts, age: number): string[] {
  return [
    `sex ${facts.sex}`,
    `age ${ageBand(age)}`,
    `birthRegion ${facts.birthRegion}`,
    `education ${facts.education}`,
    `disability ${facts.disability ? 'yes' : 'no'}`,
    `municipalityGroup ${facts.municipalityGroup}`,
  ]
}

function ageBand(age: number): string {
  if (age < 25) return '16-24'
  if (age < 35) return '25-34'
  if (age < 45) return '35-44'
  return age < 55 ? '45-54' : '55+'
}
