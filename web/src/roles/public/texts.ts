import { defineTexts, useTexts } from '../../language/define-texts.ts'

const publicTexts = defineTexts({
  sv: () => import('../../language/texts/public.sv.ts'),
  'sv-x-latt': () => import('../../language/texts/public.sv-x-latt.ts'),
  en: () => import('../../language/texts/public.en.ts'),
  ar: () => import('../../language/texts/public.ar.ts'),
})

export const useText = () => useTexts(publicTexts)
