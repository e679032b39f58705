/** The order in which a case flows; a module may know the ones before it, never those after (house section 1). */
export const flow = [
  'registration',
  'assessment',
  'decision',
  'market',
  'admission',
  'delivery',
  'vacancies',
  'dialogue',
  'outcomes',
  'compensation',
  'ledger',
  'invoicing',
  'oversight',
  'municipality',
  'evaluation',
] as const
