import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, problem } from '../../kernel/problem.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { commit, contextOf } from '../context.ts'
import type { Client, Pool } from '../database.ts'
import { refusalsAsResults, type Subscriptions } from '../events.ts'
import type { ProblemTexts } from '../problems.ts'
import type { Entered } from './entered.ts'
import { keepReply, takeKey } from './idempotency.ts'
import { languageOf } from './languages.ts'
import { problemReply } from './problem-reply.ts'
import { admit, aheadOf, bodyHash, enter, nobody, readParts, readUpload, sessionCookie } from './request.ts'
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

type Answer = Result<{ status: number; reply: unknown }>

/** Answers one request: enter → admit → read → key → handle → audit → commit; anything refused rolls back. */
export async function answer(
  desk: Desk,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const upload = await receive(desk, route, request)
  if (!upload.ok) return sendProblem(desk.texts, request, reply, upload.problem)
  const client = await desk.pool.connect()
  let broken = true
  try {
    const ahead = aheadOf(route, request)
    const { entered, found } = await enter(client, request.cookies[sessionCookie], desk.idleMinutes, ahead)
    const result = await attempt(desk, route, request, { client, entered, found, upload: upload.value })
    if (!result.ok) await client.query('rollback')
    broken = false
    return send(desk, route, request, reply, result)
  } catch (error) {
    await client.query('rollback').then(
      () => {
        broken = false
      },
      () => undefined,
    )
    throw error
  } finally {
    client.release(broken)
  }
}

/** A file is received before the request takes its connection, or a slow sender would hold one; but only from whom it may come. */
async function receive(desk: Desk, route: Route, request: FastifyRequest): Promise<Result<Upload | undefined>> {
  if (route.uploadBytes === undefined) return ok(undefined)
  const client = await desk.pool.connect()
  let broken = true
  try {
    const { entered } = await enter(client, request.cookies[sessionCookie], desk.idleMinutes, null)
    await client.query('rollback')
    broken = false
    const admitted = admit(route, entered, request)
    if (!admitted.ok) return admitted
  } finally {
    client.release(broken)
  }
  return readUpload(request, route.uploadBytes)
}

/** A request whose transaction is open. */
interface Begun {
  readonly client: Client
  readonly entered: Entered
  readonly found: readonly unknown[]
  readonly upload: Upload | undefined
}

async function attempt(
  desk: Desk,
  route: Route,
  request: FastifyRequest,
  { client, entered, found, upload }: Begun,
): Promise<Answer> {
  const admitted = admit(route, entered, request)
  if (!admitted.ok) return admitted
  const parts = readParts(route, request, { session: entered, ahead: found, upload })
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
      return { ok: true, value: stored.value }
    }
  }
  const { context, touched } = contextOf({
    client,
    actor: actor ?? nobody,
    today: entered.today,
    now: entered.now,
    subscriptions: desk.subscriptions,
  })
  const result = await refusalsAsResults(() => route.handle(context, parts.value))
  if (!result.ok) return result
  if (desk.checkReplies && route.reply) route.reply.parse(plain(result.value))
  const done = { status: route.status ?? 200, reply: result.value }
  if (writes) await keepReply(client, { userId: actor?.userId ?? null, key: key ?? '' }, done)
  await commit(client, context.actor, route, touched)
  return { ok: true, value: done }
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
