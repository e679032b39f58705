import type { Day } from '../../kernel/day.ts'
import type { LetterId } from '../../kernel/ids.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import { freezeLetters, type Letter, type LetterText } from '../../platform/letters.ts'
import { newId } from '../../platform/new-id.ts'
import { notifyAll } from '../../platform/outbox.ts'
import type { Language } from '../../platform/problems.ts'
import type { InterruptionReason, Level, ParallelMeasureKind, Rules } from '../../rules/index.ts'
import type { CaseHead, HeldCase } from '../registration/index.ts'
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
export async function sendLetter(context: Context, head: HeldCase, facts: LetterFacts): Promise<LetterId> {
  const [letter] = await sendLetters(context, [{ head, facts }])
  if (letter === undefined) throw new Error('a letter was not given a key')
  return letter
}

type Sent = { readonly head: HeldCase; readonly facts: LetterFacts }

/** `sendLetter` for many; the keys of the Swedish letters come in the same order. */
export async function sendLetters(context: Context, sent: readonly Sent[]): Promise<LetterId[]> {
  const decidedBy = context.actor.role === 'caseworker' ? context.actor.name : 'Arbetsförmedlingen'
  const frame = { on: context.today, decidedBy }
  const letterIn = (language: Language, { head, facts }: Sent): Letter & { id: LetterId } => ({
    id: newId<LetterId>(),
    kind: `decision-${facts.kind}`,
    personId: head.personId,
    caseId: head.caseId,
    text: letterText(head, facts, { ...frame, language }),
  })
  const letters = sent.map((each) => {
    const inSwedish = letterIn('sv', each)
    const { language } = each.head
    return { each, inSwedish, own: language === 'sv' ? inSwedish : letterIn(language, each) }
  })
  const notices = letters.map(({ each: { head, facts }, own }) => {
    const values = facts.lastChoiceDay === undefined ? {} : { lastChoiceDay: facts.lastChoiceDay }
    return {
      kind: `decision-${facts.kind}`,
      personId: head.personId,
      channel: head.email === null ? ('letter' as const) : ('email' as const),
      subjectId: own.id,
      values: { on: context.today, ...values },
    }
  })
  const others = letters.flatMap(({ inSwedish, own }) => (own === inSwedish ? [] : [own]))
  const frozen = letters.map(({ inSwedish }) => inSwedish)
  await Promise.all([freezeLetters(context, [...frozen, ...others]), notifyAll(context, notices)])
  return frozen.map((letter) => letter.id)
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
