import { defineScreens } from '../define-screens.ts'
import { providerTexts } from './texts.ts'

/** Addresses below `/app/provider`. */
export const providerScreens = defineScreens({
  role: 'provider',
  load: () => import('./index.tsx'),
  texts: providerTexts,
  screens: {
    '/': 'HomeScreen',
    '/participants/$caseId': 'ParticipantScreen',
    '/participants/$caseId/mapping': 'MappingScreen',
    '/participants/$caseId/plan': 'PlanScreen',
    '/participants/$caseId/plan-meeting': 'PlanMeetingScreen',
    '/participants/$caseId/log-meeting': 'LogMeetingScreen',
    '/participants/$caseId/log-activity': 'LogActivityScreen',
    '/participants/$caseId/deviation': 'DeviationScreen',
    '/participants/$caseId/month/$month': 'MonthScreen',
    '/participants/$caseId/final-report': 'FinalReportScreen',
    '/participants/$caseId/signal': 'SignalScreen',
    '/participants/$caseId/jobs': 'JobsScreen',
    '/participants/$caseId/claim': 'ClaimScreen',
    '/reports': 'ReportsScreen',
    '/money': 'MoneyScreen',
    '/money/$statementId': 'StatementScreen',
    '/invoices': 'InvoicesScreen',
    '/payee': 'PayeeScreen',
    '/contracts': 'ContractsScreen',
    '/advisers': 'AdvisersScreen',
    '/apply': 'ApplyScreen',
    '/apply/$applicationId': 'ApplicationScreen',
    '/terms/$termsId': 'TermsPageScreen',
  },
})
