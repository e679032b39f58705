import type { BirthRegion, EducationLevel, Level } from '../../../rules/index.ts'

/** What is known of a person when a caseworker answers the tool's yes; the same for all, whoever answers. */
export interface CaseMix {
  readonly level: Level
  readonly ageGroup: AgeGroup
  readonly education: EducationLevel
  readonly birthRegion: BirthRegion
  readonly disability: 'yes' | 'no'
  readonly registered: RegisteredGroup
}

export const ageGroups = ['under-25', '25-39', '40-55', '56-or-older'] as const
export type AgeGroup = (typeof ageGroups)[number]
/** First age of every group but the youngest (programme 7). */
export const ageGroupsFrom: readonly number[] = [25, 40, 56]

export const registeredGroups = ['under-6-months', '6-12-months', '1-2-years', 'over-2-years'] as const
export type RegisteredGroup = (typeof registeredGroups)[number]
/** First registered day of every group but the shortest. */
export const registeredGroupsFrom: readonly number[] = [183, 365, 730]

export const mixFactors = ['level', 'ageGroup', 'education', 'birthRegion', 'disability', 'registered'] as const
export type MixFactor = (typeof mixFactors)[number]

/** Answers to the tool's yes by persons of one mix: how many, and how many of them were abstentions. */
export interface MixCell {
  readonly mix: CaseMix
  readonly answers: number
  readonly abstained: number
}

/** How a group of a factor abstains beside the factor's largest group, everything else equal. */
export interface MixEffect {
  readonly factor: MixFactor
  readonly group: string
  readonly answers: number
  readonly abstained: number
  /** Odds of an abstention against the largest group's; 1 for that group itself. */
  readonly oddsRatio: number
}

/** What share of a mix is abstained from over the whole country, whoever answers. */
export interface CaseMixModel {
  readonly expectedShare: (mix: CaseMix) => number
  readonly effects: readonly MixEffect[]
}

const rounds = 30
const closeEnough = 1e-10
/** Holds groups of few people near the others: a prior of standard deviation 1 on the log of odds. */
const ridge = 1

/**
 * Fits a logistic regression with one effect a group of each factor over everyone's answers. Its intercept is free, so that
 * the expected abstentions add up to the observed ones over all. Pure; the order of the cells does not matter.
 */
export function fitCaseMix(cells: readonly MixCell[]): CaseMixModel {
  const groups = mixFactors.map((factor) => groupsOf(cells, factor))
  const answers = cells.reduce((sum, cell) => sum + cell.answers, 0)
  const abstained = cells.reduce((sum, cell) => sum + cell.abstained, 0)
  // Nobody, or everybody: odds have no limit there, and there is nothing to tell apart.
  if (abstained === 0 || abstained === answers) {
    const share = answers === 0 ? 0 : abstained / answers
    return { expectedShare: () => share, effects: effectsOf(groups, () => 0) }
  }
  const places = new Map<string, number>()
  for (const list of groups) {
    for (const { factor, group } of list.slice(1)) places.set(`${factor}=${group}`, places.size + 1)
  }
  const columnsOf = (mix: CaseMix): number[] =>
    mixFactors.flatMap((factor) => places.get(`${factor}=${mix[factor]}`) ?? [])
  const beta = solveLogistic(
    cells.map((cell) => ({ ...cell, columns: columnsOf(cell.mix) })),
    places.size + 1,
    abstained / answers,
  )
  const effect = (place: number): number => beta[place] ?? 0
  return {
    expectedShare: (mix) => chance(effect(0) + columnsOf(mix).reduce((sum, place) => sum + effect(place), 0)),
    effects: effectsOf(groups, (factor, group) => effect(places.get(`${factor}=${group}`) ?? -1)),
  }
}

type Group = Omit<MixEffect, 'oddsRatio'>

/** The groups of a factor, the largest first; ties by name. */
function groupsOf(cells: readonly MixCell[], factor: MixFactor): Group[] {
  const found = new Map<string, { answers: number; abstained: number }>()
  for (const cell of cells) {
    const sums = found.get(cell.mix[factor]) ?? { answers: 0, abstained: 0 }
    sums.answers += cell.answers
    sums.abstained += cell.abstained
    found.set(cell.mix[factor], sums)
  }
  return [...found]
    .map(([group, sums]) => ({ factor, group, ...sums }))
    .sort((a, b) => b.answers - a.answers || (a.group < b.group ? -1 : 1))
}

function effectsOf(groups: readonly Group[][], logOdds: (factor: MixFactor, group: string) => number): MixEffect[] {
  return groups.flat().map((group) => ({ ...group, oddsRatio: Math.exp(logOdds(group.factor, group.group)) }))
}

const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

type Row = Pick<MixCell, 'answers' | 'abstained'> & { readonly columns: readonly number[] }

/** Newton's method on the penalised likelihood; it is concave, so that a few steps from the common share find its top. */
function solveLogistic(rows: readonly Row[], size: number, share: number): number[] {
  const beta = new Array<number>(size).fill(0)
  beta[0] = Math.log(share / (1 - share))
  for (let round = 0; round < rounds; round += 1) {
    const { gradient, curvature } = derivatives(rows, beta)
    const step = solved(curvature, gradient)
    for (let place = 0; place < size; place += 1) beta[place] = (beta[place] ?? 0) + (step[place] ?? 0)
    if (Math.max(...step.map(Math.abs)) < closeEnough) break
  }
  return beta
}

function derivatives(rows: readonly Row[], beta: readonly number[]): { gradient: number[]; curvature: number[][] } {
  const gradient = beta.map((value, place) => (place === 0 ? 0 : -ridge * value))
  const curvature = beta.map((_one, row) => beta.map((_other, column) => (row === column && row > 0 ? ridge : 0)))
  for (const { answers, abstained, columns } of rows) {
    const places = [0, ...columns]
    const p = chance(places.reduce((sum, place) => sum + (beta[place] ?? 0), 0))
    const weight = answers * p * (1 - p)
    for (const row of places) {
      gradient[row] = (gradient[row] ?? 0) + abstained - answers * p
      const line = curvature[row] as number[]
      for (const column of places) line[column] = (line[column] ?? 0) + weight
    }
  }
  return { gradient, curvature }
}

/** Solves a symmetric positive definite system by elimination. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  const size = rows.length
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot] as number[]
    for (let below = pivot + 1; below < size; below += 1) {
      const row = rows[below] as number[]
      const factor = (row[pivot] ?? 0) / (top[pivot] ?? 1)
      for (let column = pivot; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (top[column] ?? 0)
    }
  }
  const answer = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = rows[row] as number[]
    let sum = line[size] ?? 0
    for (let column = row + 1; column < size; column += 1) sum -= (line[column] ?? 0) * (answer[column] ?? 0)
    answer[row] = sum / (line[row] ?? 1)
  }
  return answer
}
