import { moneyTexts } from '../../language/money-texts.ts'
import { budgetTexts } from '../../ui/budget/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { approverTexts } from './texts.ts'

// All from the start: a text that came late would take the whole page away while it loads.
function preload() {
  for (const texts of [approverTexts, budgetTexts, moneyTexts]) texts.preload()
}

/** Addresses below `/app/approver`. */
export const approverScreens = defineScreens({
  role: 'approver',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/all': 'AllScreen',
    '/payments': 'PaymentsScreen',
    '/budget': 'OwnBudgetScreen',
    '/budget/accuracy': 'ForecastScreen',
    '/statements/$statementId': 'StatementScreen',
    '/cases/$caseId': 'CaseMoneyScreen',
    '/what-if': 'WhatIfScreen',
    '/what-if/$whatIfId': 'WhatIfAnswerScreen',
  },
})
