import { defineTexts, useTexts } from './define-texts.ts'

/** Words for what the provider owes, what was not kept and why; for staff. */
export const clockTexts = defineTexts({
  sv: () => import('./texts/clocks.sv.ts'),
  en: () => import('./texts/clocks.en.ts'),
})

export const useClockText = () => useTexts(clockTexts)
