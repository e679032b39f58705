export const texts = {
  'nav.home': 'Systemet',
  'home.title': 'Systemet',
  'home.empty': 'Inga uppgifter att sköta',
  'home.empty-words': 'Importer, jobb och åtkomst sköts härifrån.',
} as const

export type AdministratorText = keyof typeof texts
