import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { examplesFile } from '../src/server/openapi.ts'
import { routes } from '../src/server/routes.ts'

/** One real request and its answer, as a journey made it; kept by operation. */
export interface Example {
  /** With its query, under /api/v1. */
  readonly path: string
  readonly request?: unknown
  readonly status: number
  readonly reply?: unknown
}

const recording = process.env.KROM_RECORD === '1'
const longestText = 400

/**
 * With KROM_RECORD=1 the journeys write down the first good answer of every operation, for the API's description. Delete
 * docs/api-examples.json first to record all anew.
 */
export function noteExample(
  method: string,
  path: string,
  request: unknown,
  answer: { status: number; body: unknown; text: string },
): void {
  if (!recording || answer.status >= 300) return
  const operation = operationOf(method, path)
  const known: Record<string, Example> = existsSync(examplesFile) ? JSON.parse(readFileSync(examplesFile, 'utf8')) : {}
  if (operation === null || operation in known) return
  const reply = answer.body === null ? printable(answer.text) : shortened(answer.body)
  known[operation] = {
    path,
    ...(request && !Buffer.isBuffer(request) ? { request } : {}),
    status: answer.status,
    reply,
  }
  writeFileSync(examplesFile, `${JSON.stringify(Object.fromEntries(Object.entries(known).sort()), null, 2)}\n`)
}

/** The operation that a request reaches; a path without keys goes before one with. */
export function operationOf(method: string, path: string): string | null {
  const { pathname } = new URL(path, 'http://localhost')
  const reached = routes.filter((route) => route.method === method && patternOf(route.path).test(pathname))
  const [first] = reached.toSorted((one, other) => keysIn(one.path) - keysIn(other.path))
  return first?.operation ?? null
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
}

function keysIn(path: string): number {
  return path.split(':').length - 1
}

function printable(text: string): string {
  if (text.startsWith('%PDF')) return '(the document)'
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}

/** Lists are shortened to two items: an example shows the shape. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened)
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]))
  return value
}
