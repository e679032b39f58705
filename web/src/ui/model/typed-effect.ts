/** A typed number with comma or point and any minus; null when it is none. */
export function readNumber(typed: string): number | null {
  const tidy = typed.trim().replaceAll('−', '-').replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(tidy) ? Number(tidy) : null
}
