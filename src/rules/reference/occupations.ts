import { otherCodes, rows } from './ssyk.data.ts'

/** A group of SSYK 2012. `level` is the number of digits in its code, 1 to 4. */
export type Occupation = {
  readonly code: string
  readonly name: string
  readonly level: 1 | 2 | 3 | 4
  /** The same group in JobTech's taxonomy, which vacancies name. */
  readonly conceptId: string
}

const all: readonly Occupation[] = rows.map(([code, name, conceptId]) => ({
  code,
  name,
  level: code.length as Occupation['level'],
  conceptId,
}))

const byCode = new Map(all.map((each) => [each.code, each]))
const byOtherCode = new Map(otherCodes)

/** The group with an SSYK 2012 code of 1 to 4 digits, also by a code that it answers to; or `null`. */
export function ssyk(code: string): Occupation | null {
  return byCode.get(byOtherCode.get(code) ?? code) ?? null
}

/** The 400 groups that a person can seek work in. */
export function occupationsLevel4(): readonly Occupation[] {
  return all.filter((each) => each.level === 4)
}

/** All groups of all four levels, in the order of their codes. */
export function occupations(): readonly Occupation[] {
  return all
}
