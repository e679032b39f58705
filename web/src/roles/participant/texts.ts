import { defineTexts, useTexts } from '../../language/define-texts.ts'

export type { ParticipantText } from '../../language/texts/participant.sv.ts'

export const participantTexts = defineTexts({
  sv: () => import('../../language/texts/participant.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/participant.sv-x-latt.ts'),
  en: () => import('../../language/texts/participant.en.ts'),
  ar: () => import('../../language/texts/participant.ar.ts'),
})

export const useText = () => useTexts(participantTexts)

export const owedTexts = defineTexts({
  sv: () => import('../../language/texts/owed.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/owed.sv-x-latt.ts'),
  en: () => import('../../language/texts/owed.en.ts'),
  ar: () => import('../../language/texts/owed.ar.ts'),
})

export const useOwedText = () => useTexts(owedTexts)

export const weekTexts = defineTexts({
  sv: () => import('../../language/texts/week.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/week.sv-x-latt.ts'),
  en: () => import('../../language/texts/week.en.ts'),
  ar: () => import('../../language/texts/week.ar.ts'),
})

export const useWeekText = () => useTexts(weekTexts)
