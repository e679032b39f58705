import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { noteExample } from '../examples.ts'
import type { Answer } from '../house.ts'

/** A provider's own system: a key, no cookie and no CSRF token. */
export function systemCaller(app: FastifyInstance, key: string) {
  const send = async (method: 'GET' | 'POST', path: string, payload?: object, idempotencyKey = randomUUID()) => {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        ...(method === 'POST' ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(payload ? { payload } : {}),
    })
    const json = response.headers['content-type']?.toString().includes('json')
    const answer: Answer = { status: response.statusCode, body: json ? response.json() : null, text: response.body }
    noteExample(method, path, payload, answer)
    return answer
  }
  return {
    get: (path: string) => send('GET', path),
    post: (path: string, body: object = {}, key = randomUUID()) => send('POST', path, body, key),
  }
}
