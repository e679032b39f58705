import type { FastifyInstance } from 'fastify'
import { routes } from '../src/modules/market/index.ts'
import { appConnections, openPool, type Pool } from '../src/platform/database.ts'
import { buildApp } from '../src/platform/http/app.ts'
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
 * name with a typing error, at 16 connections; beside pgbench sending the same statements without anything around them.
 */
export const bench: Bench = (print, say) =>
  withThrowaway(say, async (database) => {
    say(`laying ${contracts} contracts at ${addresses} addresses`)
    await layMarket(database)
    const paths = searchPaths()
    const scripts = await recorded(database.appUrl, paths)
    const pool = openPool(database.appUrl, appConnections)
    const app = await openApp(pool)
    try {
      await app.listen({ port: 0, host: '127.0.0.1' })
      const peer = hasPgbench() ? () => runPgbench(database.appUrl, scripts, seconds) : null
      if (peer === null) say('no pgbench on this machine (Debian: postgresql-contrib): no peer')
      await measure(app, paths, peer, print, say)
    } finally {
      await app.close()
      await pool.end()
    }
  })

function openApp(pool: Pool): Promise<FastifyInstance> {
  const desk = { pool, subscriptions: {}, texts: platformProblems, idleMinutes: 30, checkReplies: false }
  return buildApp({ desk, routes: routes.filter((route) => route.operation === 'listCatalogue'), log: openLog() })
}

/** The statements that each search sends. A fast answer that finds nothing would prove nothing. */
async function recorded(url: string, paths: readonly string[]): Promise<Sent[][]> {
  const pool = openPool(url, 1)
  const sent = recordStatements(pool)
  const app = await openApp(pool)
  try {
    const scripts: Sent[][] = []
    let found = 0
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

async function measure(
  app: FastifyInstance,
  paths: readonly string[],
  peer: (() => number) | null,
  ...[print, say]: Parameters<Bench>
): Promise<void> {
  const ours: Loaded[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const one = await loadServer(app, { paths, seconds })
    const rate = peer?.()
    const name = round === 0 ? 'warm-up' : `round ${round}`
    say(`${name} ours ${Math.round(one.perSecond)}/s, p99 ${one.p99} ms, pgbench ${Math.round(rate ?? 0)}/s`)
    if (round === 0) continue
    ours.push(one)
    if (rate !== undefined) theirs.push(rate)
  }
  const rates = ours.map((one) => one.perSecond)
  const unit = 'searches/s'
  if (peer === null) print({ bench: 'catalogue', ours: Math.round(median(rates)), unit })
  else print(compare({ bench: 'catalogue', unit, least: 0.3 }, rates, theirs))
  print({ bench: 'catalogue-p99', ours: median(ours.map((one) => one.p99)), unit: 'ms', most: 25 })
}
