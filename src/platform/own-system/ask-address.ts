import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { guardedLookup, hostOf, mayReach } from './receiver-address.ts'

/** The whole answer, or why there is none. */
export type Asked =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreachable'; readonly reason: string }

export interface Question {
  readonly url: string
  readonly accept: string
  /** The longest answer that is read, unpacked. */
  readonly mostBytes: number
  readonly timeoutMillis: number
  readonly development: boolean
}

class TooLarge extends Error {}

/**
 * Asks an address outside once and reads its answer as UTF-8: follows no redirect, enters no closed network, reads no more than it is
 * told to. Only 200 is an answer, and only one that came to its end. Never rejects.
 */
export async function askAddress(question: Question): Promise<Asked> {
  const target = new URL(question.url)
  const host = hostOf(target)
  if (isIP(host) !== 0 && !mayReach(host, question.development))
    return { kind: 'unreachable', reason: 'the address leads into a closed network' }
  try {
    const response = await send(target, question)
    if (response.statusCode === 200) return { kind: 'answer', text: await read(response, question.mostBytes) }
    response.destroy()
    return { kind: 'refused', status: response.statusCode ?? 0 }
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'too-large' }
    return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) }
  }
}

function send(target: URL, { accept, timeoutMillis, development }: Question): Promise<IncomingMessage> {
  const ask = target.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    ask(target, {
      agent: false,
      lookup: guardedLookup(development),
      signal: AbortSignal.timeout(timeoutMillis),
      headers: { accept, 'accept-encoding': 'gzip', 'user-agent': 'Krom' },
    })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

async function read(response: IncomingMessage, mostBytes: number): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  const gather = async (source: AsyncIterable<Buffer>) => {
    for await (const part of source) {
      bytes += part.length
      if (bytes > mostBytes) throw new TooLarge()
      parts.push(part)
    }
  }
  await (response.headers['content-encoding'] === 'gzip'
    ? pipeline(response, createGunzip(), gather)
    : pipeline(response, gather))
  return Buffer.concat(parts).toString('utf8')
}
