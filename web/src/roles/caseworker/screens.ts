import { defineScreens } from '../define-screens.ts'
import { caseworkerTexts } from './texts.ts'

/** Addresses below `/app/caseworker`. */
export const caseworkerScreens = defineScreens({
  role: 'caseworker',
  load: () => import('./index.tsx'),
  texts: caseworkerTexts,
  screens: {
    '/': 'HomeScreen',
  },
})
