import type { Branded } from './brand.ts'
import { checkDigit, hasCheckDigit } from './check-digit.ts'
import type { Day } from './day.ts'
import { day, isDay, yearOf } from './day.ts'
import { problem } from './problem.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'

/** A personnummer or coordination number as twelve digits, 'YYYYMMDDNNNN' (folkbokföringslagen 1991:481, 18–18 a §§). */
export type PersonNumber = Branded<string, 'PersonNumber'>

export type Sex = 'female' | 'male'

const shape = /^(\d{2})?(\d{6})([-+]?)(\d{4})$/
// No one born earlier has been given a number: they began in 1947.
const firstBirthYear = 1840
const coordinationOffset = 60

/**
 * Ten or twelve digits, with or without '-' or '+' before the last four. Ten digits mean the century in which the
 * person turns at most 99 this year, '+' the one in which they turn 100 or more; so `today` is needed.
 *
 * Problems, the first that applies: `required`; `not-digits` (other characters, or not ten or twelve digits);
 * `impossible-date`; `in-the-future`; `check-digit` (twelve digits); `check-digit-or-century` (ten digits, or a '+' that
 * the century contradicts). Birth number 000 is never given and counts as a wrong check digit. A coordination number
 * made for an unknown birth date (month or day 00) is refused as `impossible-date`.
 */
export function parsePersonNumber(text: string, today: Day): Result<PersonNumber> {
  const trimmed = text.trim()
  if (trimmed === '') return fail(problem('required'))
  const parts = shape.exec(trimmed)
  if (parts === null) return fail(problem('not-digits'))
  const [, century, shortDate = '', separator = '', lastFour = ''] = parts
  const date = (century ?? centuryOf(shortDate, separator, today)) + shortDate
  const birth = birthText(date)
  if (!isDay(birth) || yearOf(birth) < firstBirthYear) return fail(problem('impossible-date'))
  if (birth > today) return fail(problem('in-the-future'))
  const rightDigit = hasCheckDigit(shortDate + lastFour) && !lastFour.startsWith('000')
  const rightCentury = separator !== '+' || yearOf(today) - yearOf(birth) >= 100
  if (!rightDigit || !rightCentury) {
    const certainCentury = century !== undefined && separator !== '+'
    return fail(problem(certainCentury ? 'check-digit' : 'check-digit-or-century'))
  }
  return ok((date + lastFour) as PersonNumber)
}

/** The day of birth, the coordination number's 60 taken off. */
export function birthDate(number: PersonNumber): Day {
  return day(birthText(number.slice(0, 8)))
}

/** By the ninth digit of ten: odd for men, even for women. */
export function sexOf(number: PersonNumber): Sex {
  return number.charCodeAt(10) % 2 === 1 ? 'male' : 'female'
}

/** Whether it is a coordination number (samordningsnummer): the day of birth is raised by 60. */
export function isCoordinationNumber(number: PersonNumber): boolean {
  return Number(number.slice(6, 8)) > coordinationOffset
}

/** 'YYYYMMDD-NNNN', which needs no '+' because the century is written. */
export function formatPersonNumber(number: PersonNumber): string {
  return `${number.slice(0, 8)}-${number.slice(8)}`
}

/**
 * A number that no living person has: the tax agency keeps birth numbers 980–999 for tests, even ones for women, odd ones
 * for men. Throws for another serial.
 */
export function testPersonNumber(birth: Day, serial: number): PersonNumber {
  return makeTestNumber(birth, serial, 0)
}

/** A coordination number with the tests' serials, 980–999. */
export function testCoordinationNumber(birth: Day, serial: number): PersonNumber {
  return makeTestNumber(birth, serial, coordinationOffset)
}

function makeTestNumber(birth: Day, serial: number, offset: number): PersonNumber {
  if (!Number.isInteger(serial) || serial < 980 || serial > 999) {
    throw new RangeError(`test numbers have serials 980–999, not ${serial}`)
  }
  const dayOfMonth = String(Number(birth.slice(8, 10)) + offset).padStart(2, '0')
  const date = birth.slice(0, 4) + birth.slice(5, 7) + dayOfMonth
  return `${date}${serial}${checkDigit(date.slice(2) + serial)}` as PersonNumber
}

function birthText(date: string): string {
  const dayOfMonth = Number(date.slice(6, 8))
  const plain = dayOfMonth > coordinationOffset ? dayOfMonth - coordinationOffset : dayOfMonth
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${String(plain).padStart(2, '0')}`
}

function centuryOf(shortDate: string, separator: string, today: Day): string {
  const thisYear = yearOf(today)
  const twoDigits = Number(shortDate.slice(0, 2))
  const turning = (((thisYear - twoDigits) % 100) + 100) % 100
  const birthYear = thisYear - turning - (separator === '+' ? 100 : 0)
  return String(Math.floor(birthYear / 100)).padStart(2, '0')
}
