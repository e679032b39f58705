import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, day, month } from '../../../kernel/day.ts'
import { type ActivityKind, rulesOn } from '../../../rules/index.ts'
import { wasHeld } from './activity.ts'
import { type Answer, answeredHours, counts, type SpentTime } from './answered-hours.ts'
import {
  canReport,
  decideReport,
  deriveReport,
  failedConditions,
  type LoggedActivity,
  type LoggedMeeting,
  type MonthLog,
  monthsOf,
  reportDays,
  reportedHours,
} from './report.ts'

const september = month('2022-09')
const spell = { firstDay: day('2022-09-05'), lastDay: null }
const rules = rulesOn(day('2022-09-30'))

const anEntry = (entry: Partial<LoggedActivity> = {}): LoggedActivity => ({
  onDay: day('2022-09-12'),
  code: 'practical-support',
  hours: 1.5,
  mode: 'physical',
  withWhom: 'adviser',
  came: 'yes',
  tookPlace: true,
  reason: null,
  answer: 'none',
  languageSupport: false,
  jobProposals: 0,
  ...entry,
})

const aMeeting = (meeting: Partial<LoggedMeeting> = {}): LoggedMeeting => ({
  onDay: day('2022-09-05'),
  minutes: 30,
  mode: 'physical',
  individual: true,
  held: true,
  disputed: false,
  answer: 'none',
  languageSupport: false,
  jobProposals: 0,
  ...meeting,
})

const aLog = (log: Partial<MonthLog> = {}): MonthLog => ({
  month: september,
  spells: [spell],
  activities: [anEntry()],
  meetings: [aMeeting()],
  plan: { activities: [{ code: 'practical-support', hoursPerWeek: 4, mode: 'physical' }] },
  ...log,
})

describe('a periodic report', () => {
  test('has hours per planned activity, by place and company, beside what was planned', () => {
    const report = deriveReport(
      aLog({
        activities: [
          anEntry(),
          anEntry({ hours: 0.75, mode: 'remote', withWhom: 'provider-staff' }),
          anEntry({ code: 'own-work', hours: 4, mode: 'remote', withWhom: 'own' }),
        ],
      }),
    )
    // 5–30 September has 20 working days: 4 weeks of 4 hours.
    assert.deepEqual(report.lines, [
      {
        code: 'own-work',
        planned: false,
        physicalHours: 0,
        remoteHours: 4,
        plannedHours: 0,
        withWhom: { adviser: 0, 'provider-staff': 0, 'other-actor': 0, own: 4 },
      },
      {
        code: 'practical-support',
        planned: true,
        physicalHours: 1.5,
        remoteHours: 0.75,
        plannedHours: 16,
        withWhom: { adviser: 1.5, 'provider-staff': 0.75, 'other-actor': 0, own: 0 },
      },
    ])
    assert.equal(report.unconfirmedHours, 6.25)
    assert.equal(report.noActivities, false)
  })

  test('tells by whom the time was with how much of it the participant has confirmed', () => {
    const { byCompany } = deriveReport(
      aLog({
        activities: [
          anEntry({ answer: 'confirmed' }),
          anEntry({ withWhom: 'other-actor', hours: 3 }),
          anEntry({ withWhom: 'other-actor', hours: 8, answer: 'disputed' }),
          anEntry({ withWhom: 'provider-staff', came: 'no', answer: 'confirmed' }),
        ],
        meetings: [aMeeting({ answer: 'settled-stands' }), aMeeting({ held: false, answer: 'confirmed' })],
      }),
    )
    assert.deepEqual(byCompany, {
      adviser: { all: 2, confirmed: 1.5 },
      'other-actor': { all: 3, confirmed: 0 },
    })
  })

  test('counts meetings that were held, by way of meeting', () => {
    const { meetings } = deriveReport(
      aLog({
        meetings: [
          aMeeting(),
          aMeeting({ mode: 'video', minutes: 45 }),
          aMeeting({ held: false }),
          aMeeting({ held: null }),
        ],
      }),
    )
    assert.deepEqual(meetings, { held: 2, minutes: 75, physical: 1, video: 1, telephone: 0 })
  })

  test('says no activities when nothing that counts took place', () => {
    for (const activities of [
      [],
      [anEntry({ came: 'no' })],
      [anEntry({ tookPlace: false })],
      [anEntry({ answer: 'disputed' })],
    ]) {
      assert.equal(deriveReport(aLog({ activities })).noActivities, true)
    }
  })

  test('tells of language support and job proposals from what was logged', () => {
    const flags = (log: Partial<MonthLog>) => {
      const { languageSupport, jobProposals } = deriveReport(aLog(log))
      return [languageSupport, jobProposals]
    }
    assert.deepEqual(flags({}), [false, false])
    assert.deepEqual(flags({ activities: [anEntry({ code: 'language' })] }), [true, false])
    assert.deepEqual(flags({ meetings: [aMeeting({ languageSupport: true, jobProposals: 2 })] }), [true, true])
    assert.deepEqual(flags({ meetings: [aMeeting({ jobProposals: 2, answer: 'disputed' })] }), [false, false])
  })
})

describe('answered hours', () => {
  const spent = (answer: Answer, hours = 1): SpentTime => ({ hours, withWhom: 'own', answer })

  test('count in silence and when a dispute was settled for them, and are confirmed by a yes alone', () => {
    const all = [spent('none', 4), spent('confirmed', 2), spent('settled-stands'), spent('settled-does-not-stand', 16)]
    assert.deepEqual(answeredHours([...all, spent('disputed', 8)]), {
      all: 7,
      confirmed: 2,
      unanswered: 4,
      disputed: 8,
      byCompany: { own: { all: 7, confirmed: 2 } },
    })
  })

  test('leave out whom no time was spent with', () => {
    assert.deepEqual(answeredHours([spent('disputed')]).byCompany, {})
  })
})

describe('a month that is reported', () => {
  test('was in service and is over', () => {
    const code = (of: string, today: string) => {
      const can = canReport(month(of), [spell], day(today))
      return can.ok ? 'ok' : can.problem.code
    }
    assert.equal(code('2022-09', '2022-10-01'), 'ok')
    assert.equal(code('2022-09', '2022-09-30'), 'month-not-over')
    assert.equal(code('2022-08', '2022-10-01'), 'month-without-service')
  })

  test('is due the 10th of the next, and payable until 12 months after it', () => {
    assert.deepEqual(reportDays(september), { dueOn: '2022-10-10', payableUntil: '2023-09-30' })
    assert.deepEqual(reportDays(month('2022-12')), { dueOn: '2023-01-10', payableUntil: '2023-12-31' })
    assert.deepEqual(reportDays(month('2023-02')), { dueOn: '2023-03-10', payableUntil: '2024-02-29' })
  })

  test('is each month that the spell touches', () => {
    assert.deepEqual(monthsOf(spell, day('2022-11-02')), ['2022-09', '2022-10', '2022-11'])
    assert.deepEqual(monthsOf({ ...spell, lastDay: day('2022-09-30') }, day('2022-11-02')), ['2022-09'])
  })
})

describe('approval by rule (programme 4.6)', () => {
  test('needs an approved plan, entries that are allowed and planned, and no dispute', () => {
    assert.deepEqual(failedConditions(aLog()), [])
    assert.deepEqual(failedConditions(aLog({ activities: [], plan: null })), ['plan-approved'])
    assert.deepEqual(failedConditions(aLog({ activities: [anEntry({ code: 'digital' })] })), [
      'entries-allowed-and-planned',
    ])
    assert.deepEqual(failedConditions(aLog({ activities: [anEntry({ answer: 'disputed' })] })), ['nothing-disputed'])
    assert.deepEqual(failedConditions(aLog({ meetings: [aMeeting({ answer: 'disputed' })] })), ['nothing-disputed'])
  })

  test('a settled dispute and an entry that was not held do not stand in its way', () => {
    for (const entry of [
      anEntry({ answer: 'settled-stands' }),
      anEntry({ answer: 'settled-does-not-stand' }),
      anEntry({ code: 'digital', came: 'no' }),
    ]) {
      assert.deepEqual(failedConditions(aLog({ activities: [entry] })), [])
    }
  })

  test('a breached clock never refuses a report: a month without a meeting is approved', () => {
    assert.deepEqual(failedConditions(aLog({ meetings: [], activities: [] })), [])
  })

  test('a short course of more than 20 hours is not allowed', () => {
    const plan = {
      activities: [{ code: 'short-course' as const, hoursPerWeek: 10, mode: 'physical' as const, totalHours: 20 }],
    }
    const course = (hours: number) => anEntry({ code: 'short-course', hours })
    assert.deepEqual(failedConditions(aLog({ plan, activities: [course(12), course(8)] })), [])
    assert.deepEqual(failedConditions(aLog({ plan, activities: [course(12), course(8.25)] })), [
      'entries-allowed-and-planned',
    ])
  })

  test('otherwise a caseworker decides, once, with reasons for a no', () => {
    const code = (...given: Parameters<typeof decideReport>) => {
      const decided = decideReport(...given)
      return decided.ok ? 'ok' : decided.problem.code
    }
    assert.equal(code('being-handled', 'approved', null), 'ok')
    assert.equal(code('being-handled', 'not-approved', ' '), 'why-missing')
    assert.equal(code('being-handled', 'not-approved', 'Fel dag'), 'ok')
    assert.equal(code('draft', 'approved', null), 'report-not-signed')
    assert.equal(code('approved', 'not-approved', 'Fel dag'), 'already-decided')
    assert.equal(code('not-approved', 'approved', null), 'already-decided')
  })
})

describe('the derivation in general', () => {
  const codes = rules.delivery.activities.map((each) => each.code)
  const anyAnswer = fc.constantFrom<Answer>('none', 'confirmed', 'disputed', 'settled-stands', 'settled-does-not-stand')
  const anyEntry: fc.Arbitrary<LoggedActivity> = fc.record({
    onDay: fc.integer({ min: 0, max: 25 }).map((n): Day => addDays(day('2022-09-05'), n)),
    code: fc.constantFrom<ActivityKind>(...codes),
    hours: fc.integer({ min: 1, max: 32 }).map((quarters) => quarters / 4),
    mode: fc.constantFrom('physical', 'remote'),
    withWhom: fc.constantFrom('adviser', 'provider-staff', 'other-actor', 'own'),
    came: fc.constantFrom('yes', 'no', 'partly'),
    tookPlace: fc.boolean(),
    reason: fc.constant(null),
    answer: anyAnswer,
    languageSupport: fc.boolean(),
    jobProposals: fc.nat(3),
  })
  const anyLog = fc.array(anyEntry, { maxLength: 40 })
  const sumOf = (entries: readonly LoggedActivity[]) => entries.reduce((total, each) => total + each.hours, 0)

  test('the hours of the report are the hours of the log that count, exactly', () => {
    fc.assert(
      fc.property(anyLog, (activities) => {
        const report = deriveReport(aLog({ activities }))
        const counted = activities.filter((each) => wasHeld(each) && counts(each.answer))
        assert.equal(reportedHours(report), sumOf(counted))
        const byCompany = report.lines.flatMap((line) => Object.values(line.withWhom)).reduce((a, b) => a + b, 0)
        assert.equal(byCompany, sumOf(counted))
        assert.equal(new Set(report.lines.map((line) => line.code)).size, report.lines.length)
      }),
      { numRuns: 200 },
    )
  })

  test('the order of the log does not matter', () => {
    fc.assert(
      fc.property(anyLog, (activities) => {
        assert.deepEqual(
          deriveReport(aLog({ activities: activities.toReversed() })),
          deriveReport(aLog({ activities })),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('a new dispute takes its hours out of the report and into the disputed ones', () => {
    fc.assert(
      fc.property(anyLog, anyEntry, (activities, entry) => {
        const before = deriveReport(aLog({ activities: [...activities, { ...entry, answer: 'none' }] }))
        const after = deriveReport(aLog({ activities: [...activities, { ...entry, answer: 'disputed' }] }))
        const moved = wasHeld(entry) ? entry.hours : 0
        assert.equal(reportedHours(before) - reportedHours(after), moved)
        assert.equal(after.disputedHours - before.disputedHours, moved)
      }),
      { numRuns: 100 },
    )
  })
})
