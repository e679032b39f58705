import { type Day, parseDay } from '../../../kernel/day.ts'
import { birthDate, type PersonNumber, parsePersonNumber, type Sex, sexOf } from '../../../kernel/person-number.ts'
import { type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import type { RawRow } from '../../../kernel/split-rows.ts'
import type { BirthRegion, EducationLevel, ProgrammeCode } from '../../../rules/index.ts'
import type { Protection } from './person.ts'
import { parseEmail, parseName, parsePhone, parsePlaceText, parsePostcode } from './person-fields.ts'
import { isFarFromPostTown, isKnownOccupation, languageCode, municipalitySeat } from './places.ts'

/** The columns of a register extract, in the order that the file's description gives them. */
export const extractColumns = [
  'personnummer',
  'fornamn',
  'efternamn',
  'gatuadress',
  'postnummer',
  'postort',
  'kommunkod',
  'kon',
  'fodelseregion',
  'utbildning',
  'fullfoljd',
  'nedsatt_arbetsformaga',
  'program',
  'inskriven_fran',
  'inskrivna_dagar_10_ar',
  'ssyk',
  'onskad_omfattning',
  'sprak',
  'tolk',
  'epost',
  'telefon',
  'skyddade_uppgifter',
] as const
export type ExtractColumn = (typeof extractColumns)[number]

/** Where each column stands in this file, and how many there are. */
export interface ExtractHeader {
  readonly places: Readonly<Record<ExtractColumn, number>>
  readonly width: number
}

/** What a good row says of a person. */
export interface ExtractRow {
  readonly identityNumber: PersonNumber
  readonly givenName: string
  readonly familyName: string
  readonly street: string | null
  readonly postcode: string | null
  readonly locality: string | null
  readonly municipalityCode: string
  readonly sex: Sex
  readonly birthDate: Day
  readonly birthRegion: BirthRegion
  readonly education: EducationLevel
  readonly educationCompleted: boolean | null
  readonly disability: boolean
  readonly programme: ProgrammeCode | null
  readonly registeredFrom: Day
  readonly registeredDays10y: number
  readonly ssyk: readonly string[]
  readonly wantedExtentPercent: number
  readonly language: string
  readonly interpreter: boolean
  readonly email: string | null
  readonly phone: string | null
  readonly protection: Protection
}

/** Why a row is refused and where: `column` from 1 and `field` are null when the fault is the whole row's. */
export interface RowProblem {
  readonly line: number
  readonly column: number | null
  readonly field: ExtractColumn | null
  readonly reason: string
  readonly values?: Readonly<Record<string, string | number>>
}

// Ten years with their leap days.
const mostDays = 3653
const yesNo = new Map([
  ['ja', true],
  ['nej', false],
])
const sexes = new Map<string, Sex>([
  ['K', 'female'],
  ['M', 'male'],
])
const birthRegions = new Map<string, BirthRegion>([
  ['sverige', 'sweden'],
  ['norden', 'nordic'],
  ['europa', 'europe'],
  ['varlden', 'world'],
])
const educations = new Map<string, EducationLevel>([
  ['', 'unknown'],
  ['grundskola', 'compulsory'],
  ['gymnasium', 'upper-secondary'],
  ['eftergymnasial', 'post-secondary'],
])
const programmes = new Map<string, ProgrammeCode | null>([
  ['', null],
  ['JOB', 'JOB'],
  ['UGA', 'UGA'],
  ['ETP', 'ETP'],
])
const protections = new Map<string, Protection>([
  ['', 'none'],
  ['sekretessmarkering', 'secrecy-mark'],
  ['skyddad folkbokforing', 'protected-registration'],
  ['skyddad folkbokföring', 'protected-registration'],
  ['fingerade personuppgifter', 'fictitious-identity'],
])

/** Reads the header line. Problems: `missing-column`, `unknown-column`, `repeated-column`, each with its `column`. */
export function readHeader(cells: readonly string[]): Result<ExtractHeader> {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const unknown = names.find((name) => !(extractColumns as readonly string[]).includes(name))
  const missing = extractColumns.find((name) => !names.includes(name))
  if (missing !== undefined) return fail(problem('missing-column', { values: { column: missing } }))
  if (unknown !== undefined) return fail(problem('unknown-column', { values: { column: unknown } }))
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) return fail(problem('repeated-column', { values: { column: repeated } }))
  const places = Object.fromEntries(extractColumns.map((name) => [name, names.indexOf(name)]))
  return ok({ places: places as Record<ExtractColumn, number>, width: names.length })
}

/** Checks one row against the day: the person it tells of, or every fault with its column and reason. */
export function readRow(raw: RawRow, header: ExtractHeader, today: Day): ExtractRow | RowProblem[] {
  const whole = wholeRowFault(raw, header)
  if (whole !== null)
    return [{ line: raw.line, column: null, field: null, reason: whole.code, values: whole.values ?? {} }]
  const reading = new RowReading(raw, header)
  const row = { ...personOf(reading, today), ...homeIn(reading), ...situationOf(reading, today), ...contactOf(reading) }
  checkTogether(reading, row)
  return reading.problems.length > 0 ? reading.problems : (row as ExtractRow)
}

function wholeRowFault(raw: RawRow, header: ExtractHeader): Problem | null {
  if (raw.broken) return problem('unclosed-quote')
  const { length } = raw.cells
  if (length === header.width) return null
  return problem(length < header.width ? 'too-few-columns' : 'too-many-columns', {
    values: { found: length, expected: header.width },
  })
}

/** Takes cells one by one and gathers their faults. A cell at fault reads as undefined. */
class RowReading {
  readonly problems: RowProblem[] = []
  readonly raw: RawRow
  readonly header: ExtractHeader

  constructor(raw: RawRow, header: ExtractHeader) {
    this.raw = raw
    this.header = header
  }

  text(field: ExtractColumn): string {
    return this.raw.cells[this.header.places[field]] ?? ''
  }

  take<T>(field: ExtractColumn, parse: (text: string) => Result<T>): T | undefined {
    const result = parse(this.text(field))
    if (result.ok) return result.value
    this.refuse(field, result.problem)
    return undefined
  }

  refuse(field: ExtractColumn, { code, values }: Problem): void {
    const column = this.header.places[field] + 1
    this.problems.push({ line: this.raw.line, column, field, reason: code, ...(values ? { values } : {}) })
  }
}

function personOf(reading: RowReading, today: Day) {
  const identityNumber = reading.take('personnummer', (text) => parsePersonNumber(text, today))
  return {
    identityNumber,
    givenName: reading.take('fornamn', parseName),
    familyName: reading.take('efternamn', parseName),
    sex: reading.take('kon', listed(sexes)),
    birthDate: identityNumber === undefined ? undefined : birthDate(identityNumber),
    birthRegion: reading.take('fodelseregion', listed(birthRegions)),
    protection: reading.take('skyddade_uppgifter', listed(protections)),
  }
}

function homeIn(reading: RowReading) {
  return {
    street: reading.take('gatuadress', parsePlaceText),
    postcode: reading.take('postnummer', parsePostcode),
    locality: reading.take('postort', parsePlaceText),
    municipalityCode: reading.take('kommunkod', municipality),
  }
}

function situationOf(reading: RowReading, today: Day) {
  const education = reading.take('utbildning', listed(educations))
  const completed = education === 'unknown' && reading.text('fullfoljd').trim() === ''
  return {
    education,
    educationCompleted: completed ? null : reading.take('fullfoljd', listed(yesNo)),
    disability: reading.take('nedsatt_arbetsformaga', listed(yesNo)),
    programme: reading.take('program', listed(programmes)),
    registeredFrom: reading.take('inskriven_fran', (text) => pastDay(text, today)),
    registeredDays10y: reading.take('inskrivna_dagar_10_ar', (text) => wholeNumber(text, 0, mostDays)),
    ssyk: reading.take('ssyk', occupations),
    wantedExtentPercent: reading.take('onskad_omfattning', (text) => wholeNumber(text, 1, 100)),
  }
}

function contactOf(reading: RowReading) {
  return {
    language: reading.take('sprak', spokenLanguage),
    interpreter: reading.take('tolk', listed(yesNo)),
    email: reading.take('epost', parseEmail),
    phone: reading.take('telefon', parsePhone),
  }
}

type Together = ReturnType<typeof personOf> & ReturnType<typeof homeIn> & ReturnType<typeof situationOf>

function checkTogether(reading: RowReading, row: Together): void {
  const { identityNumber, sex, registeredFrom, municipalityCode, locality } = row
  if (municipalityCode !== undefined && locality && isFarFromPostTown(municipalityCode, locality)) {
    reading.refuse('kommunkod', problem('contradicts-post-town'))
  }
  if (identityNumber === undefined) return
  if (sex !== undefined && sexOf(identityNumber) !== sex) reading.refuse('kon', problem('contradicts-personnummer'))
  if (registeredFrom !== undefined && registeredFrom < birthDate(identityNumber)) {
    reading.refuse('inskriven_fran', problem('before-birth'))
  }
}

function listed<T>(codes: ReadonlyMap<string, T>): (text: string) => Result<T> {
  return (text) => {
    const trimmed = text.trim()
    const found = codes.get(trimmed)
    if (found !== undefined) return ok(found)
    if (trimmed === '') return fail(problem('required'))
    return fail(problem('not-in-list', { values: { allowed: [...codes.keys()].filter(Boolean).join(', ') } }))
  }
}

function municipality(text: string): Result<string> {
  const code = text.trim()
  if (code === '') return fail(problem('required'))
  return municipalitySeat(code) === null ? fail(problem('unknown-municipality')) : ok(code)
}

function pastDay(text: string, today: Day): Result<Day> {
  const parsed = parseDay(text)
  return parsed.ok && parsed.value > today ? fail(problem('in-the-future')) : parsed
}

function wholeNumber(text: string, least: number, most: number): Result<number> {
  const trimmed = text.trim()
  if (trimmed === '') return fail(problem('required'))
  if (!/^[-+]?\d+([.,]\d+)?$/.test(trimmed)) return fail(problem('not-a-number'))
  if (!/^[-+]?\d+$/.test(trimmed)) return fail(problem('not-a-whole-number'))
  const number = Number(trimmed)
  return number < least || number > most ? fail(problem('out-of-range', { values: { least, most } })) : ok(number)
}

function occupations(text: string): Result<readonly string[]> {
  const codes = text
    .trim()
    .split(/[\s|/,]+/)
    .filter(Boolean)
  return codes.every(isKnownOccupation) ? ok(codes) : fail(problem('unknown-occupation'))
}

function spokenLanguage(text: string): Result<string> {
  const name = text.trim().toLowerCase()
  if (name === '') return fail(problem('required'))
  const code = languageCode(name)
  return code === null ? fail(problem('unknown-language')) : ok(code)
}
