import type { Context } from './context.ts'

/** What happened, told in the past tense; payloads carry keys and days, never names. */
export interface DomainEvent {
  readonly name: string
  readonly payload: object
}

export type Subscriber = (context: Context, payload: never) => Promise<void>

/** Event name → calls, in order. Wired once, in `src/server/subscriptions.ts`; they run inside the publisher's transaction. */
export type Subscriptions = Readonly<Record<string, readonly Subscriber[]>>

/** Calls every subscriber of the event in the same transaction; a subscriber that throws undoes the whole. */
export async function dispatch(subscriptions: Subscriptions, context: Context, event: DomainEvent): Promise<void> {
  for (const call of subscriptions[event.name] ?? []) await call(context, event.payload as never)
}
