import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../platform/http/answer.ts'
import { apiRoot, buildApp } from '../platform/http/app.ts'
import type { Route } from '../platform/http/route.ts'
import { openLog } from '../platform/log.ts'

/** Requests and answers that the journeys have recorded, by operation. */
export const examplesFile = join(import.meta.dirname, '..', '..', 'docs', 'api-examples.json')

/** The description as it is kept in the repository, so that a change of the API is seen in review. */
export const descriptionFile = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json')

export interface RecordedExample {
  readonly path: string
  readonly request?: unknown
  readonly status: number
  readonly reply?: unknown
}
export type RecordedExamples = Readonly<Record<string, RecordedExample>>

interface Parameter {
  readonly name: string
  readonly in: string
  example?: unknown
}
interface Content {
  schema: object
  example?: unknown
}
interface Operation {
  readonly operationId: string
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { required: boolean; content: Record<string, Content> }
  responses: Record<string, { description: string; content?: Record<string, Content> } | { $ref: string }>
}
/** An OpenAPI 3.1 document, as far as it is worked on here. */
export interface ApiDescription {
  readonly openapi: string
  readonly paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, object>>
}

export function readExamples(): RecordedExamples {
  return existsSync(examplesFile) ? JSON.parse(readFileSync(examplesFile, 'utf8')) : {}
}

/** Describes the API in OpenAPI 3.1: every operation with an example, the headers of writes, and RFC 9457 problems. */
export async function describeApi(routes: readonly Route[], examples = readExamples()): Promise<ApiDescription> {
  const app = await buildApp({ desk: {} as Desk, routes, log: openLog() })
  await app.ready()
  const document = structuredClone(app.swagger()) as unknown as ApiDescription
  await app.close()
  document.components = { ...document.components, schemas: { Problem: problemSchema }, parameters, responses }
  for (const route of routes) {
    const operation = document.paths[templateOf(route.path)]?.[route.method.toLowerCase()]
    if (!operation) throw new Error(`${route.operation} is not described`)
    completeOperation(operation, route, examples[route.operation])
  }
  return withoutPatterns(document) as ApiDescription
}

/** As the description is kept and served. */
export function descriptionText(description: ApiDescription): string {
  return `${JSON.stringify(description, null, 2)}\n`
}

function completeOperation(operation: Operation, route: Route, example: RecordedExample | undefined): void {
  const isWrite = route.method !== 'GET'
  const own = (operation.parameters ?? []) as Parameter[]
  if (example) for (const parameter of own) showValue(parameter, route, example)
  const shared = ['acceptLanguage', ...(isWrite ? ['idempotencyKey', 'csrfToken'] : [])]
  operation.parameters = [...own, ...shared.map((name) => ({ $ref: `#/components/parameters/${name}` }))]
  if (route.uploadBytes !== undefined) operation.requestBody = formWithFile(route.uploadBytes)
  const body = operation.requestBody?.content['application/json']
  if (body && example?.request !== undefined) body.example = example.request
  const media = route.media ?? 'application/json'
  const status = String(route.status ?? 200)
  const told = operation.responses[status]
  const schema = told && 'content' in told ? told.content?.['application/json']?.schema : undefined
  operation.responses = {
    [status]: {
      description: route.summary,
      content: {
        [media]: { schema: schema ?? { type: 'string' }, ...(example ? { example: example.reply } : {}) },
      },
    },
    default: { $ref: '#/components/responses/problem' },
  }
}

/** The recorded request's own value of a key in the path or query. */
function showValue(parameter: Parameter, route: Route, example: RecordedExample): void {
  const { pathname, searchParams } = new URL(example.path, 'http://localhost')
  const at = route.path.split('/').indexOf(`:${parameter.name}`)
  const value = parameter.in === 'path' ? pathname.split('/')[at] : searchParams.get(parameter.name)
  if (value) parameter.example = value
}

function formWithFile(bytes: number): NonNullable<Operation['requestBody']> {
  const file = { type: 'string', contentMediaType: 'application/octet-stream', description: `At most ${bytes} bytes` }
  return {
    required: true,
    content: { 'multipart/form-data': { schema: { type: 'object', properties: { file }, required: ['file'] } } },
  }
}

function templateOf(path: string): string {
  return `${apiRoot}${path.replaceAll(/:(\w+)/g, '{$1}')}`
}

/** A named format says what its pattern only spells out. */
function withoutPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPatterns)
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value).filter(([name]) => name !== 'pattern' || !('format' in value))
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutPatterns(part)]))
}

const text = { type: 'string' }
const problemSchema = {
  type: 'object',
  description: "RFC 9457, worded in the reader's language; `type` leads to a page about the code",
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { ...text, description: 'What is wrong' },
    status: { type: 'integer' },
    detail: { ...text, description: 'What to do about it' },
    code: text,
    field: { ...text, description: 'The field of what was sent, where the fault is in one' },
    problems: { type: 'array', items: { $ref: '#/components/schemas/Problem' } },
  },
  required: ['type', 'title', 'status', 'detail', 'code'],
}

const parameters = {
  acceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of problems and of words in replies; Swedish unless said',
    schema: { type: 'string', enum: ['sv', 'sv-x-latt', 'en', 'ar'] },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A new key for each act and the same one when trying again: the stored answer comes back, nothing is done twice',
    schema: { type: 'string', format: 'uuid' },
  },
  csrfToken: {
    name: 'X-CSRF-Token',
    in: 'header',
    required: true,
    description: 'The token that GET /session tells; none is needed with the key of an own system',
    schema: text,
  },
}

const responses = {
  problem: {
    description: 'Refused: what is wrong and what to do about it. Nothing was saved',
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        example: {
          type: '/problems/session-ended',
          title: 'You are no longer signed in',
          status: 401,
          detail: 'Sign in again. What you wrote is still on the page.',
          code: 'session-ended',
        },
      },
    },
  },
}
