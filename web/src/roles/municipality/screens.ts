import { defineScreens } from '../define-screens.ts'
import { municipalityTexts } from './texts.ts'

/** Addresses below `/app/municipality`. */
export const municipalityScreens = defineScreens({
  role: 'municipality',
  load: () => import('./index.tsx'),
  texts: municipalityTexts,
  screens: {
    '/': 'HomeScreen',
  },
})
