import { sql } from 'kysely'
import { addMillis, type Instant, instantOfMillis, millisOf } from '../../kernel/instant.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, type Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import { askAddress as ask } from '../../platform/own-system/ask-address.ts'
import { isDevelopment } from '../../platform/own-system/receiver-address.ts'
import { type Ask, askAddress, type FeedLine, nextAsk, streamLines } from './domain/index.ts'
import { takeChanges } from './import-vacancies.ts'

const why = { operation: 'followVacancyStream', purpose: 'keep vacancies current' }
const minute = 60_000
const timeoutMillis = 60_000
const mostMegabytes = 100
const bytesInMegabyte = 1_048_576
/** Longer than an answer and its saving can take: what a killed process had begun is asked for again after this. */
const leaseMinutes = 10
/** A public stream allows one question a minute; so are the parts asked for while much is behind. */
const minutesBetweenParts = 1

/** A turn that this process has taken. */
interface Turn {
  readonly url: string
  readonly takenTo: Instant | null
  readonly ask: Ask
}

/**
 * Asks the stream for what changed since the moment that was last taken, if an administrator has switched one on and its time has
 * come, and takes it in. The moment is kept with what was taken, in one transaction: a killed process skips and doubles nothing.
 * What could not be read is written down and asked for again, later each time. `now` is real time. Returns whether it was asked.
 */
export async function followStream(work: Work, log: Log, now: Instant = instantOfMillis(Date.now())): Promise<boolean> {
  const taken = await inTransaction(work, systemActor, why, (context) => takeTurn(context, now))
  if (!taken.ok || taken.value === null) return false
  const turn = taken.value
  const answer = await linesOf(askAddress(turn.url, turn.ask))
  const read = answer.ok ? await takeIn(work, log, { turn, lines: answer.value, now }) : answer
  if (read.ok) return true
  log.warn({ code: read.problem.code, values: read.problem.values }, 'the stream of advertisements was not read')
  await inTransaction(work, systemActor, why, (context) => noteFailure(context, { turn, problem: read.problem, now }))
  return true
}

async function takeTurn(context: Context, now: Instant): Promise<Result<Turn | null>> {
  const { rows } = await sql<{ url: string; takenTo: Instant | null }>`
    update vacancies.feed_stream set asked_at = ${now}, next_at = ${addMillis(now, leaseMinutes * minute)}
     where switched_on and (next_at is null or next_at <= ${now}) returning url, taken_to as "takenTo"`.execute(
    context.db,
  )
  const row = rows[0]
  return ok(row === undefined ? null : { ...row, ask: nextAsk(row.takenTo, now, context.rules.vacancies) })
}

/** Problems: `stream-unreachable`, `stream-answered`, `stream-too-large`, `stream-not-a-list`. */
async function linesOf(url: string): Promise<Result<readonly FeedLine[]>> {
  const mostBytes = mostMegabytes * bytesInMegabyte
  const asked = await ask({ url, accept: 'application/json', mostBytes, timeoutMillis, development: isDevelopment() })
  switch (asked.kind) {
    case 'unreachable':
      return fail(problem('stream-unreachable', { values: { reason: asked.reason.slice(0, 200) } }))
    case 'refused':
      return fail(problem('stream-answered', { values: { status: asked.status } }))
    case 'too-large':
      return fail(problem('stream-too-large', { values: { megabytes: mostMegabytes } }))
    case 'answer': {
      const lines = streamLines(asked.text)
      return lines === null ? fail(problem('stream-not-a-list')) : ok(lines)
    }
  }
}

interface Answered {
  readonly turn: Turn
  readonly lines: readonly FeedLine[]
  readonly now: Instant
}

/** What cannot be saved is a failure like any other, told to the administrator; problem: `stream-not-saved`. */
async function takeIn(work: Work, log: Log, answered: Answered): Promise<Result<null>> {
  try {
    return await inTransaction(work, systemActor, why, (context) => save(context, answered))
  } catch (error) {
    log.error({ error }, 'what the stream of advertisements said could not be saved')
    return fail(problem('stream-not-saved'))
  }
}

async function save(context: Context, { turn, lines, now }: Answered): Promise<Result<null>> {
  if (!(await isStillMine(context, turn))) return ok(null)
  const sums = await takeChanges(context, { name: turn.url, lines })
  if (!sums.ok) return sums
  const nextAt =
    turn.ask.until === null
      ? wholeMinute(addMillis(now, context.rules.vacancies.streamEveryMinutes * minute))
      : addMillis(now, minutesBetweenParts * minute)
  await sql`
    update vacancies.feed_stream
       set taken_to = ${turn.ask.reaches}, answered_at = ${now}, failures_in_row = 0, failure = null,
           sums = ${JSON.stringify(sums.value)}::jsonb, next_at = ${nextAt}`.execute(context.db)
  return ok(null)
}

/** The queue looks as each minute begins: a moment after that would be a minute lost every time. */
function wholeMinute(at: Instant): Instant {
  return instantOfMillis(Math.floor(millisOf(at) / minute) * minute)
}

async function noteFailure(
  context: Context,
  { turn, problem: { code, values = {} }, now }: { turn: Turn; problem: Problem; now: Instant },
): Promise<Result<null>> {
  const before = await isStillMine(context, turn)
  if (!before) return ok(null)
  const waits = context.rules.vacancies.streamRetryMinutes
  const minutes = waits[Math.min(before.failures, waits.length - 1)] ?? context.rules.vacancies.streamEveryMinutes
  await sql`
    update vacancies.feed_stream
       set failures_in_row = failures_in_row + 1, failure = ${JSON.stringify({ code, values })}::jsonb,
           next_at = ${addMillis(now, minutes * minute)}`.execute(context.db)
  return ok(null)
}

/** Whether nobody switched the stream off, changed it or took the same part meanwhile; holds the row. */
async function isStillMine(context: Context, turn: Turn): Promise<{ failures: number } | null> {
  const { rows } = await sql<{ failures: number }>`
    select failures_in_row as failures from vacancies.feed_stream
     where switched_on and url = ${turn.url} and taken_to is not distinct from ${turn.takenTo}::timestamptz for update`.execute(
    context.db,
  )
  return rows[0] ?? null
}
