import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import type { CaseId } from '../../src/kernel/ids.ts'
import { chooseProvider } from '../../src/modules/market/index.ts'
import { aReferred } from '../../src/modules/market/testing.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { openProvider } from './world.ts'

function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

describe('what a participant and the service tell each other in a month', { concurrency: false }, () => {
  let house: TestHouse
  let caseId: CaseId
  let participant: Caller
  let adviser: Caller
  let caseworker: Caller
  let overseer: Caller

  before(async () => {
    house = await testHouse(day('2022-08-22'))
    const { world } = house
    const provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    const referred = await aReferred(world, { municipalityCode: '1480', email: 'nour@example.com' })
    caseId = referred.caseId
    const { contractId, addressId } = provider
    await world.must(referred.actor, (context) => chooseProvider(context, { caseId, contractId, addressId }))
    await house.goTo(day('2022-09-20'))
    participant = await house.signIn(referred.actor)
    adviser = await house.signIn(provider.adviser)
    caseworker = await house.signIn(world.caseworker)
    overseer = await house.signIn(world.overseer)
    const meeting = { startsAt: '2022-09-19T08:00:00Z', minutes: 30, mode: 'physical', came: 'yes', tookPlace: true }
    good(await adviser.post(`/cases/${caseId}/held-meetings`, meeting))
  })
  after(() => house.drop())

  test('they write to each other, and see what has been read', async () => {
    good(await participant.post(`/cases/${caseId}/messages`, { words: 'Kan vi ses tidigare på fredag?' }))
    const { items, unread } = good(await adviser.get('/messages'))
    assert.deepEqual([unread, items[0].caseId], [1, caseId])
    good(await adviser.post(`/cases/${caseId}/messages/read`, {}))
    const stopped = await adviser.post(`/cases/${caseId}/messages`, { words: 'Ja. Ta med läkarintyget.' })
    assert.deepEqual([stopped.status, stopped.body.code], [422, 'sensitive-words'])
    good(await adviser.post(`/cases/${caseId}/messages`, { words: 'Ja. Ta med läkarintyget.', sensitiveSeen: true }))
    assert.equal(good(await participant.get(`/cases/${caseId}/dialogue`)).unread, 1)
    const [thread] = good(await participant.get(`/cases/${caseId}/messages`)).threads
    assert.deepEqual([thread.messages[0].read, thread.unread], [true, 1])
  })

  test('a question to the employment service is answered and counted', async () => {
    const words = 'Får jag studera på kvällen?'
    const { questionId, dueOn } = good(await participant.post(`/cases/${caseId}/questions`, { words }))
    assert.equal(dueOn, '2022-09-23')
    const { items } = good(await caseworker.get('/tasks'))
    assert.ok(items.some((task: { kind: string }) => task.kind === 'dialogue.answer-question'))
    good(await caseworker.post(`/questions/${questionId}/answer`, { words: 'Ja, om du kan ta ett arbete.' }))
    const [question] = good(await participant.get(`/cases/${caseId}/questions`)).items
    assert.deepEqual([question.state, question.answer.words], ['answered-in-time', 'Ja, om du kan ta ett arbete.'])
    assert.equal(good(await overseer.get('/question-figures')).months[0].inTime, 1)
  })

  test('a complaint is confirmed, and answered by the overseer; the provider sees nothing of it', async () => {
    const complaint = { about: 'provider', words: 'Mötena ställs in samma dag.', anonymous: true }
    const { complaintId } = good(await participant.post(`/cases/${caseId}/complaints`, complaint))
    const isComplaint = (task: { kind: string }) => task.kind === 'oversight.answer-complaint'
    assert.ok(good(await overseer.get('/tasks')).items.some(isComplaint))
    assert.ok(!good(await caseworker.get('/tasks')).items.some(isComplaint), 'only the overseer is told of it')
    const { items } = good(await overseer.get('/complaints'))
    assert.deepEqual([items[0].complaintId, items[0].providerName], [complaintId, 'Exempelbolaget'])
    good(await overseer.post(`/complaints/${complaintId}/answer`, { words: 'Leverantören har fått en anmärkning.' }))
    const [own] = good(await participant.get(`/cases/${caseId}/complaints`)).items
    assert.equal(own.state, 'answered')
  })

  test('a missed report is reminded of, a human gets in touch, gives respite, and the report comes', async () => {
    await house.goTo(day('2022-10-20'))
    const [missed] = good(await caseworker.get('/missed-reports')).items
    assert.deepEqual([missed.month, missed.contacts], ['2022-09', 0])
    const { items } = good(await caseworker.get('/tasks'))
    assert.ok(items.some((task: { kind: string }) => task.kind === 'dialogue.contact-about-report'))
    const contact = { month: '2022-09', how: 'telephone', reached: true }
    good(await caseworker.post(`/cases/${caseId}/report-contacts`, contact))
    good(await caseworker.post(`/cases/${caseId}/respites`, { month: '2022-09', until: '2022-10-28' }))
    const [waiting] = good(await participant.get(`/cases/${caseId}/activity-reports`)).months
    assert.deepEqual([waiting.state, waiting.dueOn], ['respite', '2022-10-28'])
    const page = good(await participant.get(`/cases/${caseId}/activity-reports/2022-09`))
    assert.deepEqual(page.known.meetings, [{ on: '2022-09-19', minutes: 30 }])
    const report = { month: '2022-09', lines: [{ kind: 'applied', words: 'Sökte jobb på ett lager' }] }
    assert.equal(good(await participant.post(`/cases/${caseId}/activity-reports`, report)).late, false)
    assert.deepEqual(good(await caseworker.get('/missed-reports')).items, [])
  })
})
