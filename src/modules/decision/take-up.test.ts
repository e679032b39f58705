import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { assessPerson } from '../assessment/index.ts'
import { anAssessedPerson, withAreas } from '../assessment/testing.ts'
import { abstainFromReferral, closeTakeUp, decideReferral, interruptService, sweeps } from './index.ts'
import { aPersonReadyForDecision, aReferredPerson } from './testing.ts'

describe('the morning after an assessment that allows a referral', () => {
  let world: TestWorld
  before(async () => {
    world = await testWorld({ subscriptions: {} })
    await withAreas(world)
  })
  beforeEach(() => {
    world.today = day('2022-10-03')
  })
  after(() => world.drop())

  const sweepOn = async (on: string) => {
    world.today = day(on)
    await world.sweep(...sweeps)
  }
  const waiting = async (id: CaseId) => {
    const rows = await world.rows<{ due: string; until: string; closed: boolean }>(
      `select due_on::text as due, why->'values'->>'until' as until, closed_at is not null as closed
         from platform.task where kind = 'decide-referral' and case_id = $1 order by opened_at`,
      [id],
    )
    return rows.map(({ due, until, closed }) => [due, until, closed ? 'done' : 'open'])
  }
  const open = ['2022-10-17', '2023-01-01', 'open']
  const done = ['2022-10-17', '2023-01-01', 'done']

  test('the case stands in the queue, once, until somebody refers or abstains', async () => {
    const referred = await aPersonReadyForDecision(world)
    const abstained = await anAssessedPerson(world, { profile: 'C' })
    const near = await anAssessedPerson(world, { profile: 'near' })
    const sameDay = await aPersonReadyForDecision(world)
    await world.must(world.caseworker, (context) =>
      decideReferral(context, { caseId: sameDay.caseId, reason: 'Samma dag' }),
    )
    await world.sweep(...sweeps)
    assert.deepEqual(await waiting(referred.caseId), [], 'not on the day itself')
    await sweepOn('2022-10-04')
    await sweepOn('2022-10-05')
    assert.deepEqual(await waiting(referred.caseId), [open])
    assert.deepEqual(await waiting(abstained.caseId), [open])
    assert.deepEqual(await waiting(near.caseId), [])
    assert.deepEqual(await waiting(sameDay.caseId), [])
    await world.must(world.caseworker, (context) =>
      decideReferral(context, { caseId: referred.caseId, reason: 'Behöver stöd' }),
    )
    await world.must(world.caseworker, (context) =>
      abstainFromReferral(context, { caseId: abstained.caseId, code: 'about-to-start' }),
    )
    await sweepOn('2022-10-06')
    assert.deepEqual(await waiting(referred.caseId), [done])
    assert.deepEqual(await waiting(abstained.caseId), [done])
  })

  test('nobody is asked to refer one who is in service or is to begin, only when the service never began', async () => {
    const inService = await aReferredPerson(world, { profile: 'C', firstDay: '2022-10-17' })
    const notDated = await aReferredPerson(world, { profile: 'C' })
    const withdrawn = await aReferredPerson(world, { profile: 'C' })
    world.today = day('2022-10-20')
    await world.must(world.caseworker, (context) =>
      interruptService(context, {
        caseId: withdrawn.caseId,
        lastDay: day('2022-10-19'),
        cause: 'other',
        reason: 'Flyttar',
      }),
    )
    world.today = day('2023-01-10')
    for (const { caseId } of [inService, notDated, withdrawn])
      await world.must(world.caseworker, (context) => assessPerson(context, { caseId, reason: 'Ny bedömning' }))
    await sweepOn('2023-01-11')
    assert.deepEqual(await waiting(inService.caseId), [])
    assert.deepEqual(await waiting(notDated.caseId), [])
    assert.deepEqual(
      (await waiting(withdrawn.caseId)).map(([, , state]) => state),
      ['open'],
    )
  })

  test('what was asked for by mistake about one in service leaves the queue, and what is over may be asked for', async () => {
    const { caseId, personId } = await aReferredPerson(world, { profile: 'C', firstDay: '2022-10-17' })
    world.today = day('2023-04-10')
    await world.must(world.caseworker, (context) => assessPerson(context, { caseId, reason: 'Inför förlängning' }))
    await world.rows(
      `insert into platform.task (kind, subject_id, case_id, person_id, why, due_on, opened_at)
         values ('decide-referral', $1, $1, $2, '{"code": "assessment-allows"}', '2023-04-20', '2023-04-09T08:00:00Z')`,
      [caseId, personId],
    )
    const states = async () => (await waiting(caseId)).map(([, , state]) => state)
    await sweepOn('2023-04-14')
    assert.deepEqual(await states(), ['done'], 'the last day in service')
    await sweepOn('2023-04-15')
    assert.deepEqual(await states(), ['done', 'open'])
  })

  test('it leaves the queue when a new assessment says no', async () => {
    const { caseId } = await anAssessedPerson(world, { profile: 'C' })
    await sweepOn('2022-10-11')
    await world.must(world.caseworker, async (context) => ok(await closeTakeUp(context, { caseId, referable: true })))
    assert.deepEqual(await waiting(caseId), [open])
    await world.must(world.caseworker, async (context) => ok(await closeTakeUp(context, { caseId, referable: false })))
    assert.deepEqual(await waiting(caseId), [done])
  })

  test('it leaves the queue when the assessment is too old to decide on', async () => {
    const { caseId } = await anAssessedPerson(world, { profile: 'C' })
    await sweepOn('2022-10-07')
    assert.deepEqual(await waiting(caseId), [open])
    await sweepOn('2023-01-01')
    assert.deepEqual(await waiting(caseId), [open])
    await sweepOn('2023-01-02')
    assert.deepEqual(await waiting(caseId), [done])
  })
})
