import type { WeekText } from './week.sv.ts'

export const texts: Record<WeekText, string> = {
  lead: 'Här ser du veckan.',
  'this-week': 'Den här veckan, vecka {week}',
  week: 'Vecka {week}',
  today: 'i dag',
  nothing: 'Inget är bestämt',
  meeting: 'Möte med din handledare',
  minutes: '{n} minuter',
  hours: '{hours} timmar',
  'hours.title': 'Timmar i veckan',
  'hours.sum': 'Ni har gjort {done} timmar. Planen är {planned} timmar.',
  'hours.gap': 'Planen har {planned} av dina {available} timmar.',
  'hours.of': '{done} av {planned} timmar',
  answer: 'Svara för {month}',
  'state.planned': 'Ska hända',
  'state.called-off': 'Blir inte av',
  'state.unwritten': 'Ingen har skrivit om det än',
  'state.held': 'Klart. Du har svarat',
  'state.unanswered': 'Väntar på ditt svar',
  'state.disputed': 'Du har sagt nej',
  'state.not-held': 'Blev inte av',
}
