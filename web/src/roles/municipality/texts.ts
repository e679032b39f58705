import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const municipalityTexts = defineTexts({
  sv: () => import('../../language/texts/municipality.sv.ts'),
  en: () => import('../../language/texts/municipality.en.ts'),
})

export const useText = () => useTexts(municipalityTexts)
