import type { FunnelLimits } from '../../../rules/tool-governance.ts'
import { type CaseMix, type CaseMixModel, fitCaseMix, type MixEffect } from './case-mix.ts'
import { type FunnelPoint, funnelOf, type Limits, limitsAt, type Measured, overDispersion } from './funnel.ts'

/** Answers of one kind to the tool's yes: a referral (`code` is null) or an abstention with its reason. */
export interface AnswerCell {
  /** An office or a caseworker; null when nobody had the case. */
  readonly unit: string | null
  readonly month: string
  readonly mix: CaseMix
  readonly code: string | null
  readonly count: number
}

export type Verdict = 'too-few' | 'as-expected' | 'high' | 'very-high' | 'low' | 'very-low'

export interface ReasonCount {
  readonly code: string
  readonly count: number
}

/** How often a unit abstains beside what its cases let one expect. */
export interface UnitVariation {
  readonly unit: string
  readonly answers: number
  readonly abstained: number
  readonly expected: number
  /** Observed over expected; null with too few answers, or when nothing is expected. */
  readonly ratio: number | null
  readonly inner: Limits | null
  readonly outer: Limits | null
  readonly verdict: Verdict
  readonly reasons: readonly ReasonCount[]
}

export interface MonthVariation {
  readonly month: string
  readonly answers: number
  readonly abstained: number
  readonly expected: number
}

/** How often and why units abstain when the tool says yes, adjusted for the mix of cases (programme 2, 4.2). */
export interface Variation {
  readonly answers: number
  readonly abstained: number
  readonly dispersion: number
  readonly units: readonly UnitVariation[]
  readonly months: readonly MonthVariation[]
  readonly reasons: readonly ReasonCount[]
  readonly effects: readonly MixEffect[]
  readonly funnel: readonly FunnelPoint[]
}

export interface VariationLaw {
  readonly leastAnswers: number
  readonly limits: FunnelLimits
}

/** The model of everyone's answers, which every unit is measured against. */
export function mixModelOf(cells: readonly AnswerCell[]): CaseMixModel {
  const found = new Map<string, { mix: CaseMix; answers: number; abstained: number }>()
  for (const { mix, code, count } of cells) {
    const key = Object.values(mix).join('|')
    const sums = found.get(key) ?? { mix, answers: 0, abstained: 0 }
    sums.answers += count
    if (code !== null) sums.abstained += count
    found.set(key, sums)
  }
  return fitCaseMix([...found.values()])
}

/**
 * Compares units by indirect standardisation: what a unit abstains from against what the whole country's answers to the same
 * mix of cases would give. A unit with few answers is too little to judge, never good or bad.
 *
 * @param cells the answers of the units to compare
 * @param model of everyone's answers (`mixModelOf`), which may be more than `cells`
 */
export function variationOf(cells: readonly AnswerCell[], model: CaseMixModel, law: VariationLaw): Variation {
  const sums = new Map<string, Sums>()
  const months = new Map<string, Sums>()
  const whole = noSums()
  for (const cell of cells) {
    const share = model.expectedShare(cell.mix)
    for (const into of [whole, sumsFor(months, cell.month), ...(cell.unit === null ? [] : [sumsFor(sums, cell.unit)])])
      add(into, cell, share)
  }
  const judged = [...sums.values()].filter((one) => one.answers >= law.leastAnswers)
  const dispersion = overDispersion(judged)
  const most = Math.max(0, ...judged.map((one) => one.answers))
  const share = whole.answers === 0 ? 0 : whole.expected / whole.answers
  return {
    answers: whole.answers,
    abstained: whole.abstained,
    dispersion,
    units: [...sums].map(([unit, one]) => unitOf(unit, one, law, dispersion)).sort(byRatio),
    months: [...months]
      .map(([month, { answers, abstained, expected }]) => ({ month, answers, abstained, expected }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
    reasons: reasonsOf(whole),
    effects: model.effects,
    funnel: funnelOf(share, { least: law.leastAnswers, most }, law.limits, dispersion),
  }
}

type Sums = { -readonly [Key in keyof Measured]: number } & { readonly reasons: Map<string, number> }

const noSums = (): Sums => ({ answers: 0, abstained: 0, expected: 0, variance: 0, reasons: new Map() })

function sumsFor(map: Map<string, Sums>, key: string): Sums {
  const found = map.get(key) ?? noSums()
  map.set(key, found)
  return found
}

function add(into: Sums, { code, count }: AnswerCell, share: number): void {
  into.answers += count
  into.expected += count * share
  into.variance += count * share * (1 - share)
  if (code === null) return
  into.abstained += count
  into.reasons.set(code, (into.reasons.get(code) ?? 0) + count)
}

function unitOf(unit: string, sums: Sums, law: VariationLaw, dispersion: number): UnitVariation {
  const { answers, abstained, expected } = sums
  const counted = { unit, answers, abstained, expected, reasons: reasonsOf(sums) }
  if (answers < law.leastAnswers) return { ...counted, ratio: null, inner: null, outer: null, verdict: 'too-few' }
  if (expected <= 0) return { ...counted, ratio: null, inner: null, outer: null, verdict: 'as-expected' }
  const ratio = abstained / expected
  const inner = limitsAt(sums, law.limits.innerPercent, dispersion)
  const outer = limitsAt(sums, law.limits.outerPercent, dispersion)
  return { ...counted, ratio, inner, outer, verdict: verdictOn(ratio, inner, outer) }
}

function verdictOn(ratio: number, inner: Limits, outer: Limits): Verdict {
  if (ratio > outer.high) return 'very-high'
  if (ratio > inner.high) return 'high'
  if (ratio < outer.low) return 'very-low'
  return ratio < inner.low ? 'low' : 'as-expected'
}

function reasonsOf({ reasons }: Sums): ReasonCount[] {
  return [...reasons]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
}

/** Those furthest over what is expected first; those that are not judged last. */
function byRatio(a: UnitVariation, b: UnitVariation): number {
  return (b.ratio ?? -1) - (a.ratio ?? -1) || (a.unit < b.unit ? -1 : 1)
}

/** The code under which reasons of few are counted together. */
export const fewReasons = 'few'

/**
 * Reasons for those who may not see single cases: counts under the limit are put together under one name, and the next
 * smallest with them until they are enough; fewer abstentions than that in all tell no reasons.
 */
export function withoutSmall(reasons: readonly ReasonCount[], under: number): ReasonCount[] {
  const kept = reasons.toSorted((a, b) => b.count - a.count)
  let few = 0
  while (kept.length > 0 && ((kept.at(-1)?.count ?? 0) < under || (few > 0 && few < under)))
    few += kept.pop()?.count ?? 0
  if (few === 0) return kept
  return few < under ? [] : [...kept, { code: fewReasons, count: few }]
}
