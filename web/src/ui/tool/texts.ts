import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the oversight of the assessment tool, shared by those who follow it. */
export const toolTexts = defineTexts({
  sv: () => import('../../language/texts/tool.sv.ts'),
  en: () => import('../../language/texts/tool.en.ts'),
})

export const useToolText = () => useTexts(toolTexts)

/** Says a code of the law or of the data by its kind; one that has no text yet is shown as it is. */
export function useCodeText() {
  const text = useToolText()
  return (kind: 'reason' | 'factor' | 'group' | 'fact', code: string): string => {
    const key = `${kind}.${code}`
    return text.knows(key) ? text(key) : code
  }
}
