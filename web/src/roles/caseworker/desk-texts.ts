import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** The words of the queue's way through the cases, of extensions and the end, and of what runs beside the service. */
export const deskTexts = defineTexts({
  sv: () => import('../../language/texts/desk.sv.ts'),
  en: () => import('../../language/texts/desk.en.ts'),
})

export const useDeskText = () => useTexts(deskTexts)
