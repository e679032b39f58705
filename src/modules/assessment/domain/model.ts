import type { Day } from '../../../kernel/day.ts'
import type { Provenance } from '../../../rules/parameter.ts'
import type { Inputs, Variable } from './facts.ts'

/** A logistic model as data: log-odds = intercept + one effect per variable. */
export interface Model {
  readonly name: string
  readonly publishedOn: Day
  readonly provenance: Provenance
  /** What the coefficients are and are not, in Swedish and English. */
  readonly note: { readonly sv: string; readonly en: string }
  readonly horizonMonths: number
  /** Log-odds of a person whose every effect is 0. */
  readonly intercept: number
  /** Standard error of a person's log-odds; gives the interval that is shown beside the estimate. */
  readonly logOddsError: number
  readonly terms: readonly Term[]
}

/** Effects by category, or a slope on (value − centre). A category that is not listed has the effect of `otherwise`. */
export type Term =
  | {
      readonly name: Variable
      readonly kind: 'category'
      readonly effects: Readonly<Record<string, number>>
      readonly otherwise: number
    }
  | { readonly name: Variable; readonly kind: 'slope'; readonly perUnit: number; readonly centre: number }

/** One shown part of the estimate: the variable, the person's value, and its effect on the log-odds. */
export interface Part {
  readonly name: Variable
  readonly value: string | number
  readonly effect: number
}

/** The estimate with everything it is made of. `intercept` and the effects add up to `logOdds` exactly, in any order. */
export interface Estimate {
  readonly model: string
  readonly intercept: number
  readonly parts: readonly Part[]
  readonly logOdds: number
  /** P(work or studies within 12 months), 0–1. */
  readonly probability: number
  /** The 90 % interval of the probability. */
  readonly low: number
  readonly high: number
}

// Effects are whole multiples of 2^-20: sums of them carry no rounding, so the parts add up in any order.
const grain = 2 ** 20
const ninetyPercent = 1.645

/** Estimates P(work or studies within the model's horizon) and shows every part of it (programme 4.2). */
export function assess(inputs: Inputs, model: Model): Estimate {
  const parts = model.terms.map((term) => partOf(term, inputs[term.name]))
  const intercept = onGrain(model.intercept)
  const logOdds = parts.reduce((sum, part) => sum + part.effect, intercept)
  return {
    model: model.name,
    intercept,
    parts,
    logOdds,
    probability: logistic(logOdds),
    low: logistic(logOdds - ninetyPercent * model.logOddsError),
    high: logistic(logOdds + ninetyPercent * model.logOddsError),
  }
}

/** 1 / (1 + e^−x). */
export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

function partOf(term: Term, value: string | number): Part {
  if (term.kind === 'slope') {
    if (typeof value !== 'number') throw new RangeError(`${term.name} has a slope but its value is the text ${value}`)
    return { name: term.name, value, effect: onGrain(term.perUnit * (value - term.centre)) }
  }
  return { name: term.name, value, effect: onGrain(term.effects[String(value)] ?? term.otherwise) }
}

function onGrain(effect: number): number {
  return Math.round(effect * grain) / grain || 0
}
