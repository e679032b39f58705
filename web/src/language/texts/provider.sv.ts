export const texts = {
  'nav.home': 'Mina ärenden',
  'home.title': 'Mina ärenden',
  'home.empty': 'Inga deltagare ännu',
  'home.empty-words': 'En deltagare syns här när hon eller han har valt er.',
} as const

export type ProviderText = keyof typeof texts
