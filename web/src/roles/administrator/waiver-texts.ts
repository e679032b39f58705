import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const waiverTexts = defineTexts({
  sv: () => import('../../language/texts/waivers.sv.ts'),
  en: () => import('../../language/texts/waivers.en.ts'),
})

export const useWaiverText = () => useTexts(waiverTexts)
