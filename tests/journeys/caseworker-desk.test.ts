import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { aLife, type Life } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'
import { type JourneyProvider, openProvider } from './world.ts'

/** A Monday two weeks before the last granted day. */
const today = day('2022-02-28')

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

describe("the caseworker's desk late in the service", { concurrency: false }, () => {
  let house: TestHouse
  let provider: JourneyProvider
  let life: Life
  let caseworker: Caller
  let adviser: Caller
  let jobseeker: Caller
  before(async () => {
    house = await testHouse(today)
    const { world } = house
    provider = await openProvider(house, 'Exempelbolaget', 'Exempelgatan 3')
    life = await aLife(world, { provider, caseworker: world.caseworker })
    world.today = today
    caseworker = await house.signIn(world.caseworker)
    adviser = await house.signIn(provider.adviser)
    jobseeker = await house.signIn(life.jobseeker)
  })
  after(() => house.drop())

  const of = (path: string) => `/cases/${life.caseId}/${path}`

  test('the queue tells how much waits of each kind, and nothing of another duty', async () => {
    const { kinds, total } = good(await caseworker.get('/tasks'))
    const sum = kinds.reduce((all: number, one: { count: number }) => all + one.count, 0)
    assert.equal(sum, total)
    const names: string[] = kinds.map((one: { kind: string }) => one.kind)
    assert.ok(names.includes('delivery.answer-informative') && names.includes('verify-outcome'), names.join())
    const narrowed = good(await caseworker.get('/tasks?kind=verify-outcome'))
    assert.equal(narrowed.total, 1)
    assert.ok(!names.includes('delivery.give-final-report'))
  })

  test('the provider tells of a need, and is answered', async () => {
    const told = { need: 'interpreter', words: 'Behöver tolk på mötena.' }
    const { id } = good(await adviser.post(of('informative-reports'), told))
    const sensitive = await adviser.post(of('informative-reports'), { need: 'aid', words: 'Har fått en diagnos.' })
    assert.deepEqual([sensitive.status, sensitive.body.code], [422, 'informative-sensitive'])
    good(await caseworker.post(`/informative-reports/${id}/answer`, { words: 'Vi beställer tolk.' }))
    const { items } = good(await adviser.get(of('informative-reports')))
    const answered = items.find((one: { informativeId: string }) => one.informativeId === id)
    assert.equal(answered.answer.words, 'Vi beställer tolk.')
  })

  test('one participant may meet by telephone for a time, and why is not for the provider', async () => {
    const exception = {
      rule: 'no-physical-meeting',
      firstDay: '2022-02-28',
      lastDay: '2022-03-10',
      why: 'Kan inte resa.',
    }
    const { id } = good(await caseworker.post(of('meeting-exceptions'), exception))
    const seen = good(await adviser.get(of('meeting-exceptions'))).items
    const own = seen.find((one: { caseWaiverId: string }) => one.caseWaiverId === id)
    assert.deepEqual([own.lastDay, own.why], ['2022-03-10', null])
    good(await caseworker.post(`/meeting-exceptions/${id}/end`, { lastDay: '2022-03-05', why: 'Bussen går igen.' }))
    const { items } = good(await jobseeker.get(of('meeting-exceptions')))
    assert.ok(items.some((one: { lastDay: string; why: string }) => one.lastDay === '2022-03-05' && one.why !== null))
  })

  test('a parallel measure is decided, drawn in the week, and ended early', async () => {
    const measure = {
      kind: 'work-practice',
      actor: 'Lagret AB',
      firstDay: '2022-03-01',
      lastDay: '2022-03-04',
      fullTime: true,
      hoursPerWeek: 40,
      reason: 'Prövar arbetet.',
    }
    const { measureId } = good(await caseworker.post(of('parallel-measures'), measure))
    const again = await caseworker.post(of('parallel-measures'), measure)
    assert.deepEqual([again.status, again.body.code], [409, 'measures-overlap'])
    const strip = good(await adviser.get(of('strip')))
    const week = strip.weeks.find((one: { monday: string }) => one.monday === '2022-02-28')
    assert.equal(week.measures[0].actor, 'Lagret AB')
    good(await caseworker.post(`/parallel-measures/${measureId}/end`, { lastDay: '2022-03-02', reason: 'Slutar.' }))
    const { days, items } = good(await adviser.get(of('parallel-measures')))
    assert.equal(days.used, 9, 'two days, and the week that the life has')
    assert.ok(items.every((one: { reason: string | null }) => one.reason === null))
  })

  test('the extension is decided on evidence and the provider’s view, and the end is planned', async () => {
    good(await caseworker.post(of('view-requests'), undefined))
    const asked = good(await adviser.get('/tasks?kind=delivery.give-view'))
    assert.equal(asked.total, 1)
    const view = { need: 'extension', words: 'Behöver inte mer tid.' }
    good(await adviser.post(of('informative-reports'), view))
    assert.equal(good(await adviser.get('/tasks?kind=delivery.give-view')).total, 0)
    const evidence = good(await caseworker.get(of('service-evidence')))
    assert.deepEqual([evidence.period.lastDay, evidence.view.words], ['2022-03-13', 'Behöver inte mer tid.'])
    assert.equal(evidence.meetings.held, 1)
    good(await caseworker.post(of('extension-refusals'), { reason: 'Målet är nått.' }))
    const again = await caseworker.post(of('extension-refusals'), { reason: 'En gång till.' })
    assert.deepEqual([again.status, again.body.code], [409, 'extension-refused-already'])
    const talk = {
      heldOn: '2022-02-28',
      mode: 'meeting',
      available: 'yes',
      notes: 'Utbildning.',
      nextStep: 'education',
    }
    good(await caseworker.post(of('planning-talks'), talk))
    const { steps } = good(await jobseeker.get(`/cases/${life.caseId}`))
    assert.ok(steps.some((step: { kind: string }) => step.kind === 'decision.extension-refused'))
  })
})
