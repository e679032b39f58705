import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import type { CaseHead } from '../registration/index.ts'
import type { ChoiceWindow, ChosenBy } from './domain/index.ts'
import type { StoredWindow } from './store.ts'

/** Who chooses: the person, or a caseworker at the person's side, which is logged as such. */
const choosers = ['jobseeker', 'caseworker'] as const

/** A jobseeker only for the own case; row-level security would not show another's anyway. */
export function mayChoose(context: Context, head: CaseHead): Result<null> {
  const may = mayAct(context, choosers)
  if (!may.ok) return may
  const { role, personId } = context.actor
  return role === 'jobseeker' && personId !== head.personId ? fail(problem('not-found')) : ok(null)
}

export function chosenBy(actor: Actor): ChosenBy {
  return actor.role === 'caseworker' ? 'caseworker' : 'participant'
}

/** The window as the law sees it; one that the end of the service closed is none. */
export function windowState(window: StoredWindow | null): ChoiceWindow | null {
  if (window === null || window.closedHow === 'service-ended') return null
  return { dueOn: window.dueOn, handedOver: window.handedOver !== null, closed: window.closedHow !== null }
}
