import { defineTexts, useTexts } from './define-texts.ts'

/** The provider's final report, as everybody who may read it reads it. */
export const finalTexts = defineTexts({
  sv: () => import('./texts/final.sv.ts'),
  'sv-x-latt': () => import('./texts/final.sv-x-latt.ts'),
  en: () => import('./texts/final.en.ts'),
  ar: () => import('./texts/final.ar.ts'),
})

export const useFinalText = () => useTexts(finalTexts)
