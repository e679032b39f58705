import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'

const nameLength = 100
const placeLength = 200
const emailLength = 254
const control = /[\p{Cc}\u2028\u2029]/u
// One @, something on both sides, a dot in the domain; who really has the address is shown only by a letter to it.
const emailShape = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const phoneShape = /^\+?[0-9][0-9 ()/-]{4,24}$/
const postcodeShape = /^(?:SE[- ]?)?(\d{3}) ?(\d{2})$/i

/** A person's given or family name. Problems: `required`, `control-character`, `too-long`. */
export function parseName(text: string): Result<string> {
  const checked = plainText(text, nameLength)
  return checked.ok && checked.value === '' ? fail(problem('required')) : checked
}

/** A street or locality; empty is none. Problems: `control-character`, `too-long`. */
export function parsePlaceText(text: string | null | undefined): Result<string | null> {
  return emptyAsNull(plainText(text ?? '', placeLength))
}

/** Five digits, a space after the third and the country's letters allowed; empty is none. Problem: `postcode-format`. */
export function parsePostcode(text: string | null | undefined): Result<string | null> {
  const trimmed = (text ?? '').trim()
  if (trimmed === '') return ok(null)
  const parts = postcodeShape.exec(trimmed)
  return parts === null ? fail(problem('postcode-format')) : ok(`${parts[1]}${parts[2]}`)
}

/** An e-mail address; empty is none. Problems: `email-format`, `too-long`. */
export function parseEmail(text: string | null | undefined): Result<string | null> {
  const trimmed = (text ?? '').trim()
  if (trimmed === '') return ok(null)
  if (trimmed.length > emailLength) return fail(problem('too-long', { values: { most: emailLength } }))
  return emailShape.test(trimmed) && !control.test(trimmed) ? ok(trimmed) : fail(problem('email-format'))
}

/** A telephone number as people write it; empty is none. Problem: `phone-format`. */
export function parsePhone(text: string | null | undefined): Result<string | null> {
  const trimmed = (text ?? '').trim()
  if (trimmed === '') return ok(null)
  return phoneShape.test(trimmed) ? ok(trimmed) : fail(problem('phone-format'))
}

function plainText(text: string, most: number): Result<string> {
  if (control.test(text)) return fail(problem('control-character'))
  const trimmed = text.trim()
  return trimmed.length > most ? fail(problem('too-long', { values: { most } })) : ok(trimmed)
}

function emptyAsNull(result: Result<string>): Result<string | null> {
  return result.ok && result.value === '' ? ok(null) : result
}
