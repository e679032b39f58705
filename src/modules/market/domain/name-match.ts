/** How a name answers what was typed: it holds the words, it comes as near as a typing error, or neither. */
export type NameMatch = 'holds' | 'near' | 'none'

/**
 * Swedish folding: case and accents do not matter, but å, ä and ö are letters of their own. Who writes them means them;
 * who has no such keys and writes `goteborg` finds Göteborg too. What no name holds may be a typing error: each word may
 * then miss a letter, have one too many, a wrong one, or two that changed places (programme 4.4: search by name).
 */
export function nameMatch(name: string, wanted: string): NameMatch {
  const query = fold(wanted.trim())
  if (fold(name).includes(query) || withoutRings(fold(name)).includes(query)) return 'holds'
  const words = wordsOf(withoutRings(fold(name)))
  const near = wordsOf(withoutRings(query)).every((typed) => words.some((word) => isNear(word, typed)))
  return near ? 'near' : 'none'
}

/** What a store looks for, so that it finds every name that `nameMatch` does not call `none`, and not many more. */
export type NameQuery = {
  /** All that was typed, folded; å, ä and ö without rings. */
  readonly typed: string
  /** The longest of its words. */
  readonly word: string
  /** Slips that the word may have. */
  readonly slips: number
}

export function nameQuery(wanted: string): NameQuery {
  const typed = withoutRings(fold(wanted.trim()))
  const word = wordsOf(typed).reduce((longest, one) => (one.length > longest.length ? one : longest), '')
  return { typed, word: word === '' ? typed : word, slips: slipsAllowed(word.length) }
}

function isNear(word: string, typed: string): boolean {
  return word.includes(typed) || slipsToBeginning(word, typed) <= slipsAllowed(typed.length)
}

/** A slip in a short word makes it another word. */
function slipsAllowed(letters: number): number {
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/**
 * The fewest slips of the finger that turn what was typed into the word's beginning: a letter missing, too many or wrong,
 * or two neighbours that changed places (optimal string alignment; the word may go on after what was typed).
 */
export function slipsToBeginning(word: string, typed: string): number {
  const rows: number[][] = [Array.from({ length: word.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row]
    for (let at = 1; at <= word.length; at += 1) line.push(fewest(rows, line, { word, typed, row, at }))
    rows.push(line)
  }
  return Math.min(...(rows[typed.length] ?? []))
}

type Place = { word: string; typed: string; row: number; at: number }

function fewest(rows: readonly number[][], line: readonly number[], { word, typed, row, at }: Place): number {
  const cell = (up: number, left: number) => rows[row - up]?.[at - left] ?? Number.POSITIVE_INFINITY
  const wrong = word[at - 1] === typed[row - 1] ? 0 : 1
  const plain = Math.min(cell(1, 0) + 1, (line[at - 1] ?? 0) + 1, cell(1, 1) + wrong)
  const swapped = word[at - 1] === typed[row - 2] && word[at - 2] === typed[row - 1]
  return row > 1 && at > 1 && swapped ? Math.min(plain, cell(2, 2) + 1) : plain
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function fold(text: string): string {
  const letters = [...text.normalize('NFC').toLocaleLowerCase('sv')]
  return letters.map((letter) => ('åäö'.includes(letter) ? letter : foldLetter(letter))).join('')
}

function foldLetter(letter: string): string {
  if (letter === 'æ') return 'ä'
  if (letter === 'ø') return 'ö'
  return withoutRings(letter)
}

function withoutRings(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}
