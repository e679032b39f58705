import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { nameAdviser, setAdviser } from '../market/index.ts'
import { adviserLoads } from './adviser-loads.ts'
import { caseload } from './caseload.ts'
import { giveAdviser } from './give-adviser.ts'
import { moveCaseload } from './move-caseload.ts'
import { planMeeting } from './plan-meeting.ts'
import { planSession } from './plan-session.ts'
import { aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

describe('an adviser leaves', () => {
  let world: TestWorld
  let provider: Staffed
  let leaving: Actor
  let staying: Actor
  const served: Awaited<ReturnType<typeof aServed>>[] = []
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    for (const language of ['sv', 'so', 'sv']) served.push(await aServed(world, provider, { language }))
    leaving = served[0]?.adviser ?? assert.fail('a first participant')
    staying = served[0]?.other ?? assert.fail('a second adviser')
    world.today = day('2022-09-15')
  })
  after(() => world.drop())

  const loads = async () => {
    const { items } = await world.must(provider.coordinator, adviserLoads)
    return new Map(items.map((each) => [each.adviserId, each]))
  }
  const loadOf = async (actor: Actor) => (await loads()).get(actor.userId ?? assert.fail('a user'))
  const move = (to: readonly Actor[], more: object = {}) =>
    world.as(provider.coordinator, (context) =>
      moveCaseload(context, {
        fromAdviserId: leaving.userId ?? assert.fail('a user'),
        toAdviserIds: to.map((each) => each.userId ?? assert.fail('a user')),
        ...more,
      }),
    )

  test('the coordinator sees who has how many, what the share allows and the languages', async () => {
    await world.must(provider.coordinator, (context) =>
      setAdviser(context, {
        providerId: provider.providerId,
        addressId: provider.addressId,
        name: 'Bo',
        fullTimePercent: 50,
        languages: ['so', 'sv'],
        orientations: [],
        userId: staying.userId ?? undefined,
      }),
    )
    const load = await loadOf(staying)
    assert.deepEqual([load?.participants, load?.fullTimePercent, load?.languages], [1, 50, ['so', 'sv']])
    assert.equal(load?.most, null, 'no limit by adviser in the first version of the service')
    assert.equal((await loadOf(leaving))?.participants, 2)
    const refused = await world.as(provider.coordinator, (context) =>
      setAdviser(context, {
        providerId: provider.providerId,
        addressId: provider.addressId,
        name: 'Kim',
        fullTimePercent: 50,
        languages: [],
        orientations: [],
        userId: world.caseworker.userId ?? undefined,
      }),
    )
    assert.ok(!refused.ok && refused.problem.code === 'not-provider-staff')
  })

  test('and moves all in one act: meetings go along, and the participants are told', async () => {
    const [first] = served
    const { caseId } = first ?? assert.fail('a participant')
    await world.must(leaving, (context) =>
      planMeeting(context, { caseId, startsAt: atTime(day('2022-09-20'), '09:00'), mode: 'physical' }),
    )
    await world.must(leaving, (context) =>
      planSession(context, {
        caseIds: [caseId],
        startsAt: atTime(day('2022-09-21'), '09:00'),
        minutes: 60,
        code: 'practical-support',
        mode: 'physical',
      }),
    )
    const everybody = { caseIds: served.map((each) => each.caseId), adviserId: leaving.userId ?? undefined }
    await world.must(provider.coordinator, (context) =>
      planSession(context, {
        ...everybody,
        startsAt: atTime(day('2022-09-22'), '09:00'),
        minutes: 60,
        code: 'practical-support',
        mode: 'physical',
      }),
    )
    const before = await world.rows('select id from platform.notice')
    const result = await move([staying])
    assert.ok(result.ok)
    const { moved, left, meetings: held, sessions } = result.value
    assert.deepEqual([moved.length, held, sessions, left], [2, 1, 2, []])
    const led = await world.rows('select distinct adviser_id, replaces is null as first from delivery.v_booking')
    assert.deepEqual(led, [{ adviser_id: staying.userId, first: false }], 'the group too, and what stood is kept')
    assert.deepEqual([(await loadOf(leaving))?.participants, (await loadOf(staying))?.participants], [0, 3])
    const meetings = await world.rows<{ adviser_id: string; on_day: string }>(
      'select adviser_id, on_day from delivery.v_meeting where case_id = $1',
      [caseId],
    )
    assert.deepEqual(meetings, [{ adviser_id: staying.userId, on_day: '2022-09-20' }])
    const notices = await world.rows<{ kind: string; details: { adviserName: string } }>(
      "select kind, details from platform.notice where kind = 'delivery.new-adviser'",
    )
    assert.equal((await world.rows('select id from platform.notice')).length, before.length + 2)
    assert.deepEqual(
      notices.map((each) => each.details.adviserName),
      [staying.name, staying.name],
    )
    const again = await move([staying])
    assert.ok(again.ok && again.value.moved.length === 0)
  })

  test('or some of them, to several; to nobody else’s staff, and only as a coordinator', async () => {
    const from = { fromAdviserId: staying.userId ?? assert.fail('a user') }
    const [first] = served
    const some = await move([leaving, provider.coordinator], { ...from, caseIds: [first?.caseId] })
    assert.ok(some.ok && some.value.moved.length === 1)
    const stranger = await aStaffedProvider(world, 'Provbolaget')
    const refused = await move([stranger.adviser], from)
    assert.ok(!refused.ok && refused.problem.code === 'not-provider-staff')
    const ofOthers = await world.as(stranger.coordinator, (context) =>
      moveCaseload(context, { ...from, toAdviserIds: [stranger.adviser.userId ?? assert.fail('a user')] }),
    )
    assert.ok(ofOthers.ok && ofOthers.value.moved.length === 0, 'participants of another are not there to move')
    const gone = await move([leaving], { ...from, caseIds: [first?.caseId] })
    assert.deepEqual(gone.ok && gone.value.left.map((each) => each.code), ['changed-meanwhile'])
    const adviser = await world.as(leaving, (context) => moveCaseload(context, { ...from, toAdviserIds: [] }))
    assert.ok(!adviser.ok && adviser.problem.code === 'not-allowed')
  })

  test('a group that stays with the former adviser keeps in sight whom it has moved, a meeting that goes along does not', async () => {
    const pair = [await aServed(world, provider), await aServed(world, provider)]
    const caseIds = pair.map((each) => each.caseId)
    const [grouped = assert.fail('a first of the pair')] = caseIds
    const alone = (await aServed(world, provider)).caseId
    world.today = day('2022-10-03')
    const from = await world.anActor('adviser', { organisationId: provider.providerId, officeId: null })
    const fromAdviserId = from.userId ?? assert.fail('a user')
    for (const caseId of [...caseIds, alone])
      await world.must(provider.coordinator, (context) => giveAdviser(context, { caseId, adviserId: fromAdviserId }))
    const startsAt = atTime(day('2022-10-06'), '09:00')
    await world.must(from, (context) => planMeeting(context, { caseId: alone, startsAt, mode: 'physical' }))
    const group = { minutes: 60, code: 'practical-support', mode: 'physical' } as const
    await world.must(from, (context) => planSession(context, { caseIds, startsAt, ...group }))
    const result = await move([staying], { fromAdviserId, caseIds: [grouped, alone] })
    assert.ok(result.ok)
    assert.deepEqual([result.value.moved.length, result.value.meetings, result.value.sessions], [2, 1, 0])
    const seen = await world.must(from, (context) => caseload(context, { whose: 'all', page: 1, limit: 100 }))
    assert.deepEqual(new Set(seen.items.map((each) => each.caseId)), new Set(caseIds))
  })

  test('a protected identity stays: the caseworker names who may see it', async () => {
    const hidden = await aServed(world, provider, { protection: 'secrecy-mark' })
    const { caseId } = hidden
    const userId = provider.coordinator.userId ?? assert.fail('a user')
    await world.must(world.caseworker, (context) => nameAdviser(context, { caseId, userId }))
    await world.ownerPool.query(
      `insert into delivery.spell_adviser (case_id, person_id, placement_id, provider_id, adviser_id, from_day, recorded_at)
       select case_id, person_id, placement_id, provider_id, $2, first_day, now() from market.v_placement where case_id = $1`,
      [caseId, leaving.userId],
    )
    const result = await move([staying], { caseIds: [caseId] })
    assert.ok(result.ok)
    assert.deepEqual(result.value.left, [{ caseId, code: 'protected-stays' }])
    const tasks = await world.rows<{ for_user: string }>(
      "select for_user from platform.task where kind = 'delivery.name-adviser' and case_id = $1",
      [caseId],
    )
    assert.equal(tasks.length, 1)
  })
})
