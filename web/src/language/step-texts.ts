import { defineTexts, useTexts } from './define-texts.ts'

/** What happens in a case, the rules it happens under, the law's codes and the participant's acts: every role reads them. */
export const stepTexts = defineTexts({
  sv: () => import('./texts/steps.sv.ts'),
  'sv-x-latt': () => import('./texts/steps.sv-x-latt.ts'),
  en: () => import('./texts/steps.en.ts'),
  ar: () => import('./texts/steps.ar.ts'),
})

export const useStepText = () => useTexts(stepTexts)
