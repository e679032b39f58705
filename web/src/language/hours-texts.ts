import { defineTexts, useTexts } from './define-texts.ts'

/** Words for hours and the participant's answers to them, in every role. */
export const hoursTexts = defineTexts({
  sv: () => import('./texts/hours.sv.ts'),
  'sv-x-latt': () => import('./texts/hours.sv-x-latt.ts'),
  en: () => import('./texts/hours.en.ts'),
  ar: () => import('./texts/hours.ar.ts'),
})

export const useHoursText = () => useTexts(hoursTexts)
