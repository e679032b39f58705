import { addDays, type Day } from '../../../kernel/day.ts'
import type { CutPoints, Window } from '../../../rules/assessment.ts'
import type { EducationLevel } from '../../../rules/registration.ts'
import { chanceOn, type Tool, valuesOf } from './assess.ts'
import { type AssessmentFacts, registeredDaysOn } from './facts.ts'
import { type Changeable, counterfactuals } from './model/counterfactual.ts'
import { columnsOn } from './model/person-columns.ts'
import type { Scorer, Value } from './model/scorer.ts'
import { type WaivedBy, type WindowAnswer, windowResult } from './window.ts'

/** What a person can change, or time changes by itself. Never age, sex, birth or health, and not where one lives. */
export type ChangeableName = 'registeredDays' | 'education' | 'wantedExtentPercent' | 'occupation' | 'occupationsSought'

/** The smallest change, of one value or of two together, that gives another answer. */
export interface Change {
  readonly of: readonly { readonly name: ChangeableName; readonly to: string | number }[]
  /** The facts with the change made, and the day on which the tool would then be asked. */
  readonly facts: AssessmentFacts
  readonly on: Day
  readonly probability: number
  readonly answer: Pick<WindowAnswer, 'result' | 'level' | 'referable'>
}

type Law = { readonly window: Window; readonly cutPoints: CutPoints }
interface Asked {
  readonly facts: AssessmentFacts
  readonly on: Day
  readonly law: Law
  readonly waivedBy: WaivedBy
}

/**
 * What would give another answer (programme 4.2): each change is made in the facts and the whole assessment made again,
 * model and window's criteria alike, and only what then answers otherwise is told. Waiting first, then what the person can
 * change; empty when nothing does.
 */
export function whatWouldChange(asked: Asked, { scorer }: Pick<Tool, 'scorer'>): Change[] {
  const now = codeOf(answerOf(asked, scorer).answer)
  const ways = [...waits(asked, scorer, now), ...changedValues(asked, scorer)]
  return ways.flatMap(({ of, facts, on }) => {
    const again = answerOf({ ...asked, facts, on }, scorer)
    return codeOf(again.answer) === now ? [] : [{ of, facts, on, ...again }]
  })
}

type Way = Pick<Change, 'of' | 'facts' | 'on'>

function answerOf({ facts, on, law, waivedBy }: Asked, scorer: Scorer): Pick<Change, 'probability' | 'answer'> {
  const probability = chanceOn(facts, on, scorer)
  const { result, level, referable } = windowResult(probability, facts, law, on, waivedBy)
  return { probability, answer: { result, level, referable } }
}

function codeOf({ result, level, referable }: Change['answer']): string {
  return `${result} ${level} ${referable}`
}

const longestWaitDays = 730

/** The first day within two years on which waiting alone answers otherwise: the window's days, or the model's steps. */
function waits(asked: Asked, scorer: Scorer, now: string): Way[] {
  const { facts, on, law } = asked
  const has = registeredDaysOn(facts, on)
  const needs = facts.programme === null ? law.window.registeredDays : law.window.registeredDaysInProgramme
  const term = scorer.model.terms.find(({ name }) => name === 'registeredDays')
  const steps = term?.kind === 'number' ? term.cuts.map(Math.ceil) : []
  const days = [needs, ...steps].filter((day) => day > has && day - has <= longestWaitDays).sort((a, b) => a - b)
  for (const to of days) {
    const later = addDays(facts.registeredFrom, to)
    if (codeOf(answerOf({ ...asked, on: later }, scorer).answer) === now) continue
    return [{ of: [{ name: 'registeredDays', to }], facts, on: later }]
  }
  return []
}

/** Changes of what the person can change, found on the model's columns and made in the facts. */
function changedValues(asked: Asked, scorer: Scorer): Way[] {
  const { facts, on, law, waivedBy } = asked
  if (facts.ssyk.length === 0) return [...firstOccupations(asked), ...byColumns(asked, scorer)]
  return byColumns({ facts, on, law, waivedBy }, scorer)
}

function byColumns({ facts, on, law, waivedBy }: Asked, scorer: Scorer): Way[] {
  const values = valuesOf(columnsOn(facts, on), scorer)
  const changedTo = (changed: readonly Value[]): AssessmentFacts =>
    scorer.names.reduce((made, name, place) => {
      const to = changed[place] ?? null
      return to === values[place] || to === null ? made : withValue(made, name, to)
    }, facts)
  const categoryOf = (probability: number, changed: readonly Value[]): string =>
    codeOf(windowResult(probability, changedTo(changed), law, on, waivedBy))
  return counterfactuals(scorer.model, values, changeables(facts), categoryOf).map(({ changes }) => ({
    of: changes.map(({ name, to }) => ({ name: name as ChangeableName, to: to as string | number })),
    facts: changes.reduce((made, { name, to }) => withValue(made, name, to), facts),
    on,
  }))
}

const educationSteps: Readonly<Record<string, readonly string[]>> = {
  'compulsory-unfinished': ['compulsory', 'upper-secondary'],
  compulsory: ['upper-secondary', 'post-secondary'],
  'upper-secondary-unfinished': ['upper-secondary'],
  'upper-secondary': ['post-secondary'],
  'post-secondary-unfinished': ['post-secondary'],
  unknown: ['compulsory', 'upper-secondary', 'post-secondary'],
}
const extents = [50, 75, 100]
/** Major groups that a person may turn to: not the armed forces, and not managers. */
const occupations = ['2', '3', '4', '5', '6', '7', '8', '9']

function changeables(facts: AssessmentFacts): Changeable[] {
  const { education } = columnsOn(facts, facts.registeredFrom)
  const more = facts.wantedExtentPercent
  return [
    { name: 'education', to: educationSteps[education] ?? [], direction: 0 },
    { name: 'wantedExtentPercent', to: extents.filter((extent) => extent > more), direction: 1 },
    { name: 'occupation', to: facts.ssyk.length === 0 ? [] : occupations, direction: 0 },
    { name: 'occupationsSought', to: facts.ssyk.length === 1 ? ['several'] : [], direction: 0 },
  ]
}

/** Who seeks nothing yet can choose an occupation: two columns that change together. */
function firstOccupations({ facts, on }: Asked): Way[] {
  return occupations.map((group) => ({
    of: [{ name: 'occupation' as const, to: group }],
    facts: { ...facts, ssyk: [group] },
    on,
  }))
}

/** The facts with one column's value made true; a column that nobody can change leaves them as they are. */
function withValue(facts: AssessmentFacts, name: string, to: Value): AssessmentFacts {
  switch (name) {
    case 'education':
      return { ...facts, education: to as EducationLevel, educationCompleted: true }
    case 'wantedExtentPercent':
      return { ...facts, wantedExtentPercent: Number(to) }
    case 'occupation':
      return { ...facts, ssyk: [String(to), ...facts.ssyk.slice(1)] }
    case 'occupationsSought':
      return { ...facts, ssyk: [...facts.ssyk, ...facts.ssyk] }
    default:
      return facts
  }
}
