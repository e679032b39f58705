export const texts = {
  'nav.home': 'Våra invånare',
  'home.title': 'Våra invånare',
  'home.empty': 'Ingen har delat något med er',
  'home.empty-words': 'En person syns här när hon eller han har samtyckt till att dela.',
} as const

export type MunicipalityText = keyof typeof texts
