import { type Day, maxDay, minDay } from '../kernel/day.ts'
import { assessment, type CutPoints, type Window, type WindowNumber } from './assessment.ts'
import { type DecidedValue, datedValuesWith } from './decided.ts'
import type { WindowDays } from './windows.ts'

/** The windows in order of their days, decided ones among the published; a number may come back after another. */
export function windowsWith(decided: readonly DecidedValue[]): WindowDays[] {
  const days: { number: WindowNumber; from: Day; lastDay: Day | null }[] = []
  for (const { value, from, lastDay } of datedValuesWith(assessment.window, decided)) {
    if (value === null) continue
    const before = days.at(-1)
    if (before?.number === value.number) before.lastDay = lastDay
    else days.push({ number: value.number, from, lastDay })
  }
  return days
}

/**
 * A window by its number, published or decided, as it stood on the day or on its own nearest day; null when there is
 * none of that number.
 */
export function windowNumberedWith(
  number: WindowNumber,
  on: Day,
  decided: readonly DecidedValue[],
): { window: Window; cutPoints: CutPoints } | null {
  const periods = windowsWith(decided).filter((one) => one.number === number)
  const period = periods.findLast((one) => one.from <= on) ?? periods[0]
  if (period === undefined) return null
  const inside = maxDay(period.lastDay === null ? on : minDay(on, period.lastDay), period.from)
  const window = valueWith(datedValuesWith(assessment.window, decided), inside)
  const cutPoints = valueWith(datedValuesWith(assessment.cutPoints, decided), inside)
  return window === null || cutPoints === null ? null : { window, cutPoints }
}

function valueWith<T>(values: readonly { readonly from: Day; readonly value: T | null }[], on: Day): T | null {
  return values.findLast((one) => one.from <= on)?.value ?? null
}
