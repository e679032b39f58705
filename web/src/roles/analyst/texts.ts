import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const analystTexts = defineTexts({
  sv: () => import('../../language/texts/analyst.sv.ts'),
  en: () => import('../../language/texts/analyst.en.ts'),
})

export const useText = () => useTexts(analystTexts)
