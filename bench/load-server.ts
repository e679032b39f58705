import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'

const connections = 16

/** What the loading process is asked to do. */
export interface Asked {
  readonly url: string
  readonly paths: readonly string[]
  readonly headers: Record<string, string>
  readonly seconds: number
  readonly connections: number
}

export interface Loaded {
  readonly perSecond: number
  /** Milliseconds that 99 of 100 requests took at most. */
  readonly p99: number
  /** Answers that were no success; always 0, for a bench of refusals is stopped. */
  readonly refused: number
}

/** Asks a listening app for the paths in turn, over 16 connections, and throws when any answer is a refusal. */
export async function loadServer(
  app: FastifyInstance,
  asked: { paths: readonly string[]; headers?: Record<string, string>; seconds: number },
): Promise<Loaded> {
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the app does not listen')
  const whole: Asked = { headers: {}, ...asked, url: `http://127.0.0.1:${address.port}`, connections }
  const child = spawn(
    process.execPath,
    [...process.execArgv, join(import.meta.dirname, 'load-child.ts'), JSON.stringify(whole)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`the loading process ended with code ${code}`)
  const loaded = JSON.parse(said) as Loaded
  if (loaded.refused > 0) throw new Error(`${loaded.refused} requests were refused`)
  return loaded
}
