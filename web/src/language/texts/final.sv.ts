export const texts = {
  given: 'Lämnad {day}',
  'given-by': 'Lämnad {day} av {name}',
  occupation: 'Efter tiden hos leverantören',
  done: 'Vad som gjordes: {name}',
  progress: 'Framsteg',
  'next-step': 'Nästa steg',
  earlier: 'Tidigare versioner: {n}',
  read: 'Läst av arbetsförmedlaren {day}',
  title: 'Slutredovisning',
  from: 'Från {provider}',
}

export type FinalText = keyof typeof texts
