import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../src/kernel/day.ts'
import { anyDay } from '../src/kernel/testing.ts'
import { type ClockCase, complianceLines } from '../src/modules/delivery/domain/index.ts'
import { type Rules, rulesOn } from '../src/rules/index.ts'
import { clockLives } from './clock-lives.ts'
import { walkClocks } from './clocks-by-day.ts'

const at = (max: number) => fc.integer({ min: -3, max })
const anySpan = fc.record({
  start: at(130),
  length: fc.integer({ min: 0, max: 25 }),
  open: fc.integer({ min: 0, max: 15 }),
})
const kinds = fc.constantFrom('practical-support', 'own-work', 'digital', 'employer-contact')

/** Spells of up to four months around Christmas, Easter and midsummer, where many facts meet on the same days. */
const anySpell: fc.Arbitrary<ClockCase> = fc
  .record({
    from: anyDay('2020-11-01', '2022-12-31'),
    length: fc.option(fc.integer({ min: 0, max: 120 })),
    known: at(130),
    plan: fc.option(fc.record({ on: at(20), hours: fc.constantFrom(20, 39.75, 40) })),
    meetings: fc.array(fc.record({ on: at(125), minutes: fc.constantFrom(29, 30, 60), physical: fc.boolean() }), {
      maxLength: 14,
    }),
    activities: fc.array(
      fc.record({ on: at(125), hours: fc.constantFrom(0.25, 0.4, 0.8, 1, 2), physical: fc.boolean(), kind: kinds }),
      { maxLength: 30 },
    ),
    absences: fc.array(anySpan, { maxLength: 4 }),
    parallel: fc.array(anySpan, { maxLength: 2 }),
    chain: fc.integer({ min: 0, max: 300 }),
    availableHours: fc.constantFrom(undefined, 20),
  })
  .map(({ from, length, known, plan, meetings, activities, absences, parallel, chain, availableHours }) => {
    const on = (n: number) => addDays(from, n)
    const span = (each: { start: number; length: number; open: number }) => ({
      from: on(each.start),
      to: each.open === 0 ? null : on(each.start + each.length),
    })
    return {
      service: { from, to: length === null ? null : on(length) },
      plan: plan && { ...plan, on: on(plan.on) },
      meetings: meetings.map((each) => ({ ...each, on: on(each.on) })),
      activities: activities.map((each) => ({ ...each, on: on(each.on) })),
      absences: absences.map(span),
      parallel: parallel.map(span),
      chainFrom: on(-chain),
      availableHours,
      until: on(known),
    }
  })

function same(of: ClockCase, rules: Rules): void {
  const text = ({ rule, dueOn, state }: { rule: string; dueOn: string; state: string }) => `${rule} ${dueOn} ${state}`
  assert.deepEqual(complianceLines(of, rules).map(text).sort(), walkClocks(of, rules).map(text).sort())
}

describe('the clocks and a walk from day to day', () => {
  for (const version of ['2022-09-05', '2023-05-08']) {
    const rules = rulesOn(day(version))
    test(`find the same periods in any spell under ${rules.version}`, () => {
      fc.assert(
        fc.property(anySpell, (of) => same(of, rules)),
        { numRuns: 400 },
      )
    })

    test(`find the same periods in the years that the bench counts, under ${rules.version}`, () => {
      const first = rules.version === 'rom1' ? '2020-04-01' : '2023-04-17'
      for (const life of clockLives(30, 3, { first, days: 700 })) same(life, rules)
    })
  }
})
