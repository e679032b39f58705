import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { holdPlanningTalk } from '../../src/modules/decision/index.ts'
import { tasks } from '../../src/modules/registration/index.ts'
import { anExtract, anExtractRow } from '../../src/modules/registration/testing.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { aBeginning, aLife, type Life, lifeDays } from '../access/life.ts'
import { aSession, callerOf, type TestHouse, testHouse } from '../house.ts'
import { openProvider } from './world.ts'

interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly body?: object | string
  readonly language?: string
  readonly key?: string | null
  readonly csrf?: string | null
}

type Session = { token: string; csrf: string }

let house: TestHouse
let life: Life
let caseworker: Session
let adviser: Session

before(async () => {
  house = await testHouse(lifeDays.today)
  const { world } = house
  const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
  life = await aLife(world, { provider, caseworker: world.caseworker })
  caseworker = await aSession(world, world.caseworker)
  adviser = await aSession(world, provider.adviser)
})
after(() => house.drop())

/** One request as a browser with this session would send it. */
async function ask(session: Session, asked: Asked) {
  const { method = 'POST', path, body = {}, language = 'sv', key = randomUUID(), csrf = session.csrf } = asked
  const response = await house.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      cookie: `krom_session=${session.token}`,
      'accept-language': language,
      'content-type': 'application/json',
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...(csrf === null ? {} : { 'x-csrf-token': csrf }),
    },
    ...(method === 'GET' ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.statusCode, type: String(response.headers['content-type']), body: response.json() }
}

/** How many rows every table holds, by name. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = await house.world.rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'public') order by 1`,
  )
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*) as rows from ${name}`)
  const rows = await house.world.rows<{ name: string; rows: number }>(counts.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}

/** The tables that have more or fewer rows than before. */
async function changedSince(before: Record<string, number>): Promise<Record<string, number>> {
  const after = await rowCounts()
  const changed = Object.keys(after).filter((name) => after[name] !== before[name])
  return Object.fromEntries(changed.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]))
}

/** Asks for what must be refused, in Swedish and another language, and looks for anything half-saved. */
async function refused(
  session: Session,
  asked: Asked,
  expected: { status: number; code: string; field?: string; other?: 'en' | 'ar' | 'sv-x-latt' },
) {
  const before = await rowCounts()
  const other = expected.other ?? 'en'
  const first = await ask(session, asked)
  const second = await ask(session, { ...asked, language: other })
  for (const { status, type, body } of [first, second]) {
    assert.equal(body.code, expected.code, JSON.stringify(body))
    assert.equal(status, expected.status)
    assert.match(type, /^application\/problem\+json/)
    assert.equal(body.status, expected.status)
    assert.equal(body.type, `/problems/${expected.code}`)
    assert.equal(body.field, expected.field)
    assert.ok(body.title.length > 5 && body.detail.length > 5)
    assert.doesNotMatch(`${body.title} ${body.detail}`, /[{}]|undefined/)
  }
  assert.notEqual(first.body.title, second.body.title, `in ${other}`)
  assert.notEqual(first.body.detail, second.body.detail, `in ${other}`)
  assert.deepEqual(await changedSince(before), {}, 'nothing is half-saved')
  return { sv: first.body, [other]: second.body }
}

const talk = { heldOn: lifeDays.today, mode: 'meeting', available: 'yes', notes: 'Vill arbeta i lager.' } as const

/** Somebody assessed today and talked with, whom the tool says yes or no to. */
async function ready(details = {}) {
  const { world } = house
  world.today = lifeDays.today
  const begun = await aBeginning(world, { caseworker: world.caseworker, details }, { referred: false })
  await world.must(world.caseworker, (context) => holdPlanningTalk(context, { caseId: begun.caseId, ...talk }))
  return begun
}

describe('who asks', () => {
  test('a wrong role is refused', async () => {
    const path = `/cases/${life.caseId}/referrals`
    await refused(adviser, { path, body: { reason: 'Vill' } }, { status: 403, code: 'not-allowed' })
  })

  test('an expired session and an idle one are asked to sign in again, in the reader’s language', async () => {
    const asked = { method: 'GET', path: `/cases/${life.caseId}` } as const
    for (const change of [
      "expires_at = clock_timestamp() - interval '1 second'",
      "seen_at = clock_timestamp() - interval '3 hours'",
    ]) {
      const session = await aSession(house.world, life.jobseeker)
      assert.equal((await ask(session, asked)).status, 200)
      await house.world.ownerPool.query(`update platform.session set ${change} where csrf_token = $1`, [session.csrf])
      const { sv, ar } = await refused(session, asked, { status: 401, code: 'session-ended', other: 'ar' })
      assert.match(sv.title, /inloggad/)
      assert.match(ar.title, /\p{Script=Arabic}/u)
    }
  })

  test('a page of another site cannot send: the CSRF token is missing or another’s', async () => {
    const asked = { path: `/cases/${life.caseId}/planning-talks`, body: talk }
    for (const csrf of [null, adviser.csrf]) {
      await refused(caseworker, { ...asked, csrf }, { status: 403, code: 'csrf-token-wrong' })
    }
  })

  test('a participant does not learn that another case exists', async () => {
    const other = await ready()
    const stranger = await aSession(house.world, other.jobseeker)
    const asked = { path: `/cases/${life.caseId}/confirmations`, body: { month: '2021-09' } }
    await refused(stranger, asked, { status: 404, code: 'not-found', other: 'sv-x-latt' })
  })
})

describe('sent twice', () => {
  test('the same key and body give the stored answer and nothing is doubled', async () => {
    const asked = { path: `/cases/${life.caseId}/planning-talks`, body: talk, key: randomUUID() }
    const first = await ask(caseworker, asked)
    assert.equal(first.status, 201)
    const before = await rowCounts()
    const second = await ask(caseworker, asked)
    assert.deepEqual([second.status, second.body], [201, first.body])
    assert.deepEqual(await changedSince(before), {})
  })

  test('two at the same moment save once and answer alike', async () => {
    const asked = { path: `/cases/${life.caseId}/planning-talks`, body: talk, key: randomUUID() }
    const before = await rowCounts()
    const [one, other] = await Promise.all([ask(caseworker, asked), ask(caseworker, asked)])
    assert.deepEqual([one.status, one.body], [201, other.body])
    const changed = await changedSince(before)
    assert.equal(changed['decision.planning_talk'], 1)
    assert.equal(changed['platform.idempotency'], 1)
  })

  test('the same key for something else is refused', async () => {
    const asked = { path: `/cases/${life.caseId}/planning-talks`, body: talk, key: randomUUID() }
    assert.equal((await ask(caseworker, asked)).status, 201)
    const body = { ...talk, notes: 'Något annat.' }
    await refused(caseworker, { ...asked, body }, { status: 409, code: 'idempotency-key-reused' })
  })

  test('the same key of another user is that user’s own', async () => {
    const other = await aSession(house.world, house.world.secondCaseworker)
    const asked = { path: `/cases/${life.caseId}/planning-talks`, body: talk, key: randomUUID() }
    const [first, second] = [await ask(caseworker, asked), await ask(other, asked)]
    assert.equal(second.status, 201)
    assert.notDeepEqual(second.body, first.body)
  })

  test('a write without a key, or with one that is no UUID, is refused', async () => {
    for (const key of [null, 'again']) {
      const asked = { path: `/cases/${life.caseId}/planning-talks`, body: talk, key }
      await refused(caseworker, asked, { status: 400, code: 'idempotency-key-missing' })
    }
  })
})

describe('two tabs', () => {
  test('the second decides on a case that has changed', async () => {
    const { caseId } = await ready()
    const desk = await ask(caseworker, { method: 'GET', path: `/cases/${caseId}/decision-desk` })
    const basedOn = desk.body.version
    const path = `/cases/${caseId}/referrals`
    assert.equal((await ask(caseworker, { path, body: { reason: 'Behöver stöd', basedOn } })).status, 201)
    await refused(
      caseworker,
      { path: `/cases/${caseId}/abstentions`, body: { code: 'other-measure', basedOn } },
      { status: 409, code: 'changed-meanwhile', field: 'basedOn' },
    )
  })

  test('of two decisions at the same moment one is made', async () => {
    const { caseId } = await ready()
    const desk = await ask(caseworker, { method: 'GET', path: `/cases/${caseId}/decision-desk` })
    const other = await aSession(house.world, house.world.secondCaseworker)
    const asked = { path: `/cases/${caseId}/referrals`, body: { reason: 'Behöver stöd', basedOn: desk.body.version } }
    const before = await rowCounts()
    const answers = await Promise.all([ask(caseworker, asked), ask(other, asked)])
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 409])
    const changed = await changedSince(before)
    assert.deepEqual([changed['decision.decision'], changed['platform.letter']], [1, 1])
  })
})

describe('what the law does not allow', () => {
  test('a decision for a person whom the tool says no to', async () => {
    const { caseId } = await ready({ disability: true, educationCompleted: false, registeredDays10y: 3600 })
    const asked = { path: `/cases/${caseId}/referrals`, body: { reason: 'Vill gärna' } }
    const { sv } = await refused(caseworker, asked, { status: 409, code: 'tool-says-no' })
    assert.equal(sv.problems[0].code, 'tool-says-far')
    assert.ok(sv.problems[0].title)
  })

  test('a meeting logged in the future', async () => {
    const meeting = { startsAt: '2022-03-14T08:00:00Z', minutes: 45, mode: 'physical', came: 'yes', tookPlace: true }
    const path = `/cases/${life.caseId}/held-meetings`
    await refused(adviser, { path, body: meeting }, { status: 422, code: 'in-the-future', field: 'startsAt' })
  })

  test('a report for a month without service', async () => {
    const path = `/cases/${life.caseId}/reports`
    await refused(
      adviser,
      { path, body: { month: '2021-08' } },
      { status: 422, code: 'month-without-service', field: 'month' },
    )
  })

  test('an outcome before the start', async () => {
    const claim = { kind: 'work', firstDay: '2021-09-01', employer: 'Lagret AB' }
    const path = `/cases/${life.caseId}/claims`
    await refused(adviser, { path, body: claim }, { status: 422, code: 'outcome-before-start', field: 'firstDay' })
  })

  test('a form with faults names every field at once', async () => {
    const path = `/cases/${life.caseId}/planning-talks`
    const body = { heldOn: '2022-02-30', mode: 'letter', available: 'yes', notes: '' }
    const { sv } = await refused(caseworker, { path, body }, { status: 422, code: 'not-valid' })
    assert.deepEqual(sv.problems.map((one: { field: string }) => one.field).sort(), ['heldOn', 'mode', 'notes'])
  })

  test('a body that is no JSON', async () => {
    const path = `/cases/${life.caseId}/planning-talks`
    await refused(caseworker, { path, body: '{"heldOn":' }, { status: 422, code: 'field-not-valid', field: 'body' })
  })
})

describe('too much', () => {
  test('a body over the limit is refused before it is read', async () => {
    const path = `/cases/${life.caseId}/planning-talks`
    const body = { ...talk, notes: 'x'.repeat(1_100_000) }
    await refused(caseworker, { path, body }, { status: 413, code: 'too-large' })
  })

  test('so is a document over 10 MB, and one that is no document', async () => {
    const provider = callerOf(house.app, adviser)
    const path = `/claims/${life.claimId}/evidence`
    const before = await rowCounts()
    const large = Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(10_600_000, 'x')])
    const answer = await provider.upload(path, { name: 'intyg.pdf', type: 'application/pdf', bytes: large })
    assert.deepEqual([answer.status, answer.body.code], [413, 'too-large'])
    const script = Buffer.from('<script>alert(1)</script>')
    const disguised = await provider.upload(path, { name: 'intyg.pdf', type: 'application/pdf', bytes: script })
    assert.equal(disguised.status, 422)
    assert.ok(disguised.body.title && disguised.body.detail)
    assert.deepEqual(await changedSince(before), {})
  })
})

describe('a file with 3 bad rows in 10', () => {
  const rows = Array.from({ length: 10 }, (_each, serial) => anExtractRow(serial))
  const bad = [
    [2, { personnummer: '19800505-9999' }],
    [5, { kommunkod: '9999' }],
    [8, { inskriven_fran: '2021-02-30' }],
  ] as const
  for (const [index, cells] of bad) rows[index] = anExtractRow(index, cells)

  test('gives seven people and three rows to mend, each with line, column and reason', async () => {
    const { world } = house
    const keeper = callerOf(house.app, await aSession(world, world.administrator))
    const before = await rowCounts()
    const file = { name: 'utdrag.csv', type: 'text/csv', bytes: Buffer.from(anExtract(rows)) }
    const sent = await keeper.upload('/imports/persons', file)
    assert.equal(sent.status, 202, sent.text)
    await tasks['import-persons'](workOf(), { runId: sent.body.id }, openLog())
    const { body } = await keeper.get(`/imports/${sent.body.id}`)
    assert.deepEqual([body.state, body.rows, body.accepted, body.refused], ['done', 10, 7, 3])
    const changed = await changedSince(before)
    assert.deepEqual([changed['registration.person'], changed['registration.case_file']], [7, 7])
    assert.equal(changed['registration.person_version'], 7)
    const list = await keeper.get(`/imports/${sent.body.id}/problems.csv`)
    const lines = list.text.trim().split('\r\n')
    assert.deepEqual(lines.length, 4)
    assert.match(lines[1] ?? '', /^4;.*personnummer/)
    assert.match(lines[2] ?? '', /^7;.*kommunkod/)
    assert.match(lines[3] ?? '', /^10;.*inskriven_fran/)
  })

  test('a file that is no extract is refused whole', async () => {
    const { world } = house
    const keeper = callerOf(house.app, await aSession(world, world.administrator satisfies Actor))
    const before = await rowCounts()
    const file = { name: 'bild.csv', type: 'text/csv', bytes: Buffer.from('namn;ort\nAda;Göteborg\n') }
    const sent = await keeper.upload('/imports/persons', file)
    assert.equal(sent.status, 422)
    assert.ok(sent.body.code && sent.body.title && sent.body.detail)
    assert.deepEqual(await changedSince(before), {})
  })
})

/** Jobs' own access to the house, as the queue has it. */
function workOf() {
  const { ownerPool } = house.world
  return { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
}
