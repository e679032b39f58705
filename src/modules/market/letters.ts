import type { Day } from '../../kernel/day.ts'
import type { LetterId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { freezeLetter } from '../../platform/letters.ts'
import type { CaseHead } from '../registration/index.ts'
import { changedWords, type LetterWords, placedWords } from './letters.texts.ts'
import type { StoredOffer } from './store.ts'

interface Placement {
  readonly offer: StoredOffer
  readonly firstDay: Day
}

/** The letter to someone who was placed by the nearest-provider rule, frozen as it was that day. */
export function placedLetter(context: Context, head: CaseHead, placed: Placement & { dueOn: Day }): Promise<LetterId> {
  return freeze(context, head, placed, {
    kind: 'market.placed-by-rule',
    words: placedWords,
    more: { dueOn: placed.dueOn },
  })
}

/** The letter about a change of provider, frozen as it was that day. */
export function changedLetter(
  context: Context,
  head: CaseHead,
  changed: Placement & { previousName: string; previousLastDay: Day },
): Promise<LetterId> {
  const { previousName, previousLastDay } = changed
  return freeze(context, head, changed, {
    kind: 'market.provider-changed',
    words: changedWords,
    more: { previousName, previousLastDay },
  })
}

/** Street, postcode and locality in one line. */
export function addressLine(offer: Pick<StoredOffer, 'street' | 'postcode' | 'locality'>): string {
  return `${offer.street}, ${[offer.postcode, offer.locality].filter(Boolean).join(' ')}`
}

function freeze(
  context: Context,
  head: CaseHead,
  { offer, firstDay }: Placement,
  letter: { kind: string; words: LetterWords; more: Record<string, string> },
): Promise<LetterId> {
  const words = letter.words[head.language]
  const values: Record<string, string> = { providerName: offer.providerName, firstDay, ...letter.more }
  const filled = (line: string) => line.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return freezeLetter(context, {
    kind: letter.kind,
    personId: head.personId,
    caseId: head.caseId,
    text: {
      language: head.language,
      title: words.title,
      head: [head.name, ...homeLines(head), context.today],
      paragraphs: words.paragraphs.map(filled),
      facts: [
        [words.provider, offer.providerName],
        [words.address, addressLine(offer)],
        [words.firstDay, firstDay],
      ],
      foot: words.foot,
    },
  })
}

function homeLines(head: CaseHead): string[] {
  const locality = [head.postcode, head.locality].filter(Boolean).join(' ')
  return [head.street, locality].filter((line): line is string => Boolean(line))
}
