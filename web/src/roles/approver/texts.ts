import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const approverTexts = defineTexts({
  sv: () => import('../../language/texts/approver.sv.ts'),
  en: () => import('../../language/texts/approver.en.ts'),
})

export const useText = () => useTexts(approverTexts)
