import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { type DecidedValue, rulesWith } from '../rules/decided.ts'
import type { Rules } from '../rules/index.ts'
import type { Actor } from './actor.ts'
import { auditInsert, auditRow } from './audit.ts'
import { boundTo, type Client, type Db, type Pool, together } from './database.ts'
import { type DomainEvent, dispatch, dispatchAll, refusalsAsResults, type Subscriptions } from './events.ts'

/** What a use case is given: the open transaction, who acts, which day it is, and the law of that day. */
export interface Context {
  readonly db: Db
  readonly actor: Actor
  readonly today: Day
  readonly now: Instant
  readonly rules: Rules
  /** Acts from here on as another, where a secret address stands for the sign-in: row-level security and the audit row follow. */
  actAs(actor: Actor): Promise<void>
  /** Notes that a person's data was read; the audit row of the request names all of them. */
  readPerson(id: PersonId): void
  /** Notes that a person's data was written. */
  wrotePerson(id: PersonId): void
  /**
   * Notes what is to be written if the act is refused: a refusal rolls everything back, and then this runs in a transaction
   * of its own, so that what must be counted or come back is not lost with it.
   */
  leaveBehind(act: Left): void
  /** Runs the event's subscribers in this transaction. */
  publish(event: DomainEvent): Promise<void>
  /** `publish` for the same event about many. */
  publishAll(name: string, payloads: readonly object[]): Promise<void>
}

/** What is written after a refusal. */
export type Left = (context: Context) => Promise<unknown>

/** The persons touched in one transaction, for its audit row. */
export interface Touched {
  readonly persons: Set<PersonId>
  wrote: boolean
}

export interface ContextParts {
  readonly client: Client
  readonly actor: Actor
  readonly today: Day
  readonly now: Instant
  readonly subscriptions: Subscriptions
  /** Rule values that the authority has decided on and whose day has come; null where there are none. */
  readonly decided: readonly DecidedValue[] | null
}

/** Makes the context of a transaction that is already open on `client`. */
export function contextOf(parts: ContextParts): { context: Context; touched: Touched; left: readonly Left[] } {
  const touched: Touched = { persons: new Set(), wrote: false }
  const left: Left[] = []
  let actor = parts.actor
  const context: Context = {
    db: boundTo(parts.client),
    get actor() {
      return actor
    },
    today: parts.today,
    now: parts.now,
    rules: rulesWith(parts.today, parts.decided),
    async actAs(next) {
      await parts.client.query('select platform.act($1, $2, $3, $4)', [
        next.userId,
        next.role,
        next.organisationId,
        parts.today,
      ])
      actor = next
    },
    readPerson: (id) => void touched.persons.add(id),
    wrotePerson: (id) => {
      touched.persons.add(id)
      touched.wrote = true
    },
    leaveBehind: (act) => void left.push(act),
    publish: (event) => dispatch(parts.subscriptions, context, event),
    publishAll: (name, payloads) => dispatchAll(parts.subscriptions, context, name, payloads),
  }
  return { context, touched, left }
}

/** After a refusal: rolls back, then writes what it leaves behind in a transaction of its own. */
export async function afterRefusal(parts: ContextParts, why: Operation, left: readonly Left[]): Promise<void> {
  const { client, actor, today } = parts
  await client.query('rollback')
  if (left.length === 0) return
  await client.query('begin')
  await client.query('select platform.act($1, $2, $3, $4)', [actor.userId, actor.role, actor.organisationId, today])
  const { context, touched } = contextOf(parts)
  for (const act of left) await act(context)
  await commitAudited(client, actor, why, touched)
}

/** Where transactions come from outside a request: a pool, the wiring of events and a clock. */
export interface Work {
  readonly pool: Pool
  readonly subscriptions: Subscriptions
  clock(): Promise<{ today: Day; now: Instant }>
}

interface Acting {
  readonly decided: readonly DecidedValue[] | null
}

/** Why an operation is run, for the audit row. */
export interface Operation {
  readonly operation: string
  readonly purpose: string
}

/**
 * Runs `body` in one transaction as `actor`. A failed result or a throw rolls everything back;
 * a good one is committed together with its audit row.
 */
export async function inTransaction<T>(
  work: Work,
  actor: Actor,
  why: Operation,
  body: (context: Context) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { today, now } = await work.clock()
  const client = await work.pool.connect()
  let broken = false
  try {
    const values = [actor.userId, actor.role, actor.organisationId, today]
    const text = 'select platform.act($1, $2, $3, $4), platform.decided_rules($4) as decided'
    const [, acting] = await together(client, () =>
      Promise.all([client.query('begin'), client.query<Acting>({ name: 'act', text, values })]),
    )
    const decided = acting.rows[0]?.decided ?? null
    const parts = { client, actor, today, now, subscriptions: work.subscriptions, decided }
    const { context, touched, left } = contextOf(parts)
    const result = await refusalsAsResults(() => body(context))
    if (!result.ok) {
      await afterRefusal(parts, why, left)
      return result
    }
    await commitAudited(client, context.actor, why, touched)
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Ends a transaction well: the audit row, where a person was touched, the count of writes that makes kept steps old, and
 * the commit travel together. Throws when the transaction was already lost, so that nobody is told of a success that was rolled back.
 */
export async function commitAudited(client: Client, actor: Actor, why: Operation, touched: Touched): Promise<void> {
  const audit = touched.persons.size > 0 ? auditInsert([auditRow(actor, why, touched)]) : null
  const count = touched.wrote
    ? { name: 'count-write', text: 'select platform.count_write($1)', values: [[...touched.persons]] }
    : null
  const [, , done] = await together(client, () =>
    Promise.all([audit && client.query(audit), count && client.query(count), client.query('commit')]),
  )
  mustBeCommitted(done)
}

/** Ends a transaction well that wrote about nobody. Throws like `commitAudited`. */
export async function commit(client: Client): Promise<void> {
  mustBeCommitted(await client.query('commit'))
}

function mustBeCommitted({ command }: { command: string }): void {
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a failed statement was passed over')
}

/** Real time plus the offset in the database (house section 4). */
export function databaseClock(pool: Pool): Work['clock'] {
  return async () => {
    const { rows } = await pool.query<{ today: Day; now: Instant }>({
      name: 'domain-clock',
      text: `select ((clock_timestamp() + make_interval(days => offset_days)) at time zone 'Europe/Stockholm')::date as today,
                    clock_timestamp() + make_interval(days => offset_days) as now from platform.clock`,
    })
    const row = rows[0]
    if (!row) throw new Error('platform.clock has no row')
    return row
  }
}

/** Locks a name for the rest of the transaction, so that two of the same job never run at once. */
export async function lockName(context: Context, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(context.db)
}

/** Locks names like `lockName`, in the order of their letters, so that two who want some of the same never wait crosswise. */
export async function lockNames(context: Context, names: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(n.name, 0))
      from unnest(${[...new Set(names)].sort()}::text[]) n (name)`.execute(context.db)
}
