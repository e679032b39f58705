import type { WeekText } from './week.sv.ts'

export const texts: Record<WeekText, string> = {
  lead: 'Här ser du veckan.',
  'this-week': 'Den här veckan, vecka {week}',
  week: 'Vecka {week}',
  today: 'i dag',
  nothing: 'Inget är bestämt',
  meeting: 'Möte med din handledare',
  minutes: '{n} minuter',
  hours: '{hours, plural, one {# timme} other {# timmar}}',
  'hours.title': 'Timmar i veckan',
  'hours.sum':
    'Ni har gjort {done, plural, one {# timme} other {# timmar}}. Planen är {planned, plural, one {# timme} other {# timmar}}.',
  'hours.gap': 'Planen har {planned, number} av dina {available, plural, one {# timme} other {# timmar}}.',
  'hours.of': '{done, number} av {planned, plural, one {# timme} other {# timmar}}',
  answer: 'Svara för {month}',
  'state.planned': 'Ska hända',
  'state.called-off': 'Blir inte av',
  'state.unwritten': 'Ingen har skrivit om det än',
  'state.held': 'Klart. Du har svarat',
  'state.unanswered': 'Väntar på ditt svar',
  'state.disputed': 'Du har sagt nej',
  'state.not-held': 'Blev inte av',
}
