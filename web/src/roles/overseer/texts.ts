import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const overseerTexts = defineTexts({
  sv: () => import('../../language/texts/overseer.sv.ts'),
  en: () => import('../../language/texts/overseer.en.ts'),
})

export const useText = () => useTexts(overseerTexts)
