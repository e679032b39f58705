import { defineScreens } from '../define-screens.ts'
import { approverTexts } from './texts.ts'

/** Addresses below `/app/approver`. */
export const approverScreens = defineScreens({
  role: 'approver',
  load: () => import('./index.tsx'),
  texts: approverTexts,
  screens: {
    '/': 'HomeScreen',
    '/all': 'AllScreen',
    '/payments': 'PaymentsScreen',
    '/budget': 'OwnBudgetScreen',
    '/budget/accuracy': 'ForecastScreen',
    '/statements/$statementId': 'StatementScreen',
    '/cases/$caseId': 'CaseMoneyScreen',
  },
})
