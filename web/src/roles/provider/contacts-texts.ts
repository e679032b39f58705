import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the provider's contacts with employers. */
const contactTexts = defineTexts({
  sv: () => import('../../language/texts/contacts.sv.ts'),
  en: () => import('../../language/texts/contacts.en.ts'),
})

export const useContactText = () => useTexts(contactTexts)
