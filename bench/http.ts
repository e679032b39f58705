import { type FastifyInstance, fastify } from 'fastify'
import { appConnections, openPool, type Pool } from '../src/platform/database.ts'
import { buildApp } from '../src/platform/http/app.ts'
import { sessionCookie } from '../src/platform/http/request.ts'
import { openLog } from '../src/platform/log.ts'
import { platformProblems } from '../src/platform/problems.ts'
import { type CasePageRow, casePageRoute, casePageSql } from '../src/server/case-page.ts'
import { stepViews } from '../src/server/modules.ts'
import { type HttpWorld, layCases, stepsOfCase } from './http-world.ts'
import { type Bench, compare, median } from './line.ts'
import { type Loaded, loadServer } from './load-server.ts'
import { sealEachSecond } from './seal-each-second.ts'
import { withThrowaway } from './throwaway.ts'

const cases = 1000
const rounds = 5
const seconds = 4

/**
 * Requests a second of the whole case page, signed in, under row-level security and audited, at 16 connections; beside bare
 * routes that run the same SQL without all that, or select one row by its key.
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
      say(`laying ${cases} cases of ${stepsOfCase} steps`)
      const world = await layCases(database, cases)
      const ours = await openOurs(pool(database.appUrl, appConnections))
      closers.unshift(() => ours.close())
      const peers = await openPeers(pool(database.superUrl, appConnections), world)
      closers.unshift(() => peers.close())
      closers.unshift(sealEachSecond(pool(database.ownerUrl, 1)))
      for (const { caseId } of world.cases) await checkPage(world, ours, caseId)
      await measure(world, ours, peers, print, say)
    } finally {
      for (const close of closers) await close()
    }
  })

/** The app as the server builds it, with the one route that is measured. */
async function openOurs(pool: Pool): Promise<FastifyInstance> {
  const desk = { pool, subscriptions: {}, texts: platformProblems, idleMinutes: 30, checkReplies: false }
  const app = await buildApp({ desk, routes: [casePageRoute(stepViews)], log: openLog() })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}

/** Two bare routes: the page's own SQL, prepared and sent as it comes, and one row by its key. */
async function openPeers(pool: Pool, world: HttpWorld): Promise<FastifyInstance> {
  // The same reader as ours, once a connection instead of in each request, so that the same row is found.
  pool.on('connect', (client) => {
    void client.query(
      "select set_config('krom.role', 'caseworker', false), set_config('krom.organisation', $1, false)",
      [world.authority],
    )
  })
  const app = fastify()
  const page = { name: 'page', text: casePageSql }
  const row = { name: 'row', text: 'select * from registration.person where person_id = $1' }
  app.get<{ Params: { id: string } }>('/page/:id', async (request, reply) => {
    const { rows } = await pool.query<CasePageRow>({ ...page, values: [request.params.id] })
    return reply.type('application/json; charset=utf-8').send(rows[0]?.page)
  })
  app.get<{ Params: { id: string } }>('/row/:id', async (request) => {
    const { rows } = await pool.query({ ...row, values: [request.params.id] })
    return rows[0]
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app
}

/** Reads a page for the first time. A fast answer that is not the whole page would prove nothing. */
async function checkPage(world: HttpWorld, ours: FastifyInstance, caseId: string): Promise<void> {
  const url = `/api/v1/cases/${caseId}`
  const reply = await ours.inject({ url, cookies: { [sessionCookie]: world.token } })
  const steps = reply.json<{ steps?: unknown[] }>().steps?.length
  if (steps !== stepsOfCase) throw new Error(`the page shows ${steps} steps: ${reply.body.slice(0, 300)}`)
}

async function measure(
  world: HttpWorld,
  ours: FastifyInstance,
  peers: FastifyInstance,
  ...[print, say]: Parameters<Bench>
): Promise<void> {
  const cookie = `${sessionCookie}=${world.token}`
  const pages = world.cases.map(({ caseId }) => `/api/v1/cases/${caseId}`)
  const loads = {
    ours: () => loadServer(ours, { paths: pages, headers: { cookie }, seconds }),
    page: () => loadServer(peers, { paths: world.cases.map(({ caseId }) => `/page/${caseId}`), seconds }),
    row: () => loadServer(peers, { paths: world.cases.map(({ personId }) => `/row/${personId}`), seconds }),
  }
  const found: Record<keyof typeof loads, Loaded[]> = { ours: [], page: [], row: [] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of ['ours', 'page', 'row'] as const) {
      const one = await loads[name]()
      say(`${round === 0 ? 'warm-up' : `round ${round}`} ${name} ${Math.round(one.perSecond)}/s, p99 ${one.p99} ms`)
      if (round > 0) found[name].push(one)
    }
  }
  const rates = (name: keyof typeof loads) => found[name].map((one) => one.perSecond)
  const unit = 'requests/s'
  print(compare({ bench: 'http', unit, least: 0.45 }, rates('ours'), rates('page')))
  print(compare({ bench: 'http-one-row', unit, least: 0.12 }, rates('ours'), rates('row')))
  print({ bench: 'http-p99', ours: median(found.ours.map((one) => one.p99)), unit: 'ms', most: 50 })
}
