import { defineTexts, useTexts } from './define-texts.ts'

/** The work queue's words and the acts of staff. */
export const taskTexts = defineTexts({
  sv: () => import('./texts/tasks.sv.ts'),
  en: () => import('./texts/tasks.en.ts'),
})

export const useTaskText = () => useTexts(taskTexts)
