import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of payment files, the bank's answers and what waits before money leaves. */
const paymentTexts = defineTexts({
  sv: () => import('../../language/texts/payments.sv.ts'),
  en: () => import('../../language/texts/payments.en.ts'),
})

export const usePaymentText = () => useTexts(paymentTexts)
