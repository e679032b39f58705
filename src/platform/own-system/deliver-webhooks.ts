import { type RawBuilder, sql } from 'kysely'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import { rulesOn } from '../../rules/index.ts'
import { systemActor } from '../actor.ts'
import { type Context, inTransaction, type Work } from '../context.ts'
import { inLanes } from '../lanes.ts'
import type { Log } from '../log.ts'
import { openTask } from '../tasks.ts'
import { type Posted, postMessage, wasTaken } from './post-message.ts'
import { isDevelopment } from './receiver-address.ts'
import { signedHeaders } from './signature.ts'
import type { SystemEvent, SystemFacts } from './system-events.ts'
import { webhookOffTask } from './webhooks.ts'

const batch = 50
const lanes = 8
/** Longer than a post can take: what a killed process had begun is tried again after this. */
const leaseSeconds = 60

/** A delivery that this process has taken on. */
interface Claimed {
  readonly id: string
  readonly webhookId: string
  readonly messageId: string
  readonly organisationId: OrganisationId
  readonly url: string
  readonly secret: string
  readonly event: SystemEvent
  readonly happenedAt: Instant
  readonly facts: SystemFacts
  readonly attempts: number
}

/** Real time, or a later moment where a test stands there. */
interface Moment {
  readonly laterMinutes: number
}

/**
 * Sends what is due to the providers' systems until nothing is, to each receiver in order. Every attempt is written down. One that
 * was not taken makes its receiver rest, is tried again by the rule's table and then given up; a receiver that takes nothing for long
 * is switched off with a work item. The owner runs it. Returns the number of attempts.
 */
export async function deliverWebhooks(work: Work, log: Log, at: Moment = { laterMinutes: 0 }): Promise<number> {
  const { today } = await work.clock()
  await work.pool.query(
    'delete from platform.webhook_message where queued_at < clock_timestamp() - make_interval(days => $1)',
    [rulesOn(today).platform.webhookKeptDays],
  )
  let attempts = 0
  for (;;) {
    const claimed = await claim(work, at)
    if (claimed.length === 0) return attempts
    const receivers = [...Map.groupBy(claimed, (each) => each.webhookId).values()]
    await inLanes(receivers, lanes, async (deliveries) => {
      attempts += await sendInOrder(work, log, deliveries, at)
    })
  }
}

/** Sends until the receiver does not take one; the rest is put back as it was. */
async function sendInOrder(work: Work, log: Log, deliveries: readonly Claimed[], at: Moment): Promise<number> {
  for (const [index, delivery] of deliveries.entries()) {
    const posted = await post(delivery)
    await note(work, delivery, posted, at)
    if (wasTaken(posted)) continue
    log.warn({ webhook: delivery.webhookId, reason: posted.error }, 'a notice was not taken')
    const rest = deliveries.slice(index + 1).map((each) => each.id)
    await work.pool.query(
      'update platform.webhook_delivery set attempts = attempts - 1, due_at = clock_timestamp() where id = any ($1::uuid[])',
      [rest],
    )
    return index + 1
  }
  return deliveries.length
}

async function claim(work: Work, { laterMinutes }: Moment): Promise<readonly Claimed[]> {
  const { rows } = await work.pool.query<Claimed>(
    `with due as (
       select d.id from platform.webhook_delivery d join platform.webhook w on w.id = d.webhook_id
        where d.due_at <= clock_timestamp() + make_interval(mins => $1) and w.switched_on and w.removed_at is null
          and (w.rests_until is null or w.rests_until <= clock_timestamp() + make_interval(mins => $1))
        order by d.due_at, d.id limit $2 for update of d skip locked
     ), taken as (
       update platform.webhook_delivery d set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(mins => $1, secs => $3)
         from due where d.id = due.id returning d.*
     )
     select t.id, t.webhook_id as "webhookId", t.message_id as "messageId", t.organisation_id as "organisationId", w.url, w.secret,
            m.event, m.happened_at as "happenedAt", m.facts, t.attempts
       from taken t join platform.webhook w on w.id = t.webhook_id join platform.webhook_message m on m.id = t.message_id
      order by m.queued_at, m.id`,
    [laterMinutes, batch, leaseSeconds],
  )
  return rows
}

function post(delivery: Claimed): Promise<Posted> {
  const body = JSON.stringify({ type: delivery.event, timestamp: delivery.happenedAt, data: delivery.facts })
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = signedHeaders(delivery.secret, { id: delivery.messageId, timestamp, body })
  return postMessage({ url: delivery.url, headers, body, development: isDevelopment() })
}

/** Writes the attempt down and says what follows from it. */
async function note(work: Work, delivery: Claimed, posted: Posted, { laterMinutes }: Moment): Promise<void> {
  const why = { operation: 'deliverWebhooks', purpose: 'tell the own system of a provider' }
  await inTransaction(work, systemActor, why, async (context) => {
    const now = sql`clock_timestamp() + make_interval(mins => ${laterMinutes}::int)`
    await sql`
      insert into platform.webhook_attempt (delivery_id, organisation_id, at, status, error, millis)
      select id, organisation_id, ${now}, ${posted.status}, ${posted.error}, ${posted.millis}
        from platform.webhook_delivery where id = ${delivery.id}`.execute(context.db)
    if (wasTaken(posted)) {
      await sql`
        update platform.webhook_delivery set due_at = null, delivered_at = ${now} where id = ${delivery.id}`.execute(
        context.db,
      )
      await sql`
        update platform.webhook set failures_in_row = 0, rests_until = null where id = ${delivery.webhookId}`.execute(
        context.db,
      )
      return ok(null)
    }
    const waits = context.rules.platform.webhookRetryMinutes
    const wait = waits[delivery.attempts - 1] ?? null
    await sql`
      update platform.webhook_delivery set due_at = ${now} + make_interval(mins => ${wait}::int) where id = ${delivery.id}`.execute(
      context.db,
    )
    await rest(context, delivery, { waits, now })
    return ok(null)
  })
}

/** Lets the receiver rest, longer each time, and switches it off at the rule's number of failures in a row. */
async function rest(
  context: Context,
  { webhookId, organisationId }: Claimed,
  { waits, now }: { readonly waits: readonly number[]; readonly now: RawBuilder<unknown> },
): Promise<void> {
  const most = context.rules.platform.webhookFailuresUntilOff
  const { rows } = await sql<{ on: boolean }>`
    update platform.webhook
       set failures_in_row = failures_in_row + 1, switched_on = switched_on and failures_in_row + 1 < ${most},
           rests_until = ${now} + make_interval(mins => (${[...waits]}::int[])[least(failures_in_row + 1, ${waits.length}::int)])
     where id = ${webhookId} returning switched_on as "on"`.execute(context.db)
  if (rows[0]?.on !== false) return
  await openTask(context, {
    kind: webhookOffTask,
    subjectId: webhookId,
    why: { code: 'webhook-off', values: { failures: most } },
    dueOn: context.today,
    for: { organisationId },
  })
}
