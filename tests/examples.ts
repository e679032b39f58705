import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One real request and its answer, as a journey made it. */
export interface Example {
  readonly path: string
  readonly request?: unknown
  readonly status: number
  readonly reply?: unknown
}

export const examplesFile = join(import.meta.dirname, '..', 'docs', 'api-examples.json')
const recording = process.env.KROM_RECORD === '1'

/** With KROM_RECORD=1 the journeys write down the first good answer of every path, for the API's description. */
export function noteExample(
  method: string,
  path: string,
  request: unknown,
  answer: { status: number; body: unknown },
): void {
  if (!recording || answer.status >= 300) return
  const known: Record<string, Example> = existsSync(examplesFile) ? JSON.parse(readFileSync(examplesFile, 'utf8')) : {}
  const name = `${method} ${patternOf(path)}`
  if (name in known) return
  const { pathname } = new URL(path, 'http://localhost')
  known[name] = {
    path: pathname,
    ...(request && !Buffer.isBuffer(request) ? { request } : {}),
    status: answer.status,
    ...(answer.body === null ? {} : { reply: shortened(answer.body) }),
  }
  writeFileSync(examplesFile, `${JSON.stringify(Object.fromEntries(Object.entries(known).sort()), null, 1)}\n`)
}

/** The path with its keys as `:id`. */
export function patternOf(path: string): string {
  return new URL(path, 'http://localhost').pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
}

/** Lists are shortened to two items: an example shows the shape. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 2).map(shortened)
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]))
  return value
}
