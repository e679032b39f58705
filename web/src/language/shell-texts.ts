import { defineTexts, useTexts } from './define-texts.ts'

/** The texts of the frame and the shared parts, in every language the product speaks. */
export const shellTexts = defineTexts({
  sv: () => import('./texts/shell.sv.ts'),
  'sv-x-latt': () => import('./texts/shell.sv-x-latt.ts'),
  en: () => import('./texts/shell.en.ts'),
  ar: () => import('./texts/shell.ar.ts'),
})

export const useShellText = () => useTexts(shellTexts)
