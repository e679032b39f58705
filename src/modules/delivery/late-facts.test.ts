import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { systemActor, type TestWorld } from '../../platform/testing.ts'
import { changeProvider } from '../market/index.ts'
import { clockFacts } from './clock-facts.ts'
import { confirmLog } from './confirm-log.ts'
import { decideWaiver } from './decide-waiver.ts'
import { type EnterWaiver, enterWaiver } from './enter-waiver.ts'
import { sweeps } from './jobs.ts'
import { recordAttendance } from './record-attendance.ts'
import { endCaseWaiver, recordCaseWaiver } from './record-case-waiver.ts'
import { settleDispute } from './settle-dispute.ts'
import { aHeldMeeting, anActivity, aPlan, aServed, aStaffedProvider, deliveryWorld, type Staffed } from './testing.ts'

type Row = { line: string; known_on: string; first_known_on: string }

/** Two participants in service from Monday 5 September 2022; a meeting is due on the 19th, an activity each Friday. */
describe('what becomes known after a breach was written down', () => {
  let world: TestWorld
  let provider: Staffed
  let served: Awaited<ReturnType<typeof aServed>>
  let other: Awaited<ReturnType<typeof aServed>>
  let meetingId: string
  before(async () => {
    ;({ world } = await deliveryWorld())
    provider = await aStaffedProvider(world)
    served = await aServed(world, provider)
    other = await aServed(world, provider)
    world.today = day('2022-09-06')
    await aPlan(world, served)
    await aPlan(world, other)
  })
  after(() => world.drop())

  const keeping = sweeps.filter((sweep) => sweep.name === 'keep-breaches')
  const morningOf = async (on: string) => {
    world.today = day(on)
    await world.sweep(...keeping)
  }
  const standing = async (rule: string, of = served) =>
    (
      await world.rows<Row>(
        `select concat_ws(' ', due_on, state, cause) as line, known_on, first_known_on from delivery.v_breach
          where case_id = $1 and rule = $2 order by due_on, from_day`,
        [of.caseId, rule],
      )
    ).map((row) => row.line)
  const waiver = async (more: Partial<EnterWaiver>) => {
    const enters = await world.anActor('administrator', { name: 'Asta Förvaltare' })
    const decides = await world.anActor('administrator', { name: 'Bodil Förvaltare' })
    const { id } = await world.must(enters, (context) =>
      enterWaiver(context, {
        rule: 'telephone-meeting',
        areaCode: null,
        firstDay: day('2022-09-05'),
        lastDay: day('2022-09-16'),
        decision: 'Prov 2022/7',
        ...more,
      }),
    )
    await world.must(decides, (context) => decideWaiver(context, { waiverId: id, outcome: 'approved' }))
  }

  test('a telephone meeting is no meeting, until the caseworker records why it had to be', async () => {
    ;({ id: meetingId } = await aHeldMeeting(world, served, '2022-09-06', { mode: 'telephone' }))
    await morningOf('2022-09-20')
    assert.deepEqual(await standing('meeting-every-14-days'), ['2022-09-19 breached not-offered'])
    const { id } = await world.must(world.caseworker, (context) =>
      recordCaseWaiver(context, {
        caseId: served.caseId,
        rule: 'telephone-meeting',
        firstDay: day('2022-09-06'),
        lastDay: day('2022-09-30'),
        why: 'Kan inte resa.',
      }),
    )
    await morningOf('2022-09-21')
    assert.deepEqual(await standing('meeting-every-14-days'), ['2022-09-19 lapsed', '2022-09-20 breached not-offered'])
    const earlier = await world.rows(
      "select state, cause from delivery.breach where case_id = $1 and due_on = '2022-09-19' and replaces is null and rule like 'meeting-every%'",
      [served.caseId],
    )
    assert.deepEqual(earlier, [{ state: 'breached', cause: 'not-offered' }], 'what was known before still stands there')
    await world.must(world.caseworker, (context) =>
      endCaseWaiver(context, { caseWaiverId: id, lastDay: day('2022-09-21'), why: 'Kan resa igen.' }),
    )
    await morningOf('2022-09-22')
    assert.equal((await standing('meeting-every-14-days')).length, 2, 'what was held under it counts')
  })

  test('a waiver of the area, approved afterwards, reaches everybody there and nobody elsewhere', async () => {
    await aHeldMeeting(world, other, '2022-09-08', { mode: 'telephone' })
    await morningOf('2022-09-23')
    assert.deepEqual(await standing('meeting-every-14-days', other), ['2022-09-19 breached not-offered'])
    await waiver({ areaCode: 'FA16' })
    await morningOf('2022-09-24')
    assert.deepEqual(await standing('meeting-every-14-days', other), ['2022-09-19 breached not-offered'])
    await waiver({ areaCode: 'FA15' })
    await morningOf('2022-09-25')
    assert.deepEqual(await standing('meeting-every-14-days', other), [
      '2022-09-19 kept-late logged-late',
      '2022-09-22 breached not-offered',
    ])
    assert.deepEqual(await standing('first-meeting-physical', other), ['2022-09-08 breached not-offered'])
    await waiver({ rule: 'no-physical-meeting' })
    await morningOf('2022-09-26')
    assert.deepEqual(await standing('first-meeting-physical', other), ['2022-09-08 lapsed'])
  })

  test('it is looked at once, not every morning', async () => {
    const looks = () =>
      world.rows<{ look_on: string; seen_waivers: number }>(
        'select placement_id, look_on, seen_waivers from delivery.clock_look order by 1',
      )
    const seen = await looks()
    assert.deepEqual(
      seen.map((row) => row.seen_waivers),
      [2, 2],
    )
    await world.rows("update delivery.clock_look set look_on = '2022-12-31'")
    await morningOf('2022-09-27')
    assert.deepEqual(
      (await looks()).map((row) => row.look_on),
      ['2022-12-31', '2022-12-31'],
    )
    await world.rows("update delivery.clock_look set look_on = '2022-09-27'")
  })

  test('a late log answers the week it was in, and no other', async () => {
    const weeks = ['2022-09-09', '2022-09-16', '2022-09-23', '2022-09-30']
    await morningOf('2022-10-01')
    assert.deepEqual(
      await standing('weekly-physical-activity'),
      weeks.map((due) => `${due} breached not-offered`),
    )
    await anActivity(world, served, '2022-09-14')
    await morningOf('2022-10-02')
    assert.deepEqual(
      await standing('weekly-physical-activity'),
      weeks.map((due) => (due === '2022-09-16' ? `${due} kept-late logged-late` : `${due} breached not-offered`)),
    )
  })

  test('a dispute opens the period again, and settling it closes it', async () => {
    const dispute = {
      kind: 'meeting' as const,
      id: meetingId,
      answer: 'disputed' as const,
      comment: 'Jag var inte där.',
    }
    await world.must(served.actor, (context) => confirmLog(context, { caseId: served.caseId, items: [dispute] }))
    await morningOf('2022-10-05')
    const of19 = async () => (await standing('meeting-every-14-days')).filter((line) => line.startsWith('2022-09-19'))
    assert.deepEqual(await of19(), ['2022-09-19 breached disputed'])
    const [row] = await world.rows<{ id: string }>('select id from delivery.v_confirmation where subject_id = $1', [
      meetingId,
    ])
    await world.must(world.caseworker, (context) =>
      settleDispute(context, { confirmationId: row?.id ?? '', outcome: 'stands', why: 'Båda minns samtalet.' }),
    )
    await morningOf('2022-10-06')
    assert.deepEqual(await of19(), ['2022-09-19 lapsed'])
  })

  test('a corrected attendance takes away what had kept the period', async () => {
    const held = await aHeldMeeting(world, other, '2022-10-06', { mode: 'video' })
    const due = '2022-10-06'
    await morningOf('2022-10-07')
    const onDue = async () => (await standing('meeting-every-14-days', other)).filter((line) => line.startsWith(due))
    assert.deepEqual(await onDue(), [], 'kept on its due day')
    const [row] = await world.rows<{ meeting_id: string }>('select meeting_id from delivery.attendance where id = $1', [
      held.id,
    ])
    await world.must(other.adviser, (context) =>
      recordAttendance(context, {
        meetingId: row?.meeting_id ?? '',
        came: 'no',
        tookPlace: false,
        reason: 'sick',
        corrects: held.id,
      }),
    )
    await morningOf('2022-10-08')
    assert.deepEqual(await onDue(), ['2022-10-06 breached participant-absent'])
  })

  test('a change of provider starts the clocks anew, but not the months of the chain', async () => {
    const second = await aStaffedProvider(world, 'Den andra AB')
    const { contractId, addressId } = second
    await world.must(served.actor, (context) =>
      changeProvider(context, { caseId: served.caseId, contractId, addressId }),
    )
    const chains = async (on: string) => {
      world.today = day(on)
      const facts = await world.must(systemActor, async (context) =>
        ok(await clockFacts(context, sql`p.case_id = ${served.caseId}`)),
      )
      return facts.map((each) => [each.firstDay, each.chainFrom])
    }
    assert.deepEqual(await chains('2022-10-20'), [
      ['2022-09-05', null],
      ['2022-10-10', null],
    ])
    assert.deepEqual(
      await chains('2023-05-02'),
      [
        ['2022-09-05', '2022-09-05'],
        ['2022-10-10', '2022-09-05'],
      ],
      'the second version counts hours by the months of the chain',
    )
  })
})
