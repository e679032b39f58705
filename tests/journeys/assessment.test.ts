import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { CaseId } from '../../src/kernel/ids.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { aBeginning, lifeDays } from '../access/life.ts'
import { type Answer, type Caller, type TestHouse, testHouse } from '../house.ts'

/** The answer of a request that must succeed. */
function good(answer: Answer): Answer['body'] {
  assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status}: ${answer.text}`)
  return answer.body
}

let house: TestHouse
let caseworker: Caller

before(async () => {
  house = await testHouse(lifeDays.registered)
  caseworker = await house.signIn(house.world.caseworker)
})
after(() => house.drop())

const kindsOf = (page: { steps: { kind: string }[] }) => page.steps.map((step) => step.kind)

describe('a jobseeker who thinks that the assessment is wrong', () => {
  let caseId: CaseId
  let jobseeker: Caller
  let self: Actor
  before(async () => {
    const details = { language: 'en' }
    const begun = await aBeginning(house.world, { caseworker: house.world.caseworker, details }, { referred: false })
    caseId = begun.caseId
    self = begun.jobseeker
    jobseeker = await house.signIn(self)
  })

  test('reads why, asks for a human, and the caseworker finds it in the queue with its last day', async () => {
    const { explanation } = good(await jobseeker.get(`/cases/${caseId}/assessment-explained`))
    assert.ok(explanation.for.length + explanation.against.length > 0)
    const before = good(await jobseeker.get(`/cases/${caseId}/assessment-reviews`))
    assert.deepEqual([before.items, before.mayAsk, before.answerWorkingDays], [[], true, 10])
    const asked = good(
      await jobseeker.post(`/cases/${caseId}/assessment-reviews`, { why: 'I have finished upper secondary school.' }),
    )
    assert.equal(asked.answerBy, '2021-09-15')
    const { items } = good(await caseworker.get('/tasks?kind=answer-assessment-review'))
    assert.deepEqual(
      items.map((task: { caseId: string; dueOn: string }) => [task.caseId, task.dueOn]),
      [[caseId, '2021-09-15']],
    )
    const twice = await jobseeker.post(`/cases/${caseId}/assessment-reviews`, {})
    assert.equal(twice.body.code, 'review-waits')
  })

  test('has the fact corrected, is assessed anew, and is answered with a letter in the own language', async () => {
    const { items } = good(await caseworker.get(`/cases/${caseId}/assessment-reviews`))
    const { reviewId } = items[0]
    const answer = { outcome: 'corrected', words: 'Your education is corrected.' }
    const early = await caseworker.post(`/cases/${caseId}/assessment-reviews/${reviewId}/answer`, answer)
    assert.equal(early.body.code, 'review-nothing-corrected')
    const { versionId } = good(await caseworker.get(`/cases/${caseId}/person`))
    const changes = { education: 'upper-secondary' }
    good(await caseworker.post(`/cases/${caseId}/person`, { basedOn: versionId, changes }))
    good(await caseworker.post(`/cases/${caseId}/assessments`, { reason: 'Utbildningen var fel.' }))
    good(await caseworker.post(`/cases/${caseId}/assessment-reviews/${reviewId}/answer`, answer))
    const after = good(await jobseeker.get(`/cases/${caseId}/assessment-reviews`))
    assert.equal(after.items[0].answer.words, 'Your education is corrected.')
    const letters = good(await jobseeker.get(`/cases/${caseId}/letters`)).items
    const own = letters.find((one: { kind: string; language: string }) => {
      return one.kind === 'assessment-review' && one.language === 'en'
    })
    assert.match((await jobseeker.get(`/letters/${own?.id}`)).text, /A fact was wrong\. It is corrected/)
    const page = good(await jobseeker.get(`/cases/${caseId}`))
    for (const kind of ['assessment.review-asked', 'assessment.review-answered']) {
      assert.ok(kindsOf(page).includes(kind), `${kind} is a step of the case`)
    }
    assert.equal(good(await caseworker.get('/tasks?kind=answer-assessment-review')).total, 0)
  })
})
