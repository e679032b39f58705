import { sql } from 'kysely'
import type { Instant } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { closeTask } from '../tasks.ts'
import { wholeOrganisation } from '../whole-organisation.ts'
import { isDevelopment, readAddress } from './receiver-address.ts'
import { newSecret } from './signature.ts'
import type { SystemEvent } from './system-events.ts'

/** The work item when a receiver has been switched off. */
export const webhookOffTask = 'platform.webhook-off'

export interface OpenWebhook {
  readonly url: string
  readonly events: readonly SystemEvent[]
}

/**
 * Lets an address of the coordinator's organisation be told of what happens. The signing secret is told once.
 * Problems: `not-allowed`, and those of `readAddress`.
 */
export async function openWebhook(
  context: Context,
  command: OpenWebhook,
): Promise<Result<{ id: string; secret: string }>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  const address = readAddress(command.url, isDevelopment())
  if (!address.ok) return address
  const id = newId<string>()
  const secret = newSecret()
  await sql`
    insert into platform.webhook (id, organisation_id, url, events, secret, created_by)
    values (${id}, ${organisation.value}, ${address.value.href}, ${[...new Set(command.events)]}::text[], ${secret}, ${context.actor.userId})`.execute(
    context.db,
  )
  return ok({ id, secret })
}

export interface WebhookRow {
  readonly id: string
  readonly url: string
  readonly events: readonly SystemEvent[]
  readonly on: boolean
  readonly failuresInRow: number
  readonly createdAt: Instant
  readonly waiting: number
  readonly lastTakenAt: Instant | null
  readonly lastError: string | null
}

const standing = sql`
  w.id, w.url, to_json(w.events) as events, w.switched_on as "on", w.failures_in_row as "failuresInRow", w.created_at as "createdAt",
  (select count(*) from platform.webhook_delivery d where d.webhook_id = w.id and d.due_at is not null)::int as waiting,
  (select max(d.delivered_at) from platform.webhook_delivery d where d.webhook_id = w.id) as "lastTakenAt",
  (select a.error from platform.webhook_attempt a join platform.webhook_delivery d on d.id = a.delivery_id
    where d.webhook_id = w.id order by a.at desc, a.id desc limit 1) as "lastError"`

/** The organisation's receivers, the latest first. Problem: `not-allowed`. */
export async function listWebhooks(context: Context): Promise<Result<readonly WebhookRow[]>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  const { rows } = await sql<WebhookRow>`
    select ${standing} from platform.webhook w where w.removed_at is null order by w.created_at desc, w.id desc`.execute(
    context.db,
  )
  return ok(rows)
}

/**
 * Switches a receiver on or off, or takes it away for good. What waits is held while it is off and goes when it is on again;
 * what happened meanwhile is sent by a replay. Problems: `not-allowed`, `not-found`.
 */
export async function setWebhook(
  context: Context,
  command: { readonly id: string; readonly state: 'on' | 'off' | 'removed' },
): Promise<Result<{ id: string }>> {
  const found = await find(context, command.id)
  if (!found.ok) return found
  await sql`
    update platform.webhook set switched_on = ${command.state === 'on'}, failures_in_row = 0, rests_until = null,
           removed_at = case when ${command.state === 'removed'} then clock_timestamp() end
     where id = ${command.id}`.execute(context.db)
  await closeTask(context, { kind: webhookOffTask, subjectId: command.id })
  if (command.state === 'on') await wake(context)
  return ok({ id: command.id })
}

export interface DeliveryRow {
  readonly id: string
  readonly messageId: string
  readonly event: SystemEvent
  readonly happenedAt: Instant
  readonly state: 'taken' | 'waiting' | 'given-up'
  readonly attempts: readonly { at: Instant; status: number | null; error: string | null; millis: number }[]
  readonly nextAt: Instant | null
}

/** What was sent to a receiver, the latest first, each with its attempts. Problems: `not-allowed`, `not-found`. */
export async function listDeliveries(
  context: Context,
  { id, page, limit }: { readonly id: string; readonly page: number; readonly limit: number },
): Promise<Result<{ items: readonly DeliveryRow[]; page: number; limit: number; total: number }>> {
  const found = await find(context, id)
  if (!found.ok) return found
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from platform.webhook_delivery where webhook_id = ${id}`.execute(context.db)
  const { rows } = await sql<DeliveryRow>`
    select d.id, d.message_id as "messageId", m.event, m.happened_at as "happenedAt", d.due_at as "nextAt",
           case when d.due_at is not null then 'waiting' when d.delivered_at is not null then 'taken' else 'given-up' end as state,
           coalesce((select json_agg(json_build_object(
                              'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                              'status', a.status, 'error', a.error, 'millis', a.millis) order by a.at, a.id)
                       from platform.webhook_attempt a where a.delivery_id = d.id), '[]') as attempts
      from platform.webhook_delivery d join platform.webhook_message m on m.id = d.message_id
     where d.webhook_id = ${id} order by m.queued_at desc, m.id desc limit ${limit} offset ${(page - 1) * limit}`.execute(
    context.db,
  )
  return ok({ items: rows, page, limit, total: counted.rows[0]?.total ?? 0 })
}

/**
 * Sends again: one message, or everything of the receiver's kinds since a moment, also what it was never sent. A message keeps its
 * key, so that the receiver knows it. Problems: `not-allowed`, `not-found`, `webhook-is-off`.
 */
export async function replay(
  context: Context,
  command: { readonly id: string } & ({ readonly messageId: string } | { readonly since: Instant }),
): Promise<Result<{ queued: number }>> {
  const found = await find(context, command.id)
  if (!found.ok) return found
  if (!found.value.on) return fail(problem('webhook-is-off'))
  const chosen =
    'messageId' in command
      ? sql`m.id = ${command.messageId}`
      : sql`m.happened_at >= ${command.since} and m.event = any (w.events)`
  const { rows } = await sql<{ id: string }>`
    insert into platform.webhook_delivery (webhook_id, message_id, organisation_id, due_at)
    select w.id, m.id, m.organisation_id, clock_timestamp()
      from platform.webhook w join platform.webhook_message m on m.organisation_id = w.organisation_id
     where w.id = ${command.id} and ${chosen}
        on conflict (webhook_id, message_id) do update set due_at = clock_timestamp(), attempts = 0
    returning id`.execute(context.db)
  if (rows.length === 0 && 'messageId' in command) return fail(problem('not-found'))
  if (rows.length > 0) await wake(context)
  return ok({ queued: rows.length })
}

async function find(context: Context, id: string): Promise<Result<{ on: boolean }>> {
  const organisation = await wholeOrganisation(context)
  if (!organisation.ok) return organisation
  const { rows } = await sql<{ on: boolean }>`
    select switched_on as "on" from platform.webhook where id = ${id} and removed_at is null`.execute(context.db)
  return rows[0] ? ok(rows[0]) : fail(problem('not-found'))
}

async function wake(context: Context): Promise<void> {
  await sql`select platform.enqueue('deliver-webhooks', '{}'::json, 'deliver-webhooks')`.execute(context.db)
}
