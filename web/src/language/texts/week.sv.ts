export const texts = {
  lead: 'Det som är planerat, och det ni har gjort.',
  'this-week': 'Den här veckan, vecka {week}',
  week: 'Vecka {week}',
  today: 'i dag',
  nothing: 'Inget planerat',
  meeting: 'Möte med din handledare',
  minutes: '{n} minuter',
  hours: '{hours} timmar',
  'hours.title': 'Timmar i veckan',
  'hours.sum': '{done} timmar är uppskrivna. Planen är {planned} timmar i veckan.',
  'hours.gap': 'Planen fyller {planned} av dina {available} timmar.',
  'hours.of': '{done} av {planned} timmar',
  answer: 'Svara på det som väntar i {month}',
  'state.planned': 'Planerat',
  'state.called-off': 'Inställt',
  'state.unwritten': 'Inte uppskrivet än',
  'state.held': 'Gjort, du har svarat',
  'state.unanswered': 'Uppskrivet, väntar på ditt svar',
  'state.disputed': 'Du har sagt att det inte stämmer',
  'state.not-held': 'Blev inte av',
} as const

export type WeekText = keyof typeof texts
