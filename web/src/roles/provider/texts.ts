import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const providerTexts = defineTexts({
  sv: () => import('../../language/texts/provider.sv.ts'),
  en: () => import('../../language/texts/provider.en.ts'),
})

export const useText = () => useTexts(providerTexts)
