import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import type { CaseId, PersonId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { correctPerson, readPerson, registerPerson } from '../registration/index.ts'
import { actionsOf, answerReview, askForReview, assessPerson } from './index.ts'
import { listReviews } from './review-reads.ts'
import { aRegisteredPerson, newDetails, withAreas } from './testing.ts'

let world: TestWorld

before(async () => {
  world = await testWorld()
  await withAreas(world)
})
beforeEach(() => {
  world.today = day('2022-10-03')
})
after(() => world.drop())

const ask = (actor: Actor, caseId: CaseId, why?: string) =>
  world.as(actor, (context) => askForReview(context, { caseId, why }))
const answer = (actor: Actor, caseId: CaseId, reviewId: string, outcome: 'stands' | 'corrected' = 'stands') =>
  world.as(actor, (context) => answerReview(context, { caseId, reviewId, outcome, words: 'Vi har gått igenom det.' }))
const read = <T>(actor: Actor, work: (context: Context) => Promise<T>) =>
  world.must(actor, async (context) => ok(await work(context)))
const tasks = (caseId: CaseId) =>
  world.rows<{ due_on: string; closed: boolean }>(
    "select due_on, closed_at is not null as closed from platform.task where kind = 'answer-assessment-review' and case_id = $1",
    [caseId],
  )

/** An assessed person who has a sign-in of the own. */
async function aSelf(language = 'sv'): Promise<{ caseId: CaseId; personId: PersonId; self: Actor }> {
  const actor = await world.anActor('jobseeker')
  const { caseId, personId } = await world.must(world.caseworker, (context) =>
    registerPerson(context, {
      details: { ...newDetails(world), language },
      channel: 'office',
      userId: actor.userId ?? undefined,
      toldAboutProfiling: true,
    }),
  )
  await world.must(world.caseworker, (context) => assessPerson(context, { caseId, reason: 'Första bedömningen' }))
  return { caseId, personId, self: { ...actor, personId } }
}

describe('a jobseeker who asks for a human review', () => {
  test('gives the caseworker a work item with a last day, and reads that it waits', async () => {
    const { caseId, personId, self } = await aSelf()
    const made = await world.must(self, (context) => askForReview(context, { caseId, why: ' Min utbildning är fel. ' }))
    assert.equal(made.answerBy, '2022-10-17')
    assert.deepEqual(await tasks(caseId), [{ due_on: '2022-10-17', closed: false }])
    const reviews = await read(self, (context) => listReviews(context, caseId))
    assert.equal(reviews?.mayAsk, false)
    const [one] = reviews?.items ?? []
    assert.deepEqual(
      [one?.why, one?.bySelf, one?.answer, one?.assessedOn],
      ['Min utbildning är fel.', true, null, '2022-10-03'],
    )
    const told = await world.rows('select channel from platform.notice where person_id = $1 and kind = $2', [
      personId,
      'assessment.review-asked',
    ])
    assert.deepEqual(told, [{ channel: 'email' }])
    const again = await ask(self, caseId)
    assert.equal(again.ok ? null : again.problem.code, 'review-waits')
  })

  test('is answered by a caseworker with a letter, also in the own language, and may ask again', async () => {
    const { caseId, self } = await aSelf('ar')
    const { reviewId } = await world.must(self, (context) => askForReview(context, { caseId }))
    const offered = await read(world.caseworker, (context) => actionsOf(context, caseId))
    assert.ok(offered.some((act) => act.name === 'answerReview' && act.allowed))
    await world.must(world.caseworker, (context) =>
      answerReview(context, { caseId, reviewId, outcome: 'judged-otherwise', words: 'Du får stöd av vårt team.' }),
    )
    assert.deepEqual(await tasks(caseId), [{ due_on: '2022-10-17', closed: true }])
    const letters = await world.rows<{ language: string; html: string }>(
      "select language, html from platform.letter where case_id = $1 and kind = 'assessment-review' order by language",
      [caseId],
    )
    assert.deepEqual(
      letters.map(({ language }) => language),
      ['ar', 'sv'],
    )
    for (const { html } of letters) {
      assert.match(html, /Du får stöd av vårt team\./)
      assert.doesNotMatch(html, /\{\w+\}/)
    }
    const reviews = await read(self, (context) => listReviews(context, caseId))
    assert.equal(reviews?.items[0]?.answer?.outcome, 'judged-otherwise')
    assert.equal(reviews?.items[0]?.answer?.by, world.caseworker.name)
    assert.equal(reviews?.mayAsk, true)
  })

  test('whose fact was wrong is told corrected only after the assessment has been made again', async () => {
    const { caseId, self } = await aSelf()
    const { reviewId } = await world.must(self, (context) => askForReview(context, { caseId }))
    const early = await answer(world.caseworker, caseId, reviewId, 'corrected')
    assert.equal(early.ok ? null : early.problem.code, 'review-nothing-corrected')
    await world.must(world.caseworker, async (context) => {
      const person = await readPerson(context, caseId)
      if (!person.ok) return person
      return correctPerson(context, { caseId, basedOn: person.value.versionId, changes: { programme: null } })
    })
    await world.must(world.caseworker, (context) => assessPerson(context, { caseId, reason: 'Programmet var fel.' }))
    assert.equal((await answer(world.caseworker, caseId, reviewId, 'corrected')).ok, true)
    const twice = await answer(world.caseworker, caseId, reviewId)
    assert.equal(twice.ok ? null : twice.problem.code, 'review-answered')
  })
})

describe('the right to a review', () => {
  test('needs an assessment', async () => {
    const { caseId } = await aRegisteredPerson(world)
    const refused = await ask(world.caseworker, caseId)
    assert.equal(refused.ok ? null : refused.problem.code, 'assessment-missing')
  })

  test('is the own: another jobseeker finds no case; approvers, overseers and providers neither ask nor answer', async () => {
    const { caseId } = await aSelf()
    const other = (await aSelf()).self
    const stranger = await ask(other, caseId)
    assert.equal(stranger.ok ? null : stranger.problem.code, 'not-found')
    assert.equal(await read(other, (context) => listReviews(context, caseId)), null)
    for (const actor of [world.approver, world.overseer]) {
      const refused = await ask(actor, caseId)
      assert.equal(refused.ok ? null : refused.problem.code, 'not-allowed')
    }
  })

  test('is answered by a human: neither the person nor a job can, and an unknown review is not found', async () => {
    const { caseId, self } = await aSelf()
    const { reviewId } = await world.must(self, (context) => askForReview(context, { caseId }))
    const own = await answer(self, caseId, reviewId)
    assert.equal(own.ok ? null : own.problem.code, 'not-allowed')
    const unknown = await answer(world.caseworker, caseId, '00000000-0000-7000-8000-00000000abcd')
    assert.equal(unknown.ok ? null : unknown.problem.code, 'not-found')
    const byNobody = (context: Context) =>
      sql`insert into assessment.review_answer (request_id, case_id, person_id, outcome, words, on_day, recorded_at)
          select id, case_id, person_id, 'stands', 'x', asked_on, recorded_at from assessment.review_request where id = ${reviewId}`.execute(
        context.db,
      )
    await assert.rejects(read(world.caseworker, byNobody), { code: '23502' })
  })

  test('can be used by telephone: staff record it, and it is seen as said', async () => {
    const { caseId } = await aSelf()
    await world.must(world.caseworker, (context) => askForReview(context, { caseId, why: 'Ringde.' }))
    const reviews = await read(world.caseworker, (context) => listReviews(context, caseId))
    assert.equal(reviews?.items[0]?.bySelf, false)
  })
})
