import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import type { Breach } from './breach.ts'
import { type BreachFact, breachChanges, nextLook } from './breach-fact.ts'
import type { ClockCase } from './clocks.ts'

const rules = rulesOn(day('2022-09-05'))

const missed: Breach = {
  rule: 'meeting-every-14-days',
  from: day('2022-09-05'),
  dueOn: day('2022-09-19'),
  cause: 'not-offered',
  reason: null,
  onDay: null,
  mend: 'book',
}
const { mend: _mend, ...period } = missed
const stored: BreachFact = { ...period, state: 'breached', nth: 1 }

describe('breaches as facts (programme 4.5)', () => {
  test('a new one is written once', () => {
    assert.deepEqual(breachChanges([], [missed], rules), [{ fact: stored, replaces: null }])
    assert.deepEqual(breachChanges([stored], [missed], rules), [])
  })

  test('what can mend it is no part of the fact', () => {
    assert.deepEqual(breachChanges([stored], [{ ...missed, mend: null }], rules), [])
  })

  test('another cause replaces, and held but logged late is kept late', () => {
    const sick: Breach = { ...missed, cause: 'participant-absent', reason: 'sick', onDay: day('2022-09-15') }
    assert.deepEqual(
      breachChanges([stored], [sick], rules).map(({ fact, replaces }) => [
        fact.state,
        fact.cause,
        fact.reason,
        replaces,
      ]),
      [['breached', 'participant-absent', 'sick', stored]],
    )
    const late: Breach = { ...missed, cause: 'logged-late', onDay: day('2022-09-21') }
    assert.deepEqual(
      breachChanges([stored], [late], rules).map(({ fact }) => [fact.state, fact.onDay]),
      [['kept-late', '2022-09-21']],
    )
  })

  test('one that there is no longer lapses, once, and can come back', () => {
    const [lapse] = breachChanges([stored], [], rules)
    assert.deepEqual([lapse?.fact.state, lapse?.fact.cause, lapse?.replaces], ['lapsed', null, stored])
    assert.ok(lapse)
    assert.deepEqual(breachChanges([lapse.fact], [], rules), [])
    assert.deepEqual(breachChanges([lapse.fact], [missed], rules), [{ fact: stored, replaces: lapse.fact }])
  })

  test('two periods with the same due day are two facts', () => {
    const second: Breach = { ...missed, from: day('2022-09-06') }
    assert.equal(breachChanges([stored], [missed, second], rules).length, 1)
    const both = breachChanges([], [{ ...missed, cause: 'logged-late' }, missed], rules)
    assert.deepEqual(
      both.map(({ fact }) => [fact.nth, fact.state]),
      [
        [1, 'kept-late'],
        [2, 'breached'],
      ],
      'also when they begin on the same day',
    )
  })

  test('what was found under an earlier version of the service stands', () => {
    const later = rulesOn(day('2023-05-02'))
    assert.equal(later.version, 'rom2')
    assert.deepEqual(breachChanges([stored], [], later), [])
    assert.deepEqual(breachChanges([], [missed], later), [])
  })
})

describe('the day of the next look', () => {
  const spell: ClockCase = {
    service: { from: day('2022-09-05'), to: null },
    plan: { on: day('2022-09-06'), hours: 40 },
    meetings: [{ on: day('2022-09-05'), minutes: 30, physical: true }],
    activities: [],
    absences: [],
    until: day('2022-09-05'),
  }
  const held = { on: day('2022-09-07'), hours: 1, physical: true, kind: 'practical-support' as const }

  test('is the day after the first due day that nothing answers yet', () => {
    assert.equal(nextLook(spell, rules), '2022-09-10', 'the week’s activity is due on Friday the 9th')
  })

  test('is the day after the meeting’s due day where the week is answered', () => {
    const until = day('2022-09-14')
    const activities = [held, { ...held, on: day('2022-09-13') }, { ...held, on: day('2022-09-20') }]
    assert.equal(nextLook({ ...spell, until, activities }, rules), '2022-09-20')
  })

  test('is at the latest a week on, for weeks that have not begun', () => {
    const until = day('2022-09-10')
    const meetings = [...spell.meetings, { on: day('2022-09-09'), minutes: 30, physical: true }]
    assert.equal(nextLook({ ...spell, until, meetings }, rules), '2022-09-17')
    assert.equal(nextLook({ ...spell, until: day('2022-09-09'), meetings, activities: [held] }, rules), '2022-09-17')
  })
})
