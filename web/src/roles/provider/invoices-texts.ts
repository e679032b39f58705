import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the provider's invoices and payment details. */
const invoiceTexts = defineTexts({
  sv: () => import('../../language/texts/invoices.sv.ts'),
  en: () => import('../../language/texts/invoices.en.ts'),
})

export const useInvoiceText = () => useTexts(invoiceTexts)
