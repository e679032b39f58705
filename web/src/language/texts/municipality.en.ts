import type { MunicipalityText } from './municipality.sv.ts'

export const texts: Record<MunicipalityText, string> = {
  'nav.home': 'Our inhabitants',
  'home.title': 'Our inhabitants',
  'home.lead': 'What an inhabitant has agreed to share with you, and the caseworker has released.',
  'home.empty': 'Nobody has shared anything with you yet',
  'home.empty-words':
    'A person will show here after consenting, and the caseworker releasing it. That part of Krom is not ready yet.',
  'home.action': 'Show providers in the municipality',
  'home.already': 'What you can read already',
  'home.rules': 'The rules',
  'home.rules-words': 'What holds in the service today, with the source of every rule.',
  'home.catalogue': 'Providers near you',
  'home.catalogue-words': 'Whom a participant in the municipality can choose between.',
  'home.api': 'Open API',
  'home.api-words': 'For systems of your own. Nothing about persons without consent.',
}
