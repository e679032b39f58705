import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { seeded } from '../src/kernel/random.ts'
import type { Tapped, Taps } from './tap-server.ts'

/** Writes to one server from a process of its own, so that the load does not share the server's thread; `tapServer` starts it. */
const asked = JSON.parse(await text(process.stdin)) as Taps
const agent = new Agent({ keepAlive: true, maxSockets: asked.manner === 'full' ? asked.connections : 200 })
const random = seeded('arrivals')
const took: number[] = []
let next = 0
let refused = 0
let refusal = ''

/** Sends the next one; its time counts from when it was due. */
async function tap(due = performance.now()): Promise<void> {
  const one = asked.taps[next]
  next += 1
  if (one === undefined) throw new Error('every tap has been used')
  const headers = { ...one.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(asked.url + one.path, { method: 'POST', agent, headers }, resolve)
    sent.on('error', reject)
    sent.end(asked.body)
  })
  const said = await text(reply)
  if (reply.statusCode !== 201) {
    refused += 1
    refusal = `${reply.statusCode} ${said.slice(0, 500)}`
  }
  took.push(performance.now() - due)
}

const ways = {
  /** All at the same instant, then again when everybody has an answer. */
  async burst() {
    for (let round = 0; round < asked.rounds; round += 1) {
      await Promise.all(Array.from({ length: asked.atOnce }, () => tap()))
    }
  },
  /** By themselves, so many a second on average, whether or not the server keeps up. */
  async steady() {
    const begun = performance.now()
    const all: Promise<void>[] = []
    for (
      let due = begun;
      due < begun + asked.seconds * 1000;
      due += -Math.log(1 - random.next()) * (1000 / asked.perSecond)
    ) {
      await wait(Math.max(0, due - performance.now()))
      all.push(tap(due))
    }
    await Promise.all(all)
  },
  /** As many as the server can take over so many connections. */
  async full() {
    const until = performance.now() + asked.seconds * 1000
    await Promise.all(
      Array.from({ length: asked.connections }, async () => {
        while (performance.now() < until) await tap()
      }),
    )
  },
}

const begun = performance.now()
await ways[asked.manner]()
const seconds = (performance.now() - begun) / 1000
agent.destroy()
const sorted = took.toSorted((a, b) => a - b)
const at = (share: number) => Math.round(10 * (sorted[Math.ceil(share * sorted.length) - 1] ?? 0)) / 10
const tapped: Tapped = { used: next, perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), refused, refusal }
process.stdout.write(JSON.stringify(tapped))
