import { defineTexts, useTexts } from '../../language/define-texts.ts'

export const calendarTexts = defineTexts({
  sv: () => import('../../language/texts/calendar.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/calendar.sv-x-latt.ts'),
  en: () => import('../../language/texts/calendar.en.ts'),
  ar: () => import('../../language/texts/calendar.ar.ts'),
})

export const useCalendarText = () => useTexts(calendarTexts)
