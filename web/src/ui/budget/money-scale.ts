const million = 100_000_000
const thousand = 100_000

/** The unit that gives an axis short numbers: millions or thousands of kronor. Amounts in öre. */
export type MoneyScale = { unit: 'million' | 'thousand'; of: (ore: number) => number }

export function moneyScale(largestOre: number): MoneyScale {
  const isLarge = largestOre >= 2 * million
  return { unit: isLarge ? 'million' : 'thousand', of: (ore) => ore / (isLarge ? million : thousand) }
}
