import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../../src/kernel/day.ts'
import { byDeadline, type Task, tabOf } from './queue.ts'

const task = (dueOn: string): Task => ({
  id: dueOn,
  kind: 'verify-outcome',
  caseId: null,
  person: null,
  why: { code: 'x' },
  dueOn: day(dueOn),
  subjectId: 's',
  mine: true,
})

test('the queue falls into late, today, this week to Sunday, and later', () => {
  const wednesday = day('2022-11-16')
  const dues = ['2022-11-15', '2022-11-16', '2022-11-17', '2022-11-20', '2022-11-21']
  const groups = byDeadline(dues.map(task), wednesday)
  const days = (name: 'late' | 'today' | 'week' | 'later') => groups.get(name)?.map(({ dueOn }) => dueOn)
  assert.deepEqual(days('late'), ['2022-11-15'])
  assert.deepEqual(days('today'), ['2022-11-16'])
  assert.deepEqual(days('week'), ['2022-11-17', '2022-11-20'])
  assert.deepEqual(days('later'), ['2022-11-21'])
})

test('on a Sunday the next day is later, not this week', () => {
  assert.deepEqual([...byDeadline([task('2022-11-21')], day('2022-11-20')).keys()], ['later'])
})

test('a task opens the part of the case where it is done', () => {
  assert.equal(tabOf('delivery.decide-plan'), '/delivery')
  assert.equal(tabOf('something-new'), '')
})
