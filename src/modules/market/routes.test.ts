import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../platform/actor.ts'
import { apiRoot, buildApp } from '../../platform/http/app.ts'
import { sessionCookie, tokenHash } from '../../platform/http/request.ts'
import { openLog } from '../../platform/log.ts'
import { platformProblems } from '../../platform/problems.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { marketProblems } from './problems.ts'
import { routes } from './routes.ts'
import { setNewChoices } from './set-new-choices.ts'
import { aProvider, aReferred, marketWorld, type TestProvider } from './testing.ts'

const csrf = 'csrf-of-the-test'

describe('the market over HTTP', () => {
  let world: TestWorld
  let app: FastifyInstance
  let provider: TestProvider
  before(async () => {
    ;({ world } = await marketWorld())
    await world.ownerPool.query(
      "update platform.clock set offset_days = $1::date - (clock_timestamp() at time zone 'Europe/Stockholm')::date",
      [world.today],
    )
    provider = await aProvider(world, { cap: 1 })
    const texts = { ...platformProblems, ...marketProblems }
    const desk = { pool: world.appPool, subscriptions: {}, texts, idleMinutes: 30, checkReplies: true }
    app = await buildApp({ desk, routes, log: openLog('silent') })
  })
  after(async () => {
    await app.close()
    await world.drop()
  })

  /** Signs an actor in and gives the call that it makes; `null` is a visitor. */
  const caller = async (actor: Actor | null) => {
    const token = randomUUID()
    if (actor !== null) {
      await world.ownerPool.query(
        `insert into platform.session (token_hash, user_id, duty_id, csrf_token, created_at, seen_at, expires_at)
         select $1, $2, id, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '1 hour'
           from platform.duty where user_id = $2`,
        [tokenHash(token), actor.userId, csrf],
      )
    }
    return async (method: 'GET' | 'POST', path: string, body?: object, language = 'sv') => {
      const reply = await app.inject({
        method,
        url: `${apiRoot}${path}`,
        headers: { 'x-csrf-token': csrf, 'idempotency-key': randomUUID(), 'accept-language': language },
        cookies: actor === null ? {} : { [sessionCookie]: token },
        ...(body === undefined ? {} : { payload: body }),
      })
      return { status: reply.statusCode, body: reply.json() as Record<string, unknown> }
    }
  }

  test('shows the catalogue to a visitor who has not signed in, and nothing else', async () => {
    const call = await caller(null)
    const found = await call('GET', '/catalogue?municipality=1481&radiusKm=30&orientation=it')
    assert.equal(found.status, 200)
    assert.equal(found.body.total, 1)
    const page = await call('GET', `/catalogue/providers/${provider.providerId}`)
    assert.equal(page.body.name, 'Provleverantören AB')
    assert.equal(JSON.stringify([found.body, page.body]).includes('price'), false)
    assert.equal((await call('GET', `/cases/${randomUUID()}/catalogue`)).status, 401)
    assert.equal((await call('POST', '/providers', {})).status, 401)
    for (const query of [
      'radiusKm=0',
      'municipality=gbg',
      'language=svenska',
      'orientation=allt',
      'limit=101',
      'page=0',
    ]) {
      assert.equal((await call('GET', `/catalogue?${query}`)).status, 422, query)
    }
  })

  test('lets the person see and choose, refuses a stopped or full provider in their language', async () => {
    const person = await aReferred(world)
    const call = await caller(person.actor)
    const stopped = await aProvider(world, { name: 'Stoppad AB' })
    const { contractId } = stopped
    await world.must(world.overseer, (context) =>
      setNewChoices(context, { contractId, open: false, reason: 'Brister' }),
    )
    const path = `/cases/${person.caseId}`
    const catalogue = await call('GET', `${path}/catalogue`)
    assert.deepEqual([catalogue.status, catalogue.body.total], [200, 1])
    const choice = ({ contractId, addressId }: TestProvider) => ({ contractId, addressId, motives: ['location'] })
    const closed = await call('POST', `${path}/choice`, choice(stopped), 'ar')
    assert.equal(closed.status, 409)
    assert.equal(closed.body.title, marketProblems['new-choices-stopped']?.ar?.title)
    const placed = await call('POST', `${path}/choice`, choice(provider))
    assert.deepEqual([placed.status, placed.body.firstDay], [201, '2022-10-17'])
    const late = await aReferred(world)
    const lateCall = await caller(late.actor)
    const full = await lateCall('POST', `/cases/${late.caseId}/choice`, choice(provider), 'en')
    assert.deepEqual([full.status, full.body.title], [409, 'The last place is already taken'])
    const change = await call('POST', `${path}/change-of-provider`, choice(provider))
    assert.equal(change.status, 409)
    assert.equal((await lateCall('POST', `${path}/choice`, choice(provider))).status, 404)
    assert.equal((await call('GET', `${path}/nearest-log`)).status, 403)
  })

  test('lets a coordinator plan capacity and an overseer keep the register', async () => {
    const coordinator = await caller(provider.coordinator)
    const own = await coordinator('GET', '/provider/contracts')
    assert.deepEqual([own.status, own.body.total], [200, 1])
    const cap = { addressId: provider.addressId, cap: 12 }
    assert.equal((await coordinator('POST', `/provider/contracts/${provider.contractId}/capacity`, cap)).status, 200)
    assert.equal((await coordinator('POST', '/contracts', {})).status, 403)
    const overseer = await caller(world.overseer)
    const organisationId = await world.anOrganisation('provider', 'Ny AB')
    assert.equal((await overseer('POST', '/providers', { organisationId, name: 'Ny AB' })).status, 201)
    const address = await overseer('POST', `/providers/${organisationId}/addresses`, {
      street: 'Provgatan 3',
      locality: 'Provorten',
      municipalityCode: '1480',
      languages: ['sv'],
      orientations: ['transport'],
      presentation: '',
    })
    assert.equal(address.status, 201)
    const contract = { providerId: organisationId, areaCode: 'FA15', priceModel: '2', fromDay: '2022-10-01' }
    const signed = await overseer('POST', '/contracts', { ...contract, addressIds: [address.body.id] })
    assert.equal(signed.status, 201)
    const stop = await overseer('POST', `/contracts/${String(signed.body.id)}/new-choices`, {
      open: false,
      reason: 'Prov',
    })
    assert.deepEqual(stop.body, { saved: true })
    const stopped = await overseer('GET', '/contracts?search=ny%20ab&open=no')
    const [listed] = stopped.body.items as Record<string, unknown>[]
    assert.equal(stopped.body.total, 1)
    assert.deepEqual([listed?.providerName, listed?.reason, listed?.openForChoices], ['Ny AB', 'Prov', false])
    assert.equal((await overseer('GET', '/contracts?search=finns%20inte')).body.total, 0)
    assert.equal((await coordinator('GET', '/contracts')).status, 403)
    const impossible = { ...contract, fromDay: '2022-02-30', addressIds: [address.body.id] }
    assert.equal((await overseer('POST', '/contracts', impossible)).status, 422)
  })

  test('describes every operation', async () => {
    await app.ready()
    const text = JSON.stringify(app.swagger())
    for (const route of routes) assert.ok(text.includes(`"operationId":"${route.operation}"`), route.operation)
  })
})
