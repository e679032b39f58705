import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { UserId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { findCase } from '../registration/index.ts'
import { setLastDay } from './change-staff.ts'
import { chooseProvider } from './choose-provider.ts'
import { sweeps } from './jobs.ts'
import { nameAdviser } from './name-adviser.ts'
import { aProvider, aReferred, marketWorld, type TestParticipant, type TestProvider } from './testing.ts'

describe('staff named for a protected identity', { concurrency: false }, () => {
  let world: TestWorld
  let provider: TestProvider
  let rival: TestProvider
  let person: TestParticipant
  let named: Actor
  before(async () => {
    ;({ world } = await marketWorld('2022-10-03'))
    provider = await aProvider(world)
    rival = await aProvider(world, { name: 'Provbolaget' })
    person = await aReferred(world, { protection: 'secrecy-mark', email: null })
    const { contractId, addressId } = provider
    await world.must(person.actor, (context) =>
      chooseProvider(context, { caseId: person.caseId, contractId, addressId }),
    )
    named = await anAdviser()
    await name(named)
  })
  after(() => world.drop())

  const anAdviser = () => world.anActor('adviser', { organisationId: provider.providerId, officeId: null })
  const userOf = (actor: Actor): UserId => actor.userId ?? assert.fail('a user')
  const name = (actor: Actor) =>
    world.must(world.caseworker, (context) => nameAdviser(context, { caseId: person.caseId, userId: userOf(actor) }))
  const sees = (actor: Actor) =>
    world.must(actor, async (context) => ok((await findCase(context, person.caseId)) !== null))
  const leave = async (actor: Actor, lastDay: string | null) => {
    const [duty] = await world.rows<{ id: string }>(
      'select id from platform.duty where user_id = $1 and organisation_id = $2',
      [actor.userId, provider.providerId],
    )
    const wish = { dutyId: duty?.id ?? assert.fail('a duty'), lastDay: lastDay === null ? null : day(lastDay) }
    await world.must(provider.coordinator, (context) => setLastDay(context, wish))
  }

  test('see the person no longer when another is named in their place', async () => {
    assert.equal(await sees(named), true)
    const next = await anAdviser()
    await name(next)
    assert.deepEqual([await sees(named), await sees(next)], [false, true])
    await name(named)
    assert.deepEqual([await sees(named), await sees(next)], [true, false])
  })

  test('see the person no longer than they work there, wherever they work afterwards', async () => {
    await leave(named, '2022-10-20')
    await world.rows('insert into platform.duty (user_id, role, organisation_id, valid_from) values ($1, $2, $3, $4)', [
      named.userId,
      'adviser',
      rival.providerId,
      '2022-10-03',
    ])
    const atRival = { ...named, organisationId: rival.providerId }
    world.today = day('2022-10-20')
    assert.equal(await sees(named), true)
    world.today = day('2022-10-21')
    assert.deepEqual([await sees(named), await sees(atRival)], [false, false])
    world.today = day('2022-10-20')
  })

  test('go on seeing the person when the last day is moved or taken back', async () => {
    await leave(named, null)
    world.today = day('2022-11-20')
    assert.equal(await sees(named), true)
    await leave(named, '2022-12-01')
    await leave(named, '2022-12-10')
    world.today = day('2022-12-10')
    assert.equal(await sees(named), true)
    world.today = day('2022-12-11')
    assert.equal(await sees(named), false)
  })

  test('who are leaving already when named see the person until they have left', async () => {
    world.today = day('2022-12-12')
    const leaving = await anAdviser()
    await leave(leaving, '2022-12-20')
    await name(leaving)
    assert.equal(await sees(leaving), true)
    world.today = day('2022-12-21')
    assert.equal(await sees(leaving), false)
  })

  test('are asked for anew, in time, when nobody else is named', async () => {
    const sweep = sweeps.find((one) => one.name === 'market.ask-for-naming') ?? assert.fail('a sweep')
    const asked = () =>
      world.rows<{ due_on: string; for_user: string }>(
        "select due_on, for_user from platform.task where kind = 'market.name-adviser' and case_id = $1 and closed_at is null",
        [person.caseId],
      )
    world.today = day('2023-01-02')
    const [leaving, stays] = [await anAdviser(), await anAdviser()]
    await name(leaving)
    await leave(leaving, '2023-03-01')
    await world.sweep(sweep)
    assert.deepEqual(await asked(), [], 'long before')
    world.today = day('2023-02-27')
    await world.sweep(sweep)
    assert.deepEqual(await asked(), [{ due_on: '2023-03-01', for_user: world.caseworker.userId }])
    await name(stays)
    world.today = day('2023-03-02')
    await world.sweep(sweep)
    assert.deepEqual(await asked(), [])
  })
})
