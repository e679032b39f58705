import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { day } from '../../kernel/day.ts'
import { kernelProblems } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/actor.ts'
import { apiRoot, buildApp } from '../../platform/http/app.ts'
import { sessionCookie, tokenHash } from '../../platform/http/request.ts'
import { openLog } from '../../platform/log.ts'
import { platformProblems } from '../../platform/problems.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { deliveryProblems } from './problems.ts'
import { routes } from './routes.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed, someMapping, somePlan } from './testing.ts'

const csrf = 'csrf-of-the-test'

describe('delivery over HTTP', () => {
  let world: TestWorld
  let app: FastifyInstance
  let provider: Staffed
  let rival: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    rival = await aStaffedProvider(world, 'Den andra AB')
    served = await aServed(world, provider)
    world.today = day('2022-10-03')
    await world.ownerPool.query(
      "update platform.clock set offset_days = $1::date - (clock_timestamp() at time zone 'Europe/Stockholm')::date",
      [world.today],
    )
    const texts = { ...kernelProblems, ...platformProblems, ...deliveryProblems }
    const desk = { pool: world.appPool, subscriptions: {}, texts, idleMinutes: 30, checkReplies: true }
    app = await buildApp({ desk, routes, log: openLog('silent') })
  })
  after(async () => {
    await app.close()
    await world.drop()
  })

  type Reply = { status: number; body: Record<string, unknown> }

  /** Signs an actor in and gives the call that it makes. */
  const caller = async (actor: Actor) => {
    const token = randomUUID()
    await world.ownerPool.query(
      `insert into platform.session (token_hash, user_id, duty_id, csrf_token, created_at, seen_at, expires_at)
       select $1, $2, id, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '1 hour'
         from platform.duty where user_id = $2`,
      [tokenHash(token), actor.userId, csrf],
    )
    return async (method: 'GET' | 'POST', path: string, body?: object, key = randomUUID()): Promise<Reply> => {
      const reply = await app.inject({
        method,
        url: `${apiRoot}${path}`,
        headers: { 'x-csrf-token': csrf, 'idempotency-key': key, 'accept-language': 'sv' },
        cookies: { [sessionCookie]: token },
        ...(body === undefined ? {} : { payload: body }),
      })
      return { status: reply.statusCode, body: reply.json() as Record<string, unknown> }
    }
  }
  const made = (reply: Reply): string => {
    assert.equal(reply.status, 201, JSON.stringify(reply.body))
    return reply.body.id as string
  }

  test('carries a month from the mapping to the approved report', async () => {
    const adviser = await caller(served.adviser)
    const caseworker = await caller(world.caseworker)
    const participant = await caller(served.actor)
    const of = `/cases/${served.caseId}`
    made(await adviser('POST', `${of}/mappings`, { ...someMapping, onDay: '2022-09-06' }))
    const planId = made(await adviser('POST', `${of}/plans`, { ...somePlan, agreedOn: '2022-09-06' }))
    made(await participant('POST', `/plans/${planId}/answers`, { answer: 'agreed' }))
    made(await caseworker('POST', `/plans/${planId}/decision`, { outcome: 'approved' }))
    const held = { minutes: 30, mode: 'physical', came: 'yes', tookPlace: true, progress: 'Bra start' }
    made(await adviser('POST', `${of}/held-meetings`, { ...held, startsAt: '2022-09-06T10:00:00+02:00' }))
    const entry = { onDay: '2022-09-08', code: 'language', hours: 1.5, mode: 'physical', withWhom: 'provider-staff' }
    const entryId = made(await adviser('POST', `${of}/activities`, entry))
    made(await adviser('POST', `/activities/${entryId}/correction`, { ...entry, hours: 1.25 }))
    const confirmed = await participant('POST', `${of}/confirmations`, { month: '2022-09' })
    assert.deepEqual([confirmed.status, confirmed.body], [201, { answered: 2 }])
    const drafted = await adviser('POST', `${of}/reports`, { month: '2022-09' })
    assert.equal(drafted.status, 201)
    const [draft] = drafted.body.reports as { reportId: string }[]
    const key = randomUUID()
    const signed = await adviser('POST', '/reports/signatures', { reportIds: [draft?.reportId] }, key)
    assert.deepEqual(signed.body, { reports: [{ reportId: draft?.reportId, state: 'approved', failed: [] }] })
    const again = await adviser('POST', '/reports/signatures', { reportIds: [draft?.reportId] }, key)
    assert.deepEqual(again, signed)
    const twice = await adviser('POST', '/reports/signatures', { reportIds: [draft?.reportId] })
    assert.deepEqual([twice.status, twice.body.code], [409, 'report-already-signed'])
  })

  test('answers every page in the shape it says', async () => {
    const of = `/cases/${served.caseId}`
    const pages = [`${of}/delivery`, `${of}/strip`, `${of}/log?month=2022-09`, `${of}/log`, `${of}/reports`]
    for (const actor of [served.adviser, served.actor, world.caseworker, world.overseer]) {
      const call = await caller(actor)
      for (const page of pages) assert.equal((await call('GET', page)).status, 200, `${actor.role} ${page}`)
    }
    const approver = await caller(world.approver)
    assert.equal((await approver('GET', `${of}/strip`)).status, 200)
    assert.equal((await approver('GET', `${of}/delivery`)).status, 403)
    const coordinator = await caller(provider.coordinator)
    assert.equal((await coordinator('GET', '/caseload?whose=all')).body.total, 1)
    assert.equal((await coordinator('GET', '/reports?month=2022-09')).body.total, 1)
    const drafted = await coordinator('POST', '/reports/drafts', { month: '2022-09' })
    assert.equal((drafted.body.reports as unknown[]).length, 1)
  })

  test('meetings and deviations: planned, moved, answered, refused in words', async () => {
    const adviser = await caller(served.adviser)
    const participant = await caller(served.actor)
    const of = `/cases/${served.caseId}`
    const wish = { startsAt: '2022-10-10T10:00:00+02:00', mode: 'physical' }
    const planned = made(await adviser('POST', `${of}/meetings`, wish))
    const moved = made(await adviser('POST', `/meetings/${planned}/move`, { startsAt: '2022-10-11T10:00:00+02:00' }))
    made(await participant('POST', `/meetings/${moved}/answers`, { answer: 'coming' }))
    const early = await adviser('POST', `/meetings/${moved}/attendance`, { came: 'yes', tookPlace: true })
    assert.deepEqual(
      [early.status, early.body.code, early.body.title],
      [422, 'in-the-future', 'Dagen har inte varit än'],
    )
    const absence = { kind: 'absence', firstDay: '2022-09-12', reason: 'sick' }
    const deviation = made(await adviser('POST', `${of}/deviations`, absence))
    const caseworker = await caller(world.caseworker)
    made(await caseworker('POST', `/deviations/${deviation}/decision`, { outcome: 'accepted' }))
    const page = await adviser('GET', `${of}/delivery`)
    assert.equal((page.body.deviations as { outcome: string }[])[0]?.outcome, 'accepted')
    assert.equal((page.body.meetings as { expected: string }[])[0]?.expected, 'coming')
  })

  test('another provider finds no case, and a wrong form names its field', async () => {
    const stranger = await caller(rival.adviser)
    const of = `/cases/${served.caseId}`
    for (const page of ['delivery', 'strip', 'log', 'reports'])
      assert.equal((await stranger('GET', `${of}/${page}`)).status, 404)
    assert.equal((await stranger('GET', '/caseload?whose=all')).body.total, 0)
    const adviser = await caller(served.adviser)
    const wrong = await adviser('POST', `${of}/reports`, { month: '2022-13' })
    assert.equal(wrong.status, 422)
    assert.equal((wrong.body.problems as { field: string }[])[0]?.field, 'month')
    const early = await adviser('POST', `${of}/reports`, { month: '2022-08' })
    assert.deepEqual([early.status, early.body.code], [422, 'month-without-service'])
  })
})
