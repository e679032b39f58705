import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { aLife, type Life } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

/** A Monday in the middle of the participant's service. */
const today = day('2022-02-28')

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

describe('contacts with employers, from the log to the choice of provider', { concurrency: false }, () => {
  let house: TestHouse
  let provider: JourneyProvider
  let life: Life
  let adviser: Caller
  let jobseeker: Caller
  before(async () => {
    house = await testHouse(today)
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(world, { provider, caseworker: world.caseworker })
    world.today = today
    adviser = await house.signIn(provider.adviser)
    jobseeker = await house.signIn(life.jobseeker)
  })
  after(() => house.drop())

  const shown = async () => good(await house.anonymous.get('/catalogue?municipality=1480')).items[0].employerContacts

  test('the adviser logs one for the participant, and corrects it', async () => {
    const before = await shown()
    const call = { kind: 'telephone', employer: 'Exempelbageriet', result: 'no-answer', caseIds: [life.caseId] }
    const { id } = good(await adviser.post('/employer-contacts', call))
    assert.equal(await shown(), before + 1)
    const later = { ...call, workplace: 'Centrum', result: 'interview', note: 'Ringde upp.' }
    good(await adviser.post(`/employer-contacts/${id}/correction`, later))
    assert.equal(await shown(), before + 1, 'the correction is no contact of its own')
    const { items, total } = good(await adviser.get('/employer-contacts?q=bageriet'))
    assert.deepEqual([total, items[0].result, items[0].note], [1, 'interview', 'Ringde upp.'])
    assert.equal(items[0].participants[0].caseId, life.caseId)
  })

  test('the participant sees what was done, and not what the provider noted', async () => {
    const { items } = good(await jobseeker.get(`/cases/${life.caseId}/employer-contacts`))
    assert.deepEqual([items[0].employer, items[0].providerName], ['Exempelbageriet', 'Exempelbolaget'])
    assert.equal(items[0].note, undefined)
    const { steps } = good(await jobseeker.get(`/cases/${life.caseId}`))
    assert.ok(steps.some((step: { kind: string }) => step.kind === 'delivery.employer-contacted'))
  })

  test('a kind that is on no list is refused by name', async () => {
    const gift = { kind: 'gift', employer: 'Exempelbageriet', result: 'interview' }
    const answer = await adviser.post('/employer-contacts', gift)
    assert.deepEqual([answer.status, answer.body.code], [422, 'contact-kind-unknown'])
  })
})
