import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the windows and their comparison, shared by those who decide on them and those who follow. */
export const windowTexts = defineTexts({
  sv: () => import('../../language/texts/windows.sv.ts'),
  en: () => import('../../language/texts/windows.en.ts'),
})

export const useWindowText = () => useTexts(windowTexts)
