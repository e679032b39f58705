import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, month } from '../../../../src/kernel/day.ts'
import type { Action, Meeting } from './case-answers.ts'
import { type OwnFacts, restingState, waitingThings } from './next-thing.ts'

const today = day('2022-10-03')

const someFacts: OwnFacts = {
  today,
  person: { profilingNoticeOn: '2022-09-01', closed: false },
  actions: [],
  catalogue: { window: null, placements: [] },
  delivery: { meetings: [], plans: [], due: [] },
  logs: [],
  explanation: null,
  dialogue: null,
}

const may = (...names: string[]): Action[] => names.map((name) => ({ name, module: 'any', allowed: true }))

const aWindow = {
  windowId: 'w',
  cause: 'referral' as const,
  openedOn: '2022-10-03',
  remindOn: '2022-10-06',
  dueOn: '2022-10-10',
  placeOn: '2022-10-11',
  state: 'open' as const,
}

const aMeeting = (onDay: string, more: Partial<Meeting> = {}): Meeting => ({
  meetingId: onDay,
  startsAt: `${onDay}T08:00:00.000Z`,
  onDay,
  minutes: 30,
  mode: 'physical',
  individual: true,
  came: null,
  tookPlace: null,
  attendanceId: null,
  place: null,
  adviserName: null,
  progress: null,
  answer: 'none',
  expected: null,
  ...more,
})

const aSpell = (firstDay: string, lastDay: string | null) => ({
  placementId: 'p',
  providerId: 'x',
  providerName: 'Exempel AB',
  addressId: 'a',
  how: 'chosen' as const,
  chosenOn: firstDay,
  firstDay,
  lastDay,
})

const kinds = (facts: Partial<OwnFacts>) => waitingThings({ ...someFacts, ...facts }).map((one) => one.kind)
const rest = (facts: Partial<OwnFacts>) => restingState({ ...someFacts, ...facts })

test('what binds soonest comes first: the notice, the choice, the meeting, the plan, the month', () => {
  const plan = {
    planId: 'p',
    version: 1,
    current: true,
    goals: '',
    replaced: false,
    languageSupport: false,
    providerName: 'Prov AB',
    hoursPerWeek: 40,
    agreedOn: today,
    activities: [],
    state: 'waiting' as const,
    why: null,
    answers: [],
  }
  const item = { answer: 'none' as const } as OwnFacts['logs'][number]['items'][number]
  const all = {
    actions: may('giveProfilingNotice', 'chooseProvider'),
    catalogue: { window: aWindow, placements: [] },
    delivery: { meetings: [aMeeting('2022-10-04')], plans: [plan], due: [] },
    logs: [{ month: month('2022-09'), items: [item, { ...item, answer: 'confirmed' as const }] }],
  }
  assert.deepEqual(kinds(all), ['notice', 'choose', 'meeting', 'plan', 'confirm'])
  assert.deepEqual(waitingThings({ ...someFacts, ...all }).at(-1), { kind: 'confirm', month: '2022-09', count: 1 })
  assert.deepEqual(kinds({ ...all, person: { profilingNoticeOn: null, closed: true } }), [])
})

test('a choice that time has taken over is made together', () => {
  const catalogue = { window: { ...aWindow, state: 'handed-over' as const }, placements: [] }
  const [thing] = waitingThings({ ...someFacts, catalogue })
  assert.deepEqual(thing, { kind: 'choose', dueOn: '2022-10-10', together: true })
})

test('an answered meeting waits for nobody, and a meeting of the past is no meeting to come', () => {
  const answered = aMeeting('2022-10-04', { expected: 'coming' })
  const delivery = { meetings: [aMeeting('2022-09-30'), answered], plans: [], due: [] }
  assert.deepEqual(kinds({ delivery }), [])
  assert.deepEqual(rest({ delivery }), { kind: 'meeting', meeting: answered })
})

test('the earliest of several meetings is the next one', () => {
  const delivery = { meetings: [aMeeting('2022-10-18'), aMeeting('2022-10-04')], plans: [], due: [] }
  const [thing] = waitingThings({ ...someFacts, delivery })
  assert.equal(thing?.kind === 'meeting' && thing.meeting.onDay, '2022-10-04')
})

test('when nothing waits the card says where the case stands', () => {
  const placed = (firstDay: string, lastDay: string | null) => ({
    catalogue: { window: null, placements: [aSpell(firstDay, lastDay)] },
  })
  assert.deepEqual(rest({}), { kind: 'waiting' })
  assert.deepEqual(rest({ explanation: {} as OwnFacts['explanation'] }), { kind: 'assessed' })
  assert.deepEqual(rest(placed('2022-10-17', null)), { kind: 'start', day: '2022-10-17', provider: 'Exempel AB' })
  assert.deepEqual(rest(placed('2022-08-01', null)), { kind: 'in-service' })
  assert.deepEqual(rest(placed('2022-08-01', '2022-10-03')), { kind: 'in-service' })
  assert.deepEqual(rest(placed('2022-08-01', '2022-10-02')), { kind: 'over', day: '2022-10-02' })
  assert.deepEqual(rest({ person: { profilingNoticeOn: null, closed: true } }), { kind: 'closed' })
})

test('reports, messages and answers wait after what is to be confirmed, once they have come', () => {
  const reports = [{ month: month('2022-09'), dueOn: day('2022-10-14'), missed: false }]
  const dialogue = { reports, unread: 2, answers: 1 }
  assert.deepEqual(kinds({ dialogue }), ['report', 'message', 'answer'])
  assert.deepEqual(kinds({ dialogue: { reports: [], unread: 0, answers: 0 } }), [])
})
