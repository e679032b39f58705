import { useMemo } from 'react'
import type { WindowLawView } from '../../../../src/modules/assessment/contract/windows.ts'
import { useFormat } from '../../language/use-format.ts'
import { useWindowText } from './texts.ts'

/** A window in words: its name, what it asks for and its cut points. */
export function useWindowWords() {
  const text = useWindowText()
  const format = useFormat()
  return useMemo(() => {
    const percent = (chance: number) => `${format.number(Math.round(chance * 10_000) / 100)} %`
    return {
      nameOf: (number: number | null) => (number === null ? text('windows.draft') : text('windows.number', { number })),
      /** In the middle of a sentence. */
      calledIn: (number: number | null) =>
        number === null ? text('windows.a-draft') : text('windows.number', { number }),
      asks: (law: WindowLawView): string => {
        const { registeredDays: n, registeredDaysInProgramme: inside, programmes, adultOrProgramme, exceptions } = law
        const days = text('law.days', { n })
        return [
          n === inside ? days : `${days}, ${text('law.days-inside', { n: inside })}`,
          ...(programmes === null ? [] : [text('law.programmes', { programmes: programmes.join(', ') })]),
          ...(adultOrProgramme === null
            ? []
            : [
                text('law.adult', {
                  age: adultOrProgramme.age,
                  programmes: adultOrProgramme.programmes.join(', '),
                }),
              ]),
          ...(exceptions.length === 0 ? [] : [text('law.exceptions', { n: exceptions.length })]),
        ].join('; ')
      },
      cuts: ({ cutPoints }: WindowLawView): string =>
        text('law.cuts', {
          near: percent(cutPoints.nearFrom),
          a: percent(cutPoints.levelAFrom),
          b: percent(cutPoints.levelBFrom),
          far: percent(cutPoints.farBelow),
        }),
    }
  }, [text, format])
}
