import type { ParticipantText } from './participant.sv.ts'

export const texts: Record<ParticipantText, string> = {
  'nav.home': 'طريقي',
  'home.title': 'طريقي',
  'home.empty': 'لا شيء بانتظارك الآن',
  'home.empty-words': 'ستظهر خطوتك التالية هنا فور حدوث شيء.',
}
