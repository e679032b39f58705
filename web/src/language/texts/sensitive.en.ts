import type { SensitiveText } from './sensitive.sv.ts'

export const texts: Readonly<Record<SensitiveText, string>> = {
  title: 'Are these words needed?',
  'kind.health': 'May be about health: {words}',
  'kind.religion': 'May be about religion: {words}',
  'kind.union': 'May be about union or politics: {words}',
  'kind.origin': 'May be about origin: {words}',
  'kind.crime': 'May be about crime: {words}',
  'kind.person-number': 'Looks like a personal identity number: {words}',
  why: 'Such things should stand here only if the reader needs them. You can change the text, or save it as it is.',
  seen: 'I have read the text again and want to save it like this',
}
