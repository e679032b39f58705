import type { Day, Month } from '../../../src/kernel/day.ts'
import { saidBy } from '../api/problem.ts'
import { useFormat } from '../language/use-format.ts'
import { Status } from '../ui/status.tsx'
import type { Entry } from './entry.ts'
import { useOfflineText } from './texts.ts'

/** "Prova Livsson, måndag 3 oktober: kom inte" */
export function useEntryWords() {
  const text = useOfflineText()
  const format = useFormat()
  return ({ kind, about }: Entry): string => {
    const { day, month, ...values } = about
    return text(`entry.${kind}`, {
      ...values,
      ...(day === undefined ? {} : { day: format.dayWithWeekday(day as Day) }),
      ...(month === undefined ? {} : { month: format.month(month as Month) }),
    })
  }
}

/** At the place where it was tapped: that it waits, or that it was refused and why. */
export function EntryState({ entry }: { entry: Entry }) {
  const text = useOfflineText()
  const words = useEntryWords()
  return (
    <div>
      <Status
        kind={entry.refused === null ? 'waiting' : 'late'}
        label={text(entry.refused === null ? 'state' : 'state-refused')}
      />
      <p className="k-small">{words(entry)}</p>
      {entry.refused !== null && (
        <p className="k-small">{entry.refused.code === 'too-old' ? text('too-old') : saidBy(entry.refused)}</p>
      )}
    </div>
  )
}
