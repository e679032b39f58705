import { addDays, type Day, firstDayOf, lastDayOf, month, monthOf, nextMonth } from '../../../kernel/day.ts'
import type { OfficeId } from '../../../kernel/ids.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { workingDayOnOrAfter } from '../../../kernel/working-days.ts'
import type { AppropriationCode, ProgrammeCode, Rules } from '../../../rules/index.ts'
import type { DecisionKind } from './chain.ts'
import type { Commitment } from './commitment.ts'

/** Which new decisions a cap counts; null = whatever it is. */
export interface CapScope {
  readonly kind: DecisionKind
  /** A month, `2022-10`, or a year, `2022`. */
  readonly period: string
  readonly appropriation: AppropriationCode | null
  readonly programmeGroup: ProgrammeCode | 'none' | null
  readonly officeId: OfficeId | null
}

/** The most new decisions, or committed öre, of a scope (programme 4.3); without either limit the cap is lifted. */
export interface BudgetCap extends CapScope {
  readonly id: string
  readonly name: string
  readonly limitDecisions: number | null
  readonly limitCommittedOre: number | null
}

/** A cap with what its decisions have taken so far. */
export interface CapUse extends BudgetCap {
  readonly usedDecisions: number
  readonly usedOre: number
}

export type CapCommand = Omit<BudgetCap, 'id'> & { readonly lifted?: boolean | undefined }

/**
 * Whether a cap may be entered on the day: it never reaches back, and its numbers are such as a budget can have.
 * Problems: `budget-period-unknown`, `budget-period-past`, `appropriation-unknown`, `budget-limit-missing`,
 * `budget-limit-range` {least, most}, `budget-cap-not-measured`.
 */
export function decideCap(command: CapCommand, rules: Rules, today: Day): Result<Omit<BudgetCap, 'id'>> {
  const period = budgetPeriod(command.period, today)
  if (!period.ok) return period
  const appropriation = knownAppropriation(command.appropriation, rules)
  if (!appropriation.ok) return appropriation
  const { lifted, ...cap } = command
  if (lifted === true) return ok({ ...cap, limitDecisions: null, limitCommittedOre: null })
  const { limitDecisions, limitCommittedOre } = command
  if (limitDecisions === null && limitCommittedOre === null) {
    return fail(problem('budget-limit-missing', { field: 'limitDecisions' }))
  }
  const { largestCapDecisions, largestCapOre } = rules.decision
  const decisions = inRange(limitDecisions, largestCapDecisions, 'limitDecisions')
  if (!decisions.ok) return decisions
  const committed = inRange(limitCommittedOre, largestCapOre, 'limitCommittedOre')
  if (!committed.ok) return committed
  if (limitCommittedOre !== null && appropriation.value?.pays === 'activity-support') {
    return fail(problem('budget-cap-not-measured', { field: 'limitCommittedOre' }))
  }
  return ok(cap)
}

/** A month or a year that is not over. Problems: `budget-period-unknown`, `budget-period-past`. */
export function budgetPeriod(period: string, today: Day): Result<{ firstDay: Day; lastDay: Day }> {
  const days = daysOfPeriod(period)
  if (days === null) return fail(problem('budget-period-unknown', { field: 'period' }))
  if (days.lastDay < today) return fail(problem('budget-period-past', { field: 'period', values: { period } }))
  return ok(days)
}

/** First and last day of `2022-10` or `2022`; null for anything else. */
export function daysOfPeriod(period: string): { firstDay: Day; lastDay: Day } | null {
  if (/^20\d\d$/.test(period)) {
    return { firstDay: firstDayOf(month(`${period}-01`)), lastDay: lastDayOf(month(`${period}-12`)) }
  }
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(period)) return null
  return { firstDay: firstDayOf(month(period)), lastDay: lastDayOf(month(period)) }
}

/** Problem: `appropriation-unknown`. */
export function knownAppropriation(code: string | null, rules: Rules) {
  const found = rules.decision.appropriations.find((one) => one.code === code) ?? null
  return code !== null && found === null
    ? fail(problem('appropriation-unknown', { field: 'appropriation', values: { appropriation: code } }))
    : ok(found)
}

/** Problem: `budget-limit-range`. */
export function inRange(value: number | null, most: number, field: string): Result<null> {
  if (value === null || (Number.isSafeInteger(value) && value >= 0 && value <= most)) return ok(null)
  return fail(problem('budget-limit-range', { field, values: { least: 0, most } }))
}

/** The appropriations that a decision about somebody in the programme draws on. */
export function drawsOn(programme: ProgrammeCode | null, rules: Rules): AppropriationCode[] {
  return rules.decision.appropriations
    .filter(({ programmes }) => programmes === null || (programme !== null && programmes.includes(programme)))
    .map(({ code }) => code)
}

/**
 * Whether one more decision has room under every cap that counts it. Problem: `budget-closed`, about the first cap that
 * is full, with what remains under it and the day from which there may be room again.
 */
export function roomUnder(uses: readonly CapUse[], { expectedOre }: Commitment, today: Day): Result<null> {
  const full = uses.find((use) => isFull(use, expectedOre))
  return full === undefined ? ok(null) : fail(closedBy(full, today))
}

function isFull({ limitDecisions, limitCommittedOre, usedDecisions, usedOre }: CapUse, expectedOre: number): boolean {
  return (
    (limitDecisions !== null && usedDecisions + 1 > limitDecisions) ||
    (limitCommittedOre !== null && usedOre + expectedOre > limitCommittedOre)
  )
}

const oreOfKrona = 100

function closedBy(use: CapUse, today: Day): Problem {
  const left = (limit: number | null, used: number) => (limit === null ? null : Math.max(0, limit - used))
  const leftOre = left(use.limitCommittedOre, use.usedOre)
  return problem('budget-closed', {
    values: {
      cap: use.name,
      period: use.period,
      leftDecisions: left(use.limitDecisions, use.usedDecisions) ?? '–',
      leftKronor: leftOre === null ? '–' : Math.floor(leftOre / oreOfKrona),
      opensOn: opensOn(use.period, today),
    },
  })
}

/** The first working day after the period, when a new cap or none may be in force. */
export function opensOn(period: string, today: Day): Day {
  const days = daysOfPeriod(period)
  const next = days === null ? firstDayOf(nextMonth(monthOf(today))) : addDays(days.lastDay, 1)
  return workingDayOnOrAfter(next)
}
