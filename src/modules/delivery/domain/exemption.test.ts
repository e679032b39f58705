import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { nextDue } from './compliance.ts'
import { exemptionsOn } from './exemption.ts'

const rules = rulesOn(day('2022-10-03'))
const span = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) })
const waiver = (
  rule: 'telephone-meeting' | 'no-physical-meeting',
  area: string | null,
  firstDay: string,
  lastDay: string,
) => ({
  rule,
  area,
  firstDay: day(firstDay),
  lastDay: day(lastDay),
})
const none = { absences: [], parallel: [], waivers: [], areaCode: 'FA15' }
const on = (of: Partial<Parameters<typeof exemptionsOn>[1]>, at = '2022-10-03') =>
  exemptionsOn(day(at), { ...none, ...of }, rules).map(({ kind, lastDay }) => `${kind} ${lastDay}`)

describe('why less is asked for just now', () => {
  test('is nothing, absence or a full-time measure on the day, with the last day of it', () => {
    assert.deepEqual(on({}), [])
    const absences = [span('2022-09-30', '2022-10-03'), span('2022-10-03', '2022-10-07')]
    assert.deepEqual(on({ absences }), ['approved-absence 2022-10-07'])
    assert.deepEqual(on({ absences }, '2022-10-08'), [])
    assert.deepEqual(on({ absences: [span('2022-10-01', null)] }), ['approved-absence null'])
    assert.deepEqual(on({ parallel: [span('2022-10-03', '2022-10-16')] }), ['parallel-measure 2022-10-16'])
  })

  test('is a waiver in force there on the day, by the authority or for the person', () => {
    const waivers = [
      waiver('telephone-meeting', 'FA16', '2022-10-01', '2022-12-31'),
      waiver('telephone-meeting', null, '2022-10-01', '2022-10-09'),
      waiver('telephone-meeting', 'FA15', '2022-10-01', '2022-10-31'),
      waiver('no-physical-meeting', 'FA15', '2022-10-04', '2022-10-31'),
    ]
    assert.deepEqual(on({ waivers }), ['telephone-meeting 2022-10-31'])
    assert.deepEqual(on({ waivers }, '2022-11-01'), [])
  })

  test('a last day tells from when a holiday or an absence has moved it', () => {
    const due = (from: string, until: string, absences: ReturnType<typeof span>[] = []) =>
      nextDue(
        {
          service: span(from, null) as { from: ReturnType<typeof day>; to: null },
          plan: { on: day(from), hours: 40 },
          meetings: [],
          activities: [],
          absences,
          until: day(until),
        },
        rules,
      )
        .filter((one) => one.rule === 'meeting-every-14-days')
        .map((one) => `${one.dueOn} ${one.movedFrom}`)
    assert.deepEqual(due('2022-09-05', '2022-09-06'), ['2022-09-19 null'])
    assert.deepEqual(due('2022-06-10', '2022-06-13'), ['2022-06-27 2022-06-24'])
    assert.deepEqual(due('2022-09-05', '2022-09-14', [span('2022-09-15', '2022-09-20')]), ['2022-09-21 2022-09-19'])
    assert.deepEqual(due('2022-09-05', '2022-09-14', [span('2022-09-15', null)]), [])
  })
})
