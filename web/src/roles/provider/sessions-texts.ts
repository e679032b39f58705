import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the calendar's week, planned activities and who came to them. */
export const sessionTexts = defineTexts({
  sv: () => import('../../language/texts/sessions.sv.ts'),
  en: () => import('../../language/texts/sessions.en.ts'),
})

export const useSessionText = () => useTexts(sessionTexts)
