import { type FastifyInstance, fastify } from 'fastify'
import { routes } from '../src/modules/delivery/index.ts'
import { appConnections, openPool, type Pool } from '../src/platform/database.ts'
import { buildApp } from '../src/platform/http/app.ts'
import { openLog } from '../src/platform/log.ts'
import { newId } from '../src/platform/new-id.ts'
import { platformProblems } from '../src/platform/problems.ts'
import { advisers, layTaps, participants, type Tap } from './attendance-world.ts'
import { type Bench, compare, median } from './line.ts'
import { sealEachSecond } from './seal-each-second.ts'
import { type Manner, type Tapped, tapServer } from './tap-server.ts'
import { withThrowaway } from './throwaway.ts'

const rounds = 5
const body = JSON.stringify({ came: 'yes', tookPlace: true })
const manner = { rounds: 5, atOnce: advisers, seconds: 4, perSecond: advisers, connections: 16 }

/**
 * 200 advisers, each signed in, who record attendance at own meetings with two taps: session, law, row-level security,
 * audit, sealing, synced to disk. Three manners: each of them once a second on average, at their own moments; all 200 in the
 * same instant, again and again; and as many as the server takes over 16 connections, beside a bare Fastify that inserts one row.
 */
export const bench: Bench = (print, say) =>
  withThrowaway(say, async (database) => {
    const closers: (() => Promise<unknown>)[] = []
    const pool = (url: string, size: number): Pool => {
      const opened = openPool(url, size)
      closers.unshift(() => opened.end())
      return opened
    }
    try {
      say(`laying ${participants} participants of ${advisers} advisers`)
      const taps = await layTaps(database)
      const ours = await openOurs(pool(database.appUrl, appConnections))
      closers.unshift(() => ours.close())
      const peer = await openPeer(pool(database.superUrl, appConnections))
      closers.unshift(() => peer.close())
      closers.unshift(sealEachSecond(pool(database.ownerUrl, 1)))
      await measure(ours, peer, taps, print, say)
    } finally {
      for (const close of closers) await close()
    }
  })

async function openOurs(pool: Pool): Promise<FastifyInstance> {
  const desk = { pool, subscriptions: {}, texts: platformProblems, idleMinutes: 30, checkReplies: false }
  const taken = routes.filter((route) => route.operation === 'recordAttendance')
  const app = await buildApp({ desk, routes: taken, log: openLog() })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}

/** A bare route that inserts one row, and nothing else. */
async function openPeer(pool: Pool): Promise<FastifyInstance> {
  await pool.query('create table public.tap (id uuid primary key, path text not null, body jsonb not null)')
  const app = fastify()
  app.post('/*', async (request, reply) => {
    const id = newId<string>()
    const text = 'insert into public.tap (id, path, body) values ($1, $2, $3)'
    await pool.query({ name: 'tap', text, values: [id, request.url, JSON.stringify(request.body)] })
    return reply.status(201).send({ id })
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}

async function measure(
  ours: FastifyInstance,
  peer: FastifyInstance,
  taps: readonly Tap[],
  ...[print, say]: Parameters<Bench>
): Promise<void> {
  let used = 0
  const run = async (how: Manner['manner']) => {
    const one = await tapServer(ours, taps.slice(used), { ...manner, manner: how }, body)
    used += one.used
    return one
  }
  const found: Record<Manner['manner'] | 'peer', Tapped[]> = { steady: [], burst: [], full: [], peer: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const one = { steady: await run('steady'), burst: await run('burst'), full: await run('full') }
    const bare = await tapServer(peer, taps, { ...manner, manner: 'full' }, body)
    for (const [name, { perSecond, p50, p99 }] of Object.entries({ ...one, peer: bare })) {
      say(
        `${round === 0 ? 'warm-up' : `round ${round}`} ${name} ${Math.round(perSecond)}/s, p50 ${p50} ms, p99 ${p99} ms`,
      )
    }
    if (round === 0) continue
    for (const how of ['steady', 'burst', 'full'] as const) found[how].push(one[how])
    found.peer.push(bare)
  }
  const middle = (how: keyof typeof found, of: 'p50' | 'p99') => median(found[how].map((one) => one[of]))
  const rates = (how: keyof typeof found) => found[how].map((one) => one.perSecond)
  print({ bench: 'attendance', ours: middle('steady', 'p99'), unit: 'ms', most: 50 })
  print({ bench: 'attendance-p50', ours: middle('steady', 'p50'), unit: 'ms' })
  print({ bench: 'attendance-burst', ours: middle('burst', 'p99'), unit: 'ms' })
  print({ bench: 'attendance-burst-p50', ours: middle('burst', 'p50'), unit: 'ms' })
  print(compare({ bench: 'attendance-full', unit: 'attendances/s' }, rates('full'), rates('peer')))
}
