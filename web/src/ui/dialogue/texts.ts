import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** What participants read; staff screens use the words of codes from here. */
export const dialogueTexts = defineTexts({
  sv: () => import('../../language/texts/dialogue.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/dialogue.sv-x-latt.ts'),
  en: () => import('../../language/texts/dialogue.en.ts'),
  ar: () => import('../../language/texts/dialogue.ar.ts'),
})

export const useDialogueText = () => useTexts(dialogueTexts)
