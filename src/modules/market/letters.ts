import type { Day } from '../../kernel/day.ts'
import type { LetterId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { freezeLetter, freezeLetters, type Letter } from '../../platform/letters.ts'
import type { CaseHead } from '../registration/index.ts'
import { changedWords, contractOverWords, type LetterWords, placedWords } from './letters.texts.ts'
import type { ToldOffer } from './store.ts'

interface Placement {
  readonly head: CaseHead
  readonly offer: ToldOffer
  readonly firstDay: Day
}

/** The letters to those who were placed by the nearest-provider rule, frozen as they were that day. */
export function placedLetters(
  context: Context,
  placed: readonly (Placement & { readonly dueOn: Day })[],
): Promise<LetterId[]> {
  return freezeLetters(
    context,
    placed.map((each) =>
      letterTo(context, each, { kind: 'market.placed-by-rule', words: placedWords, more: { dueOn: each.dueOn } }),
    ),
  )
}

/** The letter about a change of provider, frozen as it was that day. */
export function changedLetter(
  context: Context,
  changed: Placement & { previousName: string; previousLastDay: Day },
): Promise<LetterId> {
  const { previousName, previousLastDay } = changed
  const more = { previousName, previousLastDay }
  return freezeLetter(
    context,
    letterTo(context, changed, { kind: 'market.provider-changed', words: changedWords, more }),
  )
}

/** The letter to someone whose provider's contract is over before the service is, frozen as it was that day. */
export function contractOverLetter(
  context: Context,
  head: CaseHead,
  over: { readonly providerName: string; readonly lastDay: Day; readonly dueOn: Day },
): Promise<LetterId> {
  const words = contractOverWords[head.language]
  return freezeLetter(context, {
    kind: 'market.contract-over',
    personId: head.personId,
    caseId: head.caseId,
    text: {
      language: head.language,
      title: words.title,
      head: [head.name, ...homeLines(head), context.today],
      paragraphs: words.paragraphs.map((line) => filled(line, { ...over })),
      facts: [
        [words.provider, over.providerName],
        [words.lastDay, over.lastDay],
        [words.dueOn, over.dueOn],
      ],
      foot: words.foot,
    },
  })
}

/** Street, postcode and locality in one line. */
export function addressLine(offer: Pick<ToldOffer, 'street' | 'postcode' | 'locality'>): string {
  return `${offer.street}, ${[offer.postcode, offer.locality].filter(Boolean).join(' ')}`
}

function letterTo(
  context: Context,
  { head, offer, firstDay }: Placement,
  letter: { kind: string; words: LetterWords; more: Record<string, string> },
): Letter {
  const words = letter.words[head.language]
  const values: Record<string, string> = { providerName: offer.providerName, firstDay, ...letter.more }
  return {
    kind: letter.kind,
    personId: head.personId,
    caseId: head.caseId,
    text: {
      language: head.language,
      title: words.title,
      head: [head.name, ...homeLines(head), context.today],
      paragraphs: words.paragraphs.map((line) => filled(line, values)),
      facts: [
        [words.provider, offer.providerName],
        [words.address, addressLine(offer)],
        [words.firstDay, firstDay],
      ],
      foot: words.foot,
    },
  }
}

function filled(line: string, values: Readonly<Record<string, string>>): string {
  return line.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function homeLines(head: CaseHead): string[] {
  const locality = [head.postcode, head.locality].filter(Boolean).join(' ')
  return [head.street, locality].filter((line): line is string => Boolean(line))
}
