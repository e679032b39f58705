import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../src/kernel/day.ts'
import { ok } from '../src/kernel/result.ts'
import { aPersonReadyForDecision } from '../src/modules/decision/testing.ts'
import { type Caller, type TestHouse, testHouse } from './house.ts'

describe('the kept steps of a case', () => {
  let house: TestHouse
  let caseworker: Caller
  let approver: Caller
  before(async () => {
    house = await testHouse(day('2022-10-03'))
    caseworker = await house.signIn(house.world.caseworker)
    approver = await house.signIn(house.world.approver)
  })
  after(() => house.drop())

  const kindsOf = async (caller: Caller, caseId: string) => {
    const { body } = await caller.get(`/cases/${caseId}`)
    return body.steps.map((step: { kind: string }) => step.kind) as string[]
  }
  const kept = (caseId: string) =>
    house.world.rows<{ role: string; version: number }>(
      'select role, version from platform.kept_steps where case_id = $1 order by role',
      [caseId],
    )

  test('are read once for each kind of reader, and anew when something has been written', async () => {
    const { caseId, personId } = await aPersonReadyForDecision(house.world)
    const before = await kindsOf(caseworker, caseId)
    assert.deepEqual(await kindsOf(caseworker, caseId), before)
    await kindsOf(approver, caseId)
    assert.deepEqual(
      (await kept(caseId)).map((row) => row.role),
      ['approver', 'caseworker'],
    )
    const desk = (await caseworker.get(`/cases/${caseId}/decision-desk`)).body
    const decided = await caseworker.post(`/cases/${caseId}/referrals`, {
      reason: 'Behöver stöd.',
      basedOn: desk.version,
    })
    assert.ok(decided.status < 300, decided.text)
    const after = await kindsOf(caseworker, caseId)
    assert.ok(after.length > before.length, 'the decision is a step at once')
    assert.deepEqual((await kindsOf(approver, caseId)).length > 0, true)
    const [version] = await house.world.rows<{ version: number }>(
      'select version from platform.person_version where person_id = $1',
      [personId],
    )
    assert.ok(
      (await kept(caseId)).every((row) => row.version === version?.version),
      'all kept anew',
    )
  })

  test('kept for one reader are not another reader’s', async () => {
    const { caseId } = await aPersonReadyForDecision(house.world)
    await kindsOf(caseworker, caseId)
    await house.world.rows("update platform.kept_steps set steps = '[]' where case_id = $1 and role = 'caseworker'", [
      caseId,
    ])
    assert.deepEqual(await kindsOf(caseworker, caseId), [], 'what is kept is what is shown')
    assert.ok((await kindsOf(approver, caseId)).length > 0)
    const stranger = await house.signIn(
      await house.world.anActor('adviser', {
        organisationId: await house.world.anOrganisation('provider', 'Provbolaget'),
      }),
    )
    assert.equal((await stranger.get(`/cases/${caseId}`)).status, 404)
  })

  test('are old as soon as a refused act has been mended and done, not before', async () => {
    const { caseId, personId } = await aPersonReadyForDecision(house.world)
    await kindsOf(caseworker, caseId)
    const versions = () =>
      house.world.rows('select version from platform.person_version where person_id = $1', [personId])
    const [before] = await versions()
    const refused = await caseworker.post(`/cases/${caseId}/referrals`, { reason: '' })
    assert.ok(refused.status >= 400)
    assert.deepEqual((await versions())[0], before)
    await house.world.must(house.world.caseworker, async (context) => {
      context.wrotePerson(personId)
      return ok(null)
    })
    assert.notDeepEqual((await versions())[0], before)
  })
})
