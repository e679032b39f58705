import { addDays, type Day, maxDay, minDay } from '../kernel/day.ts'
import { assessment, type CutPoints, type Window, type WindowNumber } from './assessment.ts'
import { valueOn } from './parameter.ts'

/** A window's days; `lastDay` is `null` while no later window has begun. */
export type WindowDays = { readonly number: WindowNumber; readonly from: Day; readonly lastDay: Day | null }

/** The windows in order, without gap or overlap (programme 4.2). */
export function windows(): WindowDays[] {
  const starts = new Map(
    assessment.window.values.flatMap(({ value }) => (value === null ? [] : [[value.number, value.from] as const])),
  )
  const list = [...starts].map(([number, from]) => ({ number, from }))
  return list.map((each, index) => {
    const next = list[index + 1]
    return { ...each, lastDay: next === undefined ? null : addDays(next.from, -1) }
  })
}

/** A named window as it stood on a day, or on its own nearest day when the day lies outside it; throws on an unknown number. */
export function windowNumbered(number: number, on: Day): { window: Window; cutPoints: CutPoints } {
  const found = windows().find((each) => each.number === number)
  if (found === undefined) throw new RangeError(`There is no window ${number}`)
  const notAfter = found.lastDay === null ? on : minDay(on, found.lastDay)
  const inside = maxDay(notAfter, found.from)
  return { window: valueOn(assessment.window, inside), cutPoints: valueOn(assessment.cutPoints, inside) }
}
