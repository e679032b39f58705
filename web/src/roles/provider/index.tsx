import '../../styles/staff.css'
import { OfflineStrip } from '../../offline/lazy-strip.tsx'
import { RoleLayout } from '../../ui/role-layout.tsx'
import { providerTexts } from './texts.ts'

export { TermsPageScreen } from '../../ui/admission/terms-page-screen.tsx'
export { AdvisersScreen } from './advisers-screen.tsx'
export { ApplicationScreen } from './application-screen.tsx'
export { ApplyScreen } from './apply-screen.tsx'
export { CalendarScreen } from './calendar-screen.tsx'
export { ClaimScreen } from './claim-screen.tsx'
export { ContactScreen } from './contact-screen.tsx'
export { ContactsScreen } from './contacts-screen.tsx'
export { ContractsScreen } from './contracts-screen.tsx'
export { DeviationScreen } from './deviation-screen.tsx'
export { FinalReportScreen } from './final-report-screen.tsx'
export { HomeScreen } from './home-screen.tsx'
export { InformScreen } from './inform-screen.tsx'
export { PayeeScreen } from './invoices-payee-screen.tsx'
export { InvoicesScreen } from './invoices-screen.tsx'
export { JobsScreen } from './jobs-screen.tsx'
export { LogActivityScreen } from './log-activity-screen.tsx'
export { LogMeetingScreen } from './log-meeting-screen.tsx'
export { MappingScreen } from './mapping-screen.tsx'
export { MessagesScreen } from './messages-screen.tsx'
export { MoneyScreen } from './money-screen.tsx'
export { MonthScreen } from './month-screen.tsx'
export { MoveCaseloadScreen } from './move-caseload-screen.tsx'
export { OwnSystemScreen } from './own-system-screen.tsx'
export { ParticipantScreen } from './participant-screen.tsx'
export { PlanMeetingScreen } from './plan-meeting-screen.tsx'
export { PlanScreen } from './plan-screen.tsx'
export { PlanSessionScreen } from './plan-session-screen.tsx'
export { ReportsScreen } from './reports-screen.tsx'
export { SignalScreen } from './signal-screen.tsx'
export { StaffScreen } from './staff-screen.tsx'
export { StatementScreen } from './statement-screen.tsx'
export { TalkScreen } from './talk-screen.tsx'

export const Layout = () => (
  <RoleLayout
    texts={providerTexts}
    width="wide"
    strip={<OfflineStrip screensOf="provider" />}
    navigation={[
      { to: '/app/provider', text: 'nav.home' },
      { to: '/app/provider/calendar', text: 'nav.calendar' },
      { to: '/app/provider/messages', text: 'nav.messages' },
      { to: '/app/provider/reports', text: 'nav.reports' },
      { to: '/app/provider/employer-contacts', text: 'nav.employer-contacts' },
      { to: '/app/provider/money', text: 'nav.money' },
      { to: '/app/provider/invoices', text: 'nav.invoices', under: 'nav.company' },
      { to: '/app/provider/contracts', text: 'nav.contracts', under: 'nav.company' },
      { to: '/app/provider/advisers', text: 'nav.advisers', under: 'nav.company' },
      { to: '/app/provider/staff', text: 'nav.staff', under: 'nav.company' },
      { to: '/app/provider/own-system', text: 'nav.own-system', under: 'nav.company' },
      { to: '/app/provider/apply', text: 'nav.apply', under: 'nav.company' },
    ]}
  />
)
