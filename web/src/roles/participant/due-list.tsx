import type { Day } from '../../../../src/kernel/day.ts'
import { useFormat } from '../../language/use-format.ts'
import { Status } from '../../ui/status.tsx'
import type { Delivery } from './case-answers.ts'
import { useOwedText } from './texts.ts'

/** What the provider owes, each with its day and whether a time is booked. */
export function DueList({ due }: { due: Delivery['due'] }) {
  const text = useOwedText()
  const format = useFormat()
  const nameOf = useDutyName()
  if (due.length === 0) return <Status kind="done" label={text('due.none')} />
  return (
    <ul className="k-plain-list k-stack">
      {due.map((one) => {
        const what = nameOf(one.rule)
        const day = format.dayWithWeekday(one.dueOn as Day)
        const isMeeting = one.rule.startsWith('meeting-')
        return (
          <li key={`${one.rule}-${one.dueOn}`}>
            <Status kind={one.bookedOn === null ? 'waiting' : 'coming'} label={text('due.by', { what, day })} />
            {isMeeting && one.bookedOn === null && <p>{text('due.not-booked')}</p>}
            {isMeeting && one.bookedOn !== null && (
              <p>{text('due.booked', { day: format.dayWithWeekday(one.bookedOn as Day) })}</p>
            )}
            {one.overdue && <p className="k-quiet">{text('due.late', { what })}</p>}
          </li>
        )
      })}
    </ul>
  )
}

/** A duty of the provider in the participant's words. */
export function useDutyName(): (rule: string) => string {
  const text = useOwedText()
  return (rule) => {
    const key = `duty.${rule}`
    return text.knows(key) ? text(key) : text('duty.other')
  }
}
