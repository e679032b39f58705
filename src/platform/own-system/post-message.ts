import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { guardedLookup, hostOf, mayReach } from './receiver-address.ts'

/** How the receiver took it: a status, or why there is none. */
export interface Posted {
  readonly status: number | null
  readonly error: string | null
  readonly millis: number
}

export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly development: boolean
}

const timeoutMillis = 10_000
const longestReason = 200

/**
 * Posts once to a receiver outside: follows no redirect, keeps no connection, reads no answer but its status, and waits ten
 * seconds at most. A 2xx means taken. Never rejects.
 */
export async function postMessage({ url, headers, body, development }: Post): Promise<Posted> {
  const begun = performance.now()
  const posted = (status: number | null, error: string | null): Posted => ({
    status,
    error: error?.slice(0, longestReason) ?? null,
    millis: Math.round(performance.now() - begun),
  })
  const target = new URL(url)
  const host = hostOf(target)
  if (isIP(host) !== 0 && !mayReach(host, development)) return posted(null, 'the address leads into a closed network')
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve) => {
    const request = send(target, {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(development),
      signal: AbortSignal.timeout(timeoutMillis),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Krom',
        ...headers,
      },
    })
    request.once('response', (response) => {
      const status = response.statusCode ?? 0
      response.destroy()
      resolve(posted(status, status >= 200 && status < 300 ? null : `answered ${status}`))
    })
    request.on('error', (error) => resolve(posted(null, error.message)))
    request.end(body)
  })
}

/** Whether the receiver took the message. */
export function wasTaken(posted: Posted): boolean {
  return posted.status !== null && posted.status >= 200 && posted.status < 300
}
