import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { month } from '../src/kernel/day.ts'
import type { CaseId, PersonId } from '../src/kernel/ids.ts'
import { ok } from '../src/kernel/result.ts'
import { someAdmission } from '../src/modules/admission/testing.ts'
import { shippedModel } from '../src/modules/assessment/index.ts'
import { askWhatIf, closeMonth, computeWhatIf } from '../src/modules/compensation/index.ts'
import { workOf } from '../src/modules/compensation/testing.ts'
import { someInvoicing } from '../src/modules/invoicing/testing.ts'
import { someStaff, someSupply } from '../src/modules/market/testing.ts'
import type { Actor } from '../src/platform/actor.ts'
import { sealAudit, verifyAudit } from '../src/platform/audit-seal.ts'
import { openLog } from '../src/platform/log.ts'
import { buildDoor } from '../src/server/house.ts'
import { routes } from '../src/server/routes.ts'
import { subscriptions } from '../src/server/subscriptions.ts'
import { canaries, canaryPeople } from '../src/simulation/canaries.ts'
import { aBeginning, aLife, type Life, lifeDays } from './access/life.ts'
import { someOversight } from './access/oversight.ts'
import { files, pathFor, type Target } from './access/requests.ts'
import { foundIn, type Traces, tracesOf } from './access/traces.ts'
import { aPlannedWindow } from './access/windows.ts'
import { aSession, type Caller, callerOf, type TestHouse, testHouse } from './house.ts'
import { openProvider } from './journeys/world.ts'
import { someSystem } from './own-system/some-system.ts'

interface Participant {
  readonly personId: PersonId
  readonly caseId: CaseId
  readonly jobseeker: Actor
  readonly life?: Life
}

/** A known person in a test of unknown ones; the name stands nowhere else. */
const ordinary = {
  givenName: 'Zefyrina',
  familyName: 'Provlundström',
  street: 'Ordinariegatan 77',
  email: 'zefyrina@example.com',
  identityNumber: '',
}

let house: TestHouse
let app: FastifyInstance
const logged: string[] = []
let hidden: readonly (Participant & { readonly traces: Traces })[]
let known: Life
let readers: readonly { readonly who: string; readonly actor: Actor | null; readonly caller: Caller }[]
let targets: readonly Target[]
let namedAdviser: Actor

before(async () => {
  house = await testHouse(lifeDays.today)
  const { world } = house
  const log = openLog('trace', { write: (line) => void logged.push(line) })
  app = await buildDoor({ origin: 'http://localhost', broker: undefined }, world.appPool, world.ownerPool, { log })
  const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
  const other = await openProvider(house, 'Provbolaget', 'Provgatan 5')
  namedAdviser = provider.adviser
  const secondAdviser = await world.anActor('adviser', {
    organisationId: provider.providerId,
    officeId: null,
    name: 'Andra Handledaren',
  })
  hidden = await canaryWorld(provider)
  const { identityNumber: _number, ...name } = ordinary
  known = await aLife(world, { provider, caseworker: world.caseworker, details: name })
  const elsewhere = await aLife(world, { provider: other, caseworker: world.caseworker })
  await closeMonth({ ...workOf(world), subscriptions }, { month: month('2021-09') })
  const municipality = await world.anOrganisation('municipality', 'Provköpings kommun')
  const staff: readonly (readonly [string, Actor])[] = [
    ['the named caseworker', world.secondCaseworker],
    ['another caseworker', world.caseworker],
    ['approver', world.approver],
    ['overseer', world.overseer],
    ['the named adviser', provider.adviser],
    ['another adviser of the provider', secondAdviser],
    ['coordinator of the provider', provider.coordinator],
    ['adviser elsewhere', other.adviser],
    ['municipality', await world.anActor('municipality', { organisationId: municipality, officeId: null })],
    ['analyst', await world.anActor('analyst')],
    ['administrator', world.administrator],
    ['another participant', elsewhere.jobseeker],
    ...hidden.map((one, index) => [`canary ${index + 1}`, one.jobseeker] as const),
  ]
  const signedIn = async ([who, actor]: readonly [string, Actor]) => ({
    who,
    actor,
    caller: callerOf(app, await aSession(world, actor)),
  })
  readers = [
    { who: 'anybody', actor: null, caller: callerOf(app, { token: '', csrf: '' }) },
    ...(await Promise.all(staff.map(signedIn))),
  ]
  targets = await targetsOf()
})
after(async () => {
  await app.close()
  await house.drop()
})

/** One in service with a named adviser, one who is to choose, one assessed; each handled by one caseworker alone. */
async function canaryWorld(provider: Parameters<typeof aLife>[1]['provider']) {
  const { world } = house
  const caseworker = world.secondCaseworker
  const made: (Participant & { traces: Traces })[] = []
  for (const [index, person] of canaryPeople(shippedModel().scorer).entries()) {
    const details = { ...person.details, birthRegion: 'world' as const }
    const traces = tracesOf(details)
    if (index === 0) {
      const life = await aLife(world, { provider, caseworker, details })
      made.push({ ...life, life, traces })
      continue
    }
    world.today = lifeDays.registered
    made.push({ ...(await aBeginning(world, { caseworker, details }, { referred: index === 1 })), traces })
  }
  return made
}

async function targetsOf(): Promise<Target[]> {
  const statements = await house.world.rows<{ id: string }>(
    'select id from compensation.statement order by provider_id',
  )
  const lines = await house.world.rows<{ id: string; caseId: string }>(
    'select id, case_id as "caseId" from compensation.entitlement_line order by id',
  )
  const { whatIfId } = await house.world.must(house.world.approver, (c) => askWhatIf(c, { month: month('2021-09') }))
  await computeWhatIf(workOf(house.world), whatIfId)
  const administrator = readers.find((reader) => reader.who === 'administrator')?.caller
  const windows = await aPlannedWindow(house)
  const oversight = await someOversight(house)
  const imported = await administrator?.upload('/imports/persons', files.startImport ?? assert.fail('a file'))
  const whole = hidden[0]?.life ?? assert.fail('the first canary is in service')
  const { providerId, contractId } = whole.provider
  const invoicing = await someInvoicing(house.world, { providerId, contractId, statementId: statements[0]?.id ?? '' })
  const second = await house.world.anActor('overseer')
  const supply = await someSupply(house.world, contractId, second)
  const admission = await someAdmission(house.world, whole.provider.coordinator, second)
  const ownSystem = await someSystem(house.world, whole.provider.coordinator)
  const staff = await someStaff(house.world, whole.provider)
  const lives = [
    known,
    whole,
    ...hidden.slice(1).map((one) => ({ ...whole, caseId: one.caseId, personId: one.personId })),
  ]
  return lives.map((life, index) => ({
    life,
    statementId: statements[index % statements.length]?.id ?? '',
    importId: imported?.body.id,
    whatIfId,
    ...windows,
    oversight,
    lineId: (lines.find((line) => line.caseId === life.caseId) ?? lines[index % lines.length])?.id ?? '',
    rightId: '',
    approverId: '',
    invoicing,
    supply,
    admission,
    ownSystem,
    staff,
  }))
}

const wholeLists: Readonly<Record<string, readonly string[]>> = {
  listCases: ['?whose=all&limit=100', '?whose=office&limit=100', '?whose=all&name=Kana', '?whose=all&name=Skyddad'],
  listTasks: ['?limit=100', '?search=Kana', '?done=today'],
  listCaseload: ['?whose=all&limit=100', '?whose=mine'],
  listReports: ['?whose=all&limit=100'],
  listStatements: ['?limit=100'],
  readStatement: ['?limit=100'],
  listAudit: ['?limit=100'],
  listOutbox: ['?limit=100'],
  showLog: ['?month=2021-09'],
  listCaseCatalogue: ['?limit=100'],
  listCatalogue: ['?municipality=1480&limit=100'],
}

/** Every address that can be read, of everybody. */
function addresses(): string[] {
  const all = routes
    .filter((route) => route.method === 'GET')
    .flatMap((route) =>
      targets.flatMap((target) =>
        (wholeLists[route.operation] ?? ['']).map((query) => `${pathFor(route, target)}${query}`),
      ),
    )
  return [...new Set(all)]
}

const pages = [
  '/',
  '/leverantorer?plats=G%C3%B6teborg',
  '/tackning',
  '/api/',
  '/api/openapi.json',
  '/problems/not-found',
  '/test-people/any',
]

describe('a protected identity', () => {
  test('is found nowhere but with the person, the named staff and, by name, the named adviser', async () => {
    const wrong: string[] = []
    const seen = new Map<string, Set<number>>()
    for (const { who, actor, caller } of readers) {
      for (const path of addresses()) {
        const { text } = await caller.get(path)
        for (const [index, canary] of hidden.entries()) {
          const names = foundIn(text, canary.traces.names)
          const more = foundIn(text, canary.traces.more)
          if (names.length + more.length === 0) continue
          seen.set(who, (seen.get(who) ?? new Set()).add(index))
          const isOwn = actor === canary.jobseeker || who === 'the named caseworker'
          const isAdviser = index === 0 && actor === namedAdviser && more.length === 0
          if (!isOwn && !isAdviser) wrong.push(`${who} at ${path}: ${[...names, ...more].join(', ')}`)
        }
      }
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual([...(seen.get('the named caseworker') ?? [])], [0, 1, 2], 'the crawl reads what there is')
    assert.deepEqual([...(seen.get('the named adviser') ?? [])], [0])
    for (const index of canaries.keys()) assert.deepEqual([...(seen.get(`canary ${index + 1}`) ?? [])], [index])
  })

  test('is on no page that anybody may open', async () => {
    for (const url of pages) {
      const { body, statusCode } = await app.inject({ method: 'GET', url })
      assert.equal(statusCode, 200, url)
      for (const { traces } of hidden) assert.deepEqual(foundIn(body, [...traces.names, ...traces.more]), [], url)
    }
  })
})

test('a trace is found whatever its case, and a number with and without hyphen', () => {
  const traces = tracesOf({ ...ordinary, identityNumber: '19840211-2383' })
  assert.deepEqual(foundIn('ZEFYRINA bor på Ordinariegatan 77', traces.names), ['Zefyrina'])
  assert.deepEqual(foundIn('840211-2383 · 198402112383', traces.more), ['8402112383', '840211-2383'])
})

/** Everybody registered, by what the register holds. */
async function everybody(): Promise<string[]> {
  const rows = await house.world.rows<Parameters<typeof tracesOf>[0]>(
    `select given_name as "givenName", family_name as "familyName", identity_number as "identityNumber", street, email
       from registration.person_version`,
  )
  const traces = rows.map(tracesOf)
  // "Prova" is also part of other words; everybody else's names are not.
  return [...new Set(traces.flatMap(({ names, more }) => [...names, ...more]))].filter((trace) => trace !== 'Prova')
}

const keyTables = [
  'platform.audit_entry',
  'platform.audit_seal',
  'platform.notice',
  'platform.task',
  'platform.access',
  'platform.idempotency',
  'compensation.entitlement_line',
  'compensation.statement',
  'compensation.statement_approval',
  'graphile_worker._private_jobs',
]

describe('keys and nothing else', () => {
  test('stand in the audit log, the outbox, the queue, the ledger and the jobs', async () => {
    const traces = await everybody()
    assert.ok(traces.includes('Zefyrina') && traces.length > 10)
    for (const table of keyTables) {
      const rows = await house.world.rows<{ text: string }>(`select t::text as text from ${table} t`)
      if (['platform.audit_entry', 'platform.notice', 'platform.task'].includes(table))
        assert.ok(rows.length > 3, table)
      for (const { text } of rows) assert.deepEqual(foundIn(text, traces), [], `${table}: ${text}`)
    }
  })

  test('stand in the log, also when the database names the values that it refused', async () => {
    const identityNumber = hidden[0]?.traces.more[0] ?? ''
    const query = house.world.ownerPool.query('select $1::date', [`${identityNumber} zefyrina`])
    const failed = await query.catch((error: unknown) => error)
    assert.match(String(failed), /zefyrina/, 'the database repeats the value')
    const log = openLog('trace', { write: (line) => void logged.push(line) })
    log.error({ error: failed }, 'a request failed')
    log.error({ error: new Error(`no ${identityNumber} at zefyrina@example.com`) }, 'a request failed')
    assert.match(logged.at(-2) ?? '', /"code":"22P02|"code":"22007"/)
    assert.match(logged.at(-1) ?? '', /no … at …/)
    const traces = await everybody()
    for (const line of logged) assert.deepEqual(foundIn(line, traces), [], line)
  })
})

/** Where a person's name, number or address may stand at all: what erasure empties. */
const erasure = [
  "update platform.user_account set display_name = '' where person_id = $1",
  'delete from platform.identity_claim where user_id in (select id from platform.user_account where person_id = $1)',
  'delete from platform.letter where person_id = $1',
  'delete from platform.kept_steps where person_id = $1',
  'delete from registration.person_version where person_id = $1',
  'delete from registration.person where person_id = $1',
]

describe('erasure', () => {
  test('empties six tables, leaves the person nowhere, and every seal stays whole', async () => {
    const { ownerPool } = house.world
    await house.world.must(house.world.caseworker, async (context) => {
      context.readPerson(known.personId)
      return ok(null)
    })
    await sealAudit(ownerPool)
    const before = await verifyAudit(ownerPool)
    assert.ok(before.sealedEntries > 10)
    const [person] = await house.world.rows<Parameters<typeof tracesOf>[0]>(
      `select given_name as "givenName", family_name as "familyName", identity_number as "identityNumber", street, email
         from registration.v_person where person_id = $1`,
      [known.personId],
    )
    const { names, more } = tracesOf(person ?? assert.fail('the person is registered'))
    assert.deepEqual((await tablesWith([...names, ...more])).length > 3, true)
    for (const step of erasure) await ownerPool.query(step, [known.personId])
    assert.deepEqual(await tablesWith([...names, ...more]), [])
    const verdict = await verifyAudit(ownerPool)
    assert.deepEqual(verdict.broken, [])
    assert.equal(verdict.sealedEntries, before.sealedEntries)
    const about = await house.world.rows('select 1 from platform.audit_entry where $1 = any (person_ids)', [
      known.personId,
    ])
    assert.ok(about.length > 5, 'what was done about the person is still told by key')
  })
})

/** The tables in which any of the texts stand. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const tables = await house.world.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const patterns = texts.map((text) => `%${text}%`)
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await house.world.rows(`select 1 from ${name} t where t::text ilike any ($1::text[]) limit 1`, [
      patterns,
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}
