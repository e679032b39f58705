import type { Problem } from '../kernel/problem.ts'
import type { Result } from '../kernel/result.ts'
import type { Context } from './context.ts'

/** What happened, told in the past tense; payloads carry keys and days, never names. */
export interface DomainEvent {
  readonly name: string
  readonly payload: object
}

// biome-ignore lint/suspicious/noConfusingVoidType: a subscriber with nothing to refuse returns nothing.
type Consequence = Promise<Result<unknown> | void>

/**
 * A consequence in another module; a refused one refuses the act that caused it. One with `many` is given all that happened
 * at once, however many that is.
 */
export type Subscriber =
  | ((context: Context, payload: never) => Consequence)
  | { readonly many: (context: Context, payloads: readonly never[]) => Consequence }

/** Event name → calls, in order. Wired once, in `src/server/subscriptions.ts`; they run inside the publisher's transaction. */
export type Subscriptions = Readonly<Record<string, readonly Subscriber[]>>

/** Carries a subscriber's refusal out through the use case that published; the transaction's frame turns it into a result again. */
class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Calls every subscriber of the event in the same transaction; a subscriber that throws or refuses undoes the whole. */
export function dispatch(subscriptions: Subscriptions, context: Context, event: DomainEvent): Promise<void> {
  return dispatchAll(subscriptions, context, event.name, [event.payload])
}

/** `dispatch` for the same event about many; each subscriber is told of all of them before the next subscriber. */
export async function dispatchAll(
  subscriptions: Subscriptions,
  context: Context,
  name: string,
  payloads: readonly object[],
): Promise<void> {
  if (payloads.length === 0) return
  for (const subscriber of subscriptions[name] ?? []) {
    if ('many' in subscriber) {
      passOn(await subscriber.many(context, payloads as never[]))
      continue
    }
    for (const payload of payloads) passOn(await subscriber(context, payload as never))
  }
}

function passOn(result: Awaited<Consequence>): void {
  if (result && !result.ok) throw new Refusal(result.problem)
}

/** The result of `body`, where a refusal that came by way of an event is a result like any other. */
export async function refusalsAsResults<T>(body: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await body()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}
