import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const caseworkerTexts = defineTexts({
  sv: () => import('../../language/texts/caseworker.sv.ts'),
  en: () => import('../../language/texts/caseworker.en.ts'),
})

export const useText = () => useTexts(caseworkerTexts)
