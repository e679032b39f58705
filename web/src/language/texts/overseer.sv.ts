export const texts = {
  'nav.home': 'Uppföljning',
  'home.title': 'Uppföljning',
  'home.empty': 'Inga avvikelser att se på',
  'home.empty-words': 'Avvikelser kommer hit när en kontroll har hittat något.',
} as const

export type OverseerText = keyof typeof texts
