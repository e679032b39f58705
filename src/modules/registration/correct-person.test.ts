import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { type TestWorld, testWorld } from '../../platform/testing.ts'
import { assignCase, nameStaff } from './assign-case.ts'
import { correctPerson, type PersonChanges } from './correct-person.ts'
import { findCase } from './find-case.ts'
import { listCases, readPerson } from './reads.ts'
import { registerPerson } from './register-person.ts'
import { aNumber, aRegisteredPerson, aVouchedJobseeker, layAreas, someDetails } from './testing.ts'

let world: TestWorld
const heard: object[] = []
const subscriptions = {
  'person-changed': [async (_context: unknown, payload: object) => void heard.push(payload)],
} as unknown as Subscriptions

before(async () => {
  world = await testWorld({ subscriptions })
  await layAreas(world)
})
after(() => world.drop())

type CaseId = Parameters<typeof readPerson>[1]

function correct(
  caseId: CaseId,
  changes: PersonChanges,
  actor: Actor = world.caseworker,
  basedOn: string | null = null,
) {
  return world.as(actor, (context) => correctPerson(context, { caseId, basedOn, changes }))
}

async function codeOf(result: Promise<{ ok: boolean; problem?: { code: string } }>): Promise<string | null> {
  return (await result).problem?.code ?? null
}

function sees(actor: Actor, caseId: CaseId): Promise<boolean> {
  return world.must(actor, async (context) => ok((await findCase(context, caseId)) !== null))
}

test('a correction is a new version, and both stay', async () => {
  const { caseId, personId } = await aRegisteredPerson(world, someDetails(0))
  heard.length = 0
  const done = await correct(caseId, { familyName: 'Provberg', municipalityCode: '1481' })
  assert.deepEqual(done.ok && done.value.changed, ['familyName', 'municipalityCode', 'home'])
  assert.deepEqual(heard, [{ caseId, personId, fields: ['familyName', 'municipalityCode', 'home'] }])
  const page = await world.must(world.caseworker, (context) => readPerson(context, caseId))
  assert.equal(page.familyName, 'Provberg')
  assert.deepEqual(
    page.versions.map((each) => each.changed),
    [['familyName', 'municipalityCode', 'home'], []],
  )
  const rows = await world.rows<{ family_name: string }>(
    'select family_name from registration.person_version where person_id = $1 order by id',
    [personId],
  )
  assert.deepEqual(
    rows.map((row) => row.family_name),
    ['Testlund', 'Provberg'],
  )
})

test('correcting to what already stands saves nothing', async () => {
  const { caseId, personId } = await aRegisteredPerson(world, someDetails(1))
  const done = await correct(caseId, { familyName: 'Testlund', email: undefined })
  assert.deepEqual(done.ok && done.value.changed, [])
  const rows = await world.rows('select 1 from registration.person_version where person_id = $1', [personId])
  assert.equal(rows.length, 1)
})

test('two who correct from the same page do not overwrite each other', async () => {
  const { caseId } = await aRegisteredPerson(world, someDetails(2))
  const page = await world.must(world.caseworker, (context) => readPerson(context, caseId))
  assert.equal((await correct(caseId, { email: 'ny@example.com' }, world.caseworker, page.versionId)).ok, true)
  const second = correct(caseId, { email: 'annan@example.com' }, world.secondCaseworker, page.versionId)
  assert.equal(await codeOf(second), 'changed-meanwhile')
})

test('a point is kept while the address stays and falls with it', async () => {
  const home = { lat: 57.71, lon: 11.95 }
  const { caseId } = await aRegisteredPerson(world, someDetails(3, { home }))
  await correct(caseId, { phone: null })
  const stayed = await world.must(world.caseworker, (context) => readPerson(context, caseId))
  assert.deepEqual([stayed.home, stayed.homeApproximate, stayed.phone], [home, false, null])
  await correct(caseId, { street: 'Provvägen 2' })
  const moved = await world.must(world.caseworker, (context) => readPerson(context, caseId))
  assert.equal(moved.homeApproximate, true)
})

test('a new identity number takes the place of the old one, never another person’s', async () => {
  const { caseId } = await aRegisteredPerson(world, someDetails(4))
  await aRegisteredPerson(world, someDetails(5))
  assert.equal(await codeOf(correct(caseId, { identityNumber: aNumber(5) })), 'already-registered')
  assert.equal((await correct(caseId, { identityNumber: aNumber(6) })).ok, true)
  const again = world.as(world.caseworker, (context) =>
    registerPerson(context, { details: someDetails(6), channel: 'office' }),
  )
  assert.equal(await codeOf(again), 'already-registered')
})

test('the person corrects how to be reached, and nothing that decides', async () => {
  const jobseeker = await aVouchedJobseeker(world, someDetails(7))
  const { caseId } = await world.must(jobseeker, (context) =>
    registerPerson(context, { details: someDetails(7), channel: 'digital' }),
  )
  assert.equal((await correct(caseId, { phone: '031-123456' }, jobseeker)).ok, true)
  assert.equal(await codeOf(correct(caseId, { programme: null }, jobseeker)), 'not-yours-to-change')
  assert.equal(await codeOf(correct(caseId, { phone: 'hej' }, jobseeker)), 'phone-format')
  const other = await world.anActor('jobseeker')
  assert.equal(await codeOf(correct(caseId, { phone: '031-1' }, other)), 'not-found')
})

test('a protected canary is invisible to everyone but named staff, in page, list and search', async () => {
  const details = someDetails(8, { protection: 'secrecy-mark', familyName: 'Kanariefågel' })
  const { caseId, personId } = await aRegisteredPerson(world, details)
  assert.equal(await sees(world.caseworker, caseId), true)
  for (const other of [world.secondCaseworker, world.approver, world.overseer]) {
    assert.equal(await sees(other, caseId), false, other.role)
    const list = await world.must(other, async (context) =>
      ok(await listCases(context, { page: 1, limit: 100, whose: 'all' })),
    )
    assert.ok(list.total > 0)
    assert.ok(!list.items.some((each) => each.personId === personId))
  }
  const search = (whose: 'mine' | 'all', name?: string) =>
    world.must(world.caseworker, async (context) =>
      ok(
        (await listCases(context, { page: 1, limit: 100, whose, name })).items.some(
          (each) => each.personId === personId,
        ),
      ),
    )
  assert.equal(await search('mine'), true)
  assert.equal(await search('mine', 'Kanarie'), false)
  assert.equal(await search('all'), false)
  const [row] = await world.rows<{ lat: number | null }>('select lat from registration.v_person where person_id = $1', [
    personId,
  ])
  assert.equal(row?.lat, null)
})

test('protection that begins shuts out the authority at once, and that ends lets it in again', async () => {
  const { caseId } = await aRegisteredPerson(world, someDetails(9, { home: { lat: 57.7, lon: 11.9 } }))
  assert.equal(await sees(world.approver, caseId), true)
  assert.equal((await correct(caseId, { protection: 'fictitious-identity' })).ok, true)
  assert.equal(await sees(world.approver, caseId), false)
  assert.equal(await sees(world.caseworker, caseId), true)
  const named = await world.as(world.caseworker, (context) =>
    nameStaff(context, { caseId, userId: world.approver.userId ?? assert.fail() }),
  )
  assert.equal(named.ok, true)
  assert.equal(await sees(world.approver, caseId), true)
  assert.equal((await correct(caseId, { protection: 'none' })).ok, true)
  assert.equal(await sees(world.overseer, caseId), true)
})

test('only staff can be named, and only for a protected person', async () => {
  const open = await aRegisteredPerson(world, someDetails(20))
  const userId = world.approver.userId ?? assert.fail()
  const name = (caseId: CaseId, id: typeof userId) =>
    world.as(world.caseworker, (context) => nameStaff(context, { caseId, userId: id }))
  assert.equal(await codeOf(name(open.caseId, userId)), 'not-protected')
  const guarded = await aRegisteredPerson(world, someDetails(21, { protection: 'secrecy-mark' }))
  const jobseeker = await world.anActor('jobseeker')
  assert.equal(await codeOf(name(guarded.caseId, jobseeker.userId ?? assert.fail())), 'not-staff')
})

test('protection needs someone who may handle the case', async () => {
  const { caseId, personId } = await aRegisteredPerson(world, someDetails(22))
  await world.ownerPool.query('update registration.assignment set caseworker_user_id = null where person_id = $1', [
    personId,
  ])
  const done = world.as({ ...world.caseworker, role: 'system', userId: null }, (context) =>
    correctPerson(context, { caseId, basedOn: null, changes: { protection: 'secrecy-mark' } }),
  )
  assert.equal(await codeOf(done), 'nobody-named')
})

test('a case moves to a caseworker of the office only, and a protected one lets the new one in', async () => {
  const { caseId } = await aRegisteredPerson(world, someDetails(23, { protection: 'secrecy-mark' }))
  const assign = (caseworkerId: typeof world.caseworker.userId) =>
    world.as(world.caseworker, (context) => assignCase(context, { caseId, officeId: world.office, caseworkerId }))
  assert.equal(await codeOf(assign(world.approver.userId)), 'not-a-caseworker-there')
  assert.equal((await assign(world.secondCaseworker.userId)).ok, true)
  assert.equal(await sees(world.secondCaseworker, caseId), true)
  const head = await world.must(world.secondCaseworker, async (context) => ok(await findCase(context, caseId)))
  assert.equal(head?.caseworkerId, world.secondCaseworker.userId)
})

test('the list is searched by the beginnings of names and paged', async () => {
  await aRegisteredPerson(world, someDetails(30, { givenName: 'Ylva', familyName: 'Sökbar-Ek' }))
  await aRegisteredPerson(world, someDetails(31, { givenName: 'Ylva', familyName: 'Sökbar-Ask' }))
  const search = (name: string, page = 1, limit = 20) =>
    world.must(world.approver, async (context) => ok(await listCases(context, { page, limit, whose: 'all', name })))
  assert.deepEqual(
    (await search('ylva sökbar')).items.map((each) => each.name),
    ['Ylva Sökbar-Ask', 'Ylva Sökbar-Ek'],
  )
  const second = await search('SÖKBAR', 2, 1)
  assert.deepEqual([second.items.map((each) => each.name), second.total], [['Ylva Sökbar-Ek'], 2])
  assert.equal((await search('%')).total, 0)
})
