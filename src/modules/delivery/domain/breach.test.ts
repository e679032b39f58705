import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Day, day } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { bookedFor, breaches, type ClockEvent, type ClockLog } from './breach.ts'
import type { ClockCase } from './clocks.ts'

const rules = rulesOn(day('2022-09-05'))

/** In service from Monday 5 September 2022; the first meeting is due on the 19th. */
const spell: ClockCase = {
  service: { from: day('2022-09-05'), to: null },
  plan: { on: day('2022-09-06'), hours: 40 },
  meetings: [],
  activities: [],
  absences: [],
  until: day('2022-09-22'),
}
const nothing: ClockLog = { meetings: [], activities: [], planLoggedOn: null }

function event(on: string, of: Partial<ClockEvent> = {}): ClockEvent {
  const held = of.held === undefined ? true : of.held
  const loggedOn = held ? day(on) : null
  return { on: day(on), physical: true, hours: 1, reason: null, disputed: false, loggedOn, ...of, held }
}

/** The meetings' breaches: due day, cause, why, the day that tells it, and what mends it. */
const ofMeetings = (of: ClockCase, log: Partial<ClockLog>) =>
  breaches(of, { ...nothing, ...log }, rules)
    .filter((breach) => breach.rule === 'meeting-every-14-days')
    .map(({ dueOn, cause, reason, onDay, mend }) => [dueOn, cause, reason, onDay, mend])

describe('the cause of a breach (programme 4.5)', () => {
  test('is not offered when no meeting was booked; booking the next is what is left', () => {
    assert.deepEqual(ofMeetings(spell, {}), [['2022-09-19', 'not-offered', null, null, 'book']])
  })

  test('is not offered when the provider called it off', () => {
    const meetings = [event('2022-09-15', { held: false, reason: 'provider-hindered' })]
    assert.deepEqual(ofMeetings(spell, { meetings }), [['2022-09-19', 'not-offered', null, null, 'book']])
  })

  test('is the absence, with its reason, when a meeting was offered and the participant did not come', () => {
    const meetings = [event('2022-09-15', { held: false, reason: 'sick' })]
    assert.deepEqual(ofMeetings(spell, { meetings }), [
      ['2022-09-19', 'participant-absent', 'sick', '2022-09-15', 'report-absence'],
    ])
    const unknown = [event('2022-09-15', { held: false, reason: 'unknown' })]
    assert.deepEqual(ofMeetings(spell, { meetings: unknown }), [
      ['2022-09-19', 'participant-absent', 'unknown', '2022-09-15', 'book'],
    ])
  })

  test('is nothing known when a booked meeting has no record', () => {
    const meetings = [event('2022-09-15', { held: null })]
    assert.deepEqual(ofMeetings(spell, { meetings }), [['2022-09-19', 'nothing-known', null, '2022-09-15', 'record']])
  })

  test('is the dispute, before everything else that happened in the period', () => {
    const meetings = [
      event('2022-09-16', { held: null }),
      event('2022-09-14', { disputed: true }),
      event('2022-09-12', { held: false, reason: 'sick' }),
    ]
    assert.deepEqual(ofMeetings(spell, { meetings }), [['2022-09-19', 'disputed', null, '2022-09-14', 'settle']])
  })

  test('sees only what lies in the period', () => {
    const meetings = [event('2022-09-20', { held: false, reason: 'sick' })]
    assert.deepEqual(ofMeetings(spell, { meetings }), [['2022-09-19', 'not-offered', null, null, 'book']])
  })

  test('a physical meeting is not offered by video', () => {
    const of = { ...spell, until: day('2022-10-05') }
    const meetings = [event('2022-09-28', { physical: false, held: null })]
    const found = breaches(of, { ...nothing, meetings }, rules)
    const physical = found.find((breach) => breach.rule === 'meeting-physical-every-28-days')
    assert.deepEqual([physical?.dueOn, physical?.cause], ['2022-10-03', 'not-offered'])
  })

  test('only the latest breach can be mended by booking, and none when the service is over', () => {
    const longer = { ...spell, until: day('2022-10-05') }
    assert.deepEqual(
      ofMeetings(longer, {}).map(([dueOn, , , , mend]) => [dueOn, mend]),
      [
        ['2022-10-03', 'book'],
        ['2022-09-19', null],
      ],
    )
    const over = { ...spell, service: { from: day('2022-09-05'), to: day('2022-09-20') } }
    assert.deepEqual(
      ofMeetings(over, {}).map(([, , , , mend]) => mend),
      [null],
    )
  })
})

describe('a period that is kept now', () => {
  const on = day('2022-09-19')
  const held: ClockCase = { ...spell, meetings: [{ on, minutes: 30, physical: true }] }
  const loggedOn = (text: string) => ({ meetings: [event('2022-09-19', { loggedOn: day(text) })] })

  test('is shown as logged late when it was breached as known on its due day', () => {
    assert.deepEqual(ofMeetings(held, loggedOn('2022-09-19')), [])
    assert.deepEqual(ofMeetings(held, loggedOn('2022-09-20')), [
      ['2022-09-19', 'logged-late', null, '2022-09-20', null],
    ])
  })

  test('is no longer shown when its due day is still to come', () => {
    assert.deepEqual(ofMeetings({ ...held, until: day('2022-09-19') }, loggedOn('2022-09-19')), [])
  })

  test('a week is late when the activity that answered it was logged after its last day', () => {
    const of = { ...spell, activities: [{ on: day('2022-09-07'), hours: 1, physical: true, kind: 'digital' as const }] }
    const late = (text: Day) =>
      breaches(of, { ...nothing, activities: [event('2022-09-07', { loggedOn: text })] }, rules)
        .filter((breach) => breach.rule === 'weekly-physical-activity' && breach.dueOn === '2022-09-09')
        .map((breach) => breach.cause)
    assert.deepEqual(late(day('2022-09-09')), [])
    assert.deepEqual(late(day('2022-09-12')), ['logged-late'])
  })

  test('the plan is late when it was recorded after it was due', () => {
    const plans = (planLoggedOn: Day) =>
      breaches(spell, { ...nothing, planLoggedOn }, rules).filter((breach) => breach.rule === 'plan-agreed')
    assert.deepEqual(plans(day('2022-09-19')), [])
    assert.deepEqual(
      plans(day('2022-09-20')).map((breach) => [breach.cause, breach.onDay]),
      [['logged-late', '2022-09-20']],
    )
  })
})

describe('a plan that was never made', () => {
  test('can still be agreed', () => {
    const found = breaches({ ...spell, plan: null }, nothing, rules).filter((breach) => breach.rule === 'plan-agreed')
    assert.deepEqual(
      found.map((breach) => [breach.cause, breach.mend]),
      [['not-offered', 'agree-plan']],
    )
  })
})

describe('what is booked for a duty', () => {
  const log = {
    ...nothing,
    meetings: [event('2022-09-26', { held: null, physical: false }), event('2022-09-28', { held: null })],
  }
  const today = day('2022-09-22')

  test('is the nearest meeting to come that would keep it', () => {
    const due = day('2022-10-03')
    assert.equal(bookedFor('meeting-every-14-days', due, log, today), '2022-09-26')
    assert.equal(bookedFor('meeting-physical-every-28-days', due, log, today), '2022-09-28')
  })

  test('is none when it comes too late or has been', () => {
    assert.equal(bookedFor('meeting-every-14-days', day('2022-09-25'), log, today), null)
    assert.equal(bookedFor('meeting-every-14-days', day('2022-10-03'), log, day('2022-09-29')), null)
  })
})
