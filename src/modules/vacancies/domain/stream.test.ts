import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { type Instant, instant } from '../../../kernel/instant.ts'
import { rulesOn } from '../../../rules/index.ts'
import { askAddress, nextAsk, streamLines } from './index.ts'

const pace = rulesOn(day('2022-10-03')).vacancies
const now = instant('2022-10-03T10:00:00Z')

test('a stream is asked for what changed since the moment last taken, and a little before', () => {
  const ask = nextAsk(instant('2022-10-03T09:55:00Z'), now, pace)
  assert.deepEqual(ask, { since: '2022-10-03T09:45:00.000Z', until: null, reaches: now })
  const address = askAddress('https://stream.example/stream?location=1480', ask)
  assert.equal(address, 'https://stream.example/stream?location=1480&date=2022-10-03T09%3A45%3A00')
})

test('the second version of the stream is asked in its own words', () => {
  const ask = nextAsk(instant('2022-10-01T10:00:00Z'), now, pace)
  assert.equal(
    askAddress('https://stream.example/v2/stream', ask),
    'https://stream.example/v2/stream?updated-after=2022-10-01T09%3A50%3A00&updated-before=2022-10-01T16%3A00%3A00',
  )
})

test('what lies far behind is asked for in parts that leave no gap, until the moment itself', () => {
  let taken: Instant | null = null
  let parts = 0
  for (;;) {
    const ask = nextAsk(taken, now, pace)
    const expected: Instant = taken ?? instant('2022-09-26T10:00:00Z')
    assert.equal(Date.parse(expected) - Date.parse(ask.since), 10 * 60_000)
    taken = ask.reaches
    parts += 1
    if (ask.until === null) break
    assert.equal(ask.until, ask.reaches)
  }
  assert.deepEqual([parts, taken], [28, now])
})

test('a clock that was put back never takes the moment back', () => {
  const taken = instant('2022-10-03T11:00:00Z')
  assert.equal(nextAsk(taken, now, pace).reaches, taken)
})

test('only one whole JSON list is an answer; the empty one says that nothing changed', () => {
  assert.deepEqual(streamLines(' [] '), [])
  assert.equal(streamLines('[{"id":"1"}]')?.length, 1)
  for (const text of ['', '<html>', '{"error":"busy"}', '[{"id":"1"}', '{"id":"1"}\n{"id":"2"}'])
    assert.equal(streamLines(text), null, text)
})
