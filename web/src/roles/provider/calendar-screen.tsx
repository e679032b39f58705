import { Link } from '@tanstack/react-router'
import { CalendarPanel } from '../../ui/calendar/calendar-panel.tsx'
import { Screen } from '../../ui/screen.tsx'
import { CalendarWeek } from './calendar-week.tsx'
import { DeviationDrafts } from './deviation-drafts.tsx'
import { screens } from './paths.ts'
import { useSessionText } from './sessions-texts.ts'
import { useText } from './texts.ts'

/** The week with who came, absences to report, and the own calendar in other programs: initials alone. */
export function CalendarScreen() {
  const text = useText()
  const say = useSessionText()
  return (
    <Screen
      title={say('calendar.title')}
      lead={say('calendar.lead')}
      action={
        <Link className="k-button-link k-secondary" to={screens.planSession}>
          {say('week.plan')}
        </Link>
      }
    >
      <CalendarWeek />
      <DeviationDrafts />
      <section className="k-stack" aria-label={text('calendar.title')}>
        <p className="k-quiet">{text('calendar.lead')}</p>
        <CalendarPanel />
      </section>
    </Screen>
  )
}
