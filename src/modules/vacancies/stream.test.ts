import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { addMillis, type Instant, instant } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import { databaseClock, type Work } from '../../platform/context.ts'
import { openLog } from '../../platform/log.ts'
import { askAddress } from '../../platform/own-system/ask-address.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { followStream } from './follow-stream.ts'
import { streamOf } from './read-stream.ts'
import { feedRunsOf } from './reads.ts'
import { setStream } from './set-stream.ts'
import { problemWords } from './wording.ts'

const start = instant('2022-10-03T10:00:00Z')
const later = (minutes: number) => addMillis(start, minutes * 60_000)

type Change = { readonly at: Instant; readonly ad: Record<string, unknown> }

/** A stream on this machine, as JobStream answers: the latest of each advertisement that changed in between. */
const host = {
  changes: [] as Change[],
  asked: [] as URLSearchParams[],
  /** Another answer than the changes. */
  answer: null as { status: number; text: string } | null,
  /** What happens while it answers; the answer waits for it. */
  meanwhile: async () => {},
}
let server: Server
let url = ''
let world: TestWorld
let work: Work

before(async () => {
  world = await testWorld()
  work = { pool: world.ownerPool, subscriptions: {}, clock: databaseClock(world.ownerPool) }
  server = createServer(async (request, response) => {
    const query = new URL(request.url ?? '', 'http://host').searchParams
    host.asked.push(query)
    await host.meanwhile()
    if (host.answer !== null) {
      response.writeHead(host.answer.status).end(host.answer.text)
      return
    }
    const [from, to] = [query.get('date') ?? '', query.get('updated-before-date') ?? '9999']
    const found = host.changes.filter(({ at }) => at.slice(0, 19) >= from && at.slice(0, 19) < to)
    response.writeHead(200, { 'content-encoding': 'gzip' })
    response.end(gzipSync(JSON.stringify(found.map(({ ad }) => ad))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stream`
})
after(async () => {
  server.close()
  await world.drop()
})

beforeEach(async () => {
  Object.assign(host, { changes: [], asked: [], answer: null, meanwhile: async () => {} })
  for (const table of ['set_aside', 'feed_run', 'feed_stream', 'vacancy'])
    await world.ownerPool.query(`delete from vacancies.${table}`)
})

function ad(id: string, over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    headline: `Kock ${id}`,
    application_deadline: '2022-11-01T23:59:59',
    employer: { name: 'Exempelköket' },
    occupation_group: { legacy_ams_taxonomy_id: '5120' },
    workplace_address: { municipality_code: '1480' },
    publication_date: '2022-09-20T08:00:00',
    ...over,
  }
}

const set = (over: { url?: string; on?: boolean } = {}) =>
  world.as(world.administrator, (context) => setStream(context, { url, on: true, ...over }))
const follow = (now: Instant) => followStream(work, openLog(), now)
const stream = () => world.must(world.administrator, async (context) => ok(await streamOf(context, 'en')))
const runs = async () =>
  (await world.must(world.administrator, async (context) => ok(await feedRunsOf(context, 'en')))).items
const vacancies = () =>
  world.rows<{ id: string; headline: string; open: boolean }>(
    'select ad_id as id, headline, removed_at is null as open from vacancies.vacancy order by ad_id',
  )
/** Followed until the start, where nothing had happened before. */
async function followed(): Promise<void> {
  await set()
  await world.ownerPool.query('update vacancies.feed_stream set taken_to = $1', [later(-5)])
  assert.equal(await follow(start), true)
  host.asked.length = 0
}

test('nobody is asked anything until an administrator has set a stream', async () => {
  assert.equal(await follow(start), false)
  const { url: none, on } = await stream()
  assert.deepEqual([none, on, host.asked.length], [null, false, 0])
  const other = await world.as(world.caseworker, (context) => setStream(context, { url, on: true }))
  assert.ok(!other.ok && other.problem.code === 'not-allowed')
})

test('an address that is not on the open internet is refused', async () => {
  for (const [address, code] of [
    ['http://stream.example/stream', 'stream-address-not-valid'],
    ['ftp://stream.example/stream', 'stream-address-not-valid'],
    ['https://name:secret@stream.example/stream', 'stream-address-not-valid'],
    ['https://10.0.0.1/stream', 'stream-address-private'],
    ['https://169.254.169.254/stream', 'stream-address-private'],
  ] as const) {
    const answer = await set({ url: address })
    assert.ok(!answer.ok && answer.problem.code === code && answer.problem.field === 'url', address)
  }
  assert.equal((await stream()).url, null)
})

test('new, changed and removed advertisements come in, each once, every five minutes', async () => {
  await followed()
  host.changes = [
    { at: later(1), ad: ad('1') },
    { at: later(2), ad: ad('2') },
  ]
  assert.equal(await follow(later(4)), false, 'its time has not come')
  assert.equal(await follow(later(5)), true)
  assert.equal(host.asked[0]?.get('date'), '2022-10-03T09:50:00')
  assert.deepEqual(
    (await vacancies()).map(({ id, open }) => [id, open]),
    [
      ['1', true],
      ['2', true],
    ],
  )
  host.changes = [
    { at: later(6), ad: ad('1', { headline: 'Kallskänka' }) },
    { at: later(7), ad: { id: '2', removed: true } },
  ]
  await follow(later(10))
  assert.deepEqual(await vacancies(), [
    { id: '1', headline: 'Kallskänka', open: true },
    { id: '2', headline: 'Kock 2', open: false },
  ])
  await follow(later(15))
  const state = await stream()
  assert.deepEqual(state.sums, { read: 2, added: 0, changed: 0, unchanged: 2, removed: 0, setAside: 0 })
  assert.deepEqual([state.takenTo, state.nextAt, state.behind], [later(15), later(20), false])
  assert.equal((await runs()).length, 2, 'a reading that gave nothing new is not noted')
  await follow(addMillis(later(20), 900))
  assert.equal((await stream()).nextAt, later(25), 'a queue that begins a little late loses no minute')
})

test('half-broken advertisements are set aside with their reasons, told once though they are read twice', async () => {
  await followed()
  host.changes = [
    { at: later(1), ad: ad('1', { headline: '' }) },
    { at: later(2), ad: ad('2', { headline: 'Kock \0\ud800 med fel tecken' }) },
    { at: later(2), ad: ad('x'.repeat(101)) },
    { at: later(2), ad: { id: '\0', removed: true } },
    { at: later(3), ad: ad('3') },
  ]
  await follow(later(5))
  assert.deepEqual(
    (await vacancies()).map(({ id }) => id),
    ['2', '3'],
  )
  const [run] = await runs()
  assert.deepEqual(
    run?.problems.map(({ field, reason }) => [field, reason]),
    [
      ['headline', 'ad-field-missing'],
      ['id', 'ad-field-missing'],
      ['id', 'ad-field-missing'],
    ],
  )
  host.changes.length = 1
  await follow(later(10))
  assert.deepEqual([host.asked.length, (await runs()).length], [2, 1])
})

test('a host that fails is asked again, later each time, and then from where it was', async () => {
  await followed()
  host.changes = [{ at: later(1), ad: ad('1') }]
  host.answer = { status: 500, text: 'busy' }
  const asks: number[] = []
  for (let minute = 5; minute <= 160; minute += 1) if (await follow(later(minute))) asks.push(minute)
  assert.deepEqual(asks, [5, 6, 11, 26, 86, 146])
  const failing = await stream()
  assert.deepEqual([failing.failuresInRow, failing.takenTo, failing.nextAt], [6, start, later(206)])
  assert.deepEqual([failing.failure?.code, failing.failure?.title], ['stream-answered', 'The stream answered 500'])
  host.answer = null
  assert.equal(await follow(later(206)), true)
  assert.equal(host.asked.at(-1)?.get('date'), '2022-10-03T09:50:00')
  const well = await stream()
  assert.deepEqual([well.failuresInRow, well.failure, well.takenTo], [0, null, later(206)])
  assert.equal((await vacancies()).length, 1)
})

test('what is no list, and what breaks off or is not there, takes nothing in and moves nothing', async () => {
  await followed()
  for (const text of ['<html>Sign in</html>', '', '[{"id":"1"}']) {
    host.answer = { status: 200, text }
    await set()
    await follow(later(5))
    const { failure, takenTo } = await stream()
    assert.deepEqual([failure?.code, takenTo], ['stream-not-a-list', start], text)
  }
  await set({ url: 'http://127.0.0.1:1/stream' })
  await follow(later(5))
  const { failure, takenTo } = await stream()
  assert.equal(failure?.code, 'stream-unreachable')
  assert.match(failure?.title ?? '', /ECONNREFUSED/)
  assert.equal(takenTo, null, 'another stream begins from its own beginning')
  assert.equal((await runs()).length, 0)
})

test('a process that is killed in the middle skips nothing and doubles nothing', async () => {
  await followed()
  host.changes = [{ at: later(1), ad: ad('1') }]
  // What a process had taken on and died with: the turn is taken, nothing was saved.
  await world.ownerPool.query('update vacancies.feed_stream set asked_at = $1, next_at = $2', [later(5), later(15)])
  assert.equal(await follow(later(14)), false)
  // One that is killed while it saves: the database takes everything of it back.
  const stop = `create function vacancies.die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
    create trigger die before update of taken_to on vacancies.feed_stream for each row execute function vacancies.die()`
  await world.ownerPool.query(stop)
  await follow(later(15))
  const broken = await stream()
  assert.deepEqual([broken.failure?.code, broken.takenTo], ['stream-not-saved', start])
  assert.deepEqual([await vacancies(), await runs()], [[], []])
  await world.ownerPool.query('drop trigger die on vacancies.feed_stream; drop function vacancies.die()')
  await follow(later(16))
  assert.deepEqual([(await vacancies()).length, (await runs())[0]?.added], [1, 1])
})

test('two processes at once take one turn', async () => {
  await followed()
  host.changes = [{ at: later(1), ad: ad('1') }]
  const asked = await Promise.all([follow(later(5)), follow(later(5))])
  assert.deepEqual([asked.filter(Boolean).length, host.asked.length, (await runs()).length], [1, 1, 1])
})

test('switched off it is left alone, also by an answer that was on its way; on again it goes on', async () => {
  await followed()
  host.changes = [{ at: later(1), ad: ad('1') }]
  host.meanwhile = async () => {
    host.meanwhile = async () => {}
    await set({ on: false })
  }
  await follow(later(5))
  assert.deepEqual(await vacancies(), [])
  assert.equal(await follow(later(60)), false)
  await set()
  assert.equal(await follow(later(61)), true)
  assert.equal(host.asked.at(-1)?.get('date'), '2022-10-03T09:50:00')
  assert.equal((await vacancies()).length, 1)
})

test('a new stream is read from a week back, a part a minute', async () => {
  host.changes = [
    { at: later(-8 * 24 * 60), ad: ad('old') },
    { at: later(-6 * 24 * 60), ad: ad('1') },
    { at: later(-10), ad: ad('2') },
  ]
  await set()
  let minute = 0
  while (await follow(later(minute))) minute += 1
  assert.equal(minute, 29)
  assert.deepEqual(
    (await vacancies()).map(({ id }) => id),
    ['1', '2'],
  )
  const { behind, takenTo } = await stream()
  assert.deepEqual([behind, takenTo], [false, later(28)])
})

test('an answer that is too large is a failure of its own', async () => {
  host.answer = { status: 200, text: 'x'.repeat(1000) }
  const question = { url, accept: '*/*', mostBytes: 999, timeoutMillis: 5000, development: true }
  assert.deepEqual(await askAddress(question), { kind: 'too-large' })
  const { title } = problemWords({ code: 'stream-too-large', values: { megabytes: 100 } }, 'en')
  assert.equal(title, 'The answer is larger than 100 MB')
  const closed = await askAddress({ ...question, development: false })
  assert.equal(closed.kind, 'unreachable', 'this machine is closed outside development')
})
