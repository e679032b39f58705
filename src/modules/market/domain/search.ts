/** What a catalogue entry can be found by. */
export type Findable = {
  readonly providerName: string
  readonly municipalityCode: string
  readonly languages: readonly string[]
  readonly orientations: readonly string[]
}

/** Absent filters let everything through; several together must all hold. */
export type Filters = {
  readonly name?: string | undefined
  readonly municipalityCode?: string | undefined
  readonly language?: string | undefined
  readonly orientation?: string | undefined
}

/**
 * Whether an entry answers every filter that was given (programme 4.4: place, orientation, language, name). An address
 * directed to `all` lines of work answers each orientation.
 */
export function matches(entry: Findable, filters: Filters): boolean {
  const { name, municipalityCode, language, orientation } = filters
  return (
    (name === undefined || nameContains(entry.providerName, name)) &&
    (municipalityCode === undefined || entry.municipalityCode === municipalityCode) &&
    (language === undefined || entry.languages.includes(language)) &&
    (orientation === undefined || entry.orientations.includes(orientation) || entry.orientations.includes('all'))
  )
}

/**
 * Swedish folding: case and accents do not matter, but å, ä and ö are letters of their own. Who writes them means them;
 * who has no such keys and writes `goteborg` finds Göteborg too.
 */
export function nameContains(name: string, wanted: string): boolean {
  const query = fold(wanted.trim())
  return fold(name).includes(query) || withoutRings(fold(name)).includes(query)
}

function fold(text: string): string {
  const letters = [...text.normalize('NFC').toLocaleLowerCase('sv')]
  return letters.map((letter) => ('åäö'.includes(letter) ? letter : foldLetter(letter))).join('')
}

function foldLetter(letter: string): string {
  if (letter === 'æ') return 'ä'
  if (letter === 'ø') return 'ö'
  return letter.normalize('NFD').replace(/\p{M}/gu, '')
}

function withoutRings(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}
