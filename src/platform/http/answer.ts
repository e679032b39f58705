import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, problem } from '../../kernel/problem.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type AuditRow, auditRead, auditRow } from '../audit.ts'
import { afterRefusal, commit, commitAudited, contextOf } from '../context.ts'
import type { Client, Pool } from '../database.ts'
import { refusalsAsResults, type Subscriptions } from '../events.ts'
import type { ProblemTexts } from '../problems.ts'
import type { Entered } from './entered.ts'
import { keepReply, takeKey } from './idempotency.ts'
import { languageOf } from './languages.ts'
import { problemReply } from './problem-reply.ts'
import {
  admit,
  bodyHash,
  enter,
  enterToRead,
  nobody,
  readParams,
  readParts,
  readUpload,
  sessionCookie,
  systemKeyOf,
} from './request.ts'
import { type Download, JsonText, type Route, type Upload } from './route.ts'

/** What every request needs of the house. */
export interface Desk {
  readonly pool: Pool
  readonly subscriptions: Subscriptions
  readonly texts: ProblemTexts
  readonly idleMinutes: number
  /** Tests check each reply against its schema; the running server trusts it. */
  readonly checkReplies: boolean
}

/** `audit` is the row of a read that is not written yet. */
type Answer = Result<{ status: number; reply: unknown; audit: AuditRow | null }>

/**
 * Answers one request: enter → admit → read → key → handle → audit → commit; anything refused rolls back. A read's audit
 * row follows its transaction, together with those of others, and the answer follows the audit row.
 */
export async function answer(
  desk: Desk,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const upload = await receive(desk, route, request)
  if (!upload.ok) return sendProblem(desk.texts, request, reply, upload.problem)
  const result = (await atAGlance(desk, route, request)) ?? (await inFull(desk, route, request, upload.value))
  if (result.ok && result.value.audit) await auditRead(desk.pool, result.value.audit)
  return send(desk, route, request, reply, result)
}

/** What one statement finds, where the route has such a one; null where the answer takes more. */
async function atAGlance(desk: Desk, route: Route, request: FastifyRequest): Promise<Answer | null> {
  const params = route.glance && readParams(route, request)
  if (!route.glance || !params?.ok || systemKeyOf(request) !== undefined) return null
  const statement = route.glance.statement(params.value)
  const token = request.cookies[sessionCookie]
  const { entered, rows } = await onConnection(desk.pool, (client) =>
    enterToRead(client, token, desk.idleMinutes, statement),
  )
  const admitted = admit(route, entered, request)
  if (!admitted.ok) return admitted
  const found = route.glance.answer(rows)
  if (!found) return null
  if (desk.checkReplies) route.reply?.parse(plain(found.reply))
  const touched = { persons: new Set(found.persons), wrote: false }
  const audit = touched.persons.size > 0 ? auditRow(admitted.value ?? nobody, route, touched) : null
  return ok({ status: route.status ?? 200, reply: found.reply, audit })
}

function inFull(desk: Desk, route: Route, request: FastifyRequest, upload: Upload | undefined): Promise<Answer> {
  return onConnection(desk.pool, async (client) => {
    const entered = await enter(client, request, desk.idleMinutes)
    const result = await attempt(desk, route, request, { client, entered, upload })
    if (!result.ok) await client.query('rollback')
    return result
  })
}

/** Lends a connection; one that cannot even roll back is thrown away. */
async function onConnection<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    return await work(client)
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** A file is received before the request takes its connection, or a slow sender would hold one; but only from whom it may come. */
async function receive(desk: Desk, route: Route, request: FastifyRequest): Promise<Result<Upload | undefined>> {
  if (route.uploadBytes === undefined) return ok(undefined)
  const admitted = await onConnection(desk.pool, async (client) => {
    const entered = await enter(client, request, desk.idleMinutes)
    await client.query('rollback')
    return admit(route, entered, request)
  })
  if (!admitted.ok) return admitted
  return readUpload(request, route.uploadBytes)
}

/** A request whose transaction is open. */
interface Begun {
  readonly client: Client
  readonly entered: Entered
  readonly upload: Upload | undefined
}

async function attempt(
  desk: Desk,
  route: Route,
  request: FastifyRequest,
  { client, entered, upload }: Begun,
): Promise<Answer> {
  const admitted = admit(route, entered, request)
  if (!admitted.ok) return admitted
  const parts = readParts(route, request, { session: entered, upload })
  if (!parts.ok) return parts
  const actor = admitted.value
  const key = request.headers['idempotency-key'] as string | undefined
  const writes = route.method !== 'GET'
  if (writes) {
    const hash = bodyHash(route, request, parts.value.upload)
    const stored = await takeKey(client, {
      userId: actor?.userId ?? null,
      key,
      operation: route.operation,
      bodyHash: hash,
    })
    if (!stored.ok) return stored
    if (stored.value) {
      await client.query('commit')
      return ok({ ...stored.value, audit: null })
    }
  }
  const { today, now, decided } = entered
  const frame = { client, actor: actor ?? nobody, today, now, subscriptions: desk.subscriptions, decided }
  const { context, touched, left } = contextOf(frame)
  const result = await refusalsAsResults(() => route.handle(context, parts.value))
  if (!result.ok) {
    if (left.length > 0) await afterRefusal(frame, route, left)
    return result
  }
  if (desk.checkReplies && route.reply) route.reply.parse(plain(result.value))
  const done = { status: route.status ?? 200, reply: result.value }
  const kept = route.kept ? { ...done, reply: route.kept(done.reply) } : done
  if (writes || touched.wrote) {
    // Sent together: should the answer not be kept, the commit is none, which is told.
    await Promise.all([
      writes && keepReply(client, { userId: actor?.userId ?? null, key: key ?? '' }, kept),
      commitAudited(client, context.actor, route, touched),
    ])
    return ok({ ...done, audit: null })
  }
  await commit(client)
  return ok({ ...done, audit: touched.persons.size > 0 ? auditRow(context.actor, route, touched) : null })
}

function send(desk: Desk, route: Route, request: FastifyRequest, reply: FastifyReply, result: Answer): FastifyReply {
  if (!result.ok) return sendProblem(desk.texts, request, reply, result.problem)
  reply.header('cache-control', 'no-store').status(result.value.status)
  if (!route.media) return reply.type('application/json; charset=utf-8').send(jsonOf(result.value.reply))
  const file = result.value.reply as Download
  if (file.fileName)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
  return reply
    .type(`${file.mediaType ?? route.media}${route.media.startsWith('text/') ? '; charset=utf-8' : ''}`)
    .send(file.body)
}

function plain(value: unknown): unknown {
  return value instanceof JsonText ? value.toJSON() : value
}

function jsonOf(value: unknown): string {
  return value instanceof JsonText ? value.text : JSON.stringify(value ?? null)
}

/** Sends a refusal as RFC 9457 in the reader's language. */
export function sendProblem(
  texts: ProblemTexts,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Problem,
): FastifyReply {
  const known = refusal.code in texts ? refusal : problem('went-wrong', { values: { reference: request.id } })
  if (known !== refusal) request.log.error({ code: refusal.code }, 'a problem code without text')
  const body = problemReply(known, texts, languageOf(request.headers['accept-language']))
  return reply
    .status(body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body))
}
