import { defineScreens } from '../define-screens.ts'
import { overseerTexts } from './texts.ts'

/** Addresses below `/app/overseer`. */
export const overseerScreens = defineScreens({
  role: 'overseer',
  load: () => import('./index.tsx'),
  texts: overseerTexts,
  screens: {
    '/': 'HomeScreen',
    '/statements': 'StatementsScreen',
    '/statements/$statementId': 'StatementScreen',
  },
})
