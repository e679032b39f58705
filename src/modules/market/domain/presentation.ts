/** What a provider may not write about itself, and where. */
export type PresentationFault = {
  readonly fault: 'too-long' | 'long-sentence' | 'hard-words' | 'promises-money' | 'promises-gift' | 'promises-work'
  /** The sentence as it was written; the whole text's first words where it is the whole that is too long. */
  readonly sentence: string
}

export type PresentationRules = {
  readonly presentationCharacters: number
  readonly presentationSentenceWords: number
  /** Share of words with more than six letters, in percent, that a text of some length may have. */
  readonly presentationLongWordsPercent: number
}

/** Stems, so that `presentkort`, `presentkortet` and `gåvor` are found; each at the beginning of a word. */
const promises = {
  'promises-money': [
    'ersättning till dig',
    'får betalt',
    'ger dig betalt',
    'bonus',
    'kontant',
    'pengar till dig',
    'får pengar',
    'ger pengar',
    'swish',
    'get paid',
    'cash',
    'pay you',
    'مكافأة مالية',
    'نقدا',
  ],
  'promises-gift': [
    'gåva',
    'gåvor',
    'present till',
    'presentkort',
    'gratis dator',
    'gratis mobil',
    'gratis telefon',
    'gratis gym',
    'gratis lunch',
    'busskort',
    'surfplatta på köpet',
    'vinn ',
    'gift card',
    'free laptop',
    'free phone',
    'هدية',
    'هدايا',
  ],
  'promises-work': [
    'garanterar jobb',
    'garanterat jobb',
    'garanterar arbete',
    'garanterat arbete',
    'jobbgaranti hos oss',
    'lovar jobb',
    'lovar dig jobb',
    'lovar arbete',
    'guaranteed job',
    'guarantee you a job',
  ],
} as const

/**
 * What stands against publishing a provider's text about itself: too long, hard to read, or a promise of payment, gifts
 * or certain work (programme 4.4: nothing can be bought; look: plain words). Each fault names its sentence, so that
 * the writer can mend it. An empty list is a text that may be shown.
 */
export function presentationFaults(text: string, rules: PresentationRules): readonly PresentationFault[] {
  const faults: PresentationFault[] = []
  const letters = [...text.trim()].length
  if (letters > rules.presentationCharacters) faults.push({ fault: 'too-long', sentence: firstWords(text) })
  for (const sentence of sentencesOf(text)) {
    if (wordsOf(sentence).length > rules.presentationSentenceWords) faults.push({ fault: 'long-sentence', sentence })
    for (const fault of Object.keys(promises) as (keyof typeof promises)[]) {
      if (promises[fault].some((stem) => holdsStem(sentence, stem))) faults.push({ fault, sentence })
    }
  }
  const words = wordsOf(text)
  const long = words.filter((word) => [...word].length > 6).length
  if (words.length >= wordsToJudge && long * 100 > words.length * rules.presentationLongWordsPercent) {
    faults.push({ fault: 'hard-words', sentence: hardest(text) })
  }
  return faults
}

/** A share of long words says nothing about a text of a few words. */
const wordsToJudge = 30

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?؟])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word !== '')
}

function holdsStem(sentence: string, stem: string): boolean {
  const spaced = ` ${sentence.toLocaleLowerCase('sv').replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return spaced.includes(` ${stem}`)
}

/** The sentence with the largest share of long words. */
function hardest(text: string): string {
  const share = (sentence: string) => {
    const words = wordsOf(sentence)
    return words.length === 0 ? 0 : words.filter((word) => [...word].length > 6).length / words.length
  }
  return sentencesOf(text).reduce((worst, one) => (share(one) > share(worst) ? one : worst), '')
}

function firstWords(text: string): string {
  return wordsOf(text).slice(0, 8).join(' ')
}
