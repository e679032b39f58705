import { defineScreens } from '../define-screens.ts'
import { caseworkerTexts } from './texts.ts'

/** Addresses below `/app/caseworker`. */
export const caseworkerScreens = defineScreens({
  role: 'caseworker',
  load: () => import('./index.tsx'),
  texts: caseworkerTexts,
  screens: {
    '/': 'HomeScreen',
    '/cases': 'CasesScreen',
    '/register': 'RegisterScreen',
    '/cases/$caseId': 'CaseScreen',
    '/cases/$caseId/decision': 'DecisionScreen',
    '/cases/$caseId/choice': 'ChoiceScreen',
    '/cases/$caseId/delivery': 'DeliveryScreen',
    '/cases/$caseId/outcomes': 'OutcomesScreen',
    '/cases/$caseId/money': 'MoneyScreen',
    '/cases/$caseId/person': 'PersonScreen',
  },
})
