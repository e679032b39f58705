import type { SensitiveText } from './sensitive.sv.ts'

export const texts: Readonly<Record<SensitiveText, string>> = {
  title: 'Behövs de här orden?',
  'kind.health': 'Det här kan handla om hälsa: {words}',
  'kind.religion': 'Det här kan handla om religion: {words}',
  'kind.union': 'Det här kan handla om fack eller politik: {words}',
  'kind.origin': 'Det här kan handla om var du kommer ifrån: {words}',
  'kind.crime': 'Det här kan handla om brott: {words}',
  'kind.person-number': 'Det här ser ut som ett personnummer: {words}',
  why: 'Skriv det bara om det behövs. Du kan ändra. Du kan också spara ändå.',
  seen: 'Jag har läst texten. Jag vill spara den så här.',
}
