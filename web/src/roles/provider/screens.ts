import { defineScreens } from '../define-screens.ts'
import { providerTexts } from './texts.ts'

/** Addresses below `/app/provider`. */
export const providerScreens = defineScreens({
  role: 'provider',
  load: () => import('./index.tsx'),
  texts: providerTexts,
  screens: {
    '/': 'HomeScreen',
  },
})
