import { defineTexts, useTexts } from './define-texts.ts'

/** Words for amounts and statements; money is shown to staff and providers, never to the participant. */
export const moneyTexts = defineTexts({
  sv: () => import('./texts/money.sv.ts'),
  en: () => import('./texts/money.en.ts'),
})

export const useMoneyText = () => useTexts(moneyTexts)
