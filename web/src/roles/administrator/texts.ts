import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const administratorTexts = defineTexts({
  sv: () => import('../../language/texts/administrator.sv.ts'),
  en: () => import('../../language/texts/administrator.en.ts'),
})

export const useText = () => useTexts(administratorTexts)
