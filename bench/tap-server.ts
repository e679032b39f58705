import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import type { Tap } from './attendance-world.ts'

/** How the writing process is to write: `burst`, `steady` or `full`; what the manner does not use is passed over. */
export interface Manner {
  readonly manner: 'burst' | 'steady' | 'full'
  readonly rounds: number
  readonly atOnce: number
  readonly seconds: number
  readonly perSecond: number
  readonly connections: number
}

export interface Taps extends Manner {
  readonly url: string
  readonly body: string
  readonly taps: readonly Tap[]
}

export interface Tapped {
  /** Taps that are spent. */
  readonly used: number
  readonly perSecond: number
  /** Milliseconds that half of the requests took at most. */
  readonly p50: number
  readonly p99: number
  readonly refused: number
  /** The last refusal's status and words. */
  readonly refusal: string
}

/** Sends taps to a listening app from another process, each once, and throws when any is refused. */
export async function tapServer(
  app: FastifyInstance,
  taps: readonly Tap[],
  manner: Manner,
  body: string,
): Promise<Tapped> {
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the app does not listen')
  const asked: Taps = { ...manner, url: `http://127.0.0.1:${address.port}`, body, taps }
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'tap-child.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(asked))
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`the writing process ended with code ${code}`)
  const tapped = JSON.parse(said) as Tapped
  if (tapped.refused > 0)
    throw new Error(`${tapped.refused} of ${tapped.used} requests were refused: ${tapped.refusal}`)
  return tapped
}
