import type { Day } from '../../../../src/kernel/day.ts'
import type { KnownMonth } from '../../../../src/modules/dialogue/contract.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../case-steps.ts'
import { useDialogueText } from './texts.ts'

/** What the house knows of a month, line by line. */
export function KnownLines({ known }: { known: KnownMonth }) {
  const text = useDialogueText()
  const words = useStepText()
  const format = useFormat()
  const { meetings, activities, applications } = known
  if (meetings.length + activities.length + applications.length === 0)
    return <p className="k-quiet">{text('report.known-none')}</p>
  const day = (on: Day) => format.dayShort(on)
  return (
    <ul className="k-list">
      {numbered(meetings).map((one) => (
        <li key={one.key}>{text('report.meeting', { day: day(one.on), n: one.minutes })}</li>
      ))}
      {numbered(activities).map((one) => (
        <li key={one.key}>
          {text('report.activity', {
            day: day(one.on),
            activity: codeWords(words, 'activity', one.code),
            hours: one.hours,
          })}
        </li>
      ))}
      {numbered(applications).map((one) => (
        <li key={one.key}>
          {text.rich('report.application', {
            day: day(one.on),
            headline: <bdi>{one.headline}</bdi>,
            employer: <bdi>{one.employer}</bdi>,
          })}
        </li>
      ))}
    </ul>
  )
}

/** A list that is only ever read from the first to the last. */
const numbered = <Item extends object>(list: readonly Item[]) => list.map((one, place) => ({ ...one, key: place }))
