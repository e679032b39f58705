import type { Day } from '../../kernel/day.ts'
import type { LetterId } from '../../kernel/ids.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import { freezeLetters, type LetterText } from '../../platform/letters.ts'
import { notifyAll } from '../../platform/outbox.ts'
import type { Language } from '../../platform/problems.ts'
import type { InterruptionReason, Level, ParallelMeasureKind, Rules } from '../../rules/index.ts'
import type { CaseHead } from '../registration/index.ts'
import type { LetterKind } from './contract.ts'
import { causeWords, frameWords, letterWords, levelMeanings, measureWords } from './letters.texts.ts'

/** What a letter says; each kind uses its own part. */
export interface LetterFacts {
  readonly kind: LetterKind
  readonly reason?: string | null
  readonly level?: Level
  readonly days?: number
  readonly firstDay?: Day
  readonly lastDay?: Day
  readonly lastChoiceDay?: Day
  readonly cause?: InterruptionReason
  readonly nextStepBy?: Day
  readonly measure?: ParallelMeasureKind
  /** Who gives the measure. */
  readonly actor?: string
}

/** Day 0 is the day the letter is available; the choice must be in by the end of the 5th working day after (programme 4.4). */
export function lastDayToChoose(letterOn: Day, rules: Rules): Day {
  return addWorkingDays(letterOn, rules.market.choiceWorkingDays)
}

/** The letter's words in a language; empty paragraphs are left out. */
export function letterText(
  head: Pick<CaseHead, 'name' | 'street' | 'postcode' | 'locality' | 'caseId'>,
  facts: LetterFacts,
  frame: { readonly language: Language; readonly on: Day; readonly decidedBy: string },
): LetterText {
  const { language, on, decidedBy } = frame
  const words = letterWords[language][facts.kind]
  const labels = frameWords[language]
  const values = valuesOf(facts, language)
  const place = [head.postcode, head.locality].filter(Boolean).join(' ')
  const shown = (['level', 'firstDay', 'lastDay', 'lastChoiceDay'] as const).flatMap((name) => {
    const value = facts[name]
    return value === undefined ? [] : [[labels[name], value] as const]
  })
  return {
    language,
    title: words.title,
    head: [head.name, head.street ?? '', place, `${labels.date}: ${on}`, `${labels.reference}: ${head.caseId}`].filter(
      Boolean,
    ),
    paragraphs: words.paragraphs.map((paragraph) => fill(paragraph, values)).filter(Boolean),
    facts: shown,
    foot: [words.review, `${labels.decidedBy}: ${decidedBy}`],
  }
}

/**
 * Freezes the letter in Swedish, which is the decision, and beside it in the person's own language where that is another;
 * tells the person that it is there. Returns the Swedish letter.
 */
export async function sendLetter(context: Context, head: CaseHead, facts: LetterFacts): Promise<LetterId> {
  const [letter] = await sendLetters(context, [{ head, facts }])
  if (letter === undefined) throw new Error('a letter was not given a key')
  return letter
}

/** `sendLetter` for many; the keys of the Swedish letters come in the same order. */
export async function sendLetters(
  context: Context,
  sent: readonly { readonly head: CaseHead; readonly facts: LetterFacts }[],
): Promise<LetterId[]> {
  const decidedBy = context.actor.role === 'caseworker' ? context.actor.name : 'Arbetsförmedlingen'
  const frame = { on: context.today, decidedBy }
  const freeze = (each: typeof sent, languageOf: (head: CaseHead) => Language) =>
    freezeLetters(
      context,
      each.map(({ head, facts }) => ({
        kind: `decision-${facts.kind}`,
        personId: head.personId,
        caseId: head.caseId,
        text: letterText(head, facts, { ...frame, language: languageOf(head) }),
      })),
    )
  const inSwedish = await freeze(sent, () => 'sv')
  const others = sent.filter(({ head }) => head.language !== 'sv')
  const inOther = await freeze(others, (head) => head.language)
  const own = new Map(others.map((each, index) => [each, inOther[index]]))
  const notices = sent.map((each, index) => {
    const { head, facts } = each
    const values = facts.lastChoiceDay === undefined ? {} : { lastChoiceDay: facts.lastChoiceDay }
    return {
      kind: `decision-${facts.kind}`,
      personId: head.personId,
      channel: head.email === null ? ('letter' as const) : ('email' as const),
      subjectId: (own.get(each) ?? inSwedish[index]) as LetterId,
      values: { on: context.today, ...values },
    }
  })
  await notifyAll(context, notices)
  return inSwedish
}

function valuesOf(facts: LetterFacts, language: Language): Record<string, string> {
  return {
    reason: facts.reason ?? '',
    level: facts.level ?? '',
    levelMeans: facts.level === undefined ? '' : levelMeanings[language][facts.level],
    days: String(facts.days ?? ''),
    firstDay: facts.firstDay ?? '',
    lastDay: facts.lastDay ?? '',
    lastChoiceDay: facts.lastChoiceDay ?? '',
    cause: facts.cause === undefined ? '' : causeWords[language][facts.cause],
    nextStepBy: facts.nextStepBy ?? '',
    measure: facts.measure === undefined ? '' : measureWords[language][facts.measure],
    actor: facts.actor ?? '',
  }
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
