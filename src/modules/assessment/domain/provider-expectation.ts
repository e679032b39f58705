import type { Level } from '../../../rules/assessment.ts'
import {
  type ComparedSideName,
  type ComparisonTally,
  comparedSides,
  type ExpectedCost,
  levels,
  peopleAt,
} from './window-comparison.ts'

/** The providers of a delivery area with those in service there on the day; one without any is left out. */
export interface AreaProviders {
  readonly municipalities: readonly string[]
  readonly providers: readonly { readonly providerId: string; readonly name: string; readonly participants: number }[]
}

/** What people at a level are expected to give: persons and outcomes in fractions, the sum in fractions of öre. */
export interface ExpectedAtLevel {
  people: number
  outcomes: number
  revenueOre: number
}
type BySide<T> = Readonly<Record<ComparedSideName, T>>

/** What a provider would expect under each window; `providerId` null for those whose area has no provider in service. */
export interface ProviderExpected {
  readonly providerId: string | null
  readonly name: string | null
  readonly sides: BySide<Readonly<Record<Level, ExpectedAtLevel>>>
}

/**
 * Each provider's expected revenue and outcomes before and after (programme 4.2): those who may be referred in a delivery
 * area, by level, are split by the providers' share of the participants in service there today (A); outcomes are the sum
 * of their chances, revenue what a referral commits at the level. In order of the providers' keys.
 */
export function expectedOfProviders(
  tally: ComparisonTally,
  areas: readonly AreaProviders[],
  cost: ExpectedCost,
): ProviderExpected[] {
  const made = new Map<string, ProviderExpected>()
  const areaOf = new Map(areas.flatMap((area) => area.municipalities.map((code) => [code, area] as const)))
  for (const municipality of Object.keys(tally.groups.municipality).toSorted()) {
    const providers = areaOf.get(municipality)?.providers ?? []
    const all = providers.reduce((sum, { participants }) => sum + participants, 0)
    const shares = all > 0 ? providers : [{ providerId: null, name: null, participants: 1 }]
    for (const { providerId, name, participants } of shares) {
      const key = providerId ?? ''
      const expected = made.get(key) ?? { providerId, name, sides: { before: noLevels(), after: noLevels() } }
      made.set(key, expected)
      addShare(expected, { tally, municipality, cost, share: all > 0 ? participants / all : 1 })
    }
  }
  return [...made.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, expected]) => expected)
}

function addShare(
  { sides }: ProviderExpected,
  of: {
    readonly tally: ComparisonTally
    readonly municipality: string
    readonly cost: ExpectedCost
    readonly share: number
  },
): void {
  const { tally, municipality, cost, share } = of
  for (const side of comparedSides) {
    for (const level of levels) {
      const people = share * peopleAt(tally.groups.municipality[municipality], side, level)
      const at = sides[side][level]
      at.people += people
      at.outcomes += share * (tally.chances[municipality]?.[side][level] ?? 0)
      at.revenueOre += people * cost(level, municipality)
    }
  }
}

function noLevels(): Record<Level, ExpectedAtLevel> {
  const none = (): ExpectedAtLevel => ({ people: 0, outcomes: 0, revenueOre: 0 })
  return { A: none(), B: none(), C: none() }
}

/** What is shown of a provider: people in whole steps, outcomes whole, revenue in whole öre. */
export interface ProviderShown extends BySide<ExpectedAtLevel> {
  readonly providerId: string | null
  readonly name: string | null
}

/**
 * The rows with people at each level rounded to the nearest multiple of `least`, and outcomes and revenue as so many
 * people would give, so that no number under `least` can be read or worked out of them (programme 12).
 */
export function providersShown(rows: readonly ProviderExpected[], least: number): ProviderShown[] {
  return rows.map(({ providerId, name, sides }) => ({
    providerId,
    name,
    before: rounded(sides.before, least),
    after: rounded(sides.after, least),
  }))
}

function rounded(byLevel: Readonly<Record<Level, ExpectedAtLevel>>, least: number): ExpectedAtLevel {
  const sum: ExpectedAtLevel = { people: 0, outcomes: 0, revenueOre: 0 }
  for (const level of levels) {
    const { people, outcomes, revenueOre } = byLevel[level]
    const shown = least * Math.round(people / least)
    if (shown === 0) continue
    sum.people += shown
    sum.outcomes += (outcomes * shown) / people
    sum.revenueOre += (revenueOre * shown) / people
  }
  return { people: sum.people, outcomes: Math.round(sum.outcomes), revenueOre: Math.round(sum.revenueOre) }
}
