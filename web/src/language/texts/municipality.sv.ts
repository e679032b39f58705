export const texts = {
  'nav.home': 'Våra invånare',
  'home.title': 'Våra invånare',
  'home.lead': 'Det som en invånare har sagt ja till att dela med er, och det arbetsförmedlaren har lämnat ut.',
  'home.empty': 'Ingen har delat något med er ännu',
  'home.empty-words':
    'En person kommer att synas här efter eget samtycke och utlämnande av arbetsförmedlaren. Den delen av Krom är inte klar ännu.',
  'home.action': 'Se leverantörer i kommunen',
  'home.already': 'Det här kan ni redan läsa',
  'home.rules': 'Reglerna',
  'home.rules-words': 'Vad som gäller i tjänsten i dag, med källa för varje regel.',
  'home.catalogue': 'Leverantörer nära er',
  'home.catalogue-words': 'Vilka en deltagare i kommunen kan välja mellan.',
  'home.api': 'Öppet API',
  'home.api-words': 'För egna system. Inga uppgifter om personer utan samtycke.',
} as const

export type MunicipalityText = keyof typeof texts
