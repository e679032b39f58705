import { defineScreens } from '../define-screens.ts'
import { participantTexts } from './texts.ts'

/** Addresses below `/app/participant`. */
export const participantScreens = defineScreens({
  role: 'participant',
  load: () => import('./index.tsx'),
  texts: participantTexts,
  screens: {
    '/': 'HomeScreen',
  },
})
