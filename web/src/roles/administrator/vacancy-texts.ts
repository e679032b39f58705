import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const vacancyTexts = defineTexts({
  sv: () => import('../../language/texts/vacancies.sv.ts'),
  en: () => import('../../language/texts/vacancies.en.ts'),
})

export const useVacancyText = () => useTexts(vacancyTexts)
