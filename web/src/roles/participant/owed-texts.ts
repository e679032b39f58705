import { defineTexts, useTexts } from '../../language/define-texts.ts'

const owedTexts = defineTexts({
  sv: () => import('../../language/texts/owed.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/owed.sv-x-latt.ts'),
  en: () => import('../../language/texts/owed.en.ts'),
  ar: () => import('../../language/texts/owed.ar.ts'),
})

export const useOwedText = () => useTexts(owedTexts)
