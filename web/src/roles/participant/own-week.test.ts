import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../../src/kernel/day.ts'
import type { LogItem } from '../../../../src/modules/delivery/contract.ts'
import type { Meeting, Plan } from './case-answers.ts'
import { daysOfWeek, hoursOfWeek, type WeekFacts } from './own-week.ts'

const monday = day('2022-10-03')

const aMeeting = (onDay: string, more: Partial<Meeting> = {}): Meeting => ({
  meetingId: `meeting ${onDay}`,
  startsAt: `${onDay}T08:00:00.000Z`,
  onDay,
  minutes: 45,
  mode: 'physical',
  individual: true,
  came: null,
  tookPlace: null,
  attendanceId: null,
  place: 'Exempelgatan 3',
  adviserName: null,
  progress: null,
  answer: 'none',
  expected: null,
  ...more,
})

const aSession = (onDay: string, more: Partial<WeekFacts['sessions'][number]> = {}): WeekFacts['sessions'][number] => ({
  bookingId: `session ${onDay}`,
  startsAt: `${onDay}T07:00:00.000Z`,
  onDay,
  minutes: 120,
  code: 'practical-support',
  mode: 'physical',
  withWhom: 'provider-staff',
  place: null,
  adviserName: null,
  calledOff: false,
  why: null,
  ...more,
})

const anItem = (onDay: string, more: Partial<LogItem> = {}): LogItem => ({
  kind: 'activity',
  id: `logged ${onDay}`,
  onDay,
  startsAt: null,
  code: 'language',
  hours: 1.5,
  mode: 'remote',
  withWhom: 'adviser',
  came: 'yes',
  tookPlace: true,
  answer: 'none',
  comment: null,
  confirmationId: null,
  onBehalf: null,
  settledWhy: null,
  note: null,
  ...more,
})

const facts = (more: Partial<WeekFacts>): WeekFacts => ({
  monday,
  today: day('2022-10-05'),
  meetings: [],
  sessions: [],
  logged: [],
  ...more,
})

const told = (of: WeekFacts) =>
  daysOfWeek(of).flatMap(({ day: on, entries }) => entries.map((one) => `${on} ${one.code ?? 'meeting'} ${one.state}`))

test('the week has its working days, and a Saturday only when something is on it', () => {
  assert.equal(daysOfWeek(facts({})).length, 5)
  const days = daysOfWeek(facts({ sessions: [aSession('2022-10-08')] }))
  assert.deepEqual([days.length, days.at(-1)?.day], [6, '2022-10-08'])
})

test('what is planned comes in order of time, and nothing of another week', () => {
  const week = facts({
    meetings: [aMeeting('2022-10-06'), aMeeting('2022-10-13')],
    sessions: [aSession('2022-10-06'), aSession('2022-10-07', { calledOff: true })],
  })
  assert.deepEqual(told(week), [
    '2022-10-06 practical-support planned',
    '2022-10-06 meeting planned',
    '2022-10-07 practical-support called-off',
  ])
})

test('a meeting whose day is over is unwritten until somebody writes what came of it, and then stands once', () => {
  const open = aMeeting('2022-10-04')
  assert.deepEqual(told(facts({ meetings: [open] })), ['2022-10-04 meeting unwritten'])
  const held = { ...open, tookPlace: true, came: 'yes' as const }
  const logged = anItem('2022-10-04', { kind: 'meeting', code: null })
  assert.deepEqual(told(facts({ meetings: [held], logged: [logged] })), ['2022-10-04 meeting unanswered'])
})

test('what came of it is said by the own answer first', () => {
  const said = (more: Partial<LogItem>) => told(facts({ logged: [anItem('2022-10-03', more)] }))[0]?.split(' ')[2]
  assert.equal(said({}), 'unanswered')
  assert.equal(said({ answer: 'confirmed' }), 'held')
  assert.equal(said({ answer: 'confirmed', came: 'no' }), 'not-held')
  assert.equal(said({ answer: 'settled-stands', tookPlace: false }), 'not-held')
  assert.equal(said({ answer: 'disputed' }), 'disputed')
  assert.equal(said({ answer: 'settled-does-not-stand' }), 'disputed')
})

test('hours stand by activity against the plan; a disputed one does not count', () => {
  const plan = {
    activities: [
      { code: 'own-work', hoursPerWeek: 30 },
      { code: 'language', hoursPerWeek: 3 },
    ],
  } as unknown as Plan
  const logged = [
    anItem('2022-10-03'),
    anItem('2022-10-04', { hours: 4, answer: 'disputed' }),
    anItem('2022-10-05', { code: 'health', hours: 2 }),
    anItem('2022-10-05', { code: null, kind: 'meeting' }),
  ]
  assert.deepEqual(hoursOfWeek(plan, logged), [
    { code: 'own-work', planned: 30, done: 0 },
    { code: 'language', planned: 3, done: 1.5 },
    { code: 'health', planned: 0, done: 2 },
  ])
  assert.deepEqual(hoursOfWeek(undefined, []), [])
})
