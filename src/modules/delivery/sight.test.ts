import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, day } from '../../kernel/day.ts'
import type { AddressId, ContractId } from '../../kernel/ids.ts'
import { atTime, type Instant } from '../../kernel/instant.ts'
import type { Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/new-id.ts'
import { openTask } from '../../platform/tasks.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { changeProvider, setCapacity } from '../market/index.ts'
import { caseload } from './caseload.ts'
import { giveAdviser } from './give-adviser.ts'
import { letAdvisersSee } from './let-advisers-see.ts'
import { logAttendance } from './log-attendance.ts'
import { moveMeeting, planMeeting } from './plan-meeting.ts'
import { planSession } from './plan-session.ts'
import { logMeeting } from './record-attendance.ts'
import { anApprovedReport, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>

/** A further address of the provider, in the same contract. */
async function anAddress(world: TestWorld, provider: Staffed): Promise<Staffed> {
  const [row] = await world.rows<{ id: AddressId }>(
    `insert into market.provider_address (provider_id, street, locality, municipality_code, lat, lon, point_from, languages, orientations, presentation, recorded_at)
     select provider_id, 'Provgatan 2', locality, municipality_code, lat, lon, point_from, languages, orientations, presentation, recorded_at
       from market.provider_address where id = $1 returning id`,
    [provider.addressId],
  )
  const addressId = row?.id ?? assert.fail('an address')
  await world.rows(
    'insert into market.contract_address (contract_id, address_id, recorded_at) select contract_id, $2, recorded_at from market.contract_address where address_id = $1',
    [provider.addressId, addressId],
  )
  return { ...provider, addressId }
}

describe('what a provider’s staff see', { concurrency: false }, () => {
  let world: TestWorld
  let provider: Staffed
  let elsewhere: Staffed
  let here: Served
  let there: Served
  let ofFirst: Actor
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    elsewhere = await anAddress(world, provider)
    here = await aServed(world, provider)
    there = await aServed(world, elsewhere)
    ofFirst = await world.anActor('coordinator', { organisationId: provider.providerId, officeId: null })
    await world.rows('insert into platform.duty_place select id, $2 from platform.duty where user_id = $1', [
      ofFirst.userId,
      provider.addressId,
    ])
    world.today = day('2022-09-15')
  })
  after(() => world.drop())

  const seenBy = async (actor: Actor): Promise<Set<string>> => {
    const query = { whose: 'all', page: 1, limit: 100 } as const
    const { items } = await world.must(actor, (context) => caseload(context, query))
    return new Set(items.map((each) => each.caseId))
  }
  const userOf = (actor: Actor) => actor.userId ?? assert.fail('a user')
  const seenOn = async (actor: Actor, caseId: string, days: readonly string[]) => {
    const seen: boolean[] = []
    for (const on of days) {
      world.today = day(on)
      seen.push((await seenBy(actor)).has(caseId))
    }
    return seen
  }
  const holder = () => (here.adviser.userId === there.adviser.userId ? here.other : there.adviser)

  test('a coordinator of an address sees who is there, one of the whole organisation all', async () => {
    assert.deepEqual(await seenBy(ofFirst), new Set([here.caseId]))
    assert.deepEqual(await seenBy(provider.coordinator), new Set([here.caseId, there.caseId]))
    const hidden = await world.as(ofFirst, (context) =>
      giveAdviser(context, { caseId: there.caseId, adviserId: userOf(there.adviser) }),
    )
    assert.ok(!hidden.ok && hidden.problem.code === 'not-found')
  })

  test('what concerns the whole organisation is not for a coordinator of an address', async () => {
    const refused = await world.as(ofFirst, (context) => letAdvisersSee(context, false))
    assert.ok(!refused.ok && refused.problem.code === 'coordinator-of-places')
    const capAt = ({ contractId, addressId }: Staffed) =>
      world.as(ofFirst, (context) => setCapacity(context, { contractId, addressId, cap: 50 }))
    const elsewhereRefused = await capAt(elsewhere)
    assert.ok(!elsewhereRefused.ok && elsewhereRefused.problem.code === 'coordinator-of-places')
    assert.ok((await capAt(provider)).ok)
  })

  test('reports and work items about others’ participants are hidden too', async () => {
    await anApprovedReport(world, there, provider, { month: '2022-09' })
    await world.must(systemActor, async (context) => {
      await openTask(context, {
        kind: 'delivery.redo-plan',
        subjectId: there.caseId,
        caseId: there.caseId,
        personId: there.personId,
        why: { code: 'plan-returned' },
        dueOn: world.today,
        for: { organisationId: provider.providerId },
      })
      return { ok: true, value: null }
    })
    for (const table of ['delivery.periodic_report', 'platform.task', 'delivery.report_decision']) {
      const count = async (actor: Actor) => (await seenRows(world, actor, table, there.personId)).length
      assert.ok((await count(provider.coordinator)) > 0, table)
      assert.ok((await count(there.adviser)) > 0, table)
      assert.equal(await count(ofFirst), 0, table)
      assert.equal(await count(there.other), 0, table)
    }
  })

  test('who holds a booked meeting sees the participant until some days after it, and no longer when it is given on', async () => {
    const standIn = here.other
    assert.ok(!(await seenBy(standIn)).has(here.caseId))
    const startsAt = atTime(day('2022-09-20'), '13:00')
    const adviserId = userOf(standIn)
    const planned = await world.must(provider.coordinator, (context) =>
      planMeeting(context, { caseId: here.caseId, startsAt, mode: 'physical', adviserId }),
    )
    assert.ok((await seenBy(standIn)).has(here.caseId))
    world.today = day('2022-10-04')
    assert.ok((await seenBy(standIn)).has(here.caseId), '14 days after')
    world.today = day('2022-10-05')
    assert.ok(!(await seenBy(standIn)).has(here.caseId), '15 days after')
    world.today = day('2022-09-15')
    await world.must(provider.coordinator, (context) =>
      moveMeeting(context, { meetingId: planned.id, startsAt, adviserId: userOf(here.adviser) }),
    )
    assert.ok(!(await seenBy(standIn)).has(here.caseId))
  })

  test('who leads a group sees all who are in it', async () => {
    const leader = holder()
    const caseIds = [here.caseId, there.caseId]
    await world.must(provider.coordinator, (context) =>
      planSession(context, {
        caseIds,
        startsAt: atTime(day('2022-09-22'), '09:00'),
        minutes: 60,
        code: 'practical-support',
        mode: 'physical',
        adviserId: userOf(leader),
      }),
    )
    assert.deepEqual(await seenBy(leader), new Set(caseIds))
    world.today = day('2022-09-23')
    const rows = await world.rows<{ id: string }>('select booking_id as id from delivery.v_booking')
    const happened = { came: 'yes', tookPlace: true } as const
    const entries = rows.map(({ id }) => ({ entryId: newId<string>(), kind: 'session' as const, id, ...happened }))
    const { results } = await world.must(leader, (context) => logAttendance(context, { entries }))
    assert.deepEqual(
      results.map((each) => each.problem ?? null),
      [null, null],
      'and writes down who came',
    )
  })

  test('a former adviser goes on seeing for the meetings that stay, logs them, and sees no longer when they are given on', async () => {
    const served = await aServed(world, provider)
    const { adviser, caseId } = served
    world.today = day('2022-10-10')
    const booked = (startsAt: Instant) =>
      world.must(adviser, (context) => planMeeting(context, { caseId, startsAt, mode: 'physical' }))
    const passed = await booked(atTime(day('2022-10-12'), '10:00'))
    const coming = await booked(atTime(day('2022-10-20'), '10:00'))
    world.today = day('2022-10-13')
    const taker = await world.anActor('adviser', { organisationId: provider.providerId, officeId: null })
    await world.must(provider.coordinator, (context) => giveAdviser(context, { caseId, adviserId: userOf(taker) }))
    assert.ok((await seenBy(adviser)).has(caseId))
    assert.ok((await seenBy(taker)).has(caseId))
    const happened = { kind: 'meeting', id: passed.id, came: 'yes', tookPlace: true } as const
    const { results } = await world.must(adviser, (context) =>
      logAttendance(context, { entries: [{ entryId: newId<string>(), ...happened }] }),
    )
    assert.deepEqual(results[0]?.problem ?? null, null, 'writes down what was yesterday')
    assert.deepEqual(await seenOn(adviser, caseId, ['2022-11-03', '2022-11-04']), [true, false])
    world.today = day('2022-10-13')
    const moved = { startsAt: atTime(day('2022-10-21'), '10:00'), adviserId: userOf(taker) }
    await world.must(provider.coordinator, (context) => moveMeeting(context, { meetingId: coming.id, ...moved }))
    assert.deepEqual(await seenOn(adviser, caseId, ['2022-10-26', '2022-10-27']), [true, false])
  })

  test('a meeting that is written down late lets its holder see nothing anew', async () => {
    world.today = day('2022-10-27')
    const standIn = here.other
    assert.ok(!(await seenBy(standIn)).has(here.caseId))
    const logAt = (on: string) =>
      world.must(provider.coordinator, (context) =>
        logMeeting(context, {
          caseId: here.caseId,
          startsAt: atTime(day(on), '15:00'),
          mode: 'physical',
          adviserId: userOf(standIn),
          came: 'yes',
          tookPlace: true,
        }),
      )
    await logAt('2022-10-12')
    assert.ok(!(await seenBy(standIn)).has(here.caseId))
    await logAt('2022-10-14')
    assert.deepEqual(await seenOn(standIn, here.caseId, ['2022-10-27', '2022-10-28', '2022-10-29']), [
      true,
      true,
      false,
    ])
  })

  test('what an adviser saw at one organisation is not seen at another', async () => {
    world.today = day('2022-09-23')
    const next = await aStaffedProvider(world, 'Provbolaget')
    const served = await aServed(world, provider)
    const { adviser, caseId } = served
    const carried: Actor = { ...adviser, organisationId: next.providerId }
    await world.must(served.actor, (context) =>
      changeProvider(context, { caseId, contractId: next.contractId, addressId: next.addressId }),
    )
    await world.rows(
      "insert into platform.duty (user_id, role, organisation_id, valid_from) values ($1, 'adviser', $2, '2022-09-23')",
      [adviser.userId, next.providerId],
    )
    world.today = addDays(world.today, 40)
    assert.deepEqual(await seenBy(carried), new Set())
    assert.deepEqual(await seenBy(next.coordinator), new Set([caseId]))
    await world.must(next.coordinator, (context) => giveAdviser(context, { caseId, adviserId: userOf(carried) }))
    assert.deepEqual(await seenBy(carried), new Set([caseId]))
    assert.ok(!(await seenBy(adviser)).has(caseId), 'nor at the first what is had at the second')
  })

  test('whoever has no duty there today sees nobody', async () => {
    world.today = day('2022-09-23')
    const leaver = await world.anActor('coordinator', { organisationId: provider.providerId, officeId: null })
    assert.ok((await seenBy(leaver)).has(here.caseId))
    await world.rows('update platform.duty set valid_to = $2 where user_id = $1', [leaver.userId, world.today])
    assert.deepEqual(await seenBy(leaver), new Set())
    const asAdviser: Actor = { ...provider.coordinator, role: 'adviser' }
    assert.deepEqual(await seenBy(asAdviser), new Set(), 'in another role neither')
  })

  test('the sight follows the participant to another adviser and another address, at once', async () => {
    const taker = await world.anActor('adviser', { organisationId: provider.providerId, officeId: null })
    const adviserId = userOf(taker)
    await world.must(provider.coordinator, (context) => giveAdviser(context, { caseId: there.caseId, adviserId }))
    assert.deepEqual(await seenBy(taker), new Set([there.caseId]))
    const contractId: ContractId = provider.contractId
    await world.must(there.actor, (context) =>
      changeProvider(context, { caseId: there.caseId, contractId, addressId: provider.addressId }),
    )
    assert.ok((await seenBy(ofFirst)).has(there.caseId))
    world.today = addDays(world.today, 40)
    assert.ok(
      !(await seenBy(taker)).has(there.caseId),
      'the earlier spell is over, and another adviser has the new one',
    )
    assert.ok((await seenBy(provider.coordinator)).has(there.caseId))
  })
})

/** Rows of the table about the person that row-level security leaves to the actor. */
async function seenRows(world: TestWorld, actor: Actor, table: string, personId: string): Promise<unknown[]> {
  const client = await world.appPool.connect()
  try {
    await client.query('begin')
    await client.query('select platform.act($1, $2, $3, $4)', [
      actor.userId,
      actor.role,
      actor.organisationId,
      world.today,
    ])
    return (await client.query(`select 1 from ${table} where person_id = $1`, [personId])).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
