import type { Problem } from '../kernel/problem.ts'
import type { Result } from '../kernel/result.ts'
import type { Context } from './context.ts'

/** What happened, told in the past tense; payloads carry keys and days, never names. */
export interface DomainEvent {
  readonly name: string
  readonly payload: object
}

/** A consequence in another module; a refused one refuses the act that caused it. */
// biome-ignore lint/suspicious/noConfusingVoidType: a subscriber with nothing to refuse returns nothing.
export type Subscriber = (context: Context, payload: never) => Promise<Result<unknown> | void>

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
export async function dispatch(subscriptions: Subscriptions, context: Context, event: DomainEvent): Promise<void> {
  for (const call of subscriptions[event.name] ?? []) {
    const result = await call(context, event.payload as never)
    if (result && !result.ok) throw new Refusal(result.problem)
  }
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
