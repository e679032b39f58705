import { defineScreens } from '../define-screens.ts'
import { analystTexts } from './texts.ts'

/** Addresses below `/app/analyst`. */
export const analystScreens = defineScreens({
  role: 'analyst',
  load: () => import('./index.tsx'),
  texts: analystTexts,
  screens: {
    '/': 'HomeScreen',
    '/budget': 'OwnBudgetScreen',
    '/budget/accuracy': 'ForecastScreen',
  },
})
