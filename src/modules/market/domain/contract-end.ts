import { addDays, type Day } from '../../../kernel/day.ts'
import { lastDay as lastDayOf, type Period } from '../../../kernel/period.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'

/**
 * Whether a contract can be given this last day before time. Problems: `contract-over`, `end-in-the-past`,
 * `end-after-contract` (it would last longer than it does).
 */
export function canEndContract(contract: Period, lastDay: Day, today: Day): Result<null> {
  const last = lastDayOf(contract)
  if (last !== null && last < today) return fail(problem('contract-over', { values: { lastDay: last } }))
  if (lastDay < today) return fail(problem('end-in-the-past', { field: 'lastDay', values: { today } }))
  if (last !== null && lastDay > last) {
    return fail(problem('end-after-contract', { field: 'lastDay', values: { lastDay: last } }))
  }
  return ok(null)
}

/**
 * Contracts that are over before this day give their participants a new choice on `today`: so many working days ahead that
 * nobody is without a provider when the contract's last day has passed (rule `market.contractOverChoiceWorkingDays`).
 *
 * @returns a day after today; a contract whose first day without service comes later can wait
 */
export function choosesBefore(today: Day, rules: Rules): Day {
  return addDays(addWorkingDays(today, rules.market.contractOverChoiceWorkingDays), 1)
}

/**
 * Whether a contract can pass to another organisation on the day: it must be in force then, and the day lies ahead, so
 * that the old organisation keeps its last day. Problems: `transfer-too-early`, `contract-not-in-force`, `transfer-to-itself`.
 */
export function canTransfer(
  contract: Period & { readonly providerId: string },
  to: { readonly providerId: string; readonly onDay: Day },
  today: Day,
): Result<null> {
  if (to.providerId === contract.providerId) return fail(problem('transfer-to-itself', { field: 'toOrganisationId' }))
  const earliest = addDays(today, 1)
  if (to.onDay < earliest) return fail(problem('transfer-too-early', { field: 'onDay', values: { earliest } }))
  const inForce = contract.start < to.onDay && (contract.end === null || to.onDay < contract.end)
  return inForce ? ok(null) : fail(problem('contract-not-in-force', { field: 'onDay', values: { firstDay: to.onDay } }))
}
