import { defineTexts, useTexts } from '../../language/define-texts.ts'

/** Words of tender terms, applications, contracts that pass on, and the roll-out; shared by applicants and the authority. */
export const admissionTexts = defineTexts({
  sv: () => import('../../language/texts/admission.sv.ts'),
  en: () => import('../../language/texts/admission.en.ts'),
})

export const useAdmissionText = () => useTexts(admissionTexts)
