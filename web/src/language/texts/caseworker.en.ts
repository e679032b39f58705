import type { CaseworkerText } from './caseworker.sv.ts'

export const texts: Record<CaseworkerText, string> = {
  'nav.home': 'My queue',
  'home.title': 'My queue',
  'home.empty': 'The queue is empty',
  'home.empty-words': 'Cases come here when something needs doing, the nearest deadline first.',
}
