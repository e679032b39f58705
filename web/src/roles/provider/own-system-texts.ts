import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the provider's own system, and of moving participants between advisers. */
export const ownSystemTexts = defineTexts({
  sv: () => import('../../language/texts/own-system.sv.ts'),
  en: () => import('../../language/texts/own-system.en.ts'),
})

export const useOwnSystemText = () => useTexts(ownSystemTexts)
