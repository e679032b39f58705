import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ProblemBody } from '../api/problem.ts'
import { type Desk, type Entry, type Outcome, outcomeOf, outcomeOfAnswer, sendInOrder } from './entry.ts'

const problem = (status: number, code: string): ProblemBody => ({ type: 'about:blank', title: code, status, code })
const refusedBy = (code: string): Outcome => ({ kind: 'refused', problem: problem(409, code) })

const entry = (key: string, more: Partial<Entry> = {}): Entry => ({
  key,
  userId: 'adviser',
  lane: 'case-1',
  subjects: [`meeting-${key}`],
  kind: 'attendance',
  about: {},
  path: `/meetings/${key}/attendance`,
  body: {},
  screen: '/app/provider',
  changes: [],
  place: Number(key),
  madeAtMillis: 0,
  refused: null,
  ...more,
})

/** A device whose server answers each key as told, `done` unless said; what it was sent is in `sent`. */
function deviceOf(entries: readonly Entry[], answers: Record<string, Outcome> = {}, old: readonly string[] = []) {
  const kept = new Map(entries.map((one) => [one.key, one]))
  const sent: string[] = []
  const desk: Desk = {
    entries: async () => [...kept.values()],
    async send({ key }) {
      sent.push(key)
      return answers[key] ?? { kind: 'done', value: null }
    },
    forget: async ({ key }) => void kept.delete(key),
    keepRefused: async (one, refused) => void kept.set(one.key, { ...one, refused }),
    isTooOld: ({ key }) => old.includes(key),
  }
  return { desk, sent, left: () => [...kept.keys()], kept }
}

describe('what waits on the device', () => {
  test('is sent in the order of taps, whatever order it lies in, and forgotten when it is done', async () => {
    const device = deviceOf([entry('3'), entry('1'), entry('2', { lane: 'case-2' })])
    await sendInOrder(device.desk)
    assert.deepEqual([device.sent, device.left()], [['1', '2', '3'], []])
  })

  test('stays whole when no answer comes, and nothing after it is tried', async () => {
    const device = deviceOf([entry('1'), entry('2', { lane: 'case-2' })], { 1: { kind: 'no-answer' } })
    const { stopped } = await sendInOrder(device.desk)
    assert.deepEqual([stopped, device.sent, device.left()], ['no-answer', ['1'], ['1', '2']])
  })

  test('stays whole when the sign-in has run out', async () => {
    const device = deviceOf([entry('1'), entry('2')], { 1: { kind: 'signed-out' } })
    assert.equal((await sendInOrder(device.desk)).stopped, 'signed-out')
    assert.deepEqual(device.left(), ['1', '2'])
  })

  test('a refused one waits with its reason, and the next about the same participant is sent', async () => {
    const device = deviceOf([entry('1'), entry('2')], { 1: refusedBy('already-recorded') })
    await sendInOrder(device.desk)
    assert.deepEqual([device.sent, device.left()], [['1', '2'], ['1']])
    assert.equal(device.kept.get('1')?.refused?.code, 'already-recorded')
  })

  test('a refused one is not sent again, and a later one about the same meeting waits behind it', async () => {
    const waits = entry('1', { refused: problem(409, 'changed-meanwhile'), subjects: ['meeting'] })
    const device = deviceOf([waits, entry('2', { subjects: ['meeting'] }), entry('3')])
    await sendInOrder(device.desk)
    assert.deepEqual([device.sent, device.left()], [['3'], ['1', '2']])
  })

  test('a fault in the server holds back that participant only', async () => {
    const device = deviceOf([entry('1'), entry('2'), entry('3', { lane: 'case-2' })], { 1: { kind: 'later' } })
    await sendInOrder(device.desk)
    assert.deepEqual(
      [device.sent, device.left()],
      [
        ['1', '3'],
        ['1', '2'],
      ],
    )
  })

  test('one that is older than its key is never sent, but told to the person', async () => {
    const device = deviceOf([entry('1')], {}, ['1'])
    await sendInOrder(device.desk)
    assert.deepEqual([device.sent, device.kept.get('1')?.refused?.code], [[], 'too-old'])
  })

  test('an answer to the same key that came after all ends it once', async () => {
    const device = deviceOf([entry('1')], { 1: { kind: 'no-answer' } })
    await sendInOrder(device.desk)
    const again = deviceOf([...device.kept.values()])
    await sendInOrder(again.desk)
    await sendInOrder(again.desk)
    assert.deepEqual([again.sent, again.left()], [['1'], []])
  })
})

test('a row that is refused inside a request that succeeds is a refusal', () => {
  const said = { code: 'already-recorded', title: 'Det är redan noterat', cure: 'Ladda om sidan.' }
  const refused = outcomeOfAnswer({ results: [{ entryId: 'a', state: 'refused', problem: said }] })
  assert.equal(refused.kind === 'refused' && refused.problem.code, 'already-recorded')
  for (const state of ['saved', 'already-saved'])
    assert.equal(outcomeOfAnswer({ results: [{ entryId: 'a', state, problem: null }] }).kind, 'done')
  for (const value of [undefined, { id: 'a', warnings: [] }]) assert.equal(outcomeOfAnswer(value).kind, 'done')
})

test('only a definite answer about the entry is a refusal', () => {
  const kinds = [
    problem(0, 'offline'),
    problem(401, 'session-ended'),
    problem(403, 'csrf-token-wrong'),
    problem(403, 'not-your-participant'),
    problem(409, 'already-recorded'),
    problem(422, 'not-valid'),
    problem(429, 'too-many'),
    problem(503, 'went-wrong'),
  ].map((one) => outcomeOf(one).kind)
  assert.deepEqual(kinds, ['no-answer', 'signed-out', 'signed-out', 'refused', 'refused', 'refused', 'later', 'later'])
})
