import type { Rules } from '../../../rules/index.ts'

/** What the rules say of chains and outcomes, laid flat for counting; shares in hundredths of a percent. */
export interface OutcomeLaw {
  readonly decisionsPerChain: number
  readonly beginsWithinMonths: number
  /** Months that an outcome must last, a number for each paid step. */
  readonly stageMonths: readonly number[]
  readonly gapDays: number
  readonly extentRule: boolean
  readonly extentTolerance: number
  readonly missingExtent: number
  readonly jobsAddUp: boolean
  readonly subsidisedWorkCounts: boolean
  readonly paceRule: boolean
  readonly leastPace: number
  readonly missingPace: number
  readonly ongoingCountsAsLasted: boolean
}

const perPercent = 100
const known = new WeakMap<Rules, OutcomeLaw>()

/** Hundredths of a percent. */
export function hundredths(percent: number): number {
  return Math.round(percent * perPercent)
}

/** One object per state of the rules. */
export function outcomeLaw(rules: Rules): OutcomeLaw {
  const found = known.get(rules)
  if (found !== undefined) return found
  const law = rules.outcomes
  const made: OutcomeLaw = {
    decisionsPerChain: rules.decision.decisionsPerChain,
    beginsWithinMonths: law.beginsWithinMonths,
    stageMonths: law.stages.map((stage) => stage.months),
    gapDays: law.gapDays,
    extentRule: law.extentRule,
    extentTolerance: hundredths(law.extentTolerancePoints),
    missingExtent: hundredths(law.missingExtentPercent),
    jobsAddUp: law.jobsAddUp,
    subsidisedWorkCounts: law.subsidisedWorkCounts,
    paceRule: law.paceRule,
    leastPace: hundredths(law.studyPacePercent),
    missingPace: hundredths(law.missingPacePercent),
    ongoingCountsAsLasted: law.ongoingCountsAsLasted,
  }
  known.set(rules, made)
  return made
}
