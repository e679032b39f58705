import type { ParticipantText } from './participant.sv.ts'

export const texts: Record<ParticipantText, string> = {
  'nav.home': 'My path',
  'home.title': 'My path',
  'home.empty': 'Nothing is waiting for you now',
  'home.empty-words': 'Your next step shows here as soon as something happens.',
}
