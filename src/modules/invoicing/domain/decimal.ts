import { type Ore, ore } from '../../../kernel/money.ts'

/** A decimal number without loss: `units` / 10^`scale`. Amounts on invoices are never floating point. */
export interface Decimal {
  readonly units: bigint
  readonly scale: number
}

const shape = /^([+-]?)(\d{1,18})(?:\.(\d{1,10}))?$/

/** The number that the text writes, or null: at most 18 digits before the point and 10 after it. */
export function parseDecimal(text: string | null): Decimal | null {
  const parts = shape.exec(text ?? '')
  if (parts === null) return null
  const [, sign, whole = '', decimals = ''] = parts
  const units = BigInt(whole + decimals)
  return { units: sign === '-' ? -units : units, scale: decimals.length }
}

/** The most that one document may be about: a hundred thousand million kronor is a mistake, whatever it says. */
const largestOre = 10_000_000_000_000

/** An amount with at most two decimals and below `largestOre`, or null. */
export function parseOre(text: string | null): Ore | null {
  const decimal = parseDecimal(text)
  if (decimal === null || decimal.scale > 2) return null
  const exact = Number(decimal.units * 10n ** BigInt(2 - decimal.scale))
  return Math.abs(exact) < largestOre ? ore(exact) : null
}

/** An amount as invoices and payment files write it: `-1234.05`. */
export function amountText(amount: Ore): string {
  const positive = Math.abs(amount)
  const cents = positive % 100
  return `${amount < 0 ? '-' : ''}${(positive - cents) / 100}.${String(cents).padStart(2, '0')}`
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: raised(a, scale) + raised(b, scale), scale }
}

/** Whether a and b lie at most `slack` apart. */
export function within(a: Decimal, b: Decimal, slack: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale, slack.scale)
  const apart = raised(a, scale) - raised(b, scale)
  return (apart < 0n ? -apart : apart) <= raised(slack, scale)
}

export const ofOre = (amount: Ore): Decimal => ({ units: BigInt(amount), scale: 2 })

function raised({ units, scale }: Decimal, to: number): bigint {
  return units * 10n ** BigInt(to - scale)
}
