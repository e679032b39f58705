import type { AssessmentView, PartOfEstimate } from '../../../../src/modules/assessment/contract.ts'

/** What a chance comes to by the window's cut points, from the lowest chance to the highest. */
export const zones = ['far', 'C', 'B', 'A', 'near'] as const
export type Zone = (typeof zones)[number]

export type CutPoints = NonNullable<AssessmentView['cutPoints']>
type Chance = Pick<AssessmentView, 'probability' | 'low' | 'high'>

/** Where a chance stands: far below, near from, and the levels between (programme 4.2). */
export function zoneOf(chance: number, cuts: CutPoints): Zone {
  if (chance < cuts.farBelow) return 'far'
  if (chance < cuts.levelBFrom) return 'C'
  if (chance < cuts.levelAFrom) return 'B'
  return chance < cuts.nearFrom ? 'A' : 'near'
}

/** Every zone that the interval touches, from its lower end to its upper. One means that the answer is the same throughout. */
export function zonesTouched({ low, high }: Chance, cuts: CutPoints): Zone[] {
  return zones.slice(zones.indexOf(zoneOf(low, cuts)), zones.indexOf(zoneOf(high, cuts)) + 1)
}

/** The cut point nearest to the chance, with the zones on both sides of it. */
export function nearestCut({ probability }: Chance, cuts: CutPoints): { at: number; below: Zone; above: Zone } {
  const all = [
    { at: cuts.farBelow, below: 'far', above: 'C' },
    { at: cuts.levelBFrom, below: 'C', above: 'B' },
    { at: cuts.levelAFrom, below: 'B', above: 'A' },
    { at: cuts.nearFrom, below: 'A', above: 'near' },
  ] as const
  return all.reduce((best, one) => (Math.abs(one.at - probability) < Math.abs(best.at - probability) ? one : best))
}

export type Scale = {
  /** The chance at the scale's right end, a whole tenth. */
  end: number
  bands: readonly { zone: Zone; from: number; to: number }[]
}

/** A scale from 0 to a whole tenth above everything that is drawn on it; bands that have no width are left out. */
export function scaleOf({ high }: Chance, cuts: CutPoints): Scale {
  const end = Math.min(1, Math.ceil((Math.max(high, cuts.nearFrom) + 0.05) * 10) / 10)
  const from = [0, cuts.farBelow, cuts.levelBFrom, cuts.levelAFrom, cuts.nearFrom]
  const bands = zones.map((zone, place) => ({ zone, from: from[place] ?? 0, to: from[place + 1] ?? end }))
  return { end, bands: bands.filter((band) => band.to > band.from) }
}

/** 'About 4 of 10' as the person is told it. */
export function inTenths(chance: number): { kind: 'about' | 'fewer' | 'more'; count: number } {
  const count = Math.round(chance * 10)
  if (count < 1) return { kind: 'fewer', count: 1 }
  return count > 9 ? { kind: 'more', count: 9 } : { kind: 'about', count }
}

export type Strength = 'much' | 'some' | 'little' | 'nothing'

/** How much a part weighs, in words: an effect of 0.6 on the log-odds moves a chance of 30 % by about 13 points. */
export function strengthOf(effect: number): Strength {
  const size = Math.abs(effect)
  if (size >= 0.6) return 'much'
  if (size >= 0.2) return 'some'
  return size >= 0.02 ? 'little' : 'nothing'
}

/** The chance if every sensitive part counted as the average, that is with no effect. */
export function chanceWithoutSensitive({ parts, logOdds }: Pick<AssessmentView, 'parts' | 'logOdds'>): number {
  const without = parts.reduce((sum, part) => (part.sensitive ? sum - part.effect : sum), logOdds)
  return 1 / (1 + Math.exp(-without))
}

/**
 * Numbers rounded to `decimals` so that what is shown sums to the shown total exactly: the rounding that is left over goes
 * to the numbers that lost most by it (largest remainder).
 */
export function shownToSum(values: readonly number[], total: number, decimals: number): number[] {
  const unit = 10 ** decimals
  const scaled = values.map((value) => value * unit)
  const floors = scaled.map(Math.floor)
  const left = Math.round(total * unit) - floors.reduce((sum, value) => sum + value, 0)
  const byRemainder = scaled
    .map((value, place) => ({ place, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place)
  for (const { place } of byRemainder.slice(0, left)) floors[place] = (floors[place] ?? 0) + 1
  return floors.map((value) => value / unit)
}

export type Difference = { label: string; from: string; to: string }

/** The person's values that are others than at the assessment before; of two models only what both ask for. */
export function valuesChanged(before: readonly PartOfEstimate[], now: readonly PartOfEstimate[]): Difference[] {
  return now.flatMap((part) => {
    const earlier = before.find((one) => one.name === part.name)
    if (part.of.length > 0 || earlier === undefined || earlier.valueText === part.valueText) return []
    return [{ label: part.label, from: earlier.valueText, to: part.valueText }]
  })
}
