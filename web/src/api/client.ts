import { activeLanguage } from '../language/language.ts'
import { answeredLive, isKept } from '../offline/connection.ts'
import { earlyAnswer } from './early-answers.ts'
import { ApiProblem, localProblem, type ProblemBody } from './problem.ts'
import { csrfToken, sessionEnded } from './session-state.ts'

const base = '/api/v1'

export type QueryValue = string | number | boolean | null | undefined
export type Query = Readonly<Record<string, QueryValue>>

/** A page of a list: pages count from 1. */
export type Page<Item> = { items: Item[]; page: number; limit: number; total: number }

/**
 * Reads. `path` stands under `/api/v1`; empty query values are left out.
 * Throws `ApiProblem`. The answer's type is the module's contract; the server has checked it.
 */
export function getLive<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return send<Answer>('GET', `${path}${queryText(query)}`, {}, signal)
}

/** Reads like `getLive`; what is kept on the device is the answer where none comes. Kept is what the screens without a network draw. */
export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const address = `${path}${queryText(query)}`
  try {
    const answer = await getLive<Answer>(path, query, signal)
    answeredLive(address)
    if (isKept(address))
      void device()
        .then(({ keepAnswer }) => keepAnswer(address, answer))
        .catch(() => undefined)
    return answer
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'offline' || !isKept(address)) throw problem
    const kept = await device()
      .then(({ keptAnswer }) => keptAnswer(address))
      .catch(() => undefined)
    if (kept === undefined) throw problem
    return kept.answer as Answer
  }
}

/** Its own small bundle: not every role works away from a network. */
const device = () => import('../offline/kept-answers.ts')

type Written = { key: string; signal?: AbortSignal }

/** Writes. `key` is the idempotency key of the form's opening: the same key never acts twice. Throws `ApiProblem`. */
export function post<Answer>(path: string, body: unknown, { key, signal }: Written): Promise<Answer> {
  return send<Answer>('POST', path, jsonWith(body, key), signal)
}

/** Sends files and fields as `multipart/form-data`. */
export function upload<Answer>(path: string, form: FormData, { key }: Written): Promise<Answer> {
  return send<Answer>('POST', path, { headers: { 'idempotency-key': key }, body: form })
}

function jsonWith(body: unknown, key: string): RequestInit {
  return { headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) }
}

/** The address of something that the browser fetches by itself, such as a file to save. */
export function addressOf(path: string, query: Query = {}): string {
  return `${base}${path}${queryText(query)}`
}

function queryText(query: Query): string {
  const parts = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts.map(([name, value]) => [name, String(value)]))}`
}

async function send<Answer>(method: string, path: string, init: RequestInit, signal?: AbortSignal): Promise<Answer> {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  headers.set('accept-language', activeLanguage())
  if (method !== 'GET') headers.set('x-csrf-token', csrfToken())
  const request: RequestInit = { ...init, method, headers, credentials: 'same-origin' }
  if (signal !== undefined) request.signal = signal
  const asked = (method === 'GET' && earlyAnswer(path)) || fetch(`${base}${path}`, request)
  const response = await asked.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw localProblem('offline')
  })
  if (response.ok) return response.status === 204 ? (undefined as Answer) : ((await readJson(response)) as Answer)
  if (response.status === 401) sessionEnded()
  throw new ApiProblem(await problemOf(response))
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => {
    throw localProblem('not-an-answer')
  })
}

async function problemOf(response: Response): Promise<ProblemBody> {
  const body: unknown = await response.json().catch(() => null)
  if (typeof body === 'object' && body !== null && 'code' in body)
    return { ...(body as ProblemBody), status: response.status }
  return { type: 'about:blank', title: 'not-an-answer', status: response.status, code: 'not-an-answer' }
}
