import { addMonths, type Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { OutcomeStage, Rules } from '../../../rules/index.ts'
import { type Lasted, lastedMonths, type Outcome, type Run, runsOf } from './lasting-run.ts'
import { type Granted, type ProviderSpell, type ServiceChain, serviceChains } from './service.ts'

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

/**
 * Every chain of the case with the outcome that counts in it (programme 5, day counts).
 * Problems, each refusing the case whole: `decisions-overlap`, `spells-overlap`, `never-in-service` for a verified
 * outcome of somebody whom no provider ever had.
 */
export function judgedChains<D extends Granted, S extends ProviderSpell>(
  facts: ServiceFacts<D, S>,
  rulesFor: RulesFor,
): Result<JudgedChain<D, S>[]> {
  const firstDays = facts.decisions.map((decision) => decision.period.start)
  const first = firstDays.reduce<Day | null>((least, each) => (least === null || each < least ? each : least), null)
  const verified = facts.outcomes.some((outcome) => outcome.verified)
  if (first === null) return verified ? fail(problem('never-in-service', { field: 'outcomes' })) : ok([])
  const chains = serviceChains(facts.decisions, facts.spells, rulesFor(first))
  if (!chains.ok) return chains
  if (verified && chains.value.every((chain) => chain.lastDayInService === null)) {
    return fail(problem('never-in-service', { field: 'outcomes' }))
  }
  return ok(
    chains.value.map((chain) => {
      const rules = rulesFor(chain.firstDay)
      return {
        chain,
        rules,
        outcome: outcomeThatCounts(chain, runsOf(facts.outcomes, facts.wantedPercent, rules), rules),
      }
    }),
  )
}

/** The first run by date, and on one day by reporting, that belongs to the chain, begins in time and has lasted. */
export function outcomeThatCounts(chain: ServiceChain, runs: readonly Run[], rules: Rules): CountingOutcome | null {
  const last = latestFirstDay(chain, rules)
  if (last === null) return null
  for (const run of runs) {
    if (run.firstDay < chain.firstDay || run.firstDay > last) continue
    if (chain.nextFirstDay !== null && run.firstDay >= chain.nextFirstDay) continue
    const reached = reachedStages(run, rules)
    if (reached.length > 0) return { run, reached }
  }
  return null
}

/** The last day on which an outcome of the chain may begin, that day included; null when nobody was in service. */
export function latestFirstDay(chain: ServiceChain, rules: Rules): Day | null {
  return chain.lastDayInService && addMonths(chain.lastDayInService, rules.outcomes.beginsWithinMonths)
}

function reachedStages(run: Run, rules: Rules): ReachedStage[] {
  const reached: ReachedStage[] = []
  for (const stage of rules.outcomes.stages) {
    const lasted = lastedMonths(run, stage.months, rules)
    if (lasted === null) break
    reached.push({ stage, ...lasted })
  }
  return reached
}
