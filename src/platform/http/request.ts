import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../actor.ts'
import { type Client, preparedQuery, together } from '../database.ts'
import type { SystemPurpose } from '../own-system/purposes.ts'
import type { Language } from '../problems.ts'
import type { Entered } from './entered.ts'
import { fieldWords } from './field-words.ts'
import { languageOf } from './languages.ts'
import type { RequestParts, Route, Statement, Upload } from './route.ts'

export const sessionCookie = 'krom_session'

/** The stored form of a session token: whoever reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The key that a provider's own system sends; undefined where none is sent. */
export function systemKeyOf(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
}

/** Opens the transaction and finds who asks, by key where one is sent and else by session, in one round trip. */
export async function enter(client: Client, request: FastifyRequest, idleMinutes: number): Promise<Entered> {
  const key = systemKeyOf(request)
  const who = key === undefined ? findSession(request.cookies[sessionCookie], idleMinutes) : findKey(key)
  const [, found] = await together(client, () =>
    Promise.all([client.query('begin'), client.query<{ entered: Entered }>(who)]),
  )
  return enteredOf(found.rows)
}

/** Finds the session and what the statement asks under it, in a transaction that is over with the same round trip. */
export async function enterToRead(
  client: Client,
  token: string | undefined,
  idleMinutes: number,
  { text, values }: Statement,
): Promise<{ entered: Entered; rows: readonly unknown[] }> {
  const [, found, read] = await together(client, () =>
    Promise.all([
      client.query('begin'),
      client.query<{ entered: Entered }>(findSession(token, idleMinutes)),
      client.query<Record<string, unknown>>(preparedQuery(text, values)),
      client.query('commit'),
    ]),
  )
  return { entered: enteredOf(found.rows), rows: read.rows }
}

function findSession(token: string | undefined, idleMinutes: number) {
  const hash = token === undefined ? Buffer.alloc(0) : tokenHash(token)
  return preparedQuery('select platform.enter($1, $2) as entered', [hash, Math.trunc(idleMinutes)])
}

function findKey(key: string) {
  return preparedQuery('select platform.enter_with_key($1) as entered', [tokenHash(key)])
}

function enteredOf(rows: readonly { entered: Entered }[]): Entered {
  const row = rows[0]
  if (!row) throw new Error('platform.enter gave no row')
  return row.entered
}

export const nobody: Actor = {
  userId: null,
  role: 'public',
  organisationId: null,
  officeId: null,
  personId: null,
  name: '',
}

/** The actor of a request; null when nobody is signed in. */
function actorOf(entered: Entered): Actor | null {
  if (!entered.userId || !entered.role) return null
  return {
    userId: entered.userId,
    role: entered.role,
    organisationId: entered.organisationId ?? null,
    officeId: entered.officeId ?? null,
    personId: entered.personId ?? null,
    name: entered.name ?? '',
  }
}

/** Checks sign-in, duty and CSRF before anything of the request is looked at. */
export function admit(route: Route, entered: Entered, request: FastifyRequest): Result<Actor | null> {
  const actor = actorOf(entered)
  if (route.may === 'public') return ok(actor)
  if (entered.systemPurposes) return admitSystem(route, entered.systemPurposes, actor)
  if (!actor) return fail(problem('session-ended'))
  if (route.may !== 'signed-in' && !(route.may as readonly string[]).includes(actor.role)) {
    return fail(problem('not-allowed', { values: { role: actor.role } }))
  }
  if (route.method !== 'GET' && request.headers['x-csrf-token'] !== entered.csrfToken)
    return fail(problem('csrf-token-wrong'))
  return ok(actor)
}

/** A system may what its key is for and nothing else; a key is not sent by a browser by itself, so it needs no CSRF token. */
function admitSystem(route: Route, purposes: readonly SystemPurpose[], actor: Actor | null): Result<Actor> {
  if (!actor) return fail(problem('system-key-not-valid'))
  if (route.ownSystem === undefined) return fail(problem('not-for-systems'))
  if (!purposes.includes(route.ownSystem))
    return fail(problem('system-key-too-narrow', { values: { purpose: route.ownSystem } }))
  return ok(actor)
}

/** The parameters in the path alone. */
export function readParams(route: Route, request: FastifyRequest): Result<unknown> {
  if (!route.params) return ok(undefined)
  const result = route.params.safeParse(request.params)
  return result.success ? ok(result.data) : fail(problem('not-valid'))
}

/** Checks what was sent; every fault at once, each with its field. */
export function readParts(
  route: Route,
  request: FastifyRequest,
  known: { session: Entered; upload: Upload | undefined },
): Result<RequestParts<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>> {
  const language = languageOf(request.headers['accept-language'])
  const problems: Problem[] = []
  const read = (schema: z.ZodType | undefined, value: unknown) => {
    if (!schema) return undefined
    const result = readValue(schema, value, language)
    if (result.ok) return result.value
    problems.push(...(result.problem.problems ?? []))
    return undefined
  }
  const parts = {
    params: read(route.params, request.params),
    query: read(route.query, request.query),
    body: read(route.body, request.body ?? {}),
    language,
    ...known,
  }
  if (problems.length > 0) return fail(problem('not-valid', { problems }))
  return ok(parts)
}

/** Checks one value; every fault at once as a problem of `not-valid`, each with its field and in the reader's language. */
export function readValue<S extends z.ZodType>(schema: S, value: unknown, language: Language): Result<z.output<S>> {
  const result = schema.safeParse(value, { error: fieldWords(language) })
  if (result.success) return ok(result.data)
  return fail(problem('not-valid', { problems: result.error.issues.map(fieldProblem) }))
}

/** A contract that names a problem code instead of words. */
const codeShaped = /^[a-z]+(-[a-z]+)+$/

function fieldProblem(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.join('.') || 'body'
  const params = 'params' in issue ? (issue.params as { code?: string } | undefined) : undefined
  if (params?.code) return problem(params.code, { field })
  if (codeShaped.test(issue.message)) return problem(issue.message, { field })
  return problem('field-not-valid', { field, values: { reason: issue.message } })
}

/** Takes the one file of a form into memory, and its fields as the body. */
export async function readUpload(request: FastifyRequest, limit: number): Promise<Result<Upload | undefined>> {
  if (!request.isMultipart()) return ok(undefined)
  const fields: Record<string, string> = {}
  let upload: Upload | undefined
  for await (const part of request.parts({ limits: { fileSize: limit, files: 1, fields: 40 } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value)
      continue
    }
    const bytes = await part.toBuffer()
    if (part.file.truncated) return fail(problem('too-large', { field: part.fieldname }))
    upload = { name: part.filename, mediaType: part.mimetype, bytes }
  }
  request.body = fields
  return ok(upload)
}

/** Hash of what was sent, so that a key used again for something else is found out. */
export function bodyHash(route: Route, request: FastifyRequest, upload: Upload | undefined): Buffer {
  return createHash('sha256')
    .update(`${route.operation}\n${request.url}\n${JSON.stringify(request.body ?? null)}\n`)
    .update(upload?.bytes ?? '')
    .digest()
}
