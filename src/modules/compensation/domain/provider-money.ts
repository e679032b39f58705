import type { Month } from '../../../kernel/day.ts'
import { type Ore, ore } from '../../../kernel/money.ts'
import type { Outcome } from '../../outcomes/domain/index.ts'
import { type Clawback, differences, entitlementKey, isDue, type Payment, type Posted } from './difference.ts'
import { entitlements } from './entitlements.ts'
import type { Entitlement, MoneyFacts, Step } from './money-facts.ts'
import type { LawFor, RuleReference } from './money-law.ts'

/** Where a provider's report for a month stands. */
export interface ReportStanding {
  readonly month: Month
  readonly state: string
  /** False when it was signed more than 12 months after its month (programme 4.6): nothing is paid for it. */
  readonly payable: boolean
}

/** A claim that nobody has verified or refused yet. */
export interface WaitingClaim extends Outcome {
  readonly evidence: number
}

/** A case as its provider's money is foreseen: what is known, what waits, and what is posted under each of its contracts. */
export interface ForeseenCase {
  readonly provider: string
  readonly facts: MoneyFacts
  readonly reports: readonly ReportStanding[]
  readonly claims: readonly WaitingClaim[]
  readonly planApproved: boolean
  readonly posted: ReadonlyMap<string, readonly Posted[]>
}

/** `ready` comes with the next statement; `expected` when the month is over; `blocked` waits for somebody; `clawback` is to be taken back. */
export type ForeseenState = 'clawback' | 'blocked' | 'ready' | 'expected'

/** Why an amount is where it is, as a code that the screen words. */
export type ForeseenReason =
  | 'next-statement'
  | 'month-goes-on'
  | 'plan-missing'
  | 'report-missing'
  | 'report-not-signed'
  | 'report-being-handled'
  | 'report-not-approved'
  | 'claim-lacks-evidence'
  | 'claim-not-verified'
  | 'outcome-no-longer-counts'
  | 'report-no-longer-approved'
  | 'service-ended-earlier'
  | 'facts-corrected'

/** An amount that has not been posted yet. */
export interface ForeseenLine {
  readonly state: ForeseenState
  readonly why: ForeseenReason
  readonly key: string
  readonly kind: Entitlement['kind']
  readonly month: Month | null
  readonly on: string | null
  readonly level: string
  readonly amountOre: Ore
  readonly postedOre: Ore
  readonly rule: RuleReference
  readonly steps: readonly Step[]
}

/** What the case is to give, or the code of the question that keeps it from giving anything. */
export type Foreseen =
  | { readonly lines: readonly ForeseenLine[]; readonly question: null }
  | { readonly lines: readonly []; readonly question: string }

/**
 * What a provider can expect of a case in a month that goes on, from the facts so far (look.md, Provider · Pengar). Known
 * facts give what the next statement pays and takes back; the months that are not approved yet and the claims that wait give
 * what is expected or blocked, and by what. Nothing here is posted: it is an estimate that facts may change.
 */
export function foreseen(each: ForeseenCase, month: Month, lawFor: LawFor): Foreseen {
  const known = entitlements(each.facts, lawFor)
  if (!known.ok) return { lines: [], question: known.problem.code }
  const [question] = known.value.questions
  if (question !== undefined) return { lines: [], question: question.reason }
  const own = (lines: readonly Entitlement[]) =>
    lines.filter((line) => line.provider === each.provider && isDue(line, month))
  const due = own(known.value.entitlements)
  const reported = entitlements({ ...each.facts, approvedReports: 'all' }, lawFor)
  const proved = entitlements({ ...each.facts, outcomes: [...each.facts.outcomes, ...each.claims] }, lawFor)
  const fees = reported.ok ? own(reported.value.entitlements).filter((line) => line.kind === 'base_fee') : []
  const pays = proved.ok ? own(proved.value.entitlements).filter((line) => line.kind !== 'base_fee') : []
  return {
    question: null,
    lines: [
      ...differencesOf(each, due).map((line) => ofDifference(each, line, due)),
      ...hoped(due, fees).flatMap((line) => ofFee(each, line, month) ?? []),
      ...hoped(due, pays).map((line) => ofOutcome(each, line)),
    ],
  }
}

function differencesOf(each: ForeseenCase, due: readonly Entitlement[]): (Payment | Clawback)[] {
  const contracts = new Set([...each.posted.keys(), ...due.map((line) => line.contract ?? '')])
  return [...contracts].flatMap((contract) =>
    differences(
      due.filter((line) => (line.contract ?? '') === contract),
      each.posted.get(contract) ?? [],
    ),
  )
}

function ofDifference(each: ForeseenCase, line: Payment | Clawback, due: readonly Entitlement[]): ForeseenLine {
  const taken = line.direction === 'clawback'
  return {
    state: taken ? 'clawback' : 'ready',
    why: taken ? reasonOfClawback(each, line, due) : 'next-statement',
    key: line.key,
    kind: line.kind,
    month: line.month,
    on: line.on,
    level: line.level,
    amountOre: line.amountOre,
    postedOre: line.postedOre,
    rule: line.rule,
    steps: line.steps,
  }
}

function reasonOfClawback(each: ForeseenCase, line: Payment | Clawback, due: readonly Entitlement[]): ForeseenReason {
  if (line.kind !== 'base_fee') return line.entitledOre === 0 ? 'outcome-no-longer-counts' : 'facts-corrected'
  const report = each.reports.find((one) => one.month === line.month)
  if (line.entitledOre === 0 && report?.state !== 'approved') return 'report-no-longer-approved'
  const byOutcome = due.some(
    (one) => one.kind !== 'base_fee' && line.month !== null && one.outcomeFirstDay.slice(0, 7) <= line.month,
  )
  return byOutcome ? 'service-ended-earlier' : 'facts-corrected'
}

/** Lines that are right only if what waits is approved. */
function hoped(due: readonly Entitlement[], all: readonly Entitlement[]): Entitlement[] {
  const known = new Set(due.map(entitlementKey))
  return all.filter((line) => !known.has(entitlementKey(line)))
}

function ofFee(each: ForeseenCase, line: Entitlement, month: Month): ForeseenLine | null {
  if (line.kind !== 'base_fee') return null
  const report = each.reports.find((one) => one.month === line.month)
  if (report?.state === 'approved' || report?.payable === false) return null
  if (!each.planApproved) return lineOf(line, 'blocked', 'plan-missing')
  if (line.month >= month) return lineOf(line, 'expected', 'month-goes-on')
  const why: Readonly<Record<string, ForeseenReason>> = {
    draft: 'report-not-signed',
    received: 'report-being-handled',
    'being-handled': 'report-being-handled',
    'not-approved': 'report-not-approved',
  }
  return lineOf(line, 'blocked', why[report?.state ?? ''] ?? 'report-missing')
}

function ofOutcome(each: ForeseenCase, line: Entitlement): ForeseenLine {
  const keys = line.kind === 'base_fee' ? [] : line.outcomeKeys
  const bare = each.claims.some((claim) => keys.includes(claim.key) && claim.evidence === 0)
  return lineOf(line, 'blocked', bare ? 'claim-lacks-evidence' : 'claim-not-verified')
}

function lineOf(line: Entitlement, state: ForeseenState, why: ForeseenReason): ForeseenLine {
  const isFee = line.kind === 'base_fee'
  return {
    state,
    why,
    key: entitlementKey(line),
    kind: line.kind,
    month: isFee ? line.month : null,
    on: isFee ? null : line.on,
    level: isFee ? line.levels.join('+') : line.level,
    amountOre: line.amountOre,
    postedOre: ore(0),
    rule: line.rule,
    steps: line.steps,
  }
}
