import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
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
