import type { Day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { canTake, type Vacancy } from './offer.ts'
import { type ChosenBy, firstDayOfService, type StartAsked } from './start-day.ts'

/** How a participant came to a provider: own choice, with a caseworker's help, by the rule, or by a change. */
export type PlacedHow = 'chosen' | 'assisted' | 'nearest' | 'changed'

/** The person's latest choice window. */
export type ChoiceWindow = {
  readonly dueOn: Day
  /** The rule found nobody, or may not be used: a caseworker helps, and the due day no longer closes the choice. */
  readonly handedOver: boolean
  readonly closed: boolean
}

/** A choice that the law allows: how it was made, and the first day in service. */
export type Choice = { readonly how: Exclude<PlacedHow, 'changed'>; readonly firstDay: Day }

export type ChoiceState = { readonly window: ChoiceWindow | null; readonly vacancy: Vacancy }

const hows: Record<ChosenBy, Choice['how']> = { participant: 'chosen', caseworker: 'assisted', rule: 'nearest' }

/**
 * A choice of provider, by the person, with a caseworker's help, or by the nearest-provider rule (programme 4.4).
 * Problems: those of `canChoose`, `firstDayOfService` and `canTake`.
 */
export function choose(state: ChoiceState, command: StartAsked): Result<Choice> {
  const open = canChoose(state.window, command.by, command.chosenOn)
  if (!open.ok) return open
  const first = firstDayOfService(command)
  if (!first.ok) return first
  const taken = canTake(state.vacancy, first.value)
  return taken.ok ? ok({ how: hows[command.by], firstDay: first.value }) : taken
}

/**
 * Whether a choice can be made at all. A person chooses until the end of the due day; a caseworker may help as long as
 * nobody is placed. Problems: `no-choice-open`, `already-placed`, `choice-too-late`.
 */
export function canChoose(window: ChoiceWindow | null, by: ChosenBy, today: Day): Result<null> {
  if (window === null) return fail(problem('no-choice-open'))
  if (window.closed) return fail(problem('already-placed'))
  const late = today > window.dueOn && !window.handedOver
  return late && by === 'participant' ? fail(problem('choice-too-late', { values: { dueOn: window.dueOn } })) : ok(null)
}
