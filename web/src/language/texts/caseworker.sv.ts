export const texts = {
  'nav.home': 'Min kö',
  'home.title': 'Min kö',
  'home.empty': 'Kön är tom',
  'home.empty-words': 'Ärenden kommer hit när något behöver göras, närmaste sista dag först.',
} as const

export type CaseworkerText = keyof typeof texts
