import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { atTime } from '../../kernel/instant.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { deviationDrafts, sendDeviationDraft } from './deviation-drafts.ts'
import { correctActivity, logActivity } from './log-activity.ts'
import { logMeeting, recordAttendance } from './record-attendance.ts'
import { reportDeviation } from './report-deviation.ts'
import { aHeldMeeting, anActivity, aServed, aStaffedProvider, atOnce, deliveryWorld, type Staffed } from './testing.ts'

type Served = Awaited<ReturnType<typeof aServed>>

let world: TestWorld
let provider: Staffed
let anna: Served

before(async () => {
  ;({ world } = await deliveryWorld())
  provider = await aStaffedProvider(world)
  anna = await aServed(world, provider)
  world.today = day('2022-09-30')
})
after(() => world.drop())

const drafts = async (onDay: string, whose: 'mine' | 'all' = 'all', actor = anna.adviser) => {
  const { items } = await world.must(actor, (context) => deviationDrafts(context, { whose }))
  return items.filter((each) => each.caseId === anna.caseId && each.onDay === onDay)
}
const send = (subjectId: string) => world.as(anna.adviser, (context) => sendDeviationDraft(context, { subjectId }))
const activity = (onDay: string) => ({
  onDay: day(onDay),
  code: 'practical-support',
  hours: 1,
  mode: 'physical' as const,
  withWhom: 'adviser' as const,
})

describe('absence from what was not planned (programme 4.5)', () => {
  test('from an activity is a draft of its day, the adviser’s own, with its whole length', async () => {
    await anActivity(world, anna, '2022-09-12', { hours: 1.5, came: 'no', tookPlace: false, reason: 'sick' })
    const [draft] = await drafts('2022-09-12', 'mine')
    assert.deepEqual([draft?.startsAt, draft?.minutesAway, draft?.reason], [null, 90, 'sick'])
    assert.deepEqual(await drafts('2022-09-12', 'mine', anna.other), [])
    assert.equal((await drafts('2022-09-12', 'all', provider.coordinator)).length, 1)
  })

  test('of who came partly is a draft when it is longer than the rule’s minutes and was said', async () => {
    const partly = { came: 'partly' as const, reason: 'work' as const }
    await anActivity(world, anna, '2022-09-13', { ...partly, minutesAway: 15 })
    await anActivity(world, anna, '2022-09-13', partly)
    assert.deepEqual(await drafts('2022-09-13'), [])
    await anActivity(world, anna, '2022-09-13', { ...partly, minutesAway: 16 })
    assert.deepEqual(
      (await drafts('2022-09-13')).map((each) => each.minutesAway),
      [16],
    )
  })

  test('of who came partly is refused when it makes the activity longer than any', async () => {
    const partly = { ...activity('2022-09-05'), came: 'partly' as const, reason: 'work' as const }
    const log = (minutesAway: number) =>
      world.as(anna.adviser, (context) => logActivity(context, { caseId: anna.caseId, ...partly, minutesAway }))
    const codeOf = (result: Awaited<ReturnType<typeof log>>) =>
      result.ok ? 'ok' : `${result.problem.code} ${result.problem.field}`
    assert.deepEqual(
      [codeOf(await log(480)), codeOf(await log(421))],
      ['minutes-away-impossible minutesAway', 'minutes-away-impossible minutesAway'],
    )
    assert.deepEqual(await drafts('2022-09-05'), [])
    const logged = await log(420)
    assert.ok(logged.ok)
    const correct = (more: object) =>
      world.as(anna.adviser, (context) => correctActivity(context, { entryId: logged.value.id, ...partly, ...more }))
    assert.equal(codeOf(await correct({ hours: 2, minutesAway: 420 })), 'minutes-away-impossible minutesAway')
    assert.equal(codeOf(await correct({ hours: 2 })), 'ok', 'what is not said again stays as it was')
  })

  test('is none where the provider was hindered, or the person came', async () => {
    await anActivity(world, anna, '2022-09-14', { came: 'no', tookPlace: false, reason: 'provider-hindered' })
    await anActivity(world, anna, '2022-09-14')
    assert.deepEqual(await drafts('2022-09-14'), [])
  })

  test('is sent once by two who send it at the same time', async () => {
    const { id } = await anActivity(world, anna, '2022-09-26', { came: 'no', tookPlace: false, reason: 'sick' })
    const both = await atOnce(
      world,
      anna.caseId,
      () => send(id),
      () => send(id),
    )
    assert.deepEqual(both.map((each) => (each.ok ? 'ok' : each.problem.code)).sort(), ['not-found', 'ok'])
    const reports = await world.rows('select 1 from delivery.deviation_report where entry_id = $1', [id])
    assert.equal(reports.length, 1)
  })

  test('is sent once, also when the entry is corrected afterwards; another of the same day stays', async () => {
    const away = { came: 'no' as const, tookPlace: false, reason: 'unknown' as const }
    await anActivity(world, anna, '2022-09-15', { ...away, hours: 1 })
    const other = await anActivity(world, anna, '2022-09-15', { ...away, hours: 3 })
    const [first] = await drafts('2022-09-15')
    assert.equal((await send(first?.subjectId ?? '')).ok, true)
    assert.equal((await send(first?.subjectId ?? '')).ok, false)
    assert.deepEqual(
      (await drafts('2022-09-15')).map((each) => each.subjectId),
      [other.id],
    )
    await world.must(anna.adviser, (context) =>
      correctActivity(context, { entryId: first?.subjectId ?? '', ...activity('2022-09-15'), ...away, hours: 2 }),
    )
    assert.deepEqual(
      (await drafts('2022-09-15')).map((each) => each.subjectId),
      [other.id],
      'what corrects a reported row is reported',
    )
    await world.must(anna.adviser, (context) =>
      correctActivity(context, { entryId: other.id, withdrawn: true, note: 'Fel person' }),
    )
    assert.deepEqual(await drafts('2022-09-15'), [])
  })

  test('stays reported when the day of the entry is corrected, and then also when the report is', async () => {
    const away = { came: 'no' as const, tookPlace: false, reason: 'sick' as const }
    const { id } = await anActivity(world, anna, '2022-09-21', away)
    const sent = await send(id)
    assert.ok(sent.ok)
    await world.must(anna.adviser, (context) =>
      correctActivity(context, { entryId: id, ...activity('2022-09-22'), ...away }),
    )
    assert.deepEqual([...(await drafts('2022-09-21')), ...(await drafts('2022-09-22'))], [])
    await world.must(anna.adviser, (context) =>
      reportDeviation(context, {
        caseId: anna.caseId,
        kind: 'absence',
        firstDay: day('2022-09-22'),
        minutes: 60,
        reason: 'sick',
        corrects: sent.value.id,
      }),
    )
    await anActivity(world, anna, '2022-09-22', { ...away, hours: 4 })
    assert.deepEqual(
      (await drafts('2022-09-22')).map((each) => each.minutesAway),
      [240],
      'another absence of the day is not reported by it',
    )
  })

  test('from own work is none: it is the person’s own time', async () => {
    const own = { code: 'own-work' as const, mode: 'remote' as const, withWhom: 'own' as const }
    await anActivity(world, anna, '2022-09-23', { ...own, came: 'no', tookPlace: false, reason: 'unknown' })
    await anActivity(world, anna, '2022-09-23', { ...own, came: 'partly', reason: 'sick', minutesAway: 60 })
    assert.deepEqual(await drafts('2022-09-23'), [])
  })

  test('a correction that says that the person came takes the draft away, and a report of the whole day covers it', async () => {
    const away = { came: 'no' as const, tookPlace: false, reason: 'sick' as const }
    const { id } = await anActivity(world, anna, '2022-09-16', away)
    assert.equal((await drafts('2022-09-16')).length, 1)
    await world.must(anna.adviser, (context) => correctActivity(context, { entryId: id, ...activity('2022-09-16') }))
    assert.deepEqual(await drafts('2022-09-16'), [])
    await anActivity(world, anna, '2022-09-17', away)
    await world.must(anna.adviser, (context) =>
      reportDeviation(context, { caseId: anna.caseId, kind: 'absence', firstDay: day('2022-09-17'), reason: 'sick' }),
    )
    assert.deepEqual(await drafts('2022-09-17'), [])
  })

  test('from a meeting that was logged afterwards is a draft with its time, wholly and partly', async () => {
    await aHeldMeeting(world, anna, '2022-09-08', { came: 'no', tookPlace: false, reason: 'child-sick' })
    await world.must(anna.adviser, (context) =>
      logMeeting(context, {
        caseId: anna.caseId,
        startsAt: atTime(day('2022-09-08'), '13:00'),
        minutes: 60,
        mode: 'physical',
        came: 'partly',
        tookPlace: true,
        reason: 'work',
        minutesAway: 20,
      }),
    )
    assert.deepEqual(
      (await drafts('2022-09-08')).map((each) => [each.kind, each.startsAt?.slice(11, 16), each.minutesAway]),
      [
        ['meeting', '07:00', 30],
        ['meeting', '11:00', 20],
      ],
    )
  })
})

describe('a report of an absence that is corrected', () => {
  test('is still about the same meeting, so that the draft does not come back', async () => {
    await aHeldMeeting(world, anna, '2022-09-07', { came: 'no', tookPlace: false, reason: 'sick' })
    const [draft] = await drafts('2022-09-07')
    const sent = await send(draft?.subjectId ?? '')
    assert.ok(sent.ok)
    const again = await world.must(anna.adviser, (context) =>
      reportDeviation(context, {
        caseId: anna.caseId,
        kind: 'absence',
        firstDay: day('2022-09-07'),
        minutes: 25,
        reason: 'child-sick',
        corrects: sent.value.id,
      }),
    )
    const [row] = await world.rows<{ meeting_id: string | null }>(
      'select meeting_id from delivery.deviation_report where id = $1',
      [again.id],
    )
    assert.ok(row?.meeting_id)
    assert.deepEqual(await drafts('2022-09-07'), [])
  })
})

describe('a meeting that is logged afterwards', () => {
  test('is refused where the same absence is logged already', async () => {
    const away = (tookPlace: boolean) =>
      world.as(anna.adviser, (context) =>
        logMeeting(context, {
          caseId: anna.caseId,
          startsAt: atTime(day('2022-09-06'), '13:00'),
          minutes: 60,
          mode: 'physical',
          came: 'no',
          tookPlace,
          reason: 'unknown',
        }),
      )
    assert.equal((await away(false)).ok, true)
    const again = await away(false)
    assert.equal(again.ok ? 'ok' : again.problem.code, 'meeting-already-there')
    assert.equal((await drafts('2022-09-06')).length, 1)
  })

  test('is refused where another one was planned or held at the time, and not where that was called off', async () => {
    const log = (time: string, minutes = 30) =>
      world.as(anna.adviser, (context) =>
        logMeeting(context, {
          caseId: anna.caseId,
          startsAt: atTime(day('2022-09-19'), time),
          minutes,
          mode: 'video',
          came: 'yes',
          tookPlace: true,
        }),
      )
    const codeOf = (result: Awaited<ReturnType<typeof log>>) => (result.ok ? 'ok' : result.problem.code)
    assert.equal(codeOf(await log('09:00')), 'ok')
    assert.equal(codeOf(await log('09:00')), 'meeting-already-there')
    assert.equal(codeOf(await log('08:45', 16)), 'meeting-already-there')
    assert.equal(codeOf(await log('08:30')), 'ok')
    assert.equal(codeOf(await log('09:30')), 'ok')
    await aHeldMeeting(world, anna, '2022-09-18', { came: 'no', tookPlace: false, reason: 'cancelled' })
    await aHeldMeeting(world, anna, '2022-09-18')
    const again = await Promise.all([log('13:00'), log('13:00')])
    assert.deepEqual(again.map(codeOf).sort(), ['meeting-already-there', 'ok'])
  })
})

describe('a correction', () => {
  test('keeps of an activity what it does not speak of: support, proposals, note and why somebody was away', async () => {
    const { id } = await anActivity(world, anna, '2022-09-19', {
      came: 'partly',
      reason: 'work',
      minutesAway: 40,
      languageSupport: true,
      jobProposals: 3,
      note: 'Två annonser',
    })
    const again = await world.must(anna.adviser, (context) =>
      correctActivity(context, { entryId: id, ...activity('2022-09-19'), came: 'partly', hours: 3 }),
    )
    const rows = await world.rows(
      'select hours::float, reason, minutes_away, language_support, job_proposals, note from delivery.activity_entry where id = $1',
      [again.id],
    )
    assert.deepEqual(rows, [
      { hours: 3, reason: 'work', minutes_away: 40, language_support: true, job_proposals: 3, note: 'Två annonser' },
    ])
    assert.equal((await drafts('2022-09-19'))[0]?.minutesAway, 40)
  })

  test('keeps of a meeting the proposals, the support and what was said of progress', async () => {
    const held = await aHeldMeeting(world, anna, '2022-09-10', {
      jobProposals: 2,
      languageSupport: true,
      progress: 'Nytt cv',
    })
    const [meeting] = await world.rows<{ meeting_id: string }>(
      'select meeting_id from delivery.attendance where id = $1',
      [held.id],
    )
    const again = await world.must(anna.adviser, (context) =>
      recordAttendance(context, {
        meetingId: meeting?.meeting_id ?? '',
        came: 'partly',
        tookPlace: true,
        reason: 'sick',
        minutesAway: 5,
        corrects: held.id,
      }),
    )
    const rows = await world.rows(
      'select came, job_proposals, language_support, progress from delivery.attendance where id = $1',
      [again.id],
    )
    assert.deepEqual(rows, [{ came: 'partly', job_proposals: 2, language_support: true, progress: 'Nytt cv' }])
  })
})
