export const texts = {
  title: 'Skriv in vad deltagaren har sagt',
  lead: 'Gör det när deltagaren har svarat dig på telefon eller på plats. Deltagaren ser att du skrev in svaret och kan ändra det.',
  what: 'Vad gäller svaret?',
  'what-missing': 'Välj vad svaret gäller',
  month: 'Allt obesvarat i {month} ({n})',
  row: '{day}: {what}, {hours} h',
  answer: 'Vad säger deltagaren?',
  'answer-missing': 'Välj vad deltagaren säger',
  yes: 'Det stämmer',
  no: 'Det stämmer inte',
  comment: 'Vad är det som inte stämmer?',
  save: 'Skriv in deltagarens svar',
  'save-yes': 'Bekräfta åt deltagaren',
  'save-no': 'Bestrid åt deltagaren',
  done: 'Deltagarens svar är inskrivet i ditt namn.',
  'seen-by': 'deltagaren och leverantören',
} as const

export type ToldText = keyof typeof texts
