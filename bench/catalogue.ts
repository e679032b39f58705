import type { FastifyInstance } from 'fastify'
import { fromDatabase, publicCatalogue, routes } from '../src/modules/market/index.ts'
import { appConnections, openPool, type Pool } from '../src/platform/database.ts'
import { buildApp } from '../src/platform/http/app.ts'
import type { Route } from '../src/platform/http/route.ts'
import { openLog } from '../src/platform/log.ts'
import { platformProblems } from '../src/platform/problems.ts'
import { addresses, contracts, layMarket, searchPaths } from './catalogue-world.ts'
import { type Bench, compare, median } from './line.ts'
import { type Loaded, loadServer } from './load-server.ts'
import { hasPgbench, recordStatements, runPgbench, type Sent } from './pgbench.ts'
import { withThrowaway } from './throwaway.ts'

const rounds = 5
const seconds = 4

/**
 * Searches a second in the public catalogue, over 1,000 contracts at 3,000 addresses, by radius, line of work, language and a
 * name with a typing error, at 16 connections. Ours looks through the offers in memory, as of the change that the database
 * names in each transaction. Beside it pgbench, with nothing around the statements: once with the whole search in SQL,
 * which is the plain way to the same answers, and once with just the statements that ours sends.
 */
export const bench: Bench = (print, say) =>
  withThrowaway(say, async (database) => {
    say(`laying ${contracts} contracts at ${addresses} addresses`)
    await layMarket(database)
    const paths = searchPaths()
    const whole = await recorded(database.appUrl, paths, wholeInSql)
    const sent = await recorded(database.appUrl, paths, fromMemory)
    const pool = openPool(database.appUrl, appConnections)
    const app = await openApp(pool, fromMemory)
    try {
      await app.listen({ port: 0, host: '127.0.0.1' })
      if (!hasPgbench()) say('no pgbench on this machine (Debian: postgresql-contrib): no peer')
      // A few scripts only: each of pgbench's connections plans each of them anew, which is not what is measured.
      const few = (scripts: Sent[][]) => scripts.filter((_, index) => index % 8 === 0)
      const peerOf = (scripts: Sent[][]) => (hasPgbench() ? runPgbench(database.appUrl, few(scripts), seconds) : null)
      await measure(app, { paths, whole: () => peerOf(whole), sent: () => peerOf(sent) }, print, say)
    } finally {
      await app.close()
      await pool.end()
    }
  })

const fromMemory: readonly Route[] = routes.filter((route) => route.operation === 'listCatalogue')
const wholeInSql = fromMemory.map(
  (route): Route => ({
    ...route,
    handle: (context, { query }) =>
      publicCatalogue(context, query as Parameters<typeof publicCatalogue>[1], fromDatabase),
  }),
)

function openApp(pool: Pool, taken: readonly Route[]): Promise<FastifyInstance> {
  const desk = { pool, subscriptions: {}, texts: platformProblems, idleMinutes: 30, checkReplies: false }
  return buildApp({ desk, routes: taken, log: openLog() })
}

/** The statements that each search sends. A fast answer that finds nothing would prove nothing. */
async function recorded(url: string, paths: readonly string[], taken: readonly Route[]): Promise<Sent[][]> {
  const pool = openPool(url, 1)
  const sent = recordStatements(pool)
  const app = await openApp(pool, taken)
  try {
    const scripts: Sent[][] = []
    let found = 0
    await app.inject({ url: paths[0] ?? '' })
    for (const path of paths) {
      sent.length = 0
      const reply = await app.inject({ url: path })
      if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.body.slice(0, 300)}`)
      if (reply.json<{ total: number }>().total > 0) found += 1
      scripts.push([...sent])
    }
    if (found < paths.length / 2) throw new Error(`only ${found} of ${paths.length} searches find anything`)
    return scripts
  } finally {
    await app.close()
    await pool.end()
  }
}

interface Measured {
  readonly paths: readonly string[]
  whole(): number | null
  sent(): number | null
}

async function measure(
  app: FastifyInstance,
  { paths, whole, sent }: Measured,
  ...[print, say]: Parameters<Bench>
): Promise<void> {
  const ours: (Loaded & { readonly cpu: number })[] = []
  const theirs: { whole: number; sent: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const before = process.cpuUsage()
    const one = await loadServer(app, { paths, seconds })
    const { user, system } = process.cpuUsage(before)
    const cpu = (user + system) / 1000 / (one.perSecond * seconds)
    const peer = { whole: whole() ?? 0, sent: sent() ?? 0 }
    const name = round === 0 ? 'warm-up' : `round ${round}`
    say(
      `${name} ours ${Math.round(one.perSecond)}/s, p99 ${one.p99} ms, Node ${cpu.toFixed(2)} ms a search;` +
        ` pgbench ${Math.round(peer.whole)}/s whole, ${Math.round(peer.sent)}/s as sent`,
    )
    if (round === 0) continue
    ours.push({ ...one, cpu })
    theirs.push(peer)
  }
  const rates = ours.map((one) => one.perSecond)
  const unit = 'searches/s'
  if (hasPgbench()) {
    const peers = (kind: keyof (typeof theirs)[number]) => theirs.map((peer) => peer[kind])
    print(compare({ bench: 'catalogue', unit, least: 0.3 }, rates, peers('whole')))
    print(compare({ bench: 'catalogue-as-sent', unit }, rates, peers('sent')))
  } else print({ bench: 'catalogue', ours: Math.round(median(rates)), unit })
  print({ bench: 'catalogue-p99', ours: median(ours.map((one) => one.p99)), unit: 'ms', most: 25 })
  const cpu = Math.round(1000 * median(ours.map((one) => one.cpu))) / 1000
  print({ bench: 'catalogue-cpu', ours: cpu, unit: 'ms of Node a search' })
}
