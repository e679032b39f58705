import type { MunicipalityText } from './municipality.sv.ts'

export const texts: Record<MunicipalityText, string> = {
  'nav.home': 'Our residents',
  'home.title': 'Our residents',
  'home.empty': 'Nobody has shared anything with you',
  'home.empty-words': 'A person shows here when he or she has consented to sharing.',
}
