import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import '../src/modules/compensation/testing.ts'
import { type Day, daysBetween } from '../src/kernel/day.ts'
import { seedDeliveryAreas } from '../src/modules/registration/index.ts'
import type { Actor } from '../src/platform/actor.ts'
import { databaseClock } from '../src/platform/context.ts'
import { tokenHash } from '../src/platform/http/request.ts'
import { openLog } from '../src/platform/log.ts'
import { systemActor, type TestWorld, testWorld } from '../src/platform/testing.ts'
import { buildDoor } from '../src/server/house.ts'
import { runDays } from '../src/server/jobs.ts'
import { sweeps } from '../src/server/modules.ts'
import { subscriptions } from '../src/server/subscriptions.ts'
import { noteExample } from './examples.ts'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a journey reads replies as its user does, field by field.
  readonly body: any
  readonly text: string
}

/** One signed-in browser, without its screen. */
export interface Caller {
  get(path: string): Promise<Answer>
  /** `key` is the Idempotency-Key; a new one unless said. */
  post(path: string, body?: object, more?: { key?: string; csrf?: string }): Promise<Answer>
  upload(
    path: string,
    file: { name: string; type: string; bytes: Buffer },
    fields?: Record<string, string>,
  ): Promise<Answer>
}

/** The whole house on a test database, its door reached without a port, with every reply checked against its schema. */
export interface TestHouse {
  readonly world: TestWorld
  readonly app: FastifyInstance
  /** Moves the clock to a day, running the calendar duties of every day on the way. */
  goTo(day: Day): Promise<void>
  signIn(actor: Actor): Promise<Caller>
  readonly anonymous: Caller
  drop(): Promise<void>
}

/** Opens the house on a day; delivery areas are seeded, people are not. With `port` its door listens on localhost too. */
export async function testHouse(today: Day, { port }: { port?: number } = {}): Promise<TestHouse> {
  const world = await testWorld({ today, subscriptions })
  const work = { pool: world.ownerPool, subscriptions, clock: databaseClock(world.ownerPool) }
  const setClock = async (day: Day) => {
    const { rows } = await world.ownerPool.query<{ real: Day }>(
      `select (clock_timestamp() at time zone 'Europe/Stockholm')::date as real`,
    )
    await world.ownerPool.query('update platform.clock set offset_days = $1', [daysBetween(rows[0]?.real ?? day, day)])
    world.today = day
  }
  await setClock(today)
  await world.ownerPool.query('update platform.clock set ran_to = $1', [today])
  await world.must(systemActor, seedDeliveryAreas)
  const origin = port === undefined ? 'http://localhost' : `http://localhost:${port}`
  const app = await buildDoor({ origin, broker: undefined }, world.appPool, world.ownerPool, { checkReplies: true })
  if (port !== undefined) await app.listen({ port, host: 'localhost' })
  return {
    world,
    app,
    async goTo(day) {
      await setClock(day)
      await runDays({ work, sweeps, log: openLog() })
    },
    signIn: async (actor) => callerOf(app, await aSession(world, actor)),
    anonymous: callerOf(app, { token: '', csrf: '' }),
    async drop() {
      await app.close()
      await world.drop()
    },
  }
}

/** A living session of the actor's first duty, as sign-in would have made it. */
export async function aSession(world: TestWorld, actor: Actor): Promise<{ token: string; csrf: string }> {
  const session = { token: randomUUID(), csrf: randomUUID() }
  await world.ownerPool.query(
    `insert into platform.session (token_hash, user_id, duty_id, csrf_token, created_at, seen_at, expires_at)
     select $1, $2, d.id, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '1 hour' from platform.duty d where d.user_id = $2 order by d.id limit 1`,
    [tokenHash(session.token), actor.userId, session.csrf],
  )
  return session
}

/** A browser that holds a session's cookie and CSRF token. */
export function callerOf(app: FastifyInstance, session: { token: string; csrf: string }): Caller {
  const headers = { cookie: `krom_session=${session.token}` }
  const send = async (
    method: 'GET' | 'POST',
    path: string,
    more: { headers?: Record<string, string>; payload?: object | Buffer },
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...headers, ...more.headers },
      ...(more.payload ? { payload: more.payload } : {}),
    })
    const json = response.headers['content-type']?.toString().includes('json')
    const answer = { status: response.statusCode, body: json ? response.json() : null, text: response.body }
    noteExample(method, path, more.payload, answer)
    return answer
  }
  return {
    get: (path) => send('GET', path, {}),
    post: (path, body = {}, { key = randomUUID(), csrf = session.csrf } = {}) =>
      send('POST', path, { headers: { 'x-csrf-token': csrf, 'idempotency-key': key }, payload: body }),
    upload(path, file, fields = {}) {
      const boundary = 'krom-test-boundary'
      const parts = Object.entries(fields).map(
        ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
      return send('POST', path, {
        headers: {
          'x-csrf-token': session.csrf,
          'idempotency-key': randomUUID(),
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        payload,
      })
    },
  }
}
