import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, day } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { changeProvider, nameAdviser } from '../market/index.ts'
import { correctPerson, findCase } from '../registration/index.ts'
import { caseload } from './caseload.ts'
import { providerReports } from './reads.ts'
import { anApprovedReport, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>

describe('protection of an identity that begins and ends during the service', { concurrency: false }, () => {
  let world: TestWorld
  let provider: Staffed
  let other: Staffed
  let person: Served
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    other = await aStaffedProvider(world, 'Provbolaget')
    person = await aServed(world, provider)
    world.today = day('2022-10-03')
    await anApprovedReport(world, person, provider, { month: '2022-09' })
  })
  after(() => world.drop())

  const protect = async (protection: 'none' | 'secrecy-mark' | 'protected-registration') => {
    const [version] = await world.rows<{ id: string }>('select id from registration.v_person where person_id = $1', [
      person.personId,
    ])
    const changes = { protection, home: null, email: null }
    await world.must(world.caseworker, (context) =>
      correctPerson(context, { caseId: person.caseId, basedOn: version?.id ?? '', changes }),
    )
  }
  /** Whether the case opens, stands on the board, and is named in the list of reports. */
  const sees = async (actor: Actor) => {
    const whole = { whose: 'all', page: 1, limit: 100 } as const
    const head = await world.must(actor, async (context) => ok(await findCase(context, person.caseId)))
    const board = await world.must(actor, (context) => caseload(context, whole))
    const reports = await world.must(actor, (context) => providerReports(context, whole))
    return [
      head !== null,
      board.items.some((each) => each.caseId === person.caseId),
      reports.items.some((each) => each.caseId === person.caseId && each.participant !== ''),
    ]
  }
  const all = [true, true, true]
  const nothing = [false, false, false]
  const openTasks = () =>
    world.rows<{ for_user: string; due_on: string }>(
      "select for_user, due_on from platform.task where kind = 'market.name-adviser' and case_id = $1 and closed_at is null",
      [person.caseId],
    )
  const name = (userId: Actor['userId']) =>
    world.must(world.caseworker, (context) =>
      nameAdviser(context, { caseId: person.caseId, userId: userId ?? assert.fail('a user') }),
    )

  test('nobody at the provider sees the person the moment it begins, and the caseworker is to name who may', async () => {
    assert.deepEqual(await sees(person.adviser), all)
    assert.deepEqual(await sees(provider.coordinator), all)
    await protect('secrecy-mark')
    assert.deepEqual(await sees(person.adviser), nothing)
    assert.deepEqual(await sees(provider.coordinator), nothing)
    assert.deepEqual(await openTasks(), [{ for_user: world.caseworker.userId, due_on: '2022-10-03' }])
  })

  test('whoever is named sees the person, also when one grade takes the place of another', async () => {
    await name(person.adviser.userId)
    assert.deepEqual(await openTasks(), [])
    for (const grade of ['protected-registration', 'secrecy-mark'] as const) {
      assert.deepEqual(await sees(person.adviser), all)
      assert.deepEqual(await sees(provider.coordinator), nothing)
      await protect(grade)
    }
    assert.deepEqual(await openTasks(), [])
  })

  test('the organisation sees the person again when it ends', async () => {
    await protect('none')
    assert.deepEqual(await sees(provider.coordinator), all)
    assert.deepEqual(await sees(person.adviser), all)
    await protect('secrecy-mark')
    assert.deepEqual(await sees(person.adviser), nothing, 'another beginning asks for another naming')
    assert.equal((await openTasks()).length, 1)
    await protect('none')
    assert.deepEqual(await openTasks(), [])
  })

  test('an earlier provider that still reads of the spell sees no more either, and again for what is left of the 30 days', async () => {
    await world.must(person.actor, (context) =>
      changeProvider(context, {
        caseId: person.caseId,
        contractId: other.contractId,
        addressId: other.addressId,
        from: null,
      }),
    )
    world.today = day('2022-10-10')
    assert.equal((await sees(provider.coordinator))[0], true)
    await protect('secrecy-mark')
    assert.deepEqual(await sees(provider.coordinator), nothing)
    assert.deepEqual(await sees(other.coordinator), nothing)
    assert.equal((await openTasks()).length, 1, 'of the spell that lasts alone')
    await protect('none')
    assert.equal((await sees(provider.coordinator))[0], true)
    assert.equal((await sees(other.coordinator))[0], true)
    world.today = addDays(day('2022-10-03'), 31)
    assert.equal((await sees(provider.coordinator))[0], false)
    assert.equal((await sees(other.coordinator))[0], true)
  })
})
