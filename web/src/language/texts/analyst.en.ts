import type { AnalystText } from './analyst.sv.ts'

export const texts: Record<AnalystText, string> = {
  'nav.tool': 'The tool',
  'nav.home': 'Tables',
  'nav.models': 'The model',
  'nav.windows': 'Windows',
  'nav.budget': 'Budget',
  'home.title': 'Tables',
  'home.lead':
    'Tables and cohorts, computed by the system and protected against disclosure. You never see single persons.',
  'home.empty': 'No tables yet',
  'home.empty-words': 'The tables are not ready yet. Until then you can read the rules that everything is computed by.',
  'home.action': 'To the start page',
  'home.already': 'What you can read already',
  'home.rules': 'The rules',
  'home.rules-words': 'Every value with unit, day, source and how sure it is, as JSON too.',
  'home.catalogue': 'The providers',
  'home.catalogue-words': 'Who there is and where, as the public sees them.',
  'home.coverage': 'Where the service is',
  'home.coverage-words':
    'A map and table for any day: providers, places and distances, by municipality and delivery area.',
  'home.api': 'Open API',
  'home.api-words': 'All open data, described by OpenAPI.',
}
