import type { Day } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'
import { decidedValues } from '../../platform/rule-values.ts'
import { windowNumberedWith, windowsWith } from '../../rules/decided-windows.ts'
import type { Window, WindowNumber } from '../../rules/index.ts'
import type { WindowLawView, WindowsReply } from './contract/windows.ts'
import type { WindowLaw } from './domain/window-comparison.ts'

/** A window by its number, published or decided, as it stood on the day or its own nearest day; null when there is none. */
export async function windowNumberedOn(
  context: Context,
  number: WindowNumber,
  on = context.today,
): Promise<WindowLaw | null> {
  return windowNumberedWith(number, on, await decidedValues(context))
}

/** The window under which an assessment was made, as it stood on its day. Throws when there never was one of the number. */
export async function windowOfAssessment(
  context: Context,
  made: { readonly windowNumber: WindowNumber; readonly onDay: Day },
): Promise<WindowLaw> {
  const law = await windowNumberedOn(context, made.windowNumber, made.onDay)
  if (law === null) throw new Error(`an assessment was made under window ${made.windowNumber}, which is not known`)
  return law
}

/** Every window in order of its days, with what it asks. */
export async function listWindows(context: Context): Promise<WindowsReply> {
  const decided = await decidedValues(context)
  const numbers = new Set(decided.map((one) => (one.value as Partial<Window>).number))
  const items = windowsWith(decided).flatMap(({ number, from, lastDay }) => {
    const law = windowNumberedWith(number, context.today, decided)
    const inForce = from <= context.today && (lastDay === null || context.today <= lastDay)
    return law === null ? [] : [{ number, from, lastDay, decided: numbers.has(number), inForce, law: lawShown(law) }]
  })
  return { items }
}

/** A window as it is shown: its conditions and cut points, without its number and days. */
export function lawShown({ window, cutPoints }: WindowLaw): WindowLawView {
  const { registeredDays, registeredDaysInProgramme, programmes, adultOrProgramme, exceptions } = window
  return {
    registeredDays,
    registeredDaysInProgramme,
    programmes: programmes && [...programmes],
    adultOrProgramme: adultOrProgramme && { ...adultOrProgramme, programmes: [...adultOrProgramme.programmes] },
    exceptions: [...exceptions],
    cutPoints,
  }
}
