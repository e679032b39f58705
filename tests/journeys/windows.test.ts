import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import { aRegisteredPerson } from '../../src/modules/assessment/testing.ts'
import { countWindows } from '../access/windows.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

/** Everyone's chance is under these, so everyone is far from the labour market. */
const allFar = {
  registeredDays: 0,
  registeredDaysInProgramme: 0,
  programmes: null,
  adultOrProgramme: null,
  exceptions: [],
  cutPoints: { farBelow: 0.96, levelBFrom: 0.97, levelAFrom: 0.98, nearFrom: 0.99 },
}

let house: TestHouse
let administrator: Caller
let second: Caller
let analyst: Caller
let caseworker: Caller
let caseId: string
let comparisonId: string
let planId: string

describe('a switch of window, from the draft to another answer', { concurrency: false }, () => {
  before(async () => {
    house = await testHouse(day('2022-10-03'))
    const { world } = house
    administrator = await house.signIn(world.administrator)
    second = await house.signIn(await world.anActor('administrator', { name: 'Ivar Prov' }))
    analyst = await house.signIn(await world.anActor('analyst'))
    caseworker = await house.signIn(world.caseworker)
    ;({ caseId } = await aRegisteredPerson(world, { profile: 'A' }))
    for (const profile of ['A', 'A', 'A', 'A', 'C'] as const) await aRegisteredPerson(world, { profile })
  })
  after(() => house.drop())

  const assess = async () => good(await caseworker.post(`/cases/${caseId}/assessments`, { reason: 'Inför planering' }))

  test('the person may be referred in the window in force', async () => {
    const windows = good(await administrator.get('/windows')).items
    assert.deepEqual(
      windows.filter((one: { inForce: boolean }) => one.inForce).map((one: { number: number }) => one.number),
      [5],
    )
    assert.equal((await assess()).referable, true)
  })

  test('an administrator drafts other cut points and sees who would enter and leave', async () => {
    const asked = good(
      await administrator.post('/windows/comparisons', { before: { window: 5 }, after: { draft: allFar } }),
    )
    comparisonId = asked.comparisonId
    assert.equal(good(await analyst.get(`/windows/comparisons/${comparisonId}`)).state, 'waiting')
    await countWindows(house, comparisonId)
    const { state, people, result } = good(await analyst.get(`/windows/comparisons/${comparisonId}`))
    assert.deepEqual([state, people], ['done', 6])
    assert.equal(result.total.referableAfter, 0)
    assert.ok(result.total.costBeforeOre === null || result.total.costBeforeOre > 5_000_00)
    // Nobody serves here yet, so all of them stand in the row of areas without a provider.
    assert.deepEqual(
      result.providers.map((row: { providerId: string | null; after: object }) => [row.providerId, row.after]),
      [[null, { people: 0, outcomes: 0, revenueOre: 0 }]],
    )
    assert.equal(good(await analyst.get('/windows/comparisons')).total, 1)
  })

  test('the draft is planned on a day, and another administrator approves it', async () => {
    const from = '2022-10-17'
    planId = good(await administrator.post('/windows/plans', { comparisonId, from, reason: 'Prov i vinter' })).planId
    const own = await administrator.post(`/windows/plans/${planId}/decision`, { outcome: 'approved' })
    assert.deepEqual([own.status, own.body.code], [403, 'four-eyes-preparer'])
    const approved = good(await second.post(`/windows/plans/${planId}/decision`, { outcome: 'approved' }))
    assert.deepEqual([approved.number, approved.state], [7, 'planned'])
    const [plan] = good(await analyst.get('/windows/plans')).items
    assert.deepEqual([plan.from, plan.lastDay, plan.mine], [from, '2023-02-28', false])
  })

  test('a second plan is taken back before its day and never governs', async () => {
    const from = '2022-10-10'
    const other = good(await administrator.post('/windows/plans', { comparisonId, from, reason: 'Redan nästa vecka' }))
    good(await second.post(`/windows/plans/${other.planId}/decision`, { outcome: 'approved' }))
    good(await second.post(`/windows/plans/${other.planId}/withdrawal`, { reason: 'För tätt inpå' }))
    await house.goTo(day('2022-10-16'))
    const inForce = good(await analyst.get('/windows')).items.find((one: { inForce: boolean }) => one.inForce)
    assert.equal(inForce.number, 5)
  })

  test('the day comes: the rules say so, the old assessment no longer carries a decision, and a new one answers otherwise', async () => {
    await house.goTo(day('2022-10-17'))
    const rules = good(await house.anonymous.get('/rules?module=assessment&limit=100')).items
    const cuts = rules.find((line: { name: string }) => line.name === 'assessment.cutPoints')
    assert.deepEqual([cuts.from, cuts.value], ['2022-10-17', allFar.cutPoints])
    const [latest] = good(await caseworker.get(`/cases/${caseId}/assessments`)).items
    assert.deepEqual([latest.valid, latest.notValidBecause], [false, 'assessment-other-window'])
    const again = await assess()
    assert.deepEqual([again.result, again.referable], ['far', false])
    const late = await second.post(`/windows/plans/${planId}/withdrawal`, { reason: 'För sent' })
    assert.equal(late.body.code, 'window-plan-ended')
  })
})
