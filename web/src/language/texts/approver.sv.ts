export const texts = {
  'nav.home': 'Att godkänna',
  'home.title': 'Att godkänna',
  'home.empty': 'Inget att godkänna',
  'home.empty-words': 'Månadens underlag kommer hit när det är uträknat.',
} as const

export type ApproverText = keyof typeof texts
