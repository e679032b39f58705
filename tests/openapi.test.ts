import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { day } from '../src/kernel/day.ts'
import { parsePersonNumber } from '../src/kernel/person-number.ts'
import type { Route } from '../src/platform/http/route.ts'
import {
  type ApiDescription,
  describeApi,
  descriptionFile,
  descriptionText,
  type RecordedExample,
  readExamples,
} from '../src/server/openapi.ts'
import { routes } from '../src/server/routes.ts'
import { operationOf } from './examples.ts'

// biome-ignore lint/suspicious/noExplicitAny: the document is walked as data, by tests that say what they look for.
type Anything = any

let description: ApiDescription
let operations: { readonly path: string; readonly method: string; readonly operation: Anything }[]
const examples = readExamples()

before(async () => {
  description = await describeApi(routes)
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
})

describe('the description', () => {
  test('is the one that is kept: after a change of the API, npm run openapi', () => {
    assert.ok(
      descriptionText(description) === readFileSync(descriptionFile, 'utf8'),
      'docs/openapi.json has drifted from the routes: npm run openapi',
    )
  })

  test('would be told to have drifted by one changed word', async () => {
    const [first, ...rest] = routes
    if (!first) throw new Error('there are routes')
    const changed = await describeApi([{ ...first, summary: 'Something else' }, ...rest])
    assert.notEqual(descriptionText(changed), descriptionText(description))
  })

  test('is OpenAPI 3.1 under a path with its version, each operation once under its own name', () => {
    assert.match(description.openapi, /^3\.1/)
    assert.equal(operations.length, routes.length)
    assert.deepEqual(
      operations.filter(({ path }) => !path.startsWith('/api/v1/')),
      [],
    )
    assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, routes.length)
  })

  test('has for every operation an example of the answer, and of what is sent', () => {
    for (const { operation } of operations) {
      const name = operation.operationId
      const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) as Anything
      const [content] = Object.values(good[1].content) as Anything[]
      assert.ok(content.example !== undefined, `${name} has no example: record the journeys with KROM_RECORD=1`)
      const body = operation.requestBody?.content['application/json']
      if (body) assert.ok(body.example !== undefined, `${name} has no example of a request`)
    }
  })

  test('says of every operation that it may be refused by RFC 9457', () => {
    for (const { operation } of operations) {
      assert.deepEqual(operation.responses.default, { $ref: '#/components/responses/problem' })
    }
    const problem = (description.components as Anything).responses.problem.content['application/problem+json']
    assert.deepEqual(problem.schema, { $ref: '#/components/schemas/Problem' })
    const { required } = (description.components as Anything).schemas.Problem
    assert.deepEqual(required, ['type', 'title', 'status', 'detail', 'code'])
  })

  test('asks for an Idempotency-Key and a CSRF token on every write and on no read', () => {
    for (const { method, operation } of operations) {
      const refs = operation.parameters.map((parameter: Anything) => parameter.$ref)
      for (const name of ['idempotencyKey', 'csrfToken']) {
        assert.equal(refs.includes(`#/components/parameters/${name}`), method !== 'get', operation.operationId)
      }
    }
  })

  test('has no identity number in any path or query', () => {
    const named = operations.flatMap(({ operation }) => operation.parameters.map((one: Anything) => one.name ?? ''))
    const suspicious = /person.?n|identity|personnummer|pnr|ssn|birth/i
    assert.deepEqual(
      named.filter((name) => suspicious.test(name)),
      [],
    )
    assert.ok(suspicious.test('personNumber') && suspicious.test('identityNumber'))
    for (const { path } of Object.values(examples)) assert.deepEqual(numbersIn(path), [], path)
  })

  test('counts pages from 1 with limit 20 wherever a list has pages', () => {
    let paged = 0
    for (const { operation } of operations) {
      const query = new Map<string, Anything>(
        operation.parameters
          .filter((one: Anything) => one.in === 'query')
          .map((one: Anything) => [one.name, one.schema]),
      )
      const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) as Anything
      const reply = good[1].content['application/json']?.schema?.properties ?? {}
      assert.equal(query.has('page'), query.has('limit'), operation.operationId)
      if (reply.total) assert.ok(query.has('page'), `${operation.operationId} tells a total without pages`)
      if (!query.has('page')) continue
      paged += 1
      assert.deepEqual([query.get('page').default, query.get('page').minimum], [1, 1], operation.operationId)
      assert.deepEqual([query.get('limit').default, query.get('limit').minimum], [20, 1], operation.operationId)
      assert.ok(query.get('limit').maximum <= 200, operation.operationId)
    }
    assert.ok(paged >= 10)
  })

  test('tells every moment as RFC 3339', () => {
    const untold: string[] = []
    for (const { operation } of operations)
      walk(operation, (name, schema) => {
        if (!/(^at|At)$/.test(name) || !isTextSchema(schema)) return
        if (!JSON.stringify(schema).includes('"format":"date-time"')) untold.push(`${operation.operationId}: ${name}`)
      })
    assert.deepEqual(untold, [])
  })
})

describe('each example', () => {
  for (const route of routes) {
    test(`${route.operation} still fits its schema`, () => {
      const example = examples[route.operation]
      assert.ok(example, 'record the journeys with KROM_RECORD=1')
      assert.deepEqual(misfits(route, example), [])
    })
  }

  test('belongs to an operation that there is', () => {
    const known = routes.map((route) => route.operation)
    assert.deepEqual(
      Object.keys(examples).filter((name) => !known.includes(name)),
      [],
    )
  })

  test('holds identity numbers for tests only, and moments in UTC', () => {
    const text = JSON.stringify(examples)
    for (const number of numbersIn(text)) assert.ok(Number(number.slice(8, 11)) >= 980, number)
    assert.ok(numbersIn(text).length > 0)
    const moments = text.match(/\d{4}-\d{2}-\d{2}T[^"<&]*/g) ?? []
    assert.ok(moments.length > 20)
    for (const moment of moments) assert.match(moment, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
  })

  test('that does not fit is told', () => {
    const route = routes.find((one) => one.operation === 'holdPlanningTalk')
    const example = examples.holdPlanningTalk
    if (!route || !example) throw new Error('the planning talk is an operation')
    const request = { ...(example.request as object), mode: 'letter' }
    assert.deepEqual(misfits(route, { ...example, path: '/cases/1/planning-talks', request, status: 200, reply: {} }), [
      'status',
      'params',
      'body',
      'reply',
    ])
  })
})

/** The parts of an example that no longer fit. */
function misfits(route: Route, example: RecordedExample): string[] {
  const { pathname, searchParams } = new URL(example.path, 'http://localhost')
  const names = route.path.split('/').map((part) => (part.startsWith(':') ? part.slice(1) : null))
  const values = pathname.split('/').map(decodeURIComponent)
  const params = Object.fromEntries(names.flatMap((name, index) => (name === null ? [] : [[name, values[index]]])))
  const fits = {
    path: operationOf(route.method, example.path) === route.operation,
    status: example.status === (route.status ?? 200),
    params: route.params?.safeParse(params).success ?? true,
    query: route.query?.safeParse(Object.fromEntries(searchParams)).success ?? true,
    body: route.body === undefined || route.uploadBytes !== undefined || route.body.safeParse(example.request).success,
    reply: route.reply?.safeParse(example.reply).success ?? typeof example.reply === 'string',
  }
  return Object.entries(fits).flatMap(([name, isFit]) => (isFit ? [] : [name]))
}

/** Every identity number in a text, in twelve digits; keys are left out. */
function numbersIn(text: string): string[] {
  const withoutKeys = text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '')
  const found = withoutKeys.match(/\b(?:\d{2})?\d{6}[-+]?\d{4}\b/g) ?? []
  return found.flatMap((one) => {
    const parsed = parsePersonNumber(one, day('2022-10-03'))
    return parsed.ok ? [parsed.value] : []
  })
}

function isTextSchema(schema: Anything): boolean {
  return (
    schema?.type === 'string' ||
    (Array.isArray(schema?.type) && schema.type.includes('string')) ||
    Array.isArray(schema?.anyOf)
  )
}

/** Visits every named property of every schema in a part of the document. */
function walk(part: Anything, visit: (name: string, schema: Anything) => void): void {
  if (part === null || typeof part !== 'object') return
  for (const [key, value] of Object.entries(part)) {
    if (key === 'example') continue
    if (key === 'properties') for (const [name, schema] of Object.entries(value as object)) visit(name, schema)
    walk(value, visit)
  }
}
