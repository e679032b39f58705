import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aLife, type Life, lifeDays } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

const { today } = lifeDays

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

const refusal = ({ status, body }: Answer) => [status, body.code]

describe("a provider's staff", { concurrency: false }, () => {
  let house: TestHouse
  let provider: JourneyProvider
  let life: Life
  let coordinator: Caller
  let newcomer: Caller
  before(async () => {
    house = await testHouse(today)
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(house.world, { provider, caseworker: house.world.caseworker })
    coordinator = await house.signIn(provider.coordinator)
    newcomer = await house.signIn(await house.world.anActor('jobseeker', { name: 'Nora Ny' }))
  })
  after(() => house.drop())

  const staff = async () => good(await coordinator.get('/provider/staff'))
  const member = async (name: string) => (await staff()).items.find((each: { name: string }) => each.name === name)
  const invitation = () => ({
    name: 'Nora',
    role: 'adviser',
    places: [{ addressId: provider.addressId, fullTimePercent: 50 }],
    languages: ['sv'],
    firstDay: today,
    lastDay: null,
  })

  test('is let in with a code that is told once, and acts at once', async () => {
    const { code } = good(await coordinator.post('/provider/staff-invitations', invitation()))
    assert.equal((await staff()).invitations.length, 1)
    assert.equal((await newcomer.get('/caseload')).status, 403)
    assert.equal((await house.anonymous.post('/staff-invitations/reading', { code })).status, 401)
    const view = good(await newcomer.post('/staff-invitations/reading', { code }))
    assert.deepEqual([view.organisation, view.addresses], ['Exempelbolaget', ['Exempelgatan 3, Göteborg']])
    good(await newcomer.post('/staff-invitations/acceptance', { code }))
    assert.equal(good(await newcomer.get('/session')).duty.role, 'adviser')
    assert.equal(good(await newcomer.get('/caseload?whose=all')).total, 0, 'nobody is hers yet')
    assert.deepEqual(refusal(await newcomer.post('/staff-invitations/acceptance', { code })), [409, 'invitation-used'])
  })

  test('gets a participant, and sees that one alone', async () => {
    const { userId } = await member('Nora Ny')
    good(await coordinator.post(`/cases/${life.caseId}/adviser`, { adviserId: userId }))
    assert.equal(good(await newcomer.get('/caseload?whose=all')).total, 1)
    assert.equal((await newcomer.get(`/cases/${life.caseId}/log`)).status, 200)
    const former = await house.signIn(provider.adviser)
    assert.equal((await former.get(`/cases/${life.caseId}`)).status, 200, 'who still holds what was booked')
    const held = await house.world.rows<{ session_id: string }>(
      'select distinct session_id from delivery.v_booking where adviser_id = $1 and case_id = $2 and entry_id is null and not called_off',
      [provider.adviser.userId, life.caseId],
    )
    assert.ok(held.length > 0)
    for (const { session_id } of held)
      good(
        await coordinator.post(`/sessions/${session_id}/cancellation`, { why: 'Ny handledare', caseId: life.caseId }),
      )
    assert.equal((await former.get(`/cases/${life.caseId}/log`)).status, 404)
    assert.equal((await former.get(`/cases/${life.caseId}`)).status, 404)
  })

  test('becomes a coordinator of an address, who sees who is there and leaves the rest to the other', async () => {
    const { dutyId } = await member('Nora Ny')
    const { places } = invitation()
    good(await coordinator.post(`/provider/staff/${dutyId}/change`, { role: 'coordinator', places, languages: ['sv'] }))
    assert.equal(good(await newcomer.get('/session')).duty.role, 'coordinator')
    assert.equal(good(await newcomer.get('/caseload?whose=all')).total, 1)
    assert.equal(good(await newcomer.get('/provider/staff')).mayChange, false)
    const refused = [403, 'coordinator-of-places']
    assert.deepEqual(refusal(await newcomer.post('/provider/staff-invitations', invitation())), refused)
    const key = { name: 'Systemet', purposes: ['caseload'] }
    assert.deepEqual(refusal(await newcomer.post('/provider/system-keys', key)), refused)
    assert.deepEqual(refusal(await newcomer.post('/provider/adviser-sight', { own: false })), refused)
    const invoice = { statementId: life.caseId }
    assert.deepEqual(refusal(await newcomer.post('/provider/invoices', invoice)), refused)
    const { addressId, contractId } = provider
    const cap = await newcomer.post(`/provider/contracts/${contractId}/capacity`, { addressId, cap: 5 })
    assert.equal(cap.status, 200, 'what is at the own address is kept')
  })

  test('has a last day, and is out at once when it is over', async () => {
    const { dutyId } = await member('Nora Ny')
    good(await coordinator.post(`/provider/staff/${dutyId}/last-day`, { lastDay: today }))
    assert.equal((await member('Nora Ny')).lastDay, today)
    assert.equal((await newcomer.get('/caseload')).status, 200)
    good(await coordinator.post(`/provider/staff/${dutyId}/last-day`, { lastDay: '2021-01-01' }))
    assert.equal((await newcomer.get('/caseload')).status, 401)
    assert.equal(await member('Nora Ny'), undefined)
  })

  test('works for two providers, and chooses for which', async () => {
    const second = await openProvider(house, 'Provbolaget', 'Provgatan 5')
    const places = [{ addressId: second.addressId, fullTimePercent: 20 }]
    const other = await house.signIn(second.coordinator)
    const { code } = good(await other.post('/provider/staff-invitations', { ...invitation(), places }))
    const adviser = await house.signIn(provider.adviser)
    good(await adviser.post('/staff-invitations/acceptance', { code }))
    const { duty, duties } = good(await adviser.get('/session'))
    assert.deepEqual([duty.organisation, duties.length], ['Provbolaget', 2])
    const first = duties.find((each: { organisation: string }) => each.organisation === 'Exempelbolaget')
    good(await adviser.post('/session/duty', { dutyId: first.id }))
    assert.equal(good(await adviser.get('/session')).duty.organisation, 'Exempelbolaget')
    const foreign = good(await other.get('/session')).duty.id
    assert.deepEqual(refusal(await adviser.post('/session/duty', { dutyId: foreign })), [409, 'duty-not-yours'])
  })

  test('an invitation is withdrawn', async () => {
    const { id, code } = good(await coordinator.post('/provider/staff-invitations', invitation()))
    good(await coordinator.post(`/provider/staff-invitations/${id}/withdrawal`))
    const other = await house.signIn(await house.world.anActor('jobseeker', { name: 'Bo' }))
    const answer = await other.post('/staff-invitations/reading', { code })
    assert.deepEqual(refusal(answer), [409, 'invitation-withdrawn'])
    assert.deepEqual((await staff()).invitations, [])
  })
})
