import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Client } from '../database.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export interface Stored {
  readonly status: number
  readonly reply: unknown
}

/**
 * Takes the key for this act, in the act's own transaction: a second try waits for the first, then gets its stored answer.
 * Null means the key is new and the act may run. A refused act leaves no key behind.
 */
export async function takeKey(
  client: Client,
  act: { userId: string | null; key: string | undefined; operation: string; bodyHash: Buffer },
): Promise<Result<Stored | null>> {
  if (!act.key || !uuid.test(act.key)) return fail(problem('idempotency-key-missing'))
  const taken = await client.query({
    name: 'take-key',
    text: 'insert into platform.idempotency (user_id, key, operation, body_hash) values ($1, $2, $3, $4) on conflict do nothing',
    values: [act.userId, act.key, act.operation, act.bodyHash],
  })
  if (taken.rowCount) return ok(null)
  const { rows } = await client.query<{ body_hash: Buffer; status: number; reply: unknown }>(
    'select body_hash, status, reply from platform.idempotency where user_id = $1 and key = $2',
    [act.userId, act.key],
  )
  const row = rows[0]
  if (!row?.body_hash.equals(act.bodyHash)) return fail(problem('idempotency-key-reused'))
  return ok({ status: row.status, reply: row.reply })
}

/** Keeps the answer of a good act beside its effect. */
export async function keepReply(
  client: Client,
  act: { userId: string | null; key: string },
  stored: Stored,
): Promise<void> {
  await client.query({
    name: 'keep-reply',
    text: 'update platform.idempotency set status = $3, reply = $4::jsonb where user_id = $1 and key = $2',
    values: [act.userId, act.key, stored.status, JSON.stringify(stored.reply ?? null)],
  })
}
