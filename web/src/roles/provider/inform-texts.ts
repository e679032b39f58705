import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** The words of needs told to the caseworker, and of what runs beside the service. */
export const informTexts = defineTexts({
  sv: () => import('../../language/texts/inform.sv.ts'),
  en: () => import('../../language/texts/inform.en.ts'),
})

export const useInformText = () => useTexts(informTexts)

/** A need in words; one that came after these texts stands as its code. */
export function needWords(text: ReturnType<typeof useInformText>, need: string): string {
  const key = `inform.need.${need}`
  return text.knows(key) ? text(key) : need
}
