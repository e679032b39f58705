import type { FinalText } from './final.sv.ts'

export const texts: Record<FinalText, string> = {
  given: 'Skriven {day}',
  'given-by': 'Skriven {day} av {name}',
  occupation: 'Vad du gör nu',
  done: 'Det ni gjorde: {name}',
  progress: 'Det som blev bättre',
  'next-step': 'Nästa steg',
  earlier: 'Äldre rapporter: {n}',
  read: 'Arbetsförmedlaren läste den {day}',
  title: 'Sista rapporten (slutredovisning)',
  from: 'Från {provider}',
}
