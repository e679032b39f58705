import type { AnalystText } from './analyst.sv.ts'

export const texts: Record<AnalystText, string> = {
  'nav.home': 'Tables',
  'home.title': 'Tables',
  'home.empty': 'No tables yet',
  'home.empty-words': 'Tables come here when they are computed and protected against disclosure.',
}
