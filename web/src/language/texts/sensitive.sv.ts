export const texts = {
  title: 'Behövs de här orden?',
  'kind.health': 'Kan handla om hälsa: {words}',
  'kind.religion': 'Kan handla om religion: {words}',
  'kind.union': 'Kan handla om fack eller politik: {words}',
  'kind.origin': 'Kan handla om ursprung: {words}',
  'kind.crime': 'Kan handla om brott: {words}',
  'kind.person-number': 'Ser ut som ett personnummer: {words}',
  why: 'Sådant ska bara stå här om den som läser behöver det. Du kan ändra texten, eller spara den som den är.',
  seen: 'Jag har läst igenom texten och vill spara den så här',
} as const

export type SensitiveText = keyof typeof texts
