import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, month } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { checkAdded, readWords } from './added.ts'
import { questionDueOn, questionState } from './question.ts'
import { monthsToReport } from './report-month.ts'

const rules = rulesOn(day('2022-10-03'))
const none = { reports: [], respites: [] }
const service = [{ firstDay: day('2022-09-20'), lastDay: null }]

test('a month that is over is to be reported within 14 days after it (programme 4.5)', () => {
  assert.deepEqual(monthsToReport({ service, ...none }, day('2022-09-30'), rules), [])
  const open = { month: '2022-09', state: 'open', dueOn: '2022-10-14', sentOn: null, late: false }
  assert.deepEqual(monthsToReport({ service, ...none }, day('2022-10-01'), rules), [open])
  assert.equal(monthsToReport({ service, ...none }, day('2022-10-14'), rules)[0]?.state, 'open')
  assert.equal(monthsToReport({ service, ...none }, day('2022-10-15'), rules)[0]?.state, 'missed')
})

test('a respite moves the last day, and a report after it is late but counts', () => {
  const respites = [{ month: month('2022-09'), until: day('2022-10-25') }]
  const [waiting] = monthsToReport({ service, reports: [], respites }, day('2022-10-20'), rules)
  assert.deepEqual([waiting?.state, waiting?.dueOn], ['respite', '2022-10-25'])
  const reports = [{ month: month('2022-09'), sentOn: day('2022-10-26') }]
  const [sent] = monthsToReport({ service, reports, respites }, day('2022-10-27'), rules)
  assert.deepEqual([sent?.state, sent?.late], ['sent', true])
})

test('two spells in a month are one report; months before reports were given here are not asked for', () => {
  const spells = [
    { firstDay: day('2022-05-02'), lastDay: day('2022-10-05') },
    { firstDay: day('2022-10-06'), lastDay: day('2022-11-02') },
  ]
  const months = monthsToReport({ service: spells, ...none }, day('2023-01-10'), rules).map((each) => each.month)
  assert.deepEqual(months, ['2022-11', '2022-10', '2022-09'])
})

test('a question is answered in time on the third working day, and late on the fourth', () => {
  const askedOn = day('2022-09-29')
  const dueOn = questionDueOn(askedOn, rules)
  assert.equal(dueOn, '2022-10-04')
  const state = (answeredOn: string | null, today: string) =>
    questionState({ askedOn, dueOn, answeredOn: answeredOn === null ? null : day(answeredOn) }, day(today))
  assert.equal(state(null, '2022-10-04'), 'open')
  assert.equal(state(null, '2022-10-05'), 'overdue')
  assert.equal(state('2022-10-04', '2022-10-30'), 'answered-in-time')
  assert.equal(state('2022-10-05', '2022-10-30'), 'answered-late')
})

test('a report that tells nothing has to say so', () => {
  const empty = checkAdded({ lines: [], nothing: false }, 0)
  assert.ok(!empty.ok && empty.problem.code === 'activity-report-empty')
  assert.ok(checkAdded({ lines: [], nothing: true }, 0).ok)
  assert.ok(checkAdded({ lines: [], nothing: false }, 1).ok)
})

test('sensitive words stop a text until they have been seen; too long a text stops it whatever is said', () => {
  const words = ['Jag har adhd']
  const stopped = readWords({ words, sensitiveSeen: false }, 100, 'words')
  assert.ok(!stopped.ok && stopped.problem.code === 'sensitive-words')
  assert.deepEqual(stopped.problem.values, { words: 'adhd' })
  const seen = readWords({ words, sensitiveSeen: true }, 100, 'words')
  assert.deepEqual(seen.ok && seen.value, ['health'])
  const long = readWords({ words: ['x'.repeat(101)], sensitiveSeen: true }, 100, 'words')
  assert.ok(!long.ok && long.problem.code === 'words-too-long')
})
