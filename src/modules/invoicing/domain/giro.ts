import type { GiroAccount } from '../../../rules/index.ts'

/** The code of the scheme that stands as financial institution branch on a Swedish invoice (SE-R-011). */
export const schemeOf = { bankgiro: 'SE:BANKGIRO', plusgiro: 'SE:PLUSGIRO' } as const

/** Whether the last digit is the check digit: modulus 10, the digits from the right weighted 1, 2, 1, 2 … */
export function hasGiroCheckDigit(digits: string): boolean {
  let total = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48
    const product = index % 2 === 0 ? digit : digit * 2
    total += product > 9 ? product - 9 : product
  }
  return total % 10 === 0
}

/** Digits of a giro number as people write it (`991-2346`, `12 34 56-7`); null unless it has the right length and check digit. */
export function parseGiro(kind: GiroAccount['kind'], text: string): GiroAccount | null {
  const number = text.replaceAll(/[\s-]/g, '')
  const shape = kind === 'bankgiro' ? /^\d{7,8}$/ : /^\d{2,8}$/
  return shape.test(number) && hasGiroCheckDigit(number) ? { kind, number } : null
}

/** `991-2346`, `5678-9012` or `123456-7`, as the holder writes it. */
export function formatGiro({ kind, number }: GiroAccount): string {
  const tail = kind === 'bankgiro' ? 4 : 1
  return `${number.slice(0, -tail)}-${number.slice(-tail)}`
}
