import type { Day } from '../../kernel/day.ts'
import type { LetterId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { freezeLetter } from '../../platform/letters.ts'
import type { Language } from '../../platform/problems.ts'
import type { ReviewOutcome } from '../../rules/index.ts'
import type { CaseHead } from '../registration/index.ts'
import { outcomeWords, reviewLetterWords } from './letters.texts.ts'

interface Answered {
  readonly outcome: ReviewOutcome
  /** The caseworker's own words, which stand as they were written in every language. */
  readonly words: string
  readonly askedOn: Day
  readonly assessedOn: Day
}

/** Freezes the answer to a review in Swedish, and beside it in the person's own language where that is another. */
export async function reviewLetter(
  context: Context,
  head: CaseHead,
  answered: Answered,
): Promise<{ letterId: LetterId; ownLetterId: LetterId }> {
  const freeze = (language: Language) => freezeIn(context, head, answered, language)
  const letterId = await freeze('sv')
  const ownLetterId = head.language === 'sv' ? letterId : await freeze(head.language)
  return { letterId, ownLetterId }
}

function freezeIn(context: Context, head: CaseHead, answered: Answered, language: Language): Promise<LetterId> {
  const text = reviewLetterWords[language]
  const values: Record<string, string> = {
    askedOn: answered.askedOn,
    assessedOn: answered.assessedOn,
    outcome: outcomeWords[language][answered.outcome],
    words: answered.words,
  }
  const filled = (line: string) => line.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  const locality = [head.postcode, head.locality].filter(Boolean).join(' ')
  const address = [head.name, head.street ?? '', locality].filter(Boolean)
  return freezeLetter(context, {
    kind: 'assessment-review',
    personId: head.personId,
    caseId: head.caseId,
    text: {
      language,
      title: text.title,
      head: [...address, `${text.date}: ${context.today}`, `${text.reference}: ${head.caseId}`],
      paragraphs: text.paragraphs.map(filled),
      foot: [text.further, `${text.answeredBy}: ${context.actor.name}`],
    },
  })
}
