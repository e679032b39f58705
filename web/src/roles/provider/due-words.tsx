import { day } from '../../../../src/kernel/day.ts'
import { useSignedIn } from '../../api/session.ts'
import { useClockText } from '../../language/clock-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { Status } from '../../ui/status.tsx'
import type { Due } from './answers.ts'
import { useText } from './texts.ts'

/** A duty and its last day; a period that was not kept is said to be mendable, blaming nobody. */
export function DueWords({ due }: { due: Due }) {
  const text = useText()
  const format = useFormat()
  const { today } = useSignedIn()
  const what = useDutyName()(due.rule)
  const on = day(due.dueOn)
  const kind = on < today || due.overdue ? 'late' : 'coming'
  const say = on === today ? 'due.today' : on < today ? 'due.was' : 'due.by'
  return <Status kind={kind} label={text(say, { what, day: format.dayShort(on) })} />
}

const meetings: readonly string[] = ['meeting-every-14-days', 'meeting-physical-every-28-days']

/** For a meeting that is due: the day that is booked for it, or that none is. */
export function Booked({ due }: { due: Due }) {
  const text = useClockText()
  const format = useFormat()
  if (!meetings.includes(due.rule)) return null
  return (
    <p className="k-quiet k-small">
      {due.bookedOn === null ? text('booked.none') : text('booked.on', { day: format.dayShort(day(due.bookedOn)) })}
    </p>
  )
}

/** A clock's name in words; one that came after these texts stands as a general word. */
export function useDutyName(): (rule: string) => string {
  const text = useClockText()
  return (rule) => {
    const key = `duty.${rule}`
    return text.knows(key) ? text(key) : text('duty.other')
  }
}
