import { stepTexts } from '../../language/step-texts.ts'
import { offlineTexts } from '../../offline/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { participantTexts } from './texts.ts'

function preload() {
  for (const texts of [participantTexts, offlineTexts, stepTexts]) texts.preload()
}

/** Addresses below `/app/participant`. */
export const participantScreens = defineScreens({
  role: 'participant',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/register': 'RegisterScreen',
    '/notice': 'NoticeScreen',
    '/why': 'WhyScreen',
    '/choose': 'ChooseScreen',
    '/choose/$providerId/$contractId/$addressId': 'ChoiceScreen',
    '/chosen': 'ChosenScreen',
    '/help': 'HelpScreen',
    '/owed': 'OwedScreen',
    '/jobs': 'JobsScreen',
    '/plan': 'PlanScreen',
    '/month': 'MonthScreen',
    '/week': 'WeekScreen',
    '/talk': 'TalkScreen',
    '/ask': 'AskScreen',
    '/report': 'ReportScreen',
    '/complain': 'ComplainScreen',
    '/letters': 'LettersScreen',
    '/history': 'HistoryScreen',
    '/me': 'FactsScreen',
    '/me/contact': 'ContactScreen',
    '/me/readers': 'ReadersScreen',
    '/me/consents': 'ConsentsScreen',
    '/started': 'StartedScreen',
  },
})
