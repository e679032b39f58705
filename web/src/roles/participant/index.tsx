import './participant.css'
import { useSession } from '../../api/session.ts'
import { OfflineStrip } from '../../offline/lazy-strip.tsx'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { participantTexts } from './texts.ts'

export { HomeScreen } from './home-screen.tsx'
export {
  AskScreen,
  ChoiceScreen,
  ChooseScreen,
  ChosenScreen,
  ComplainScreen,
  ConsentsScreen,
  ContactScreen,
  FactsScreen,
  HelpScreen,
  HistoryScreen,
  JobsScreen,
  LettersScreen,
  MonthScreen,
  NoticeScreen,
  OwedScreen,
  PlanScreen,
  ReadersScreen,
  RegisterScreen,
  ReportScreen,
  StartedScreen,
  TalkScreen,
  WeekScreen,
  WhyScreen,
} from './lazy-screens.tsx'

const places = [
  { to: '/app/participant', text: 'nav.home' },
  { to: '/app/participant/month', text: 'nav.month' },
  { to: '/app/participant/plan', text: 'nav.plan' },
  { to: '/app/participant/letters', text: 'nav.letters' },
  { to: '/app/participant/me', text: 'nav.me' },
] as const

/** Before registration there is one place only: the way in. */
export function Layout() {
  const { data: session } = useSession()
  const registered = session !== undefined && session !== null && session.user.personId !== null
  return (
    <RoleLayout
      texts={participantTexts}
      width="narrow"
      navigation={registered ? places : places.slice(0, 1)}
      strip={<OfflineStrip screensOf="participant" />}
    />
  )
}
