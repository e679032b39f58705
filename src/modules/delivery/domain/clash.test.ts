import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { atTime } from '../../../kernel/instant.ts'
import { type Booking, clashesOf } from './clash.ts'

const at = (text: string, time: string, minutes = 30, individual = true): Booking => ({
  startsAt: atTime(day(text), time),
  minutes,
  individual,
})
const nothing = { participant: [], adviser: [], absences: [] }
const kinds = (wish: Booking, known: Partial<Parameters<typeof clashesOf>[1]> = {}) =>
  clashesOf(wish, { ...nothing, ...known }).map((clash) => clash.kind)

describe('what a wished meeting meets', () => {
  test('is nothing on an ordinary day when one ends as the other begins', () => {
    const wish = at('2022-10-04', '10:00')
    const around = [at('2022-10-04', '09:30'), at('2022-10-04', '10:30')]
    assert.deepEqual(kinds(wish, { participant: around, adviser: around }), [])
  })

  test('is every meeting that shares a minute, with when it is', () => {
    const longer = at('2022-10-04', '09:00', 61)
    const [clash] = clashesOf(at('2022-10-04', '10:00'), { ...nothing, participant: [longer] })
    assert.deepEqual(clash, { kind: 'participant-meeting', startsAt: longer.startsAt, minutes: 61 })
    assert.deepEqual(kinds(at('2022-10-04', '08:00', 240), { adviser: [longer] }), ['adviser-meeting'])
  })

  test('is not the same group of the adviser, but another group or a talk between two is', () => {
    const group = at('2022-10-04', '10:00', 60, false)
    assert.deepEqual(kinds(group, { adviser: [group] }), [])
    assert.deepEqual(kinds(group, { adviser: [at('2022-10-04', '10:30', 60, false)] }), ['adviser-meeting'])
    assert.deepEqual(kinds(at('2022-10-04', '10:00'), { adviser: [group] }), ['adviser-meeting'])
  })

  test('is a holiday or a weekend, never both', () => {
    assert.deepEqual(kinds(at('2022-12-26', '10:00')), ['holiday'])
    assert.deepEqual(kinds(at('2022-12-25', '10:00')), ['holiday'])
    assert.deepEqual(kinds(at('2022-10-08', '10:00')), ['weekend'])
  })

  test('is approved absence on the Swedish day, also just after midnight', () => {
    const absences = [{ from: day('2022-10-05'), to: day('2022-10-05') }]
    assert.deepEqual(kinds(at('2022-10-05', '00:15'), { absences }), ['approved-absence'])
    assert.deepEqual(kinds(at('2022-10-06', '00:15'), { absences }), [])
  })

  test('is measured in real minutes when the clocks go back', () => {
    const before = at('2022-10-30', '02:30', 60)
    const after = at('2022-10-30', '03:00')
    assert.deepEqual(kinds(after, { participant: [before] }), ['weekend'])
  })

  test('is a parallel measure on its days, and an activity is told from a meeting (programme 4.3, 4.5)', () => {
    const measures = [{ from: day('2022-10-03'), to: day('2022-10-04') }]
    assert.deepEqual(kinds(at('2022-10-04', '09:00'), { measures }), ['parallel-measure'])
    assert.deepEqual(kinds(at('2022-10-05', '09:00'), { measures }), [])
    const activity = { ...at('2022-10-04', '09:00'), activity: true }
    assert.deepEqual(kinds(at('2022-10-04', '09:00'), { participant: [activity], adviser: [activity] }), [
      'participant-activity',
      'adviser-activity',
    ])
  })
})
