const comma = 44
const semicolon = 59
const quote = 34
const newline = 10
const carriageReturn = 13

/** A place in the text of one field; `quoted` fields may hold doubled quotes. */
export interface Field {
  start: number
  end: number
  quoted: boolean
}

/** The separator of a header: whichever of comma and semicolon it has more of. */
export function separatorOf(bytes: Buffer): number {
  const end = bytes.indexOf(newline)
  const header = bytes.subarray(0, end < 0 ? bytes.length : end)
  let balance = 0
  for (const byte of header) {
    if (byte === comma) balance += 1
    else if (byte === semicolon) balance -= 1
  }
  return balance >= 0 ? comma : semicolon
}

/** Reads a line's fields into `fields` from `at`; gives how many there are and where the next line begins. */
export function readLine(
  bytes: Buffer,
  at: number,
  separator: number,
  fields: Field[],
): { readonly count: number; readonly next: number } {
  let count = 0
  let place = at
  for (;;) {
    fields[count] ??= { start: 0, end: 0, quoted: false }
    const field = fields[count] as Field
    count += 1
    place = bytes[place] === quote ? readQuoted(bytes, place, field) : readPlain(bytes, place, separator, field)
    const byte = bytes[place]
    if (byte === separator) {
      place += 1
      continue
    }
    if (byte === carriageReturn) place += 1
    return { count, next: bytes[place] === newline ? place + 1 : place }
  }
}

function readPlain(bytes: Buffer, at: number, separator: number, field: Field): number {
  let place = at
  for (; place < bytes.length; place += 1) {
    const byte = bytes[place]
    if (byte === separator || byte === newline || byte === carriageReturn) break
  }
  field.start = at
  field.end = place
  field.quoted = false
  return place
}

function readQuoted(bytes: Buffer, at: number, field: Field): number {
  let place = at + 1
  for (; place < bytes.length; place += 1) {
    if (bytes[place] !== quote) continue
    if (bytes[place + 1] !== quote) break
    place += 1
  }
  field.start = at + 1
  field.end = Math.min(place, bytes.length)
  field.quoted = true
  return Math.min(place + 1, bytes.length)
}

/** A field's text. */
export function textOf(bytes: Buffer, field: Field): string {
  const text = bytes.toString('utf8', field.start, field.end)
  return field.quoted ? text.replaceAll('""', '"') : text.trim()
}

const powers = Float64Array.from({ length: 23 }, (_, power) => 10 ** power)

/** A field's number; `null` when it is no number, `NaN` when it is empty, infinite when it is too large or says so. */
export function numberOf(bytes: Buffer, field: Field): number | null {
  let place = field.start
  if (place === field.end) return Number.NaN
  const isNegative = bytes[place] === 45
  if (isNegative) place += 1
  let digits = 0
  let decimals = 0
  let mantissa = 0
  let isAfterPoint = false
  for (; place < field.end; place += 1) {
    const byte = bytes[place] as number
    if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + (byte - 48)
      digits += 1
      if (isAfterPoint) decimals += 1
    } else if (byte === 46 && !isAfterPoint) isAfterPoint = true
    else return slowNumber(textOf(bytes, field))
  }
  if (digits === 0 || digits > 15 || decimals > 22) return slowNumber(textOf(bytes, field))
  const size = mantissa / (powers[decimals] as number)
  return isNegative ? -size : size
}

function slowNumber(text: string): number | null {
  if (text === '') return Number.NaN
  if (/^[+-]?inf(inity)?$/i.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  // A written NaN is as little a value as an infinity; only an empty field says "missing".
  if (/^[+-]?nan$/i.test(text)) return Number.POSITIVE_INFINITY
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null
}
