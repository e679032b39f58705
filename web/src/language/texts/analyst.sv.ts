export const texts = {
  'nav.tool': 'Bedömningsstödet',
  'nav.home': 'Underlag',
  'nav.models': 'Modellen',
  'nav.windows': 'Fönster',
  'nav.budget': 'Budget',
  'home.title': 'Underlag',
  'home.lead':
    'Tabeller och kohorter, uträknade av systemet och skyddade mot röjande. Du ser aldrig enskilda personer.',
  'home.empty': 'Inga tabeller ännu',
  'home.empty-words': 'Tabellerna är inte klara ännu. Till dess kan du läsa reglerna som allt räknas efter.',
  'home.action': 'Till startsidan',
  'home.already': 'Det här kan du redan läsa',
  'home.rules': 'Reglerna',
  'home.rules-words': 'Varje värde med enhet, dag, källa och hur säkert det är, också som JSON.',
  'home.catalogue': 'Leverantörerna',
  'home.catalogue-words': 'Vilka som finns och var, som allmänheten ser dem.',
  'home.coverage': 'Var tjänsten finns',
  'home.coverage-words':
    'Karta och tabell för varje dag: leverantörer, platser och avstånd, för kommuner och leveransområden.',
  'home.api': 'Öppet API',
  'home.api-words': 'Alla öppna uppgifter, beskrivna enligt OpenAPI.',
} as const

export type AnalystText = keyof typeof texts
