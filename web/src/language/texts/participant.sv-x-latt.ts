import type { ParticipantText } from './participant.sv.ts'

export const texts: Record<ParticipantText, string> = {
  'nav.home': 'Min väg',
  'home.title': 'Min väg',
  'home.empty': 'Du behöver inte göra något nu',
  'home.empty-words': 'Här ser du vad du ska göra.',
}
