import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { deliverWebhooks } from '../../src/platform/own-system/deliver-webhooks.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { aLife, type Life, lifeDays } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { aReceiver, type Receiver } from '../own-system/receiver.ts'
import { systemCaller } from '../own-system/system-caller.ts'
import { type JourneyProvider, openProvider } from './world.ts'

const { today } = lifeDays
const everything = ['caseload', 'log', 'events']

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

const refusal = ({ status, body }: Answer) => [status, body.code]

describe("a provider's own system", { concurrency: false }, () => {
  let house: TestHouse
  let provider: JourneyProvider
  let life: Life
  let others: Life
  let coordinator: Caller
  let jobseeker: Caller
  let receiver: Receiver
  let key: string
  let keyId: string
  let webhookId: string
  before(async () => {
    house = await testHouse(today)
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    const second = await openProvider(house, 'Provbolaget', 'Provgatan 5')
    life = await aLife(world, { provider, caseworker: world.caseworker })
    others = await aLife(world, { provider: second, caseworker: world.caseworker })
    world.today = today
    coordinator = await house.signIn(provider.coordinator)
    jobseeker = await house.signIn(life.jobseeker)
    receiver = await aReceiver()
  })
  after(async () => {
    await receiver.kill()
    await house.drop()
  })

  const system = () => systemCaller(house.app, key)
  /** What the queue does each minute, now or so many minutes from now. */
  const deliver = (laterMinutes = 0) => {
    const { ownerPool } = house.world
    const work = { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
    return deliverWebhooks(work, openLog(), { laterMinutes })
  }
  /** The participant changes their mind about a row of the log: each dispute is a notice. */
  const dispute = async () => {
    const item = { kind: 'activity', id: life.entryId }
    const path = `/cases/${life.caseId}/confirmations`
    good(await jobseeker.post(path, { items: [{ ...item, answer: 'confirmed' }] }))
    good(await jobseeker.post(path, { items: [{ ...item, answer: 'disputed', comment: 'Vi sågs inte.' }] }))
  }

  test('gets a key from the coordinator, told once', async () => {
    const once = randomUUID()
    const wish = { name: 'Verksamhetssystemet', purposes: everything }
    const issued = good(await coordinator.post('/provider/system-keys', wish, { key: once }))
    assert.match(issued.key, /^krom_[\w-]{43}$/)
    key = issued.key
    keyId = issued.id
    assert.equal(good(await coordinator.post('/provider/system-keys', wish, { key: once })).key, null)
    const { items } = good(await coordinator.get('/provider/system-keys'))
    assert.deepEqual([items.length, items[0].ending, items[0].state], [1, key.slice(-4), 'living'])
    assert.ok(!JSON.stringify(items).includes(key))
    const stored = await house.world.rows<{ row: string }>(
      "select k::text || (select string_agg(coalesce(reply::text, ''), '') from platform.idempotency) as row from platform.system_key k",
    )
    assert.ok(!stored[0]?.row.includes(key), 'only a hash of the key is kept')
    const adviser = await house.signIn(provider.adviser)
    assert.deepEqual(refusal(await adviser.post('/provider/system-keys', wish)), [403, 'not-allowed'])
  })

  test('sees the participants of its organisation and no others, and is named in the log of reads', async () => {
    const { items } = good(await system().get('/caseload?whose=all'))
    assert.deepEqual(
      items.map((item: { caseId: string }) => item.caseId),
      [life.caseId],
    )
    assert.equal((await system().get(`/cases/${life.caseId}/log`)).status, 200)
    assert.equal((await system().get(`/cases/${others.caseId}/log`)).status, 404)
    const administrator = await house.signIn(house.world.administrator)
    const audit = good(await administrator.get('/audit?limit=100'))
    assert.ok(audit.items.some((row: { who: string }) => row.who === 'Verksamhetssystemet'))
  })

  test('may nothing that a person is to do, and nothing beyond what its key is for', async () => {
    assert.deepEqual(refusal(await system().get('/tasks')), [403, 'not-for-systems'])
    const sign = { reportIds: [life.reportId] }
    assert.deepEqual(refusal(await system().post('/reports/signatures', sign)), [403, 'not-for-systems'])
    const another = { name: 'Till', purposes: everything }
    assert.deepEqual(refusal(await system().post('/provider/system-keys', another)), [403, 'not-for-systems'])
    const narrow = good(await coordinator.post('/provider/system-keys', { name: 'Läsaren', purposes: ['caseload'] }))
    const reader = systemCaller(house.app, narrow.key)
    assert.equal((await reader.get('/caseload')).status, 200)
    assert.deepEqual(refusal(await reader.get('/provider/webhooks')), [403, 'system-key-too-narrow'])
    good(await coordinator.post(`/provider/system-keys/${narrow.id}/revocation`))
    assert.deepEqual(refusal(await reader.get('/caseload')), [401, 'system-key-not-valid'])
    assert.deepEqual(refusal(await systemCaller(house.app, 'krom_made-up').get('/caseload')), [
      401,
      'system-key-not-valid',
    ])
    await house.world.ownerPool.query('update platform.system_key set expires_at = clock_timestamp() where id = $1', [
      narrow.id,
    ])
  })

  test('names where it wants to be told, on the open internet', async () => {
    const events = ['log.disputed', 'plan.approved', 'plan.returned']
    const to = (url: string) => coordinator.post('/provider/webhooks', { url, events })
    assert.deepEqual(refusal(await to('http://example.com/krom')), [422, 'webhook-address-not-valid'])
    assert.deepEqual(refusal(await to('https://169.254.169.254/krom')), [422, 'webhook-address-private'])
    const opened = good(await to(receiver.url))
    assert.match(opened.secret, /^whsec_/)
    receiver.secret = opened.secret
    webhookId = opened.id
    const { items } = good(await system().get('/provider/webhooks'))
    assert.deepEqual([items[0].url, items[0].on, items[0].secret], [receiver.url, true, undefined])
  })

  test('is told of what happens to its participants: signed, and by keys alone', async () => {
    await dispute()
    assert.equal(await deliver(), 1)
    const [told] = receiver.received
    assert.deepEqual([told?.type, told?.signed, told?.data.caseId], ['log.disputed', true, life.caseId])
    assert.ok(!/Prova|Livsson|Vi sågs inte/.test(told?.text ?? ''), told?.text)
    const { items } = good(await system().get(`/provider/webhooks/${webhookId}/deliveries`))
    assert.deepEqual([items[0].state, items[0].attempts.length, items[0].attempts[0].status], ['taken', 1, 200])
    assert.equal(await deliver(), 0, 'nothing is sent twice')
  })

  test('is told again and again while it is dead, and once it lives', async () => {
    await receiver.kill()
    await dispute()
    await dispute()
    assert.equal(await deliver(), 1, 'the second waits while the receiver rests')
    assert.equal(await deliver(), 0)
    assert.equal(await deliver(2), 1)
    assert.equal(receiver.received.length, 1)
    await receiver.revive()
    assert.equal(await deliver(3), 0, 'it rests longer each time')
    assert.equal(await deliver(10), 2)
    assert.equal(receiver.received.length, 3)
    assert.ok(receiver.received.every((one) => one.signed))
    const { items } = good(await system().get(`/provider/webhooks/${webhookId}/deliveries`))
    const tried = items.map((item: { attempts: { error: string | null }[] }) => item.attempts.length)
    assert.deepEqual(tried.toSorted(), [1, 1, 3])
    assert.ok(
      items.some((item: { attempts: { error: string | null }[] }) =>
        /ECONNREFUSED/.test(item.attempts[0]?.error ?? ''),
      ),
    )
  })

  test('is told although the sender was killed in the middle of it', async () => {
    await dispute()
    // What a process had taken on and died with: claimed, never sent, never written down.
    const { rowCount } = await house.world.ownerPool.query(
      "update platform.webhook_delivery set attempts = attempts + 1, due_at = clock_timestamp() + interval '1 minute' where due_at is not null",
    )
    assert.equal(rowCount, 1)
    const before = receiver.received.length
    assert.equal(await deliver(), 0)
    assert.equal(await deliver(2), 1)
    assert.equal(receiver.received.length, before + 1)
  })

  test('asks for one notice again, or for everything since a moment, each under its own key', async () => {
    const [first] = receiver.received
    const replay = `/provider/webhooks/${webhookId}/replay`
    assert.deepEqual(good(await system().post(replay, { messageId: first?.id })), { queued: 1 })
    assert.equal(await deliver(), 1)
    assert.equal(receiver.received.at(-1)?.id, first?.id)
    assert.deepEqual(good(await system().post(replay, { since: `${today}T00:00:00Z` })), { queued: 4 })
    await deliver()
    assert.equal(new Set(receiver.received.map((one) => one.id)).size, 4)
    assert.equal(receiver.received.length, 9)
    assert.deepEqual(good(await system().post(replay, { since: '2030-01-01T00:00:00Z' })), { queued: 0 })
    assert.deepEqual(refusal(await system().post(replay, { messageId: randomUUID() })), [404, 'not-found'])
  })

  test('is switched off when it never answers, with a work item; on again, what it missed is sent', async () => {
    receiver.answer = 500
    const day = 24 * 60
    await dispute()
    for (let attempt = 0; attempt < 12; attempt += 1) {
      if (attempt === 6) await dispute()
      await deliver(attempt * 2 * day)
    }
    const [hook] = good(await system().get('/provider/webhooks')).items
    assert.deepEqual([hook.on, hook.failuresInRow, hook.lastError], [false, 10, 'answered 500'])
    const tasks = good(await coordinator.get('/tasks?limit=100')).items
    assert.ok(tasks.some((task: { kind: string }) => task.kind === 'platform.webhook-off'))
    await dispute()
    const before = receiver.received.length
    await deliver(100 * day)
    assert.equal(receiver.received.length, before, 'nothing goes to what is off')
    const replay = `/provider/webhooks/${webhookId}/replay`
    assert.deepEqual(refusal(await system().post(replay, { since: `${today}T00:00:00Z` })), [409, 'webhook-is-off'])
    receiver.answer = 204
    good(await coordinator.post(`/provider/webhooks/${webhookId}/state`, { state: 'on' }))
    good(await system().post(replay, { since: `${today}T00:00:00Z` }))
    await deliver()
    assert.equal(new Set(receiver.received.map((one) => one.id)).size, 7)
    const after = good(await coordinator.get('/tasks?limit=100')).items
    assert.ok(!after.some((task: { kind: string }) => task.kind === 'platform.webhook-off'))
  })

  test('sends what was logged there: nothing is doubled, what is wrong is told row by row', async () => {
    const about = { kind: 'activity', caseId: life.caseId, onDay: '2022-03-09', mode: 'physical', withWhom: 'adviser' }
    const rows = [
      { ...about, externalId: 'V-1', participant: 'KUND 1', code: 'practical-support', hours: 1.5 },
      { ...about, externalId: 'V-2', code: 'therapy', hours: 1 },
      { ...about, externalId: 'V-3', caseId: others.caseId, code: 'practical-support', hours: 1 },
      {
        kind: 'meeting',
        externalId: 'V-4',
        participant: 'KUND 1',
        startsAt: '2022-03-09T09:00:00Z',
        mode: 'video',
        came: 'yes',
      },
    ]
    const sent = good(await system().post('/log-imports', { rows, name: 'Mars' }))
    assert.deepEqual([sent.rows, sent.accepted, sent.refused], [4, 2, 2])
    assert.deepEqual(
      sent.problems.map((one: { row: number; field: string; code: string }) => [one.row, one.field, one.code]),
      [
        [2, 'code', 'activity-forbidden'],
        [3, 'caseId', 'not-found'],
      ],
    )
    const again = good(await system().post('/log-imports', { rows }))
    assert.deepEqual([again.accepted, again.updated, again.unchanged, again.refused], [0, 0, 2, 2])
    const log = good(await jobseeker.get(`/cases/${life.caseId}/log?month=2022-03`)).items
    assert.ok(log.some((item: { id: string }) => item.id === sent.results[0].id))
    const { items } = good(await system().get('/log-imports'))
    assert.deepEqual([items[0].by, items[0].how, items[1].name], ['Verksamhetssystemet', 'api', 'Mars'])
    const refused = await system().get(`/log-imports/${sent.importId}/problems.csv`)
    assert.match(refused.text, /2;V-2;code;activity-forbidden/)
    assert.equal((await system().post('/log-imports', { rows: [] })).status, 422)
  })

  test('or the coordinator sends a file of it, as a Swedish spreadsheet writes it', async () => {
    const head = 'externalId;kind;participant;onDay;code;hours;mode;withWhom;note'
    const line = (key: string, hours: string) =>
      `${key};activity;KUND 1;2022-03-10;language;${hours};physical;provider-staff;Övade frågor`
    const bytes = Buffer.from([head, line('F-1', '1,25'), line('F-2', '0,1')].join('\r\n'), 'latin1')
    const file = { name: 'logg.csv', type: 'text/csv', bytes }
    const sent = good(await coordinator.upload('/log-imports/file', file))
    assert.deepEqual([sent.accepted, sent.refused, sent.problems[0].row], [1, 1, 3])
    assert.equal(sent.problems[0].code, 'hours-not-in-steps')
    const wrong = { ...file, bytes: Buffer.from('personnummer;kind\n') }
    assert.deepEqual(refusal(await coordinator.upload('/log-imports/file', wrong)), [422, 'missing-column'])
  })

  test('stands beside the coordinator, who hands an adviser’s participants over in one act', async () => {
    const { items } = good(await coordinator.get('/provider/adviser-loads'))
    const adviserOf = (name: string) => items.find((one: { name: string }) => one.name.startsWith(name))
    assert.equal(adviserOf('Handledare').participants, 1)
    const move = { fromAdviserId: provider.adviser.userId, toAdviserIds: [provider.coordinator.userId] }
    const { moved } = good(await coordinator.post('/provider/caseload-moves', move))
    assert.deepEqual(
      [moved.length, moved[0].caseId, moved[0].adviserName],
      [1, life.caseId, adviserOf('Samordnare').name],
    )
  })

  test('and who lets advisers see others’ participants too, which they do not otherwise', async () => {
    const adviser = await house.signIn(provider.adviser)
    const seen = async () => good(await adviser.get('/caseload?whose=all')).total
    assert.equal(await seen(), 0)
    assert.equal((await adviser.get(`/cases/${life.caseId}/log`)).status, 404)
    assert.equal(good(await coordinator.get('/provider/adviser-loads')).ownOnly, true)
    assert.deepEqual(good(await coordinator.post('/provider/adviser-sight', { own: false })), { own: false })
    assert.equal(await seen(), 1)
    good(await coordinator.post('/provider/adviser-sight', { own: true }))
    assert.equal(await seen(), 0)
  })

  test('is shut out at once when its key is revoked', async () => {
    good(await coordinator.post(`/provider/system-keys/${keyId}/revocation`))
    assert.deepEqual(refusal(await system().get('/caseload')), [401, 'system-key-not-valid'])
    const { items } = good(await coordinator.get('/provider/system-keys'))
    assert.ok(items.every((item: { state: string }) => item.state === 'revoked'))
  })
})
