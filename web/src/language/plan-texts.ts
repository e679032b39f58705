import { defineTexts, useTexts } from './define-texts.ts'

/** What of the joint plan every role reads: its week, its support, and what is demanded beside it. */
export const planTexts = defineTexts({
  sv: () => import('./texts/plan.sv.ts'),
  'sv-x-latt': () => import('./texts/plan.sv-x-latt.ts'),
  en: () => import('./texts/plan.en.ts'),
  ar: () => import('./texts/plan.ar.ts'),
})

export const usePlanText = () => useTexts(planTexts)
