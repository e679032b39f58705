import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { nameAdviser } from '../market/index.ts'
import { caseload } from './caseload.ts'
import { giveAdviser } from './give-adviser.ts'
import { letAdvisersSee } from './let-advisers-see.ts'
import { anActivity, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>

describe('advisers who see their own participants alone', () => {
  let world: TestWorld
  let provider: Staffed
  let first: Served
  let second: Served
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    first = await aServed(world, provider)
    second = await aServed(world, provider)
    world.today = day('2022-09-15')
  })
  after(() => world.drop())

  const seenBy = async (actor: Actor) => {
    const query = { whose: 'all', page: 1, limit: 100 } as const
    const { items } = await world.must(actor, (context) => caseload(context, query))
    return new Set(items.map((each) => each.caseId))
  }
  const set = (own: boolean) => world.must(provider.coordinator, (context) => letAdvisersSee(context, own))
  const logBy = (actor: Actor, served: Served) => anActivity(world, { ...served, adviser: actor }, '2022-09-12')
  const userOf = (actor: Actor) => actor.userId ?? assert.fail('a user')

  test('the coordinator alone says otherwise', async () => {
    assert.notEqual(first.adviser.userId, second.adviser.userId)
    const refused = await world.as(first.adviser, (context) => letAdvisersSee(context, false))
    assert.ok(!refused.ok && refused.problem.code === 'not-allowed')
  })

  test('an adviser reads and writes about the own alone, and the coordinator about all', async () => {
    assert.deepEqual(await seenBy(first.adviser), new Set([first.caseId]))
    assert.deepEqual(await seenBy(second.adviser), new Set([second.caseId]))
    assert.deepEqual(await seenBy(provider.coordinator), new Set([first.caseId, second.caseId]))
    await logBy(first.adviser, first)
    await assert.rejects(logBy(first.adviser, second), /not-found/)
    await logBy(provider.coordinator, second)
    const rows = await world.as(first.adviser, async (context) => {
      const found = await sql`select 1 from delivery.activity_entry where case_id = ${second.caseId}`.execute(
        context.db,
      )
      return { ok: true, value: found.rows.length }
    })
    assert.deepEqual(rows, { ok: true, value: 0 }, 'a forgotten where shows nothing of another’s participant')
  })

  test('who gets a participant sees it at once, and who had it no longer', async () => {
    const adviserId = userOf(second.adviser)
    await world.must(provider.coordinator, (context) => giveAdviser(context, { caseId: first.caseId, adviserId }))
    assert.deepEqual(await seenBy(second.adviser), new Set([first.caseId, second.caseId]))
    assert.deepEqual(await seenBy(first.adviser), new Set())
    const third = await aServed(world, provider)
    assert.ok((await seenBy(third.adviser)).has(third.caseId))
    assert.ok(!(await seenBy(third.other)).has(third.caseId))
  })

  test('a row of one’s own opens nothing by itself: when the organisation sees no more, nor does the adviser', async () => {
    await world.ownerPool.query(
      'update platform.access set valid_to = $2 where holder = $1 and person_id = (select person_id from registration.case_file where case_id = $3)',
      [provider.providerId, world.today, second.caseId],
    )
    assert.ok(!(await seenBy(second.adviser)).has(second.caseId))
    assert.ok((await seenBy(second.adviser)).has(first.caseId))
  })

  test('named staff see a protected identity as before, and nobody else does', async () => {
    const hidden = await aServed(world, provider, { protection: 'secrecy-mark' })
    const userId = userOf(first.adviser)
    await world.must(world.caseworker, (context) => nameAdviser(context, { caseId: hidden.caseId, userId }))
    assert.ok((await seenBy(first.adviser)).has(hidden.caseId))
    assert.ok(!(await seenBy(second.adviser)).has(hidden.caseId))
    assert.ok(!(await seenBy(provider.coordinator)).has(hidden.caseId))
  })

  test('all are seen where the coordinator says so, and it can be undone with those whom each has then', async () => {
    await set(false)
    assert.ok((await seenBy(second.adviser)).has(first.caseId))
    assert.ok((await seenBy(first.adviser)).has(first.caseId))
    const adviserId = userOf(first.adviser)
    await world.must(provider.coordinator, (context) => giveAdviser(context, { caseId: first.caseId, adviserId }))
    await set(true)
    assert.ok((await seenBy(first.adviser)).has(first.caseId))
    assert.ok(!(await seenBy(second.adviser)).has(first.caseId))
  })

  test('another organisation’s advisers are not touched by it', async () => {
    const other = await aStaffedProvider(world, 'Provbolaget')
    const theirs = await aServed(world, other)
    await set(false)
    assert.ok(!(await seenBy(theirs.other)).has(theirs.caseId))
    await set(true)
  })
})
