import { type Day, dayOfNumber } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { OutcomeStage, Rules } from '../../../rules/index.ts'
import { type Span, spanOf } from './day-span.ts'
import {
  type CountedLasted,
  type CountedOutcome,
  type CountedRun,
  countedLasted,
  countedOutcome,
  countedRuns,
  hundredths,
  type Lasted,
  lastedInDays,
  type Outcome,
  type Run,
  runInDays,
} from './lasting-run.ts'
import {
  type CountedChain,
  chainInDays,
  countedChains,
  type Granted,
  inOrder,
  latestBeginning,
  type ProviderSpell,
  type ServiceChain,
} from './service.ts'

/** What is known of a case's service and outcomes, in any order. */
export interface ServiceFacts<D extends Granted = Granted, S extends ProviderSpell = ProviderSpell> {
  readonly decisions: readonly D[]
  readonly spells: readonly S[]
  readonly outcomes: readonly Outcome[]
  /** Wanted extent in percent of full time; null when not told, which is full time. */
  readonly wantedPercent: number | null
}

/** A paid step that the outcome has reached. */
export interface ReachedStage extends Lasted {
  readonly stage: OutcomeStage
}

/** The one outcome of a chain that is paid and ends the service. */
export interface CountingOutcome {
  readonly run: Run
  /** At least the first of the rules' steps. */
  readonly reached: readonly ReachedStage[]
}

/** A chain with its outcome, if one counts, and the rules that govern it: those of the chain's first day. */
export interface JudgedChain<D extends Granted = Granted, S extends ProviderSpell = ProviderSpell> {
  readonly chain: ServiceChain<D, S>
  readonly outcome: CountingOutcome | null
  readonly rules: Rules
}

/** The rules that govern a chain, by its first day. */
export type RulesFor = (chainFirstDay: Day) => Rules

/** The facts by day numbers: decisions and spells in order of time, which `countedService` gives them. */
export interface CountedService<D extends Span = Span, S extends Span = Span> {
  readonly decisions: readonly D[]
  readonly spells: readonly S[]
  readonly outcomes: readonly CountedOutcome[]
  /** In hundredths of a percent. */
  readonly wanted: number | null
}

/** What a law must have for chains to be judged by it. */
interface WithRules {
  readonly rules: Rules
}

/** A judged chain by day numbers; `reached` goes with the rules' steps in their order, and is empty without an outcome. */
export interface CountedJudgement<L extends WithRules = WithRules> {
  readonly chain: CountedChain
  /** The law of the chain's first day. */
  readonly law: L
  readonly run: CountedRun | null
  readonly reached: readonly CountedLasted[]
}

/**
 * Every chain of the case with the outcome that counts in it (programme 5, day counts).
 * Problems, each refusing the case whole: `decisions-overlap`, `spells-overlap`, `never-in-service` for a verified
 * outcome of somebody whom no provider ever had.
 */
export function judgedChains<D extends Granted, S extends ProviderSpell>(
  facts: ServiceFacts<D, S>,
  rulesFor: RulesFor,
): Result<JudgedChain<D, S>[]> {
  const granted = inOrder(facts.decisions)
  const placed = inOrder(facts.spells)
  const counted: CountedService = {
    decisions: granted.map(({ period }) => spanOf(period)),
    spells: placed.map(({ period }) => spanOf(period)),
    outcomes: facts.outcomes.map(countedOutcome),
    wanted: hundredths(facts.wantedPercent),
  }
  const judged = judge(counted, (chainFirstDay) => ({ rules: rulesFor(dayOfNumber(chainFirstDay)) }))
  if (!judged.ok) return judged
  return ok(
    judged.value.map((each) => ({
      chain: chainInDays(each.chain, granted, placed),
      rules: each.law.rules,
      outcome: each.run && outcomeInDays(each.run, each, facts.outcomes, counted.outcomes),
    })),
  )
}

function outcomeInDays(
  run: CountedRun,
  { reached, law: { rules } }: CountedJudgement,
  outcomes: readonly Outcome[],
  counted: readonly CountedOutcome[],
): CountingOutcome {
  return {
    run: runInDays(run, outcomes, counted, rules),
    reached: reached.map((lasted, place) => ({
      stage: rules.outcomes.stages[place] as OutcomeStage,
      ...lastedInDays(lasted),
    })),
  }
}

/** As `judgedChains`, by day numbers: the one place where chains are judged. */
export function judge<L extends WithRules>(
  facts: CountedService,
  lawAt: (chainFirstDay: number) => L,
): Result<CountedJudgement<L>[]> {
  const { decisions, spells, outcomes, wanted } = facts
  const [first] = decisions
  if (first === undefined) return hasVerified(outcomes) ? neverInService() : ok([])
  const chains = countedChains(decisions, spells, lawAt(first.start).rules)
  if (!chains.ok) return chains
  const judged: CountedJudgement<L>[] = []
  let served = false
  for (const chain of chains.value) {
    const law = lawAt(chain.firstDay)
    served ||= chain.serviceEnd !== null
    judged.push(judgement(chain, countedRuns(outcomes, wanted, law.rules), law))
  }
  return served || !hasVerified(outcomes) ? ok(judged) : neverInService()
}

const nothingReached: readonly CountedLasted[] = []

/** The first run by date, and on one day by reporting, that belongs to the chain, begins in time and has lasted. */
function judgement<L extends WithRules>(chain: CountedChain, runs: readonly CountedRun[], law: L): CountedJudgement<L> {
  if (chain.serviceEnd !== null) {
    for (const run of runs) {
      if (run.firstDay < chain.firstDay || run.firstDay >= chain.nextFirstDay) continue
      if (run.firstDay > latestBeginning(chain.serviceEnd, law.rules)) break
      const reached = reachedBy(run, law.rules)
      if (reached.length > 0) return { chain, law, run, reached }
    }
  }
  return { chain, law, run: null, reached: nothingReached }
}

function reachedBy(run: CountedRun, rules: Rules): CountedLasted[] {
  const reached: CountedLasted[] = []
  for (const stage of rules.outcomes.stages) {
    const lasted = countedLasted(run.firstDay, run.stretches, stage.months, rules)
    if (lasted === null) break
    reached.push(lasted)
  }
  return reached
}

function hasVerified(outcomes: readonly CountedOutcome[]): boolean {
  for (const outcome of outcomes) if (outcome.verified) return true
  return false
}

function neverInService(): Result<never> {
  return fail(problem('never-in-service', { field: 'outcomes' }))
}
