import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const jobsTexts = defineTexts({
  sv: () => import('../../language/texts/jobs.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/jobs.sv-x-latt.ts'),
  en: () => import('../../language/texts/jobs.en.ts'),
  ar: () => import('../../language/texts/jobs.ar.ts'),
})

export const useJobsText = () => useTexts(jobsTexts)
