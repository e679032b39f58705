import { CalendarPanel } from '../../ui/calendar/calendar-panel.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useText } from './texts.ts'

/** The adviser's own meetings in the calendar that they already use: initials alone. */
export function CalendarScreen() {
  const text = useText()
  return (
    <Screen title={text('calendar.title')} lead={text('calendar.lead')}>
      <CalendarPanel />
    </Screen>
  )
}
