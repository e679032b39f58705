import { defineTexts, useTexts } from '../language/define-texts.ts'

export const offlineTexts = defineTexts({
  sv: () => import('../language/texts/offline.sv.ts'),
  'sv-x-latt': () => import('../language/texts/offline.sv-x-latt.ts'),
  en: () => import('../language/texts/offline.en.ts'),
  ar: () => import('../language/texts/offline.ar.ts'),
})

export const useOfflineText = () => useTexts(offlineTexts)
