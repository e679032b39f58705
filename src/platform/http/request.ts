import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Actor } from '../actor.ts'
import { type Client, together } from '../database.ts'
import type { Entered } from './entered.ts'
import { languageOf } from './languages.ts'
import type { RequestParts, Route, Upload } from './route.ts'

export const sessionCookie = 'krom_session'

/** The stored form of a session token: whoever reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Opens the transaction and finds the session, in one round trip. */
export async function enter(client: Client, token: string | undefined, idleMinutes: number): Promise<Entered> {
  const hash = token === undefined ? Buffer.alloc(0) : tokenHash(token)
  const find = {
    name: 'enter',
    text: 'select platform.enter($1, $2) as entered',
    values: [hash, Math.trunc(idleMinutes)],
  }
  const [, { rows }] = await together(client, () =>
    Promise.all([client.query('begin'), client.query<{ entered: Entered }>(find)]),
  )
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
export function actorOf(entered: Entered): Actor | null {
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
  if (!actor) return fail(problem('session-ended'))
  if (route.may !== 'signed-in' && !(route.may as readonly string[]).includes(actor.role)) {
    return fail(problem('not-allowed', { values: { role: actor.role } }))
  }
  if (route.method !== 'GET' && request.headers['x-csrf-token'] !== entered.csrfToken)
    return fail(problem('csrf-token-wrong'))
  return ok(actor)
}

/** Reads and checks what was sent; every fault at once, each with its field. */
export async function readParts(
  route: Route,
  request: FastifyRequest,
  session: Entered,
): Promise<Result<RequestParts<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>>> {
  const language = languageOf(request.headers['accept-language'])
  const upload = route.uploadBytes === undefined ? ok(undefined) : await readUpload(request, route.uploadBytes)
  if (!upload.ok) return upload
  const problems: Problem[] = []
  const read = (schema: z.ZodType | undefined, value: unknown) => {
    if (!schema) return undefined
    const result = schema.safeParse(value)
    if (result.success) return result.data
    problems.push(...result.error.issues.map(fieldProblem))
    return undefined
  }
  const parts = {
    params: read(route.params, request.params),
    query: read(route.query, request.query),
    body: read(route.body, request.body ?? {}),
    upload: upload.value,
    language,
    session,
  }
  if (problems.length > 0) return fail(problem('not-valid', { problems }))
  return ok(parts)
}

function fieldProblem(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.join('.') || 'body'
  const params = 'params' in issue ? (issue.params as { code?: string } | undefined) : undefined
  if (params?.code) return problem(params.code, { field })
  return problem('field-not-valid', { field, values: { reason: issue.message } })
}

async function readUpload(request: FastifyRequest, limit: number): Promise<Result<Upload | undefined>> {
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
