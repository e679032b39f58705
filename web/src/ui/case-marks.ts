import { addDays, type Day, isDay, maxDay, mondayOf } from '../../../src/kernel/day.ts'
import type { StepFact } from './case-steps.ts'
import type { ShapeName, ShapeState } from './shape.tsx'
import type { StripMark } from './weeks.ts'

/** What a mark says; steps are told by their own words, the days of the law by a name of their own. */
type Told = { step: StepFact } | { mark: 'service-starts' | 'service-ends' | 'choose-by' }
type Wording = (told: Told) => string

const shapes: Readonly<Record<string, ShapeName>> = {
  'decision.planning-talk-held': 'meeting',
  'decision.referral-granted': 'decision',
  'decision.extension-granted': 'decision',
  'decision.extension-refused': 'decision',
  'decision.service-interrupted': 'decision',
  'decision.service-resumed': 'decision',
  'delivery.meeting-planned': 'meeting',
  'delivery.meeting-held': 'meeting',
  'delivery.meeting-not-held': 'meeting',
  'delivery.activities-logged': 'activity',
  'delivery.plan-approved': 'decision',
  'delivery.report-approved': 'report',
  'delivery.report-not-approved': 'report',
  'delivery.final-report-given': 'report',
  'delivery.final-report-replaced': 'report',
  'delivery.final-report-read': 'report',
  'dialogue.activity-report-sent': 'report',
  'outcomes.outcome-signalled': 'outcome',
  'outcomes.outcome-claimed': 'outcome',
  'outcomes.outcome-verified': 'outcome',
}

const longestBeforeService = 182

/** The days that the strip of a case covers: the latest service, or the time since registration, half a year at most. */
export function stripDays(steps: readonly StepFact[], openedOn: Day, today: Day): { first: Day; last: Day | null } {
  const dated = steps.filter((step) => step.kind === 'decision.decision-dated')
  const begun = steps.findLast((step) => step.kind === 'decision.referral-granted')
  const ofChain = begun === undefined ? [] : dated.filter((step) => step.on >= begun.on)
  const first = ofChain.map((step) => dayOf(step.facts.firstDay)).find((one) => one !== null) ?? begun?.on
  const lasts = ofChain.flatMap((step) => dayOf(step.facts.lastDay) ?? [])
  if (first === undefined) return { first: maxDay(openedOn, addDays(today, -longestBeforeService)), last: null }
  return { first, last: lasts.length === 0 ? null : lasts.reduce(maxDay) }
}

/** What the strip of a case shows: meetings, activities, reports, decisions, outcomes, and the days that bind. */
export function marksOf(steps: readonly StepFact[], today: Day, wording: Wording): StripMark[] {
  const marks = steps.flatMap((step, index): StripMark[] => {
    const kind = shapes[step.kind]
    if (kind === undefined) return []
    return [{ id: `${index}`, kind, state: stateOf(step, today), on: step.on, label: wording({ step }) }]
  })
  return [...marks, ...measureMarks(steps, today, wording), ...dueMarks(steps, today, wording)]
}

const measureKinds = new Set(['decision.parallel-measure-decided', 'decision.parallel-measure-ended'])

/** A measure with another actor stands in every week that it runs in; one that was cut, by its new days. */
function measureMarks(steps: readonly StepFact[], today: Day, wording: Wording): StripMark[] {
  const asTheyStand = new Map<string, StepFact>()
  for (const step of steps) {
    if (!measureKinds.has(step.kind)) continue
    const { measure, actor, firstDay } = step.facts
    asTheyStand.set(`${measure} ${actor} ${firstDay}`, step)
  }
  return [...asTheyStand.values()].flatMap((step) => {
    const [first, last] = [dayOf(step.facts.firstDay), dayOf(step.facts.lastDay)]
    if (first === null || last === null) return []
    const weeks: StripMark[] = []
    for (let on = first; on <= last; on = addDays(mondayOf(on), 7)) {
      const state = on > today ? 'coming' : 'done'
      weeks.push({ id: `${step.facts.measureId} ${on}`, kind: 'activity', state, on, label: wording({ step }) })
    }
    return weeks
  })
}

function stateOf(step: StepFact, today: Day): ShapeState {
  if (step.kind === 'delivery.meeting-not-held' || step.kind === 'delivery.report-not-approved') return 'missed'
  if (step.kind === 'delivery.meeting-planned') return step.on < today ? 'late' : 'coming'
  return step.on > today ? 'coming' : 'done'
}

function dueMarks(steps: readonly StepFact[], today: Day, wording: Wording): StripMark[] {
  const due = (mark: 'service-ends' | 'choose-by' | 'service-starts', on: Day, state: ShapeState): StripMark => {
    return { id: mark, kind: 'due', state, on, label: wording({ mark }) }
  }
  const choice = steps.findLast((step) => step.kind === 'market.choice-opened')
  const chooseBy = choice && dayOf(choice.facts.dueOn)
  const placed = choice && steps.some((step) => placings.has(step.kind) && step.at >= choice.at)
  const dated = steps.findLast((step) => step.kind === 'decision.decision-dated')
  const [starts, ends] = [dayOf(dated?.facts.firstDay), dayOf(dated?.facts.lastDay)]
  const passed = (on: Day): ShapeState => (on < today ? 'done' : 'coming')
  return [
    ...(chooseBy && !placed ? [due('choose-by', chooseBy, chooseBy < today ? 'late' : 'coming')] : []),
    ...(starts && starts >= today ? [due('service-starts', starts, 'coming')] : []),
    ...(ends ? [due('service-ends', ends, passed(ends))] : []),
  ]
}

const placings = new Set(['market.provider-chosen', 'market.placed-by-rule', 'market.provider-changed'])

const dayOf = (value: unknown): Day | null => (typeof value === 'string' && isDay(value) ? value : null)
