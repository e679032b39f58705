import type { Day } from '../../../kernel/day.ts'
import { formatKronor, type Ore, sum } from '../../../kernel/money.ts'
import { contains, type Period } from '../../../kernel/period.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'

/** An approver's right to approve payments (attesträtt): for one office or the whole authority, up to an amount a statement. */
export interface PaymentRight {
  /** Null for the whole authority. */
  readonly officeId: string | null
  /** The most that one statement may pay: of the office's cases, or of all where the right is for the whole authority. */
  readonly limitOre: Ore
  readonly period: Period
}

/** What a statement pays for one office's cases, before what it takes back. */
export interface OfficePart {
  /** Null for cases that no office has yet: only a right for the whole authority covers them. */
  readonly officeId: string | null
  readonly officeName: string | null
  readonly partOre: Ore
}

/**
 * Why these rights do not cover the statement on the day, or null (programme 3: payment right per office and amount; that
 * amounts are counted before clawbacks is assumed). Problems: `payment-right-missing` names the first office without a
 * right, `payment-right-too-low` the first whose part is above the limit.
 */
export function paymentRightRefusal(
  rights: readonly PaymentRight[],
  parts: readonly OfficePart[],
  on: Day,
): Problem | null {
  const held = rights.filter((right) => contains(right.period, on))
  const whole = sum(parts.map((part) => part.partOre))
  for (const part of parts) {
    const covering = held
      .filter((right) => right.officeId === null || right.officeId === part.officeId)
      .map((right) => ({ limitOre: right.limitOre, paysOre: right.officeId === null ? whole : part.partOre }))
    const office = part.officeName ?? '–'
    if (covering.length === 0) return problem('payment-right-missing', { values: { office } })
    if (covering.some((right) => right.paysOre <= right.limitOre)) continue
    const nearest = covering.reduce((best, right) =>
      right.paysOre - right.limitOre < best.paysOre - best.limitOre ? right : best,
    )
    const values = { office, amount: formatKronor(nearest.paysOre), limit: formatKronor(nearest.limitOre) }
    return problem('payment-right-too-low', { values })
  }
  return null
}
