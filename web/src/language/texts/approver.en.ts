import type { ApproverText } from './approver.sv.ts'

export const texts: Record<ApproverText, string> = {
  'nav.home': 'To approve',
  'home.title': 'To approve',
  'home.empty': 'Nothing to approve',
  'home.empty-words': 'The month’s statements come here when they are computed.',
}
