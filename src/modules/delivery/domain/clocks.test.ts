import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, day } from '../../../kernel/day.ts'
import { anyDay } from '../../../kernel/testing.ts'
import { isWorkingDay } from '../../../kernel/working-days.ts'
import { rulesOn } from '../../../rules/index.ts'
import {
  type ClockExample,
  firstMeetingCases,
  meetingCases,
  physicalMeetingCases,
  weeklyCases,
  weeklyHoursCases,
} from './clocks.cases.ts'
import type { ClockCase, ClockRule } from './clocks.ts'
import { clockPeriods, complianceLines, nextDue } from './compliance.ts'
import { moveDue } from './move-due.ts'

const rules = rulesOn(day('2022-09-05'))
const rom2 = rulesOn(day('2023-05-08'))

function caseOf(example: Omit<ClockExample, 'rule' | 'lines'>): ClockCase {
  const period = ([from, to]: readonly [string, string | null]) => ({
    from: day(from),
    to: to === null ? null : day(to),
  })
  return {
    service: { from: day(example.from), to: example.to === undefined ? null : day(example.to) },
    plan: null,
    meetings: (example.meetings ?? []).map((text) => ({
      on: day(text.slice(0, 10)),
      minutes: 30,
      physical: !text.endsWith('v'),
    })),
    activities: (example.activities ?? []).map((text) => ({
      on: day(text.slice(0, 10)),
      hours: 1,
      physical: !text.endsWith('r'),
      kind: text.endsWith('o') ? 'own-work' : 'practical-support',
    })),
    absences: (example.absences ?? []).map(period),
    parallel: (example.parallel ?? []).map(period),
    until: day(example.until),
  }
}

const linesOf = (rule: ClockRule, of: ClockCase, law = rules) =>
  complianceLines(of, law)
    .filter((line) => line.rule === rule)
    .map((line) => `${line.dueOn} ${line.state === 'kept' ? 'K' : 'B'}`)

const groups: readonly [ClockRule, readonly ClockExample[]][] = [
  ['meeting-every-14-days', meetingCases],
  ['meeting-physical-every-28-days', physicalMeetingCases],
  ['first-meeting-physical', firstMeetingCases],
  ['weekly-physical-activity', weeklyCases],
]

for (const [rule, examples] of groups) {
  describe(`the clock ${rule} (programme 4.5)`, () => {
    for (const example of examples) {
      test(example.rule, () => assert.deepEqual(linesOf(rule, caseOf(example)), example.lines))
    }
  })
}

describe('the clock weekly-hours (programme 4.5)', () => {
  for (const example of weeklyHoursCases) {
    test(example.rule, () => {
      const last = example.lines.length
      assert.deepEqual(linesOf('weekly-hours', caseOf(example), rom2).slice(-last), example.lines)
    })
  }

  test('a week that needs nothing, after the twelfth month, has no line', () => {
    const of = caseOf({ from: '2023-05-08', until: '2023-05-31' })
    assert.deepEqual(linesOf('weekly-hours', { ...of, chainFrom: day('2022-05-08') }, rom2), [])
  })

  test('hours as people write them add up exactly', () => {
    const of = caseOf({ from: '2023-05-16', until: '2023-05-19' })
    const activities = [0.1, 0.5].map((hours) => ({
      on: day('2023-05-16'),
      hours,
      physical: true,
      kind: 'digital' as const,
    }))
    assert.deepEqual(linesOf('weekly-hours', { ...of, activities }, rom2), ['2023-05-19 K'])
  })
})

describe('a meeting that is too short', () => {
  test('does not count', () => {
    const of = caseOf({ from: '2022-09-05', until: '2022-09-19' })
    const held = (minutes: number) => ({ ...of, meetings: [{ on: day('2022-09-12'), minutes, physical: true }] })
    assert.deepEqual(linesOf('meeting-every-14-days', held(29)), ['2022-09-19 B'])
    assert.deepEqual(linesOf('meeting-every-14-days', held(30)), ['2022-09-19 K'])
  })
})

describe('the plan (programme 4.5)', () => {
  const of = caseOf({ from: '2022-09-10', until: '2022-09-30' })
  const stand = (plan: { on: string; hours: number } | null, until = '2022-09-30', availableHours?: number) =>
    ['plan-agreed', 'plan-covers-hours'].map((rule) =>
      linesOf(rule as ClockRule, {
        ...of,
        plan: plan && { on: day(plan.on), hours: plan.hours },
        until: day(until),
        availableHours,
      }).join(),
    )

  test('is due on the first day + 14, a Saturday too', () => {
    assert.deepEqual(stand({ on: '2022-09-24', hours: 40 }), ['2022-09-24 K', '2022-09-24 K'])
    assert.deepEqual(stand({ on: '2022-09-25', hours: 40 }), ['2022-09-24 B', '2022-09-24 B'])
    assert.deepEqual(stand(null), ['2022-09-24 B', '2022-09-24 B'])
    assert.deepEqual(stand(null, '2022-09-23'), ['', ''])
  })

  test('covers 40 hours, or what the person can work', () => {
    assert.deepEqual(stand({ on: '2022-09-12', hours: 39.75 }), ['2022-09-24 K', '2022-09-24 B'])
    assert.deepEqual(stand({ on: '2022-09-12', hours: 20 }, '2022-09-30', 20), ['2022-09-24 K', '2022-09-24 K'])
  })
})

describe('the clocks of ROM2 (programme 4.5)', () => {
  const of = caseOf({ from: '2023-05-08', until: '2023-05-21' })
  const did = (hours: readonly (readonly [string, number, boolean?])[]) =>
    hours.map(([on, count, physical = true]) => ({
      on: day(on),
      hours: count,
      physical,
      kind: 'digital' as const,
    }))

  test('an hour a week, less for a week with a holiday: four days of five', () => {
    const activities = did([
      ['2023-05-09', 1],
      ['2023-05-16', 0.75],
    ])
    assert.deepEqual(linesOf('weekly-hours', { ...of, activities }, rom2), ['2023-05-12 K', '2023-05-19 B'])
    const enough = did([
      ['2023-05-09', 0.75],
      ['2023-05-16', 0.5],
      ['2023-05-17', 0.5],
    ])
    assert.deepEqual(linesOf('weekly-hours', { ...of, activities: enough }, rom2), ['2023-05-12 B', '2023-05-19 K'])
  })

  test('two hours from the seventh month of the chain', () => {
    const activities = did([['2023-05-09', 1.75]])
    const seventh = { ...of, activities, until: day('2023-05-12') }
    assert.deepEqual(linesOf('weekly-hours', { ...seventh, chainFrom: day('2022-11-08') }, rom2), ['2023-05-12 B'])
    assert.deepEqual(linesOf('weekly-hours', { ...seventh, chainFrom: day('2022-12-08') }, rom2), ['2023-05-12 K'])
  })

  test('half of the activities are physical, by number in the month', () => {
    const until = day('2023-05-31')
    const stand = (kinds: readonly boolean[]) => {
      const activities = did(kinds.map((physical) => ['2023-05-10', 1, physical] as const))
      return linesOf('half-physical', { ...of, activities, until }, rom2)
    }
    assert.deepEqual(stand([true, false]), ['2023-05-31 K'])
    assert.deepEqual(stand([true, false, false]), ['2023-05-31 B'])
    assert.deepEqual(stand([]), [])
  })

  test('the weekly physical activity has lapsed, and the hours are not asked for in ROM1', () => {
    assert.deepEqual(linesOf('weekly-physical-activity', of, rom2), [])
    assert.deepEqual(linesOf('weekly-hours', of, rules), [])
  })
})

describe('what is due next', () => {
  test('is the open period of each clock, the earliest first; overdue when the one before was not kept', () => {
    const of = caseOf({ from: '2022-09-05', until: '2022-09-21', meetings: ['2022-09-05v'] })
    assert.deepEqual(
      nextDue(of, rules).map((due) => `${due.rule} ${due.dueOn} ${due.overdue}`),
      [
        'weekly-physical-activity 2022-09-23 false',
        'meeting-every-14-days 2022-10-03 true',
        'meeting-physical-every-28-days 2022-10-03 false',
      ],
    )
  })

  test('is nothing that falls after the last day in service', () => {
    const of = caseOf({ from: '2022-09-05', to: '2022-09-16', until: '2022-09-12', activities: ['2022-09-12'] })
    assert.deepEqual(nextDue(of, rules), [])
  })
})

describe('the clocks in general', () => {
  const anyMeetings = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 20 })
  const anyAbsences = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 4,
  })
  const caseWith = (from: Day, meetings: readonly number[], absences: readonly (readonly [number, number])[]) => ({
    ...caseOf({ from, until: addDays(from, 180) }),
    meetings: meetings.map((n) => ({ on: addDays(from, n), minutes: 30, physical: n % 2 === 0 })),
    absences: absences.map(([start, length]) => ({
      from: addDays(from, start),
      to: addDays(from, start + length),
    })),
  })
  const start = anyDay('2021-01-01', '2022-09-01')

  test('every due day is a working day outside absence, and dues never go back', () => {
    fc.assert(
      fc.property(start, anyMeetings, anyAbsences, (from, meetings, absences) => {
        const of = caseWith(from, meetings, absences)
        for (const rule of ['meeting-every-14-days', 'meeting-physical-every-28-days'] as const) {
          const dues = clockPeriods(of, rules).flatMap((each) => (each.rule === rule && each.dueOn ? [each.dueOn] : []))
          for (const [index, due] of dues.entries()) {
            assert.ok(isWorkingDay(due))
            assert.ok(!of.absences.some((each) => each.from <= due && each.to >= due))
            assert.ok(index === 0 || (dues[index - 1] ?? due) <= due)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('as many periods are kept as there are days with a counted meeting', () => {
    fc.assert(
      fc.property(start, anyMeetings, anyAbsences, (from, meetings, absences) => {
        const of = caseWith(from, meetings, absences)
        const days = new Set(meetings.filter((n) => n <= 180))
        const kept = linesOf('meeting-every-14-days', of).filter((line) => line.endsWith('K'))
        assert.equal(kept.length, days.size)
      }),
      { numRuns: 200 },
    )
  })

  test('one clock has one open period, or none when it can no longer be met', () => {
    fc.assert(
      fc.property(start, anyMeetings, anyAbsences, (from, meetings, absences) => {
        const open = clockPeriods(caseWith(from, meetings, absences), rules).filter((each) => each.state === 'open')
        assert.equal(open.filter((each) => each.rule === 'meeting-every-14-days').length, 1)
      }),
      { numRuns: 100 },
    )
  })

  test('a due day moves by nothing when it needs not', () => {
    assert.equal(moveDue(day('2022-09-19'), []), '2022-09-19')
    assert.equal(moveDue(day('2022-09-19'), [{ from: day('2022-09-19'), to: null }]), null)
  })
})
