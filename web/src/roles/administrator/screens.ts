import { defineScreens } from '../define-screens.ts'
import { administratorTexts } from './texts.ts'

/** Addresses below `/app/administrator`. */
export const administratorScreens = defineScreens({
  role: 'administrator',
  load: () => import('./index.tsx'),
  texts: administratorTexts,
  screens: {
    '/': 'HomeScreen',
    '/imports': 'ImportsScreen',
    '/imports/$importId': 'ImportScreen',
    '/audit': 'AuditScreen',
    '/outbox': 'OutboxScreen',
    '/providers': 'ProvidersScreen',
    '/areas': 'AreasScreen',
    '/rights': 'RightsScreen',
    '/caps': 'CapsScreen',
  },
})
