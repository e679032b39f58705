/** A number as typed in Swedish or English: '2,5', '2.5', ' 40 '. Not a number = `null`, which the server refuses by name. */
export function typedNumber(typed: string): number | null {
  const tidy = typed.trim().replace(',', '.')
  if (tidy === '') return null
  const value = Number(tidy)
  return Number.isFinite(value) ? value : null
}
