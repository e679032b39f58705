import type { FinalText } from './final.sv.ts'

export const texts: Record<FinalText, string> = {
  given: 'Given {day}',
  'given-by': 'Given {day} by {name}',
  occupation: 'After the time with the provider',
  done: 'What was done: {name}',
  progress: 'Progress',
  'next-step': 'Next step',
  earlier: 'Earlier versions: {n}',
  read: 'Read by the caseworker {day}',
  title: 'Final report',
  from: 'From {provider}',
}
