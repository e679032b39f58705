import type { AdministratorText } from './administrator.sv.ts'

export const texts: Record<AdministratorText, string> = {
  'nav.home': 'The system',
  'home.title': 'The system',
  'home.empty': 'Nothing to look after',
  'home.empty-words': 'Imports, jobs and access are looked after from here.',
}
