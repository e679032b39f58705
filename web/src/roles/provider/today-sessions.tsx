import { mondayOf } from '../../../../src/kernel/day.ts'
import type { WeekReply } from '../../../../src/modules/delivery/contract/sessions.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { Panel } from '../../ui/screen.tsx'
import { CalendarEntry } from './calendar-entry.tsx'
import { paths } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'

/** Today's activities of the adviser, each with who came one tap away. Nothing on a day without any. */
export function TodaySessions() {
  const text = useSessionText()
  const { today } = useSignedIn()
  const { data } = useApi<WeekReply>(paths.week, { monday: mondayOf(today), whose: 'mine' })
  const items = (data?.items ?? []).filter((item) => item.kind === 'session' && item.onDay === today)
  if (items.length === 0) return null
  return (
    <Panel title={text('today.title')}>
      {items.map((item) => (
        <CalendarEntry key={item.key} item={item} heading="h3" />
      ))}
    </Panel>
  )
}
