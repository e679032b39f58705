import { addMonths, type Day } from '../../../kernel/day.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { Rules } from '../../../rules/index.ts'
import { judgedChains, type RulesFor, type ServiceFacts } from './counting.ts'
import { lastedMonths, type Outcome, runsOf } from './lasting-run.ts'
import type { Granted, ProviderSpell, ServiceChain } from './service.ts'

/** Somebody's word that work or studies began on a day. */
export interface Reported {
  readonly firstDay: Day
  /** Null while it goes on, and for a signal. */
  readonly lastDay: Day | null
  /** The provider that reports; null for the participant and the caseworker. */
  readonly provider: string | null
}

/** Work or studies have begun (R1); how long they last is not known yet. */
export interface Signal extends Reported {
  readonly lastDay: null
}

/** What reporting is judged by. */
export interface ReportingState<C extends ServiceChain = ServiceChain> {
  readonly chains: readonly C[]
  /** First days of the claims that are made and not refused. */
  readonly claimedFirstDays: readonly Day[]
}

/**
 * Whether a signal (R1) can be taken, and the chain that it belongs to (programme 4.6, 4.7). Problems: `never-in-service`,
 * `in-the-future`, `outcome-before-start`, `not-your-participant`, `reported-too-late`, `claim-already-made`.
 */
export function decideSignal<C extends ServiceChain>(
  state: ReportingState<C>,
  signal: Signal,
  rules: Rules,
  today: Day,
): Result<C> {
  const chain = reportedChain(state, signal, rules.outcomes.signalMonths, today)
  if (!chain.ok) return chain
  const { firstDay, nextFirstDay } = chain.value
  const claimed = state.claimedFirstDays.some(
    (each) => each >= firstDay && (nextFirstDay === null || each < nextFirstDay),
  )
  return claimed ? fail(problem('claim-already-made')) : chain
}

/** Whether a claim (R2) can be taken, and its chain. Problems as for a signal, except `claim-already-made`. */
export function decideClaim<C extends ServiceChain>(
  state: ReportingState<C>,
  claim: Reported,
  rules: Rules,
  today: Day,
): Result<C> {
  if (claim.lastDay !== null && claim.lastDay < claim.firstDay) {
    const values = { from: claim.firstDay, to: claim.lastDay }
    return fail(problem('end-before-start', { field: 'lastDay', values }))
  }
  if (claim.lastDay !== null && claim.lastDay > today) return fail(problem('in-the-future', { field: 'lastDay' }))
  return reportedChain(state, claim, rules.outcomes.claimMonths, today)
}

function reportedChain<C extends ServiceChain>(
  { chains }: ReportingState<C>,
  { firstDay, provider }: Reported,
  months: number,
  today: Day,
): Result<C> {
  const first = chains.find((chain) => chain.lastDayInService !== null)
  if (first === undefined) return fail(problem('never-in-service', { field: 'firstDay' }))
  if (firstDay > today) return fail(problem('in-the-future', { field: 'firstDay' }))
  const chain = chains.findLast((each) => each.firstDay <= firstDay && each.lastDayInService !== null)
  if (chain === undefined) {
    return fail(problem('outcome-before-start', { field: 'firstDay', values: { firstDay: first.firstDay } }))
  }
  if (provider !== null && !chain.spells.some((spell) => spell.provider === provider)) {
    return fail(problem('not-your-participant'))
  }
  const last = chain.lastDayInService && addMonths(chain.lastDayInService, months)
  return last !== null && today > last ? fail(problem('reported-too-late', { values: { last } })) : ok(chain)
}

/** What a caseworker makes of a signal that does not end the service. */
export interface SignalAnswer {
  readonly outcome: 'goes-on' | 'not-so'
  readonly reason: string | null
}

/** Whether `waiting` signals can be answered so. Problems: `no-signal-waiting`, `signal-reason-missing`. */
export function decideSignalAnswer(
  waiting: number,
  answer: { readonly outcome: SignalAnswer['outcome']; readonly reason?: string | undefined },
): Result<SignalAnswer> {
  if (waiting === 0) return fail(problem('no-signal-waiting'))
  const { outcome, reason = null } = answer
  if (outcome === 'not-so' && reason === null) return fail(problem('signal-reason-missing', { field: 'reason' }))
  return ok({ outcome, reason })
}

/** A claim as it stands when a caseworker looks at it. */
export interface OutcomeClaim {
  /** The claim, as if it were verified. */
  readonly outcome: Outcome
  readonly decided: boolean
  /** A correction has come after it. */
  readonly replaced: boolean
  readonly evidence: number
}

/**
 * Whether a caseworker can verify (R2) or refuse the claim now. Problems: `claim-decided`, `claim-replaced`,
 * `evidence-missing`, `outcome-not-lasted-yet` when it goes on and the first paid step lies ahead.
 */
export function decideVerification(
  claim: OutcomeClaim,
  facts: ServiceFacts,
  command: 'verified' | 'refused',
  rules: Rules,
  today: Day,
): Result<null> {
  if (claim.decided) return fail(problem('claim-decided'))
  if (claim.replaced) return fail(problem('claim-replaced'))
  if (command === 'refused') return ok(null)
  if (claim.evidence === 0) return fail(problem('evidence-missing'))
  const notYet = lastsUntil(claim.outcome, facts, rules, today)
  return notYet ? fail(notYet) : ok(null)
}

function lastsUntil(outcome: Outcome, facts: ServiceFacts, rules: Rules, today: Day): Problem | null {
  const runs = runsOf([...facts.outcomes, outcome], facts.wantedPercent, rules)
  const run = runs.find((each) => each.keys.includes(outcome.key))
  const [stage] = rules.outcomes.stages
  const lasted = run && stage && lastedMonths(run, stage.months, rules)
  if (!lasted || lasted.payableOn <= today) return null
  return problem('outcome-not-lasted-yet', { values: { from: lasted.payableOn } })
}

/** The chain whose outcome rests on this claim, and that outcome's first day; null when the claim does not count. */
export function countedIn<D extends Granted, S extends ProviderSpell>(
  key: string,
  facts: ServiceFacts<D, S>,
  rulesFor: RulesFor,
): { readonly chain: ServiceChain<D, S>; readonly firstDay: Day } | null {
  const judged = judgedChains(facts, rulesFor)
  if (!judged.ok) return null
  const found = judged.value.find(({ outcome }) => outcome?.run.keys.includes(key))
  return found?.outcome ? { chain: found.chain, firstDay: found.outcome.run.firstDay } : null
}
