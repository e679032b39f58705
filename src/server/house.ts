import type { FastifyInstance } from 'fastify'
import { resumeComparisons } from '../modules/assessment/index.ts'
import { resumeMonthRuns } from '../modules/compensation/index.ts'
import { resumeImports } from '../modules/registration/index.ts'
import { openCarriers } from '../platform/carriers.ts'
import { databaseClock, type Work } from '../platform/context.ts'
import { appConnections, openPool, type Pool } from '../platform/database.ts'
import { asPortFailure } from '../platform/failure.ts'
import type { Desk } from '../platform/http/answer.ts'
import { buildApp } from '../platform/http/app.ts'
import { addMetrics } from '../platform/http/metrics.ts'
import { type Log, openLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { openDatabase } from '../platform/postgres/open-database.ts'
import { addSignIn } from '../platform/sign-in/routes.ts'
import { rulesOn } from '../rules/index.ts'
import { furnish } from './furnish.ts'
import { startJobs } from './jobs.ts'
import { notices, problemTexts, sweeps, tasks } from './modules.ts'
import { addPages } from './pages.ts'
import { addPublicPages } from './public/public-pages.ts'
import { routes } from './routes.ts'
import type { Settings } from './settings.ts'
import { subscriptions } from './subscriptions.ts'
import { addTestPeople } from './test-people.ts'
import { testPeople } from './test-people-list.ts'
import { buildWeb } from './web-build.ts'

export interface House {
  readonly origin: string
  stop(): Promise<void>
}

/** Opens everything in order — database, tables, world, pages, jobs, door — and closes it in reverse. */
export async function startHouse(settings: Settings, say: (line: string) => void): Promise<House> {
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const log = openLog()
    const web = buildWeb(say)
    web.catch(() => undefined)
    const database = await openDatabase({
      dataFolder: settings.dataFolder,
      databaseUrl: settings.databaseUrl,
      appDatabaseUrl: settings.appDatabaseUrl,
      log: say,
    })
    closers.push(database.stop)
    await migrate(database.ownerUrl)
    const ownerPool = openPool(database.ownerUrl, 6)
    const appPool = openPool(database.appUrl, appConnections)
    closers.push(async () => {
      await appPool.end()
      await ownerPool.end()
    })
    await furnish({ ownerPool, appPool, subscriptions, people: settings.people, say })
    await web
    const work: Work = { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
    const app = await buildDoor(settings, appPool, ownerPool)
    closers.push(() => app.close())
    await app.listen({ port: settings.port, host: process.env.KROM_HOST ?? 'localhost' }).catch((error) => {
      throw asPortFailure(error, settings.port)
    })
    await resumeImports(work)
    await resumeMonthRuns(work)
    await resumeComparisons(work)
    closers.push(
      await startJobs({
        work,
        ownerUrl: database.ownerUrl,
        sweeps,
        notices,
        carriers: openCarriers(),
        log,
        tasks,
      }),
    )
    say(`\nKrom is open: ${settings.origin}`)
    say(
      settings.broker
        ? 'Sign in through your broker.'
        : `Sign in as anyone: ${settings.origin}/sign-in lists test people by role. Stop with Ctrl-C.`,
    )
    return { origin: settings.origin, stop }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
}

/** The app with its API, sign-in and pages; not listening yet. Tests use it without a port. */
export async function buildDoor(
  settings: Pick<Settings, 'origin' | 'broker'>,
  appPool: Pool,
  ownerPool: Pool,
  options: { checkReplies?: boolean; log?: Log } = {},
): Promise<FastifyInstance> {
  const { today } = await databaseClock(ownerPool)()
  const { sessionIdleMinutes, sessionLongestHours } = rulesOn(today).platform
  const desk: Desk = {
    pool: appPool,
    subscriptions,
    texts: problemTexts,
    idleMinutes: sessionIdleMinutes,
    checkReplies: options.checkReplies ?? false,
  }
  const app = await buildApp({ desk, routes, log: options.log ?? openLog() })
  addMetrics(app, appPool)
  const broker =
    settings.broker ?? (await addTestPeople(app, { origin: settings.origin, people: () => testPeople(ownerPool) }))
  addSignIn(app, { pool: appPool, origin: settings.origin, broker, longestHours: sessionLongestHours })
  addPublicPages(app, {
    work: { pool: appPool, subscriptions, clock: databaseClock(appPool) },
    routes,
    texts: problemTexts,
  })
  await addPages(app)
  return app
}
