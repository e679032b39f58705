/**
 * The last digit of a Swedish identity or organisation number: modulus 10, the digits multiplied by 2, 1, 2, 1 … from
 * the left of the nine (SKV 704, SFS 1974:174). Throws unless given nine digits.
 */
export function checkDigit(nineDigits: string): number {
  if (!/^\d{9}$/.test(nineDigits)) throw new RangeError(`not nine digits: ${JSON.stringify(nineDigits)}`)
  let total = 0
  for (let index = 0; index < 9; index += 1) {
    const product = (nineDigits.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1)
    total += product > 9 ? product - 9 : product
  }
  return (10 - (total % 10)) % 10
}

/** Whether the last of ten digits is their check digit. */
export function hasCheckDigit(tenDigits: string): boolean {
  return checkDigit(tenDigits.slice(0, 9)) === tenDigits.charCodeAt(9) - 48
}
