import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../../src/kernel/day.ts'
import { texts as englishWords } from '../../language/texts/tasks.en.ts'
import { texts as words } from '../../language/texts/tasks.sv.ts'
import { aroundCase, byDeadline, type Task, tabOf, tabs } from './queue.ts'

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
  assert.equal(tabOf('prepare-extension'), '/extension')
  assert.equal(tabOf('something-new'), '')
})

/** Work items that no caseworker has: the provider's, the approver's and the overseer's. */
const ofOtherDesks = [
  'delivery.look-at-dispute',
  'delivery.redo-plan',
  'delivery.sign-report',
  'delivery.redo-report',
  'delivery.give-final-report',
  'delivery.give-view',
  'delivery.old-dispute',
  'compensation.approve-statement',
  'settle-invoice',
  'approve-payee',
  'settle-bank-answer',
  'admission.judge-application',
  'delivery.hand-over',
  'market.decide-transfer',
  'oversight.answer-complaint',
  'platform.webhook-off',
]

const kindsWithWords = Object.keys(words).flatMap((key) =>
  key.startsWith('task.') && key !== 'task.other' ? [key.slice('task.'.length)] : [],
)

test('every kind of work item has its page, and every page is there', () => {
  const homeless = kindsWithWords.filter((kind) => !(kind in tabs) && !ofOtherDesks.includes(kind))
  assert.deepEqual(homeless, [])
  const screens = readFileSync(`${import.meta.dirname}/screens.ts`, 'utf8')
  const missing = Object.values(tabs).filter((tab) => !screens.includes(`'/cases/$caseId${tab}'`))
  assert.deepEqual(missing, [])
})

test('every kind that a module opens for a caseworker has words in both languages', () => {
  const root = `${import.meta.dirname}/../../../../src/modules`
  const files = globSync('{decision,delivery,outcomes}/tasks.ts', { cwd: root }).sort()
  assert.ok(files.length > 2)
  const opened = files.flatMap((file) => {
    const [, kinds = ''] = /taskKinds = \{([^}]*)\}/.exec(readFileSync(`${root}/${file}`, 'utf8')) ?? []
    return [...kinds.matchAll(/'([a-z.-]+)'/g)].map(([, kind = '']) => kind)
  })
  assert.ok(opened.includes('delivery.answer-informative'))
  const spoken = new Set(Object.keys(englishWords))
  const wordless = opened.filter((kind) => !kindsWithWords.includes(kind) || !spoken.has(`task.${kind}`))
  assert.deepEqual(wordless, [])
})

test('after what stands on a case comes the first of another', () => {
  const of = (caseId: string | null, dueOn: string): Task => ({ ...task(dueOn), id: `${caseId} ${dueOn}`, caseId })
  const queue = [of(null, '2022-11-14'), of('a', '2022-11-15'), of('b', '2022-11-16'), of('a', '2022-11-17')]
  const { here, next } = aroundCase(queue, 'a')
  assert.deepEqual(
    here.map((one) => one.dueOn),
    ['2022-11-15', '2022-11-17'],
  )
  assert.equal(next?.caseId, 'b')
  assert.equal(aroundCase(queue, 'c').next?.caseId, 'a')
  assert.equal(aroundCase([of('a', '2022-11-15')], 'a').next, null)
})
