export const texts = {
  'nav.home': 'Min väg',
  'home.title': 'Min väg',
  'home.empty': 'Inget väntar på dig just nu',
  'home.empty-words': 'Här ser du nästa steg så snart något händer.',
} as const

export type ParticipantText = keyof typeof texts
