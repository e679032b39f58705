import { defineTexts, useTexts } from './define-texts.ts'

/** Words of a provider's staff and their access, and of the page where an invitation is accepted. */
export const staffTexts = defineTexts({
  sv: () => import('./texts/staff.sv.ts'),
  en: () => import('./texts/staff.en.ts'),
})

export const useStaffText = () => useTexts(staffTexts)
