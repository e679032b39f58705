import { addDays, type Day } from '../../../kernel/day.ts'
import type { CutPoints, Window } from '../../../rules/assessment.ts'
import { type AssessmentFacts, inputsOn, registeredDaysOn, type Variable } from './facts.ts'
import { assess, type Estimate, type Model } from './model.ts'
import { type WaivedBy, type WindowAnswer, windowResult } from './window.ts'

type Law = { readonly window: Window; readonly cutPoints: CutPoints }

/** A chance in words a person can picture. */
export type ChanceInWords = {
  readonly kind: 'about' | 'fewer-than' | 'more-than'
  readonly of: 10
  readonly count: number
}

/** One thing that would give another answer, found by making the assessment again with it changed. */
export interface Change {
  readonly name: 'registered-days' | 'education' | 'wantedExtent' | 'occupation' | 'occupationsSought'
  readonly to: string | number
  readonly probability: number
  readonly answer: Pick<WindowAnswer, 'result' | 'level' | 'referable'>
}

/** What spoke for and against, strongest first; parts too small to matter are left out. */
export interface Weighed {
  readonly name: Variable
  readonly value: string | number
  /** Effect on the log-odds. */
  readonly effect: number
  /** Share of all effects on the same side, 0–1: the length of the bar. */
  readonly share: number
}

const tooSmall = 0.02

/** 'About 4 of 10'; under 1 of 10 and over 9 of 10 are said so. */
export function inWords(probability: number): ChanceInWords {
  const count = Math.round(probability * 10)
  if (count < 1) return { kind: 'fewer-than', of: 10, count: 1 }
  return count > 9 ? { kind: 'more-than', of: 10, count: 9 } : { kind: 'about', of: 10, count }
}

/** The parts of an estimate for and against, the strongest first. */
export function weigh(estimate: Pick<Estimate, 'parts'>): { for: Weighed[]; against: Weighed[] } {
  return { for: side(estimate, 1), against: side(estimate, -1) }
}

function side(estimate: Pick<Estimate, 'parts'>, sign: 1 | -1): Weighed[] {
  const parts = estimate.parts.filter((part) => part.effect * sign > tooSmall)
  const sum = parts.reduce((total, part) => total + part.effect, 0)
  return parts
    .map((part) => ({ name: part.name, value: part.value, effect: part.effect, share: part.effect / sum }))
    .sort((a, b) => b.share - a.share)
}

/**
 * What a person could change, or what time changes by itself, that would give another answer: one input at a time,
 * recomputed with the same model and window. Empty when no single change does. Never age, sex, birth or health.
 */
export function whatWouldChange(
  facts: AssessmentFacts,
  model: Model,
  law: Law,
  on: Day,
  waivedBy: WaivedBy = [],
): Change[] {
  const answerOf = (changed: AssessmentFacts, day: Day): Change['answer'] & { probability: number } => {
    const { probability } = assess(inputsOn(changed, day), model)
    const { result, level, referable } = windowResult(probability, changed, law, day, waivedBy)
    return { result, level, referable, probability }
  }
  const now = answerOf(facts, on)
  const candidates = [...waitingFor(facts, law, on), ...flips(facts).map((flip) => ({ ...flip, on }))]
  return candidates.flatMap(({ name, to, changed, on: day }) => {
    const { probability, ...answer } = answerOf(changed, day)
    return sameAnswer(now, answer) ? [] : [{ name, to, probability, answer }]
  })
}

interface Flip {
  readonly name: Change['name']
  readonly to: string | number
  readonly changed: AssessmentFacts
}

function waitingFor(facts: AssessmentFacts, { window }: Law, on: Day): (Flip & { on: Day })[] {
  const needs = facts.programme === null ? window.registeredDays : window.registeredDaysInProgramme
  const missing = needs - registeredDaysOn(facts, on)
  return missing > 0 ? [{ name: 'registered-days', to: needs, changed: facts, on: addDays(on, missing) }] : []
}

function flips(facts: AssessmentFacts): Flip[] {
  const list: Flip[] = []
  if (facts.education !== 'unknown' && facts.educationCompleted === false) {
    list.push({ name: 'education', to: facts.education, changed: { ...facts, educationCompleted: true } })
  } else if (facts.education === 'compulsory') {
    list.push({ name: 'education', to: 'upper-secondary', changed: { ...facts, education: 'upper-secondary' } })
  }
  if (facts.wantedExtentPercent < 100) {
    list.push({ name: 'wantedExtent', to: 'full-time', changed: { ...facts, wantedExtentPercent: 100 } })
  }
  if (facts.ssyk.length === 1) {
    list.push({ name: 'occupationsSought', to: 'several', changed: { ...facts, ssyk: [...facts.ssyk, ...facts.ssyk] } })
  }
  for (const group of ['7', '5', '8', '2']) {
    if (facts.ssyk[0]?.startsWith(group)) continue
    list.push({ name: 'occupation', to: group, changed: { ...facts, ssyk: [group, ...facts.ssyk.slice(1)] } })
  }
  return list
}

function sameAnswer(a: Change['answer'], b: Change['answer']): boolean {
  return a.result === b.result && a.level === b.level && a.referable === b.referable
}
