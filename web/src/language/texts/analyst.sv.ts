export const texts = {
  'nav.home': 'Underlag',
  'home.title': 'Underlag',
  'home.empty': 'Inga tabeller ännu',
  'home.empty-words': 'Tabeller kommer hit när de är uträknade och skyddade mot röjande.',
} as const

export type AnalystText = keyof typeof texts
