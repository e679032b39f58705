/** A number as people type it, with or without spaces; null for nothing, undefined for what is not a number. */
export function readWhole(text: string): number | null | undefined {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  if (bare === '') return null
  return /^-?\d{1,18}(\.\d+)?$/.test(bare.replace(',', '.')) ? Number(bare.replace(',', '.')) : undefined
}
