export const texts = {
  lead: 'Det som är planerat, och det ni har gjort.',
  'this-week': 'Den här veckan, vecka {week}',
  week: 'Vecka {week}',
  today: 'i dag',
  nothing: 'Inget planerat',
  meeting: 'Möte med din handledare',
  minutes: '{n} minuter',
  hours: '{hours, plural, one {# timme} other {# timmar}}',
  'hours.title': 'Timmar i veckan',
  'hours.sum':
    '{done, plural, one {# timme är inskriven} other {# timmar är inskrivna}}. Planen är {planned, plural, one {# timme} other {# timmar}} i veckan.',
  'hours.gap': 'Planen fyller {planned, number} av dina {available, plural, one {# timme} other {# timmar}}.',
  'hours.of': '{done, number} av {planned, plural, one {# timme} other {# timmar}}',
  answer: 'Svara på det som väntar i {month}',
  'state.planned': 'Planerat',
  'state.called-off': 'Inställt',
  'state.unwritten': 'Inte inskrivet än',
  'state.held': 'Gjort, du har svarat',
  'state.unanswered': 'Inskrivet, väntar på ditt svar',
  'state.disputed': 'Du har sagt att det inte stämmer',
  'state.not-held': 'Blev inte av',
} as const

export type WeekText = keyof typeof texts
