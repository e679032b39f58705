import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { month } from '../src/kernel/day.ts'
import { someAdmission } from '../src/modules/admission/testing.ts'
import { askWhatIf, closeMonth } from '../src/modules/compensation/index.ts'
import { workOf } from '../src/modules/compensation/testing.ts'
import { someInvoicing } from '../src/modules/invoicing/testing.ts'
import { someStaff, someSupply } from '../src/modules/market/testing.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Client, Pool } from '../src/platform/database.ts'
import type { Route } from '../src/platform/http/route.ts'
import { routes } from '../src/server/routes.ts'
import { subscriptions } from '../src/server/subscriptions.ts'
import { aLife, lifeDays } from './access/life.ts'
import { type Column, columns, faultsOfMatrix, judge, readMatrix } from './access/matrix.ts'
import { someOversight } from './access/oversight.ts'
import { bodies, files, pathFor, type Target } from './access/requests.ts'
import { aPlannedWindow } from './access/windows.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from './house.ts'
import { type JourneyProvider, openProvider } from './journeys/world.ts'
import { systemsOf } from './own-system/some-system.ts'

const matrix = readMatrix()
const nameOf = (route: Pick<Route, 'method' | 'path'>) => `${route.method} ${route.path}`

test('every route has one row and every row a route', () => {
  assert.deepEqual(faultsOfMatrix(routes.map(nameOf), matrix), [])
})

test('a route without a row, a row without a route and a cell that says nothing are told', () => {
  const rows = readMatrix(
    `${['method', 'path', ...columns, 'why'].join(',')}\nGET,/cases/:caseId,${columns.map(() => '–').join(',')},`,
  )
  const faults = faultsOfMatrix(['GET /rules'], rows)
  assert.ok(faults.includes('GET /rules has no row'))
  assert.ok(faults.includes('GET /cases/:caseId has no route'))
  assert.ok(faults.includes('GET /cases/:caseId says nothing about jobseeker other'))
  assert.throws(() => readMatrix('method,path\n'), /unknown columns/)
})

test('an answer that is too kind or too strict is told', () => {
  assert.equal(judge('hide', 200), 'expected hide, got allow (200)')
  assert.equal(judge('refuse', 404), 'expected refuse, got hide (404)')
  assert.equal(judge('allow', 403), 'expected allow, got refuse (403)')
  assert.equal(judge('allow', 500), 'expected allow, got fails (500)')
  assert.equal(judge('sign-in', 403), 'expected sign-in, got refuse (403)')
  for (const [expected, status] of [
    ['allow', 200],
    ['allow', 409],
    ['refuse', 403],
    ['hide', 404],
    ['sign-in', 401],
  ] as const)
    assert.equal(judge(expected, status), null)
})

test('every write is tried with a body that it understands', () => {
  const target = {
    life: blank,
    statementId: anId,
    importId: anId,
    whatIfId: anId,
    comparisonId: anId,
    windowPlanId: anId,
    approverId: anId,
  } as unknown as Target
  for (const route of routes.filter((one) => one.method !== 'GET' && one.uploadBytes === undefined)) {
    const body = bodies[route.operation]?.(target)
    assert.ok(body, `${route.operation} has no body`)
    const read = route.body?.safeParse(body)
    assert.ok(read === undefined || read.success, `${route.operation}: ${read?.error?.message}`)
  }
})

const anId = '019a0000-0000-7000-8000-000000000001'
const blank = {
  caseId: anId,
  versionId: anId,
  attendanceId: anId,
  reportId: anId,
  placementId: anId,
  provider: {
    contractId: anId,
    addressId: anId,
    providerId: anId,
    adviser: { userId: anId },
    coordinator: { userId: anId },
  },
}

describe('who may do what', () => {
  let house: TestHouse
  let places: Record<Column, { caller: Caller; target: Target }>

  before(async () => {
    house = await testHouse(lifeDays.today)
    places = await furnished(house)
    neverCommit(house.world.appPool)
  })
  after(() => house.drop())

  for (const route of routes) {
    test(`${nameOf(route)}`, async () => {
      const row = matrix.find((one) => one.route === nameOf(route))
      assert.ok(row, 'has a row')
      const wrong: string[] = []
      for (const column of columns) {
        const expected = row.expected[column]
        if (expected === '–') continue
        const { caller, target } = places[column]
        const answer = await send(caller, route, target)
        const fault = judge(expected, answer.status)
        if (fault) wrong.push(`${column}: ${fault} ${answer.body?.code ?? ''}`)
      }
      assert.deepEqual(wrong, [])
    })
  }
})

function send(caller: Caller, route: Route, target: Target): Promise<Answer> {
  const path = pathFor(route, target)
  if (route.method === 'GET') return caller.get(path)
  const file = files[route.operation]
  return file ? caller.upload(path, file) : caller.post(path, bodies[route.operation]?.(target))
}

/** Two participants at two providers, and one with a protected identity whom only another caseworker handles. */
async function furnished(house: TestHouse): Promise<Record<Column, { caller: Caller; target: Target }>> {
  const { world } = house
  const first = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
  const second = await openProvider(house, 'Provbolaget', 'Provgatan 5')
  const own = await aLife(world, { provider: first, caseworker: world.caseworker })
  const other = await aLife(world, { provider: second, caseworker: world.caseworker })
  const details = { protection: 'secrecy-mark' } as const
  const hidden = await aLife(world, { provider: first, caseworker: world.secondCaseworker, details })
  await closeMonth({ ...workOf(world), subscriptions }, { month: month('2021-09') })
  const statements = await world.rows<{ id: string; provider_id: string }>(
    'select id, provider_id from compensation.statement',
  )
  const statementOf = (providerId: string) => statements.find((one) => one.provider_id === providerId)?.id ?? ''
  const lines = await world.rows<{ id: string; caseId: string }>(
    'select id, case_id as "caseId" from compensation.entitlement_line',
  )
  const [right] = await world.rows<{ id: string }>('select id from compensation.payment_right')
  const { whatIfId } = await world.must(world.approver, (c) => askWhatIf(c, { month: month('2021-09') }))
  const administrator = await house.signIn(world.administrator)
  const windows = await aPlannedWindow(house)
  const oversight = await someOversight(house)
  const imported = await administrator.upload('/imports/persons', files.startImport ?? assert.fail('a file'))
  const secondOverseer = await world.anActor('overseer')
  const keys = await keysOf(world, [first, second], statementOf, secondOverseer)
  const supply = await someSupply(world, first.contractId, secondOverseer)
  const systems = await systemsOf(world, [first, second])
  const targetOf = (life: typeof own): Target => ({
    life,
    statementId: statementOf(life.provider.providerId),
    importId: imported.body.id,
    whatIfId,
    ...windows,
    oversight,
    lineId: lines.find((line) => line.caseId === life.caseId)?.id ?? '',
    rightId: right?.id ?? '',
    approverId: world.approver.userId ?? '',
    ...(keys.get(life.provider.providerId) ?? assert.fail('a provider')),
    supply,
    ownSystem: systems(life.provider.providerId),
  })
  const at = { organisationId: await world.anOrganisation('municipality', 'Provköpings kommun'), officeId: null }
  const jobseeker = await house.signIn(own.jobseeker)
  const caseworker = await house.signIn(world.caseworker)
  const coordinator = await house.signIn(first.coordinator)
  const adviser = await house.signIn(first.adviser)
  const [mine, theirs] = [targetOf(own), targetOf(other)]
  return {
    anonymous: { caller: house.anonymous, target: mine },
    'jobseeker own': { caller: jobseeker, target: mine },
    'jobseeker other': { caller: jobseeker, target: theirs },
    caseworker: { caller: caseworker, target: mine },
    'caseworker on a protected case of others': { caller: caseworker, target: targetOf(hidden) },
    approver: { caller: await house.signIn(world.approver), target: mine },
    overseer: { caller: await house.signIn(world.overseer), target: mine },
    'coordinator own': { caller: coordinator, target: mine },
    'coordinator other': { caller: coordinator, target: theirs },
    'adviser own': { caller: adviser, target: mine },
    'adviser other': { caller: adviser, target: theirs },
    municipality: { caller: await house.signIn(await world.anActor('municipality', at)), target: mine },
    analyst: { caller: await house.signIn(await world.anActor('analyst')), target: mine },
    administrator: { caller: administrator, target: mine },
  }
}

/** What is each provider's own: an invoice, an application, its staff. */
async function keysOf(
  world: TestHouse['world'],
  providers: readonly JourneyProvider[],
  statementOf: (providerId: string) => string,
  secondOverseer: Actor,
): Promise<ReadonlyMap<string, Pick<Target, 'invoicing' | 'admission' | 'staff'>>> {
  const keys = new Map<string, Pick<Target, 'invoicing' | 'admission' | 'staff'>>()
  for (const { providerId, contractId, coordinator } of providers) {
    keys.set(providerId, {
      invoicing: await someInvoicing(world, { providerId, contractId, statementId: statementOf(providerId) }),
      admission: await someAdmission(world, coordinator, secondOverseer),
      staff: await someStaff(world, { coordinator }),
    })
  }
  return keys
}

/** From here on every request is judged as always and then undone, so that no cell changes what the next one meets. */
function neverCommit(pool: Pool): void {
  const connect = pool.connect.bind(pool) as (lend?: unknown) => Promise<Client>
  const undone = new WeakSet<Client>()
  const open = async (): Promise<Client> => {
    const client = await connect()
    if (undone.has(client)) return client
    undone.add(client)
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<{ command: string }>
    const instead = async () => ({ ...(await query('rollback')), command: 'COMMIT' })
    client.query = ((...given: unknown[]) => (given[0] === 'commit' ? instead() : query(...given))) as Client['query']
    return client
  }
  // A lone statement (`pool.query`) asks with a callback; only audit rows of reads are written so, which no cell meets.
  pool.connect = ((lend?: unknown) => (lend ? connect(lend) : open())) as Pool['connect']
}
