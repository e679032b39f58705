import { type Day, dayOfNumber } from '../../../kernel/day.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { OutcomeStage, Rules } from '../../../rules/index.ts'
import type { CountedService } from './counted-service.ts'
import { notKnown, type Span, spanOf } from './day-span.ts'
import {
  type CountedLasted,
  type CountedRun,
  countedLasted,
  countedOutcome,
  countedRuns,
  type Lasted,
  lastedInDays,
  type Outcome,
  type Run,
  runInDays,
} from './lasting-run.ts'
import { hundredths, type OutcomeLaw, outcomeLaw } from './outcome-law.ts'
import {
  type CountedChain,
  chainEnd,
  chainInDays,
  emptyChain,
  type Granted,
  inOrder,
  latestBeginning,
  overlapFault,
  type ProviderSpell,
  type ServiceChain,
  setChain,
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

/** What a law must have for chains to be judged by it. */
interface Judging {
  readonly outcomes: OutcomeLaw
}

/** A judged chain by day numbers. */
export interface CountedJudgement<L extends Judging = Judging> extends CountedChain {
  /** The law of the chain's first day. */
  law: L
  /** The outcome that counts. */
  run: CountedRun | null
  /** Goes with the rules' paid steps in their order; empty without an outcome. */
  reached: readonly CountedLasted[]
}

const nothingReached: readonly CountedLasted[] = []

/** The judged chains of one case after another: the list is filled anew and may be longer than `count`. */
export class Judgements<L extends Judging> {
  readonly list: CountedJudgement<L>[] = []
  count = 0

  /** The next chain to fill in, without an outcome. */
  next(law: L): CountedJudgement<L> {
    let judged = this.list[this.count]
    if (judged === undefined) {
      judged = { ...emptyChain(), law, run: null, reached: nothingReached }
      this.list.push(judged)
    }
    this.count += 1
    judged.law = law
    judged.run = null
    judged.reached = nothingReached
    return judged
  }
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
  const outcomes = facts.outcomes.map(countedOutcome)
  const judgements = new Judgements<Judging & { readonly rules: Rules }>()
  const fault = judge(
    {
      decisions: granted.map(({ period }) => ({ ...spanOf(period), mark: 0 })),
      decisionCount: granted.length,
      spells: placed.map(({ period }) => ({ ...spanOf(period), mark: 0 })),
      spellCount: placed.length,
      outcomes,
      outcomeCount: outcomes.length,
      wanted: facts.wantedPercent === null ? notKnown : hundredths(facts.wantedPercent),
    },
    (chainFirstDay) => {
      const rules = rulesFor(dayOfNumber(chainFirstDay))
      return { rules, outcomes: outcomeLaw(rules) }
    },
    judgements,
  )
  if (fault !== null) return fail(fault)
  return ok(
    judgements.list.map((each) => ({
      chain: chainInDays(each, granted, placed),
      rules: each.law.rules,
      outcome: each.run && {
        run: runInDays(each.run, facts.outcomes, outcomes, each.law.outcomes),
        reached: each.reached.map((lasted, place) => ({
          stage: each.law.rules.outcomes.stages[place] as OutcomeStage,
          ...lastedInDays(lasted),
        })),
      },
    })),
  )
}

/** As `judgedChains`, by day numbers: the one place where chains are judged. Gives the problem, or null. */
export function judge<L extends Judging>(
  facts: CountedService,
  lawAt: (chainFirstDay: number) => L,
  into: Judgements<L>,
): Problem | null {
  into.count = 0
  const fault = overlapFault(facts)
  if (fault !== null) return fault
  let served = false
  let most = 0
  for (let from = 0; from < facts.decisionCount; ) {
    const law = lawAt((facts.decisions[from] as Span).start)
    if (from === 0) most = law.outcomes.decisionsPerChain
    const to = chainEnd(facts, from, most)
    const judged = into.next(law)
    setChain(judged, facts, from, to)
    if (judged.serviceEnd !== notKnown) {
      served = true
      findOutcome(judged, countedRuns(facts, law.outcomes))
    }
    from = to
  }
  return served || !hasVerified(facts) ? null : problem('never-in-service', { field: 'outcomes' })
}

/** The first run by date, and on one day by reporting, that belongs to the chain, begins in time and has lasted. */
function findOutcome(judged: CountedJudgement, runs: readonly CountedRun[]): void {
  const law = judged.law.outcomes
  for (const run of runs) {
    if (run.firstDay < judged.firstDay || run.firstDay >= judged.nextFirstDay) continue
    if (run.firstDay > latestBeginning(judged.serviceEnd, law)) return
    const reached = reachedBy(run, law)
    if (reached.length === 0) continue
    judged.run = run
    judged.reached = reached
    return
  }
}

function reachedBy(run: CountedRun, law: OutcomeLaw): CountedLasted[] {
  const reached: CountedLasted[] = []
  for (const months of law.stageMonths) {
    const lasted = countedLasted(run.firstDay, run.stretches, months, law)
    if (lasted === null) break
    reached.push(lasted)
  }
  return reached
}

function hasVerified({ outcomes, outcomeCount }: CountedService): boolean {
  for (let place = 0; place < outcomeCount; place += 1) if (outcomes[place]?.verified) return true
  return false
}
