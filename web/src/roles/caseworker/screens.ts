import { moneyTexts } from '../../language/money-texts.ts'
import { stepTexts } from '../../language/step-texts.ts'
import { taskTexts } from '../../language/task-texts.ts'
import { talksTexts } from '../../ui/dialogue/talks-texts.ts'
import { dialogueTexts } from '../../ui/dialogue/texts.ts'
import { modelTexts } from '../../ui/model/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { deskTexts } from './desk-texts.ts'
import { caseworkerTexts } from './texts.ts'

// All of them from the start: a text that came late would take the whole page away while it loads.
function preload() {
  for (const texts of [
    caseworkerTexts,
    deskTexts,
    stepTexts,
    taskTexts,
    moneyTexts,
    modelTexts,
    talksTexts,
    dialogueTexts,
  ])
    texts.preload()
}

/** Addresses below `/app/caseworker`. */
export const caseworkerScreens = defineScreens({
  role: 'caseworker',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/cases': 'CasesScreen',
    '/register': 'RegisterScreen',
    '/missed-reports': 'MissedScreen',
    '/cases/$caseId': 'CaseScreen',
    '/cases/$caseId/decision': 'DecisionScreen',
    '/cases/$caseId/choice': 'ChoiceScreen',
    '/cases/$caseId/delivery': 'DeliveryScreen',
    '/cases/$caseId/extension': 'ExtensionScreen',
    '/cases/$caseId/dialogue': 'DialogueScreen',
    '/cases/$caseId/outcomes': 'OutcomesScreen',
    '/cases/$caseId/money': 'MoneyScreen',
    '/cases/$caseId/person': 'PersonScreen',
    '/models': 'ModelsScreen',
    '/models/$model': 'ModelScreen',
    '/models/$model/curves/$place': 'CurveScreen',
    '/models/$model/card': 'CardScreen',
  },
})
