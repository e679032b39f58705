import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the model's open book, shared by those who read it. */
export const modelTexts = defineTexts({
  sv: () => import('../../language/texts/model.sv.ts'),
  en: () => import('../../language/texts/model.en.ts'),
})

export const useModelText = () => useTexts(modelTexts)
