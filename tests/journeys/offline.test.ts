import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aLife, type Life, lifeDays } from '../access/life.ts'
import { type Answer, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

describe('what a device may keep without a network', { concurrency: false }, () => {
  let house: TestHouse
  let provider: JourneyProvider
  let life: Life
  before(async () => {
    house = await testHouse(lifeDays.registered)
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(house.world, { provider, caseworker: house.world.caseworker })
    await house.goTo(lifeDays.claimed)
  })
  after(() => house.drop())

  const protect = (protection: string) =>
    house.world.rows(
      'update registration.person_version set protection = $2, lat = null, lon = null where person_id = $1',
      [life.personId, protection],
    )

  test('is said by the session: a participant’s own way and a provider’s day, for so long', async () => {
    for (const actor of [life.jobseeker, provider.adviser, provider.coordinator]) {
      const { offline } = good(await (await house.signIn(actor)).get('/session'))
      assert.deepEqual(offline, { copyDays: 7, sendDays: 30 })
    }
    const { offline } = good(await (await house.signIn(house.world.caseworker)).get('/session'))
    assert.equal(offline, null, 'a caseworker’s device keeps nothing')
  })

  test('is nothing at all for a person with a protected identity, and the provider’s row says so', async () => {
    const adviser = await house.signIn(provider.coordinator)
    const [open] = good(await adviser.get('/caseload?whose=all')).items
    assert.equal(open.protected, false)
    await protect('secrecy-mark')
    const { offline } = good(await (await house.signIn(life.jobseeker)).get('/session'))
    assert.equal(offline, null)
    const [row] = good(await adviser.get('/caseload?whose=all')).items
    assert.equal(row.protected, true)
  })
})
