/** How a name answers what was typed: it holds the words, it comes as near as a typing error, or neither. */
export type NameMatch = 'holds' | 'near' | 'none'

/** A name as it is compared. */
export type FoldedName = {
  /** Small letters, without accents but for å, ä and ö. */
  readonly folded: string
  /** Without rings and dots too, as who has no such keys writes it. */
  readonly plain: string
  /** The words of `plain`. */
  readonly words: readonly string[]
}

export function foldName(name: string): FoldedName {
  const folded = fold(name)
  const plain = withoutRings(folded)
  return { folded, plain, words: wordsOf(plain) }
}

/**
 * Swedish folding: case and accents do not matter, but å, ä and ö are letters of their own. Who writes them means them;
 * who has no such keys and writes `goteborg` finds Göteborg too. What no name holds may be a typing error: each word may
 * then miss a letter, have one too many, a wrong one, or two that changed places (programme 4.4: search by name).
 */
export function nameMatch(name: string, wanted: string): NameMatch {
  return nameMatcher(wanted)(foldName(name))
}

/** `nameMatch` for many names; each word that several of them share is compared once. */
export function nameMatcher(wanted: string): (name: FoldedName) => NameMatch {
  const query = fold(wanted.trim())
  const asked = wordsOf(withoutRings(query)).map((typed) => ({ typed, known: new Map<string, boolean>() }))
  return ({ folded, plain, words }) => {
    if (folded.includes(query) || plain.includes(query)) return 'holds'
    const near = asked.every(({ typed, known }) =>
      words.some((word) => {
        const found = known.get(word) ?? comesNear(word, typed)
        known.set(word, found)
        return found
      }),
    )
    return near && asked.length > 0 ? 'near' : 'none'
  }
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

/** Whether a word of a name, folded and plain, comes as near to a typed word as a typing error, or holds it. */
export function comesNear(word: string, typed: string): boolean {
  if (word.includes(typed)) return true
  const allowed = slipsAllowed(typed.length)
  return word.length >= typed.length - allowed && slipsToBeginning(word, typed) <= allowed
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
  let before: number[] = []
  let above = Array.from({ length: word.length + 1 }, (_, at) => at)
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row]
    for (let at = 1; at <= word.length; at += 1) {
      const wrong = word[at - 1] === typed[row - 1] ? 0 : 1
      let fewest = Math.min((above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + wrong)
      const swapped = row > 1 && at > 1 && word[at - 1] === typed[row - 2] && word[at - 2] === typed[row - 1]
      if (swapped) fewest = Math.min(fewest, (before[at - 2] ?? 0) + 1)
      line.push(fewest)
    }
    before = above
    above = line
  }
  return Math.min(...above)
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
