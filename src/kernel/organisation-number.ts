import type { Branded } from './brand.ts'
import { checkDigit, hasCheckDigit } from './check-digit.ts'
import { problem } from './problem.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'

/** A legal person's number as ten digits (lag 1974:174). Sole traders use their personnummer and are not legal persons. */
export type OrganisationNumber = Branded<string, 'OrganisationNumber'>

const shape = /^(?:16)?(\d{6})-?(\d{4})$/

/**
 * Ten digits with or without '-', or twelve that begin with 16.
 * Problems: `required`, `not-digits`, `not-an-organisation` (the third digit below 2: a person's number), `check-digit`.
 */
export function parseOrganisationNumber(text: string): Result<OrganisationNumber> {
  const trimmed = text.trim()
  if (trimmed === '') return fail(problem('required'))
  const parts = shape.exec(trimmed)
  if (parts === null) return fail(problem('not-digits'))
  const tenDigits = `${parts[1]}${parts[2]}`
  if (tenDigits.charCodeAt(2) - 48 < 2) return fail(problem('not-an-organisation'))
  return hasCheckDigit(tenDigits) ? ok(tenDigits as OrganisationNumber) : fail(problem('check-digit'))
}

/** 'NNNNNN-NNNN'. */
export function formatOrganisationNumber(number: OrganisationNumber): string {
  return `${number.slice(0, 6)}-${number.slice(6)}`
}

/** The whole number from its first nine digits, for demo data; throws unless they can begin a legal person's number. */
export function completeOrganisationNumber(nineDigits: string): OrganisationNumber {
  const digit = checkDigit(nineDigits)
  if (nineDigits.charCodeAt(2) - 48 < 2) throw new RangeError(`not an organisation's number: ${nineDigits}`)
  return `${nineDigits}${digit}` as OrganisationNumber
}
