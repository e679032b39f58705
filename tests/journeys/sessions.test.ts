import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { aLife, type Life } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

describe('planned activities, from the series to the report of who was away', { concurrency: false }, () => {
  let house: TestHouse
  let provider: JourneyProvider
  let anna: Life
  let bo: Life
  let adviser: Caller
  let jobseeker: Caller
  before(async () => {
    house = await testHouse(day('2022-02-28'))
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    anna = await aLife(world, { provider, caseworker: world.caseworker })
    bo = await aLife(world, { provider, caseworker: world.caseworker })
    world.today = day('2022-02-28')
    adviser = await house.signIn(provider.adviser)
    jobseeker = await house.signIn(anna.jobseeker)
  })
  after(() => house.drop())

  const wish = (startsAt: string) => ({ startsAt, minutes: 120, code: 'practical-support', mode: 'physical' })
  const week = async (monday: string) => good(await adviser.get(`/calendar-week?monday=${monday}&whose=all`)).items
  let sessionId = ''

  test('the adviser sees what a series clashes with, and plans it for a group', async () => {
    const both = [anna.caseId, bo.caseId]
    const address = `/session-clashes?caseIds=${both}&startsAt=2022-03-01T08:00:00Z&minutes=120&everyWeeks=1&until=2022-03-08`
    const { times } = good(await adviser.get(address))
    assert.deepEqual(
      times.map((time: { onDay: string }) => time.onDay),
      ['2022-03-01', '2022-03-08'],
    )
    const repeat = { everyWeeks: 1, until: '2022-03-08' }
    const { sessions } = good(
      await adviser.post('/sessions', { ...wish('2022-03-01T08:00:00Z'), caseIds: both, repeat }),
    )
    assert.equal(sessions.length, 2)
    sessionId = sessions[0].sessionId
    const clash = await adviser.post('/sessions', { ...wish('2022-03-01T09:00:00Z'), caseIds: [bo.caseId] })
    assert.deepEqual([clash.status, clash.body.code], [409, 'meeting-overlaps'])
    const { items } = good(await jobseeker.get(`/cases/${anna.caseId}/sessions`))
    assert.equal(items.length, 3, 'two of the series and one from before')
    assert.ok(!JSON.stringify(items).includes(bo.caseId))
  })

  test('one is moved and another called off, each with a reason', async () => {
    const { participants } = good(
      await adviser.post(`/sessions/${sessionId}/move`, {
        startsAt: '2022-03-02T08:00:00Z',
        why: 'Lokalen är upptagen.',
      }),
    )
    assert.equal(participants, 2)
    const [later] = await week('2022-03-07')
    good(await adviser.post(`/sessions/${later.key}/cancellation`, { why: 'Annan grupp.', caseId: bo.caseId }))
    const { times } = good(await adviser.get(`/sessions/${later.key}/addition-clashes?caseIds=${bo.caseId}`))
    assert.deepEqual(
      times.map((time: { onDay: string; clashes: { kind: string }[] }) => [
        time.onDay,
        time.clashes.map((clash) => clash.kind),
      ]),
      [['2022-03-08', ['parallel-measure']]],
    )
    const added = { caseIds: [bo.caseId], why: 'Tillbaka.' }
    assert.deepEqual(good(await adviser.post(`/sessions/${later.key}/participants`, added)), { participants: 1 })
    const again = await adviser.post(`/sessions/${later.key}/participants`, added)
    assert.deepEqual([again.status, again.body.code], [409, 'already-in-session'])
    good(await adviser.post(`/sessions/${later.key}/cancellation`, { why: 'Ledaren är sjuk.' }))
    assert.deepEqual(await week('2022-03-07'), [])
    const { id } = good(
      await adviser.post(`/cases/${anna.caseId}/meetings`, { startsAt: '2022-03-04T08:00:00Z', mode: 'video' }),
    )
    good(await adviser.post(`/meetings/${id}/cancellation`, { reason: 'provider-hindered', why: 'Sjuk.' }))
  })

  test('who came is ticked for the group in one request, and sent again it changes nothing', async () => {
    await house.goTo(day('2022-03-03'))
    const [session] = (await week('2022-02-28')).filter((item: { key: string }) => item.key === sessionId)
    const entries = session.participants.map((one: { id: string; caseId: string }) => ({
      entryId: randomUUID(),
      kind: 'session',
      id: one.id,
      tookPlace: true,
      ...(one.caseId === bo.caseId ? { came: 'no', reason: 'sick' } : { came: 'yes' }),
    }))
    const states = async () =>
      good(await adviser.post('/attendances', { entries })).results.map((each: { state: string }) => each.state)
    assert.deepEqual(await states(), ['saved', 'saved'])
    assert.deepEqual(await states(), ['already-saved', 'already-saved'])
    const wrong = await adviser.post('/attendances', { entries: [{ ...entries[0], entryId: randomUUID() }] })
    assert.deepEqual([wrong.status, wrong.body.results[0].problem.code], [200, 'already-recorded'])
    assert.match(wrong.body.results[0].problem.cure, /./)
    const endless = await adviser.post('/sessions', {
      ...wish('2022-03-14T08:00:00Z'),
      minutes: 600,
      caseIds: [bo.caseId],
    })
    const empty = await adviser.post('/sessions', { ...wish('2022-03-14T08:00:00Z'), minutes: 0, caseIds: [bo.caseId] })
    assert.deepEqual([endless.status, empty.status], [422, 422])
  })

  test('who was away is a draft to send, and the caseworker gets it', async () => {
    const { items } = good(await adviser.get('/deviation-drafts'))
    const draft = items.find((item: { caseId: string }) => item.caseId === bo.caseId)
    assert.deepEqual([draft.minutesAway, draft.reason], [120, 'sick'])
    good(await adviser.post(`/deviation-drafts/${draft.subjectId}/report`, { description: 'Ringde själv.' }))
    const after = good(await adviser.get('/deviation-drafts'))
    assert.ok(!after.items.some((item: { caseId: string }) => item.caseId === bo.caseId))
  })

  test('the participant is reminded on the day before, on the channel of their choice', async () => {
    const { chosen, possible } = good(await jobseeker.get(`/cases/${anna.caseId}/channel`))
    assert.equal(chosen, null)
    assert.ok(possible.includes('letter'))
    good(await jobseeker.post(`/cases/${anna.caseId}/channel`, { channel: 'letter' }))
    assert.equal(good(await jobseeker.get(`/cases/${anna.caseId}/channel`)).chosen, 'letter')
    good(await adviser.post('/sessions', { ...wish('2022-03-07T08:00:00Z'), caseIds: [anna.caseId] }))
    await house.goTo(day('2022-03-06'))
    const reminders = await house.world.rows<{ details: unknown }>(
      "select details from platform.notice where kind = 'delivery.reminder' and person_id = $1 and details->>'day' = '2022-03-07'",
      [anna.personId],
    )
    assert.deepEqual(
      reminders.map((each) => each.details),
      [{ day: '2022-03-07', times: '09:00' }],
    )
  })
})
