import { defineTexts, useTexts } from '../../language/define-texts.ts'

export type { ParticipantText } from '../../language/texts/participant.sv.ts'

export const participantTexts = defineTexts({
  sv: () => import('../../language/texts/participant.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/participant.sv-x-latt.ts'),
  en: () => import('../../language/texts/participant.en.ts'),
  ar: () => import('../../language/texts/participant.ar.ts'),
})

export const useText = () => useTexts(participantTexts)
