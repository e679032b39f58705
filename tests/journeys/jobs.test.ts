import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { tasks } from '../../src/modules/vacancies/index.ts'
import { databaseClock } from '../../src/platform/context.ts'
import { openLog } from '../../src/platform/log.ts'
import { subscriptions } from '../../src/server/subscriptions.ts'
import { aLife, type Life, lifeDays, someAd } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { openProvider } from './world.ts'

function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

describe('a job, from the feed to an application', () => {
  let house: TestHouse
  let life: Life
  let adviser: Caller
  let jobseeker: Caller
  let administrator: Caller

  before(async () => {
    house = await testHouse(lifeDays.today)
    const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(house.world, { provider, caseworker: house.world.caseworker })
    adviser = await house.signIn(provider.adviser)
    jobseeker = await house.signIn(life.jobseeker)
    administrator = await house.signIn(house.world.administrator)
  })
  after(() => house.drop())

  test('a feed comes in; what is broken is told', async () => {
    const feed = [someAd, { ...someAd, id: '20000002', headline: 'Truckförare till Lagret' }, { id: '20000003' }]
    const bytes = Buffer.from(JSON.stringify(feed))
    const file = { name: 'annonser.json', type: 'application/json', bytes }
    const { added, setAside } = good(await administrator.upload('/vacancy-feeds', file))
    assert.deepEqual([added, setAside], [1, 1])
    const { items } = good(await administrator.get('/vacancy-feeds'))
    assert.equal(items[0].problems[0].reason, 'ad-field-missing')
  })

  test('a stream is followed once the administrator has set one, and told of; on it goes by itself', async () => {
    assert.equal(good(await administrator.get('/vacancy-stream')).url, null)
    const ad = { ...someAd, id: '20000004', headline: 'Lagerarbetare' }
    const host = createServer((_request, response) => {
      response.end(JSON.stringify([ad, { id: '20000005' }, { id: '20000009', removed: true }]))
    })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/stream`
    const closed = await administrator.post('/vacancy-stream', { url: 'https://192.168.0.1/stream', on: true })
    assert.deepEqual([closed.status, closed.body.code], [422, 'stream-address-private'])
    assert.deepEqual(good(await administrator.post('/vacancy-stream', { url, on: true })), { on: true })
    const { ownerPool } = house.world
    const work = { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
    await tasks['follow-vacancies'](work, {}, openLog())
    host.close()
    const stream = good(await administrator.get('/vacancy-stream'))
    assert.deepEqual([stream.url, stream.on, stream.failure], [url, true, null])
    assert.deepEqual([stream.sums.added, stream.sums.setAside, stream.behind], [1, 1, true])
    const { items } = good(await administrator.get('/vacancy-feeds'))
    assert.deepEqual([items[0].name, items[0].problems[0].adId], [url, '20000005'])
    good(await administrator.post('/vacancy-stream', { url, on: false }))
    assert.equal(good(await administrator.get('/vacancy-stream')).on, false)
  })

  test('the adviser finds and suggests it; the participant sees why and applies', async () => {
    const { total } = good(await adviser.get('/vacancies?text=truckförare'))
    assert.equal(total, 1)
    const { matches } = good(await adviser.get(`/cases/${life.caseId}/jobs`))
    assert.equal(matches[0].adId, '20000002')
    const { suggestionId } = good(await adviser.post(`/cases/${life.caseId}/suggestions`, { adId: '20000002' }))
    const { suggestions } = good(await jobseeker.get(`/cases/${life.caseId}/jobs`))
    assert.equal(suggestions[0].because[0].code, 'occupation')
    const { headline } = good(await jobseeker.get('/vacancies/20000002'))
    assert.equal(headline, 'Truckförare till Lagret')
    good(await jobseeker.post(`/suggestions/${suggestionId}/answer`, { answer: 'applied' }))
    const elsewhere = { headline: 'Chaufför', employer: 'Exempelåkeriet', appliedOn: lifeDays.today }
    good(await jobseeker.post(`/cases/${life.caseId}/applications`, elsewhere))
    const { applications } = good(await adviser.get(`/cases/${life.caseId}/jobs`))
    assert.equal(applications.length, 2)
  })
})
