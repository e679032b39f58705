import type { ProviderText } from './provider.sv.ts'

export const texts: Record<ProviderText, string> = {
  'nav.home': 'My caseload',
  'home.title': 'My caseload',
  'home.empty': 'No participants yet',
  'home.empty-words': 'A participant shows here when he or she has chosen you.',
}
