import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** What staff read of talks, questions, reports and complaints. */
export const talksTexts = defineTexts({
  sv: () => import('../../language/texts/talks.sv.ts'),
  en: () => import('../../language/texts/talks.en.ts'),
})

export const useTalksText = () => useTexts(talksTexts)
