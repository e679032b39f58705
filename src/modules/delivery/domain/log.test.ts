import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addDays, day } from '../../../kernel/day.ts'
import { placementId } from '../../../kernel/ids.ts'
import { atTime } from '../../../kernel/instant.ts'
import type { Result } from '../../../kernel/result.ts'
import { overridden, rulesOn } from '../../../rules/index.ts'
import { type ActivityEntry, checkAttendance, checkEntry, toStep } from './activity.ts'
import { checkDeviation, type DeviationReport, decideDeviation } from './deviation.ts'
import { canGiveFinalReport, finalReportDueOn } from './final-report.ts'
import { spellToLogIn } from './log-day.ts'
import { attend, countsForClocks, countsPhysical, type Meeting, meetingWarnings, planMeeting } from './meeting.ts'
import { checkPlan, hoursPerWeek, type Plan, type PlannedActivity, type PlanState } from './plan.ts'
import { isWaived } from './waiver.ts'

const today = day('2022-10-05')
const rules = rulesOn(today)
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)
const spells = [
  {
    placementId: placementId('00000000-0000-4000-8000-000000000001'),
    firstDay: day('2022-09-05'),
    lastDay: day('2022-10-21'),
  },
]
const state = { today, spells, now: atTime(today, '10:00') }

describe('a day to log on', () => {
  test('has come, and lies in a spell with the provider', () => {
    const on = (text: string) => codeOf(spellToLogIn(day(text), state))
    assert.equal(on('2022-10-05'), 'ok')
    assert.equal(on('2022-09-05'), 'ok')
    assert.equal(on('2022-10-06'), 'in-the-future')
    assert.equal(on('2022-09-04'), 'not-in-service')
    assert.equal(codeOf(spellToLogIn(day('2022-10-22'), { ...state, today: day('2022-10-25') })), 'not-in-service')
  })
})

describe('an activity', () => {
  const entry: ActivityEntry = {
    onDay: today,
    code: 'guidance',
    hours: 1.25,
    mode: 'physical',
    withWhom: 'adviser',
    came: 'yes',
    tookPlace: true,
    reason: null,
  }
  const tried = (more: Partial<Record<keyof ActivityEntry, unknown>>, law = rules) =>
    codeOf(checkEntry({ ...entry, ...more } as ActivityEntry, law))

  test('is one of those allowed, in quarters of an hour', () => {
    assert.equal(tried({}), 'ok')
    assert.equal(tried({ code: 'therapy' }), 'activity-forbidden')
    assert.equal(tried({ code: 'yoga' }), 'activity-unknown')
    for (const hours of [1.1, 0, -1]) assert.equal(tried({ hours }), 'hours-not-in-steps')
    assert.equal(tried({ hours: 0.25 }), 'ok')
  })

  test('own work is done alone, and nothing else is', () => {
    assert.equal(tried({ code: 'own-work' }), 'own-work-is-own')
    assert.equal(tried({ withWhom: 'own' }), 'own-work-is-own')
    assert.equal(tried({ code: 'own-work', withWhom: 'own' }), 'ok')
  })

  test('a short course is given by the provider itself, and is gone in ROM2', () => {
    assert.equal(tried({ code: 'short-course', withWhom: 'other-actor' }), 'own-staff-only')
    assert.equal(tried({ code: 'short-course', withWhom: 'provider-staff' }), 'ok')
    assert.equal(
      tried({ code: 'short-course', withWhom: 'provider-staff' }, rulesOn(day('2023-05-02'))),
      'activity-unknown',
    )
  })

  test('planned hours round to the nearest quarter, half up', () => {
    assert.equal(toStep(1.1, rules), 1)
    assert.equal(toStep(1.125, rules), 1.25)
  })
})

describe('attendance', () => {
  const tried = (came: 'yes' | 'no' | 'partly', tookPlace: boolean, reason: string | null, alone = true) =>
    codeOf(checkAttendance({ came, tookPlace, reason: reason as 'sick' | null }, alone, rules))

  test('is three separate facts that fit together', () => {
    assert.equal(tried('yes', true, null), 'ok')
    assert.equal(tried('partly', true, 'sick'), 'ok')
    assert.equal(tried('no', false, 'unknown'), 'ok')
    assert.equal(tried('yes', false, 'provider-hindered'), 'ok')
    assert.equal(tried('no', true, 'sick'), 'attendance-impossible')
    assert.equal(tried('no', true, 'sick', false), 'ok')
    assert.equal(tried('no', false, null), 'reason-missing')
    assert.equal(tried('yes', false, null), 'reason-missing')
    assert.equal(tried('no', false, 'lazy'), 'reason-unknown')
  })

  test('keeps no reason when all went as planned', () => {
    const checked = checkAttendance({ came: 'yes', tookPlace: true, reason: 'sick' }, true, rules)
    assert.ok(checked.ok)
    assert.equal(checked.value.reason, null)
  })
})

describe('a development meeting', () => {
  const meeting: Meeting = {
    onDay: today,
    minutes: 30,
    mode: 'physical',
    individual: true,
    held: true,
    disputed: false,
  }

  test('counts when held, individual, 30 minutes, undisputed, and physical or by video', () => {
    assert.ok(countsForClocks(meeting, 'FA15'))
    assert.ok(countsForClocks({ ...meeting, mode: 'video' }, 'FA15'))
    for (const change of [
      { minutes: 29 },
      { individual: false },
      { mode: 'telephone' },
      { held: false },
      { held: null },
      { disputed: true },
    ] as const) {
      assert.ok(!countsForClocks({ ...meeting, ...change }, 'FA15'), JSON.stringify(change))
    }
  })

  test('by telephone counts under a waiver, where and while it holds', () => {
    const waiver = { rule: 'telephone-meeting', area: 'FA15', firstDay: today, lastDay: today } as const
    const call = { ...meeting, mode: 'telephone' } as const
    assert.ok(countsForClocks(call, 'FA15', [waiver]))
    assert.ok(countsForClocks(call, 'FA16', [{ ...waiver, area: null }]))
    assert.ok(!countsForClocks(call, 'FA16', [waiver]))
    assert.ok(!countsForClocks(call, null, [waiver]))
    assert.ok(!countsForClocks({ ...call, onDay: addDays(today, 1) }, 'FA15', [waiver]))
    assert.ok(!countsForClocks({ ...call, onDay: addDays(today, -1) }, 'FA15', [waiver]))
    assert.deepEqual(meetingWarnings(call, false, 'FA15', [waiver]), [])
  })

  test('by video counts as physical under a waiver of that, and the telephone under both', () => {
    const waiver = { rule: 'no-physical-meeting', area: null, firstDay: today, lastDay: today } as const
    const film = { mode: 'video', onDay: today } as const
    assert.ok(!countsPhysical(film, 'FA15', []))
    assert.ok(countsPhysical(film, 'FA15', [waiver]))
    assert.deepEqual(meetingWarnings({ ...meeting, mode: 'video' }, true, 'FA15', [waiver]), [])
    assert.ok(!countsForClocks({ ...meeting, mode: 'telephone' }, 'FA15', [waiver]))
  })

  test('is waived by the law too, when a rule says so', () => {
    const law = overridden(rules, {
      delivery: { waivers: [{ rule: 'telephone-meeting', area: 'FA15', decision: 'Prov' }] },
    })
    assert.ok(isWaived('telephone-meeting', today, 'FA15', [], law))
    assert.ok(!isWaived('telephone-meeting', today, 'FA16', [], law))
    assert.ok(!isWaived('no-physical-meeting', today, 'FA15', [], law))
  })

  test('tells who logs it what does not count', () => {
    const short = { ...meeting, minutes: 20, mode: 'telephone', individual: false } as const
    assert.deepEqual(meetingWarnings(short, true, null), [
      'meeting-too-short',
      'telephone-does-not-count',
      'group-does-not-count',
      'first-meeting-physical',
    ])
    assert.deepEqual(meetingWarnings(meeting, true, null), [])
    assert.deepEqual(meetingWarnings({ ...short, held: false }, true, null), [])
  })

  test('is planned ahead, inside the spell', () => {
    const at = (text: string, time: string) => codeOf(planMeeting(atTime(day(text), time), state.now, state))
    assert.equal(at('2022-10-05', '10:00'), 'meeting-in-the-past')
    assert.equal(at('2022-10-05', '10:01'), 'ok')
    assert.equal(at('2022-10-21', '09:00'), 'ok')
    assert.equal(at('2022-10-22', '09:00'), 'not-in-service')
  })

  test('is never logged in the future', () => {
    const attended = { came: 'yes', tookPlace: true, reason: null } as const
    const at = (text: string, time: string) =>
      codeOf(attend({ startsAt: atTime(day(text), time), individual: true }, attended, state))
    assert.equal(at('2022-10-05', '10:00'), 'ok')
    assert.equal(at('2022-10-05', '10:01'), 'in-the-future')
    assert.equal(at('2022-09-01', '10:00'), 'not-in-service')
  })
})

describe('a plan', () => {
  const whole: PlannedActivity = { code: 'practical-support', hoursPerWeek: 10, mode: 'physical' }
  const own: PlannedActivity = { code: 'own-work', hoursPerWeek: 30, mode: 'remote' }
  const plan: Plan = { goals: 'Arbete', activities: [whole, own], languageSupport: false, agreedOn: today }
  const plain: PlanState = { ...state, mappedOn: today, availableHours: 40, parallelMeasureDecided: false }
  const tried = (more: Partial<Plan> = {}, standing: Partial<PlanState> = {}, law = rules) =>
    codeOf(checkPlan({ ...plan, ...more }, { ...plain, ...standing }, law))
  const withActivity = (activity: object) => ({ activities: [own, { ...whole, ...activity } as PlannedActivity] })

  test('comes after the mapping, and is agreed in service', () => {
    assert.equal(tried(), 'ok')
    assert.equal(tried({}, { mappedOn: null }), 'mapping-missing')
    assert.equal(tried({ agreedOn: day('2022-10-06') }), 'in-the-future')
    assert.equal(tried({ agreedOn: day('2022-09-01') }), 'not-in-service')
  })

  test('covers all available hours, own work included', () => {
    assert.equal(hoursPerWeek(plan.activities), 40)
    assert.equal(tried({ activities: [whole] }), 'plan-hours-too-few')
    assert.equal(tried({ activities: [whole] }, { availableHours: 10 }), 'ok')
    assert.equal(tried({ activities: [whole] }, { availableHours: null }), 'plan-hours-too-few')
    assert.equal(tried({ activities: [] }), 'plan-empty')
  })

  test('takes no more of a week than there is: 90 hours are refused', () => {
    const of = (hours: number) => ({ activities: [whole, { ...own, hoursPerWeek: hours - 10 }] })
    assert.equal(tried(of(48)), 'ok')
    assert.equal(tried(of(48.25)), 'plan-hours-too-many')
    assert.equal(tried(of(90)), 'plan-hours-too-many')
    assert.equal(tried(of(60), { availableHours: 60 }), 'ok')
  })

  test('has only what is allowed, each once, in quarters of an hour', () => {
    assert.equal(tried(withActivity({ code: 'rehabilitation' })), 'activity-forbidden')
    assert.equal(tried(withActivity({ code: 'yoga' })), 'activity-unknown')
    assert.equal(tried({ activities: [whole, whole, own] }), 'activity-twice')
    assert.equal(tried(withActivity({ hoursPerWeek: 10.1 })), 'hours-not-in-steps')
  })

  test("has a parallel measure only by the caseworker's decision", () => {
    assert.equal(tried(withActivity({ code: 'other-actor' })), 'needs-decision')
    assert.equal(tried(withActivity({ code: 'other-actor' }), { parallelMeasureDecided: true }), 'ok')
  })

  test('has a short course only with a vacancy, at most 20 hours, in ROM1', () => {
    const course = { code: 'short-course', vacancy: 'Lagerarbetare, Exempel AB', totalHours: 20 }
    assert.equal(tried(withActivity(course)), 'ok')
    assert.equal(tried(withActivity({ ...course, vacancy: ' ' })), 'course-needs-vacancy')
    assert.equal(tried(withActivity({ ...course, totalHours: 20.25 })), 'course-too-long')
    assert.equal(tried(withActivity({ ...course, totalHours: null })), 'course-too-long')
    assert.equal(tried(withActivity({ ...course, totalHours: 10.1 })), 'hours-not-in-steps')
    assert.equal(tried(withActivity(course), {}, rulesOn(day('2023-05-02'))), 'activity-unknown')
  })
})

describe('a deviation report', () => {
  const absence: DeviationReport = {
    kind: 'absence',
    firstDay: day('2022-10-03'),
    lastDay: day('2022-10-04'),
    minutes: null,
    reason: 'sick',
    description: null,
  }
  const tried = (more: Partial<DeviationReport>, endsAt = null as string | null) =>
    codeOf(
      checkDeviation(
        { ...absence, ...more },
        { ...state, endsAt: endsAt === null ? null : atTime(today, endsAt) },
        rules,
      ),
    )

  test('is about days that are over and in service', () => {
    assert.equal(tried({}), 'ok')
    assert.equal(tried({ lastDay: day('2022-10-06') }), 'in-the-future')
    assert.equal(tried({ lastDay: day('2022-10-02') }), 'end-before-start')
    assert.equal(tried({ firstDay: day('2022-09-04') }), 'not-in-service')
    assert.equal(tried({}, '10:01'), 'not-over-yet')
    assert.equal(tried({}, '10:00'), 'ok')
  })

  test('of absence says why, and is over 15 minutes', () => {
    assert.equal(tried({ reason: null }), 'reason-missing')
    assert.equal(tried({ minutes: 15 }), 'absence-too-short')
    assert.equal(tried({ minutes: 16 }), 'ok')
  })

  test('of another kind says what happened', () => {
    assert.equal(tried({ kind: 'refused-job', reason: null }), 'description-missing')
    assert.equal(tried({ kind: 'refused-job', reason: null, description: 'Tackade nej' }), 'ok')
  })

  test('is accepted once, never for an unknown reason, and refused with reasons', () => {
    const decided = (more: object, outcome: 'accepted' | 'not-accepted', why: string | null = null) =>
      codeOf(decideDeviation({ kind: 'absence', reason: 'sick', outcome: null, ...more }, outcome, why))
    assert.equal(decided({}, 'accepted'), 'ok')
    assert.equal(decided({ reason: 'unknown' }, 'accepted'), 'absence-reason-unknown')
    assert.equal(decided({}, 'not-accepted'), 'why-missing')
    assert.equal(decided({}, 'not-accepted', 'Arbetade inte'), 'ok')
    assert.equal(decided({ outcome: 'accepted' }, 'accepted'), 'already-decided')
  })
})

describe('a final report', () => {
  const spell = { firstDay: day('2022-09-05'), lastDay: day('2022-10-05') }
  const first = { today, current: null, corrects: null }

  test('comes once, when the spell is over, within 5 working days', () => {
    assert.equal(codeOf(canGiveFinalReport(spell, first)), 'ok')
    assert.equal(codeOf(canGiveFinalReport(spell, { ...first, current: 'a' })), 'already-reported')
    assert.equal(codeOf(canGiveFinalReport({ ...spell, lastDay: null }, first)), 'not-over-yet')
    assert.equal(codeOf(canGiveFinalReport({ ...spell, lastDay: day('2022-10-06') }, first)), 'not-over-yet')
    assert.equal(finalReportDueOn(day('2022-10-05'), rules), '2022-10-12')
    assert.equal(finalReportDueOn(day('2022-12-21'), rules), '2022-12-29')
  })

  test('is corrected by a new one that points to the one that stands', () => {
    const corrected = (current: string | null, corrects: string) =>
      codeOf(canGiveFinalReport(spell, { today, current, corrects }))
    assert.equal(corrected('a', 'a'), 'ok')
    assert.equal(corrected('b', 'a'), 'changed-meanwhile', 'somebody has corrected it already')
    assert.equal(corrected(null, 'a'), 'changed-meanwhile')
  })
})
