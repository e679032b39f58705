import { sql } from 'kysely'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { isDevelopment, readAddress } from '../../platform/own-system/receiver-address.ts'
import type { StreamBody } from './contract.ts'

/** The job that asks the stream. */
export const streamTask = 'follow-vacancies'

/**
 * Sets the stream that is followed and whether it is; asked at once when on. The same address goes on from where it was, a new one
 * from the beginning. Problems: `not-allowed`, `stream-address-not-valid`, `stream-address-private`.
 */
export async function setStream(context: Context, command: StreamBody): Promise<Result<{ on: boolean }>> {
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  const address = readAddress(command.url.trim(), isDevelopment())
  if (!address.ok)
    return address.problem.code === 'webhook-address-private'
      ? fail(problem('stream-address-private', { field: 'url' }))
      : fail(problem('stream-address-not-valid', { field: 'url' }))
  await sql`
    insert into vacancies.feed_stream as s (url, switched_on, set_at, set_by)
    values (${address.value.href}, ${command.on}, ${context.now}, ${context.actor.userId})
    on conflict (single) do update set switched_on = excluded.switched_on, next_at = null, failures_in_row = 0, failure = null,
      taken_to = case when s.url = excluded.url then s.taken_to end, asked_at = case when s.url = excluded.url then s.asked_at end,
      answered_at = case when s.url = excluded.url then s.answered_at end, sums = case when s.url = excluded.url then s.sums end,
      url = excluded.url, set_at = excluded.set_at, set_by = excluded.set_by`.execute(context.db)
  if (command.on) await sql`select platform.enqueue(${streamTask}, '{}'::json, ${streamTask})`.execute(context.db)
  return ok({ on: command.on })
}
