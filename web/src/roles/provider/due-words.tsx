import { day } from '../../../../src/kernel/day.ts'
import { useSignedIn } from '../../api/session.ts'
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

/** A clock's name in words; one that came after these texts stands as a general word. */
export function useDutyName(): (rule: string) => string {
  const text = useText()
  return (rule) => {
    const key = `duty.${rule}`
    return text.knows(key) ? text(key) : text('duty.other')
  }
}
