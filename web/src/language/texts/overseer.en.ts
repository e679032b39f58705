import type { OverseerText } from './overseer.sv.ts'

export const texts: Record<OverseerText, string> = {
  'nav.home': 'Follow-up',
  'home.title': 'Follow-up',
  'home.empty': 'No deviations to look at',
  'home.empty-words': 'Deviations come here when a check has found something.',
}
