import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of the budget, shared by those who follow it. */
export const budgetTexts = defineTexts({
  sv: () => import('../../language/texts/budget.sv.ts'),
  en: () => import('../../language/texts/budget.en.ts'),
})

export const useBudgetText = () => useTexts(budgetTexts)
