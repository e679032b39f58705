import { addDays, type Day, day } from '../../../../src/kernel/day.ts'
import { dayOf, type Instant } from '../../../../src/kernel/instant.ts'
import type { StripMark } from '../../ui/weeks.ts'
import type { CaseloadItem } from './answers.ts'

const shownAheadDays = 35

/** The row's eight weeks: the last meeting, the next one, and every last day known, kept or not. Their labels stand in the row's own words. */
export function caseloadMarks(item: CaseloadItem): StripMark[] {
  const marks: StripMark[] = item.due.map((due) => ({
    id: `due-${due.rule}-${due.dueOn}`,
    kind: 'due',
    state: due.overdue ? 'late' : 'coming',
    on: day(due.dueOn),
    label: due.rule,
  }))
  for (const breach of item.breaches) {
    if (breach.cause === 'logged-late') continue
    const id = `breach-${breach.rule}-${breach.from}`
    marks.push({ id, kind: 'due', state: 'late', on: day(breach.dueOn), label: breach.rule })
  }
  if (item.lastMeetingOn !== null)
    marks.push({ id: 'last', kind: 'meeting', state: 'done', on: day(item.lastMeetingOn), label: 'last' })
  if (item.nextMeeting !== null) {
    const on = dayOf(item.nextMeeting.startsAt as Instant)
    marks.push({ id: 'next', kind: 'meeting', state: 'coming', on, label: 'next' })
  }
  return marks
}

/** First and last day of a row's strip: the spell's, and some weeks ahead while its end is open. */
export function caseloadDays(item: CaseloadItem, today: Day): { first: Day; last: Day } {
  const first = day(item.firstDay)
  const ahead = addDays(today > first ? today : first, shownAheadDays)
  return { first, last: item.lastDay === null ? ahead : day(item.lastDay) }
}
