import { addDays, type Day, isDay } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { letterHtml } from '../../platform/letters.ts'
import type { Language } from '../../platform/problems.ts'
import type { InterruptionReason } from '../../rules/index.ts'
import { findCase } from '../registration/index.ts'
import { stateOf } from './case-facts.ts'
import { type DecisionState, datesFrom } from './domain/index.ts'
import { type LetterFacts, lastDayToChoose, letterText } from './letters.ts'

export interface PreviewLetter {
  readonly caseId: CaseId
  readonly kind: 'referral' | 'extension' | 'interruption'
  readonly reason: string
  readonly cause?: InterruptionReason | undefined
  readonly lastDay?: string | undefined
  readonly language: Language
}

/** The letter as it would be if the decision were made now; nothing is saved. Problem: `not-found`. */
export async function previewLetter(
  context: Context,
  asked: PreviewLetter,
): Promise<Result<{ title: string; html: string }>> {
  const head = await findCase(context, asked.caseId)
  if (head === null) return fail(problem('not-found'))
  const facts = factsFor(context, asked, await stateOf(context, head))
  const text = letterText(head, facts, { language: asked.language, on: context.today, decidedBy: context.actor.name })
  return ok({ title: text.title, html: letterHtml(text) })
}

function factsFor({ today, rules }: Context, asked: PreviewLetter, state: DecisionState): LetterFacts {
  const { kind, reason } = asked
  if (kind === 'referral') {
    const level = state.assessment?.level
    const facts = { kind, reason, days: rules.decision.lengthDays, lastChoiceDay: lastDayToChoose(today, rules) }
    return level ? { ...facts, level } : facts
  }
  const chain = state.chains.at(-1)
  if (kind === 'extension') {
    const last = chain?.lastGrantedDay
    return last ? { kind, reason, ...datesFrom(addDays(last, 1), rules.decision.extensionDays) } : { kind, reason }
  }
  const lastDay: Day = asked.lastDay !== undefined && isDay(asked.lastDay) ? asked.lastDay : today
  return {
    kind,
    reason,
    lastDay,
    cause: asked.cause ?? 'other',
    nextStepBy: addDays(lastDay, rules.decision.nextStepDays),
  }
}
