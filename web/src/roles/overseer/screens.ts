import { modelTexts } from '../../ui/model/texts.ts'
import { defineScreens } from '../define-screens.ts'
import { overseerTexts } from './texts.ts'

// Both from the start: a text that came late would take the whole page away while it loads.
function preload() {
  for (const texts of [overseerTexts, modelTexts]) texts.preload()
}

/** Addresses below `/app/overseer`. */
export const overseerScreens = defineScreens({
  role: 'overseer',
  load: () => import('./index.tsx'),
  texts: { preload },
  screens: {
    '/': 'HomeScreen',
    '/statements': 'StatementsScreen',
    '/statements/$statementId': 'StatementScreen',
    '/models': 'ModelsScreen',
    '/models/$model': 'ModelScreen',
    '/models/$model/curves/$place': 'CurveScreen',
    '/models/$model/card': 'CardScreen',
  },
})
