import { addDays, type Day, maxDay } from '../../../kernel/day.ts'
import type { AddressId, ContractId } from '../../../kernel/ids.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { addWorkingDays } from '../../../kernel/working-days.ts'
import type { Rules } from '../../../rules/index.ts'
import { canTake, type Vacancy } from './offer.ts'

/** The placement that a change would end. */
export type Current = { readonly contractId: ContractId; readonly addressId: AddressId; readonly firstDay: Day }

export type ChangeState = {
  readonly current: Current | null
  /** The last granted day of the chain, null while the decision's dates are not fixed. */
  readonly lastGrantedDay: Day | null
  readonly offer: Vacancy & { readonly contractId: ContractId; readonly addressId: AddressId }
}

/** `from` null = as soon as possible. */
export type ChangeCommand = { readonly today: Day; readonly from: Day | null }

/**
 * A change of provider at any time: effective the next working day unless a later day is asked for, under the same
 * capacity rule and without a new wait; the day of change belongs to the new provider (programme 4.4). One who has not
 * started yet changes from the first day on, and was then never with the first provider.
 * Problems: those of `canChange` and `canTake`, `already-there`, `change-too-early`, `change-after-service`.
 */
export function change(
  state: ChangeState,
  command: ChangeCommand,
  rules: Rules,
): Result<{ firstDay: Day; previousLastDay: Day }> {
  const { current, lastGrantedDay, offer } = state
  const can = canChange(current)
  if (!can.ok) return can
  if (can.value.contractId === offer.contractId && can.value.addressId === offer.addressId) {
    return fail(problem('already-there'))
  }
  const earliest = maxDay(addWorkingDays(command.today, rules.market.changeDelayWorkingDays), can.value.firstDay)
  const firstDay = command.from ?? earliest
  if (firstDay < earliest) return fail(problem('change-too-early', { field: 'from', values: { earliest } }))
  if (lastGrantedDay !== null && firstDay > lastGrantedDay) {
    return fail(problem('change-after-service', { field: 'from', values: { lastDay: lastGrantedDay } }))
  }
  const taken = canTake(offer, firstDay)
  return taken.ok ? ok({ firstDay, previousLastDay: addDays(firstDay, -1) }) : taken
}

/** Problem: `no-provider-to-change` when the person has no provider, or has left the last one. */
export function canChange(current: Current | null): Result<Current> {
  return current === null ? fail(problem('no-provider-to-change')) : ok(current)
}
