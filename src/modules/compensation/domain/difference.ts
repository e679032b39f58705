import { type Day, lastDayOf, type Month } from '../../../kernel/day.ts'
import { type Ore, ore, subtract } from '../../../kernel/money.ts'
import type { Entitlement, Step } from './money-facts.ts'
import type { RuleReference } from './money-law.ts'

/** What has been posted on one entitlement so far, with what its latest line said. */
export interface Posted {
  readonly key: string
  readonly kind: Entitlement['kind']
  readonly month: Month | null
  readonly on: Day | null
  readonly chainFirstDay: Day
  readonly level: string
  readonly rule: RuleReference
  readonly postedOre: Ore
}

interface DifferenceLine extends Posted {
  /** The right amount as it is known now. */
  readonly entitledOre: Ore
  /** entitled − posted, never 0. */
  readonly amountOre: Ore
  readonly steps: readonly Step[]
  /** What it rests on; null when nothing is owed any longer. */
  readonly entitlement: Entitlement | null
}

/** A line that pays. */
export interface Payment extends DifferenceLine {
  readonly direction: 'payment'
}

/** A negative line, which takes back what was posted too much. */
export interface Clawback extends DifferenceLine {
  readonly direction: 'clawback'
}

/** What an entitlement is about, whatever amounts are posted on it: one base fee a month, one of each other kind a chain. */
export function entitlementKey(line: Entitlement): string {
  return line.kind === 'base_fee' ? `${line.kind} ${line.month}` : `${line.kind} ${line.chainFirstDay}`
}

/** Whether the entitlement belongs in the statement of a month: of that month or earlier, or payable by its last day. */
export function isDue(line: Entitlement, month: Month): boolean {
  return line.kind === 'base_fee' ? line.month <= month : line.on <= lastDayOf(month)
}

/**
 * The lines that bring what is posted to what is right (programme 5: late or corrected facts give the difference). For one
 * case and contract; none when everything is posted already. In the order of the entitlements, then what is owed no longer.
 */
export function differences(entitled: readonly Entitlement[], posted: readonly Posted[]): (Payment | Clawback)[] {
  const before = new Map(posted.map((each) => [each.key, each]))
  const lines = entitled.flatMap((each) => {
    const key = entitlementKey(each)
    const postedOre = before.get(key)?.postedOre ?? ore(0)
    before.delete(key)
    return lineFor({ ...identityOf(each, key), postedOre }, each)
  })
  return [...lines, ...[...before.values()].flatMap((each) => lineFor(each, null))]
}

function identityOf(each: Entitlement, key: string): Omit<Posted, 'postedOre'> {
  const isFee = each.kind === 'base_fee'
  return {
    key,
    kind: each.kind,
    month: isFee ? each.month : null,
    on: isFee ? null : each.on,
    chainFirstDay: isFee ? (each.chainFirstDays[0] as Day) : each.chainFirstDay,
    level: isFee ? each.levels.join('+') : each.level,
    rule: each.rule,
  }
}

function lineFor(line: Posted, entitlement: Entitlement | null): (Payment | Clawback)[] {
  const entitledOre = entitlement?.amountOre ?? ore(0)
  const amountOre = subtract(entitledOre, line.postedOre)
  if (amountOre === 0) return []
  const difference: Step = { code: 'difference', values: { entitledOre, postedOre: line.postedOre, amountOre } }
  const own = entitlement?.steps ?? []
  const steps = line.postedOre === 0 ? own : [...own, difference]
  const direction = amountOre < 0 ? 'clawback' : 'payment'
  return [{ ...line, entitledOre, amountOre, steps, entitlement, direction }]
}
