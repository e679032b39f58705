import type { Day } from '../../../kernel/day.ts'
import type { AssessmentFacts } from './facts.ts'
import { columnsOn, sensitiveColumns } from './model/person-columns.ts'
import type { Score, ScoreNote, Scorer, Value } from './model/scorer.ts'

/** The model as the law needs it: what it is called and how it scores. */
export interface Tool {
  readonly name: string
  readonly scorer: Scorer
}

/** One shown part of the estimate: the variable, the person's value, and its effect on the log-odds. */
export interface Part {
  /** The column, or both columns of a pair, as in `age × sex`. */
  readonly name: string
  /** The person's value; of a pair both, as in `41 × female`; `null` when it is missing. */
  readonly value: Value
  readonly effect: number
  /** Standard deviation of the effect over the re-fits; not kept by model 0. */
  readonly error?: number
  /** A pair's two columns with the person's values. */
  readonly of?: readonly { readonly name: string; readonly value: Value }[]
  /** Why the value counted as the mean and not as itself. */
  readonly note?: ScoreNote['why']
}

/** The estimate with everything it is made of. `intercept` and the effects add up to `logOdds` exactly, in any order. */
export interface Estimate {
  readonly model: string
  readonly intercept: number
  readonly parts: readonly Part[]
  readonly logOdds: number
  /** P(work or studies within 12 months), 0–1. */
  readonly probability: number
  /** The 90 % interval of the probability, from the spread between the model's re-fits. */
  readonly low: number
  readonly high: number
}

type Columns = ReturnType<typeof columnsOn>

const ninetyPercent = 1.645

/** Estimates P(work or studies within 12 months) on a day and shows every part of it (programme 4.2). */
export function assess(facts: AssessmentFacts, on: Day, tool: Tool): Estimate {
  const { scorer } = tool
  const columns = columnsOn(facts, on)
  const score = scorer.one(valuesOf(columns, scorer))
  const spread = ninetyPercent * score.logOddsError
  return {
    model: tool.name,
    intercept: score.intercept,
    parts: partsOf(score, scorer, columns),
    logOdds: score.logOdds,
    probability: score.probability,
    low: logistic(score.logOdds - spread),
    high: logistic(score.logOdds + spread),
  }
}

/** The estimate's chance alone, for counting over many. */
export function chanceOn(facts: AssessmentFacts, on: Day, scorer: Scorer): number {
  return scorer.quick(valuesOf(columnsOn(facts, on), scorer))
}

/** A person's values in the order that the scorer asks for; a column that no person has counts as missing. */
export function valuesOf(columns: Columns, { names }: Pick<Scorer, 'names'>): Value[] {
  return names.map((name) => columns[name] ?? null)
}

/** Whether a part tells of what a person is and cannot change: sex, age, birth region, disability, alone or in a pair. */
export function isSensitive(part: Pick<Part, 'name' | 'of'>): boolean {
  const names = part.of?.map(({ name }) => name) ?? [part.name]
  return names.some((name) => oldSensitive.includes(name) || (sensitiveColumns as readonly string[]).includes(name))
}

/** Variables of model 0, which old assessments still tell of. */
const oldSensitive = ['womanBornOutsideEurope']

function partsOf({ parts, errors, notes }: Score, { model, names }: Scorer, columns: Columns): Part[] {
  const own = (name: string): Value => columns[name] ?? null
  return parts.map(({ name, effect }, place) => {
    const term = model.terms[place]
    const error = errors[place] ?? 0
    const note = notes.find((one) => one.name === name)
    if (term?.kind !== 'pair') return { name, value: own(name), effect, error, ...(note && { note: note.why }) }
    const of = term.of.map((column) => ({ name: names[column] ?? '', value: own(names[column] ?? '') }))
    return { name, value: of.map(({ value }) => String(value)).join(' × '), effect, error, of }
  })
}

/** 1 / (1 + e^−x). */
function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
