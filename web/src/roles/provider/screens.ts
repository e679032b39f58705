import { clockTexts } from '../../language/clock-texts.ts'
import { staffTexts } from '../../language/staff-texts.ts'
import { offlineTexts } from '../../offline/texts.ts'
import { admissionTexts } from '../../ui/admission/texts.ts'
import { calendarTexts } from '../../ui/calendar/texts.ts'
import { talksTexts } from '../../ui/dialogue/talks-texts.ts'
import { dialogueTexts } from '../../ui/dialogue/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { informTexts } from './inform-texts.ts'
import { ownSystemTexts } from './own-system-texts.ts'
import { sessionTexts } from './sessions-texts.ts'
import { providerTexts } from './texts.ts'

// All from the start: a text that came late would take the whole page away while it loads.
function preload() {
  for (const texts of [
    providerTexts,
    informTexts,
    ownSystemTexts,
    admissionTexts,
    calendarTexts,
    clockTexts,
    offlineTexts,
    talksTexts,
    dialogueTexts,
    sessionTexts,
    staffTexts,
  ])
    texts.preload()
}

/** Addresses below `/app/provider`. */
export const providerScreens = defineScreens({
  role: 'provider',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/participants/$caseId': 'ParticipantScreen',
    '/participants/$caseId/mapping': 'MappingScreen',
    '/participants/$caseId/plan': 'PlanScreen',
    '/participants/$caseId/plan-meeting': 'PlanMeetingScreen',
    '/participants/$caseId/log-meeting': 'LogMeetingScreen',
    '/participants/$caseId/log-activity': 'LogActivityScreen',
    '/participants/$caseId/deviation': 'DeviationScreen',
    '/participants/$caseId/inform': 'InformScreen',
    '/participants/$caseId/employer-contact': 'ContactScreen',
    '/participants/$caseId/month/$month': 'MonthScreen',
    '/participants/$caseId/final-report': 'FinalReportScreen',
    '/participants/$caseId/signal': 'SignalScreen',
    '/participants/$caseId/jobs': 'JobsScreen',
    '/participants/$caseId/claim': 'ClaimScreen',
    '/participants/$caseId/messages': 'TalkScreen',
    '/messages': 'MessagesScreen',
    '/calendar': 'CalendarScreen',
    '/calendar/plan': 'PlanSessionScreen',
    '/reports': 'ReportsScreen',
    '/employer-contacts': 'ContactsScreen',
    '/money': 'MoneyScreen',
    '/money/$statementId': 'StatementScreen',
    '/invoices': 'InvoicesScreen',
    '/payee': 'PayeeScreen',
    '/contracts': 'ContractsScreen',
    '/advisers': 'AdvisersScreen',
    '/staff': 'StaffScreen',
    '/move-caseload': 'MoveCaseloadScreen',
    '/own-system': 'OwnSystemScreen',
    '/apply': 'ApplyScreen',
    '/apply/$applicationId': 'ApplicationScreen',
    '/terms/$termsId': 'TermsPageScreen',
  },
})
