import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../../../kernel/day.ts'
import { must } from '../../../kernel/result.ts'
import { type Level, priceOf, rulesOfVersion } from '../../../rules/index.ts'
import { type CaseLine, factsOfLine } from './case-line.ts'
import { type CaseMoney, entitlements } from './entitlements.ts'
import type { MoneyFacts } from './money-facts.ts'
import { moneyLaw } from './money-law.ts'

const runs = { numRuns: 300 }
const first = day('2021-03-01')

/** A whole life in the service: one or two decisions, up to four spells with gaps, some work and studies. */
const life: fc.Arbitrary<CaseLine> = fc
  .record({
    level: fc.constantFrom<Level>('A', 'B', 'C'),
    secondLevel: fc.constantFrom<Level | null>('A', 'C', null),
    pause: fc.constantFrom(0, 0, 30, 300),
    lengths: fc.array(fc.tuple(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 0, max: 40 })), {
      minLength: 1,
      maxLength: 4,
    }),
    open: fc.boolean(),
    outcomes: fc.array(
      fc.record({
        kind: fc.constantFrom('work' as const, 'work' as const, 'studies' as const),
        start: fc.integer({ min: -20, max: 600 }),
        days: fc.option(fc.integer({ min: 1, max: 300 })),
        verified: fc.constantFrom(true, true, false),
        extentPercent: fc.constantFrom(null, 30, 50, 75, 100),
      }),
      { maxLength: 5 },
    ),
    reports: fc.constantFrom('all' as const, ['2021-03', '2021-05', '2021-09']),
  })
  .map(({ level, secondLevel, pause, lengths, open, outcomes, reports }) => {
    const second = addDays(first, 180 + pause)
    let at = first
    const spells = lengths.map(([length, gap], index) => {
      const from = addDays(at, gap)
      at = addDays(from, length)
      const last = index === lengths.length - 1 && open
      return { provider: `p${index % 3}`, from, to: last ? null : addDays(at, -1) }
    })
    return {
      level,
      priceModel: '1',
      decisions: [
        { from: first, to: addDays(first, 179) },
        ...(secondLevel ? [{ from: second, to: addDays(second, 179), level: secondLevel }] : []),
      ],
      spells,
      approvedReports: reports,
      outcomes: outcomes.map(({ start, days, ...rest }) => ({
        ...rest,
        from: addDays(first, start),
        to: days === null ? null : addDays(first, start + days - 1),
      })),
      wantedPercent: 100,
    } satisfies CaseLine
  })

const lawFor = (on: Parameters<typeof rulesOfVersion>[1]) => moneyLaw(rulesOfVersion('rom1', on))
const moneyOf = (facts: MoneyFacts): CaseMoney => must(entitlements(facts, lawFor))
const factsOf = (line: CaseLine): MoneyFacts => must(factsOfLine(line))

describe('over generated lives', () => {
  test('no amount is negative, none is zero, and each is a whole number of öre', () => {
    fc.assert(
      fc.property(life, (line) => {
        for (const { amountOre } of moneyOf(factsOf(line)).entitlements) {
          assert.ok(Number.isSafeInteger(amountOre) && amountOre > 0)
        }
      }),
      runs,
    )
  })

  test('the order in which facts arrive changes nothing', () => {
    fc.assert(
      fc.property(life, fc.integer(), (line, turn) => {
        const facts = factsOf(line)
        const turned = <T>(list: readonly T[]): T[] => {
          const cut = list.length === 0 ? 0 : Math.abs(turn) % list.length
          return [...list.slice(cut), ...list.slice(0, cut)].reverse()
        }
        const { approvedReports } = facts
        const other: MoneyFacts = {
          ...facts,
          decisions: turned(facts.decisions),
          spells: turned(facts.spells),
          outcomes: turned(facts.outcomes),
          approvedReports: approvedReports === 'all' ? 'all' : turned(approvedReports),
        }
        assert.deepEqual(moneyOf(other), moneyOf(facts))
      }),
      runs,
    )
  })

  test('the base fees of a month never cover more than the month, whoever gets them', () => {
    fc.assert(
      fc.property(life, (line) => {
        const { entitlements: lines } = moneyOf(factsOf({ ...line, approvedReports: 'all' }))
        const highest = 198_000
        const byMonth = Map.groupBy(
          lines.filter((each) => each.kind === 'base_fee'),
          (each) => each.month,
        )
        for (const fees of byMonth.values()) {
          const total = fees.reduce((sum, each) => sum + each.amountOre, 0)
          assert.ok(total <= highest + fees.length, `${total}`)
        }
        const days = lines.flatMap((each) => each.steps.filter((step) => step.code === 'days-at-level'))
        const seen = days.map((step) => step.values).sort((a, b) => (String(a.from) < String(b.from) ? -1 : 1))
        for (const [index, values] of seen.entries()) {
          const before = seen[index - 1]
          assert.ok(before === undefined || String(before.to) < String(values.from))
        }
      }),
      runs,
    )
  })

  // A day of a month of 31 costs 1/31 and takes 1/30 off the premium: 1/930 less than nothing for each, 1/30 for the month.
  // Twelve months hold at most seven of 31 days (1 March up to and with 31 January): 7/30 under. February gives 2/30 over.
  // The 0.21 that the order names holds for what begins in the first 180 days, and not for all twelve months.
  test('base fee and premium of one provider for a whole chain lie between 7/30 under and 2/30 over twelve fees', () => {
    const whole = fc.record({
      level: fc.constantFrom<Level>('A', 'B', 'C'),
      start: fc.integer({ min: 0, max: 700 }),
      used: fc.integer({ min: 0, max: 359 }),
      extended: fc.boolean(),
    })
    fc.assert(
      fc.property(whole, ({ level, start, used, extended }) => {
        const from = addDays(first, start)
        const granted = extended ? 360 : 180
        fc.pre(used < granted)
        const halves = extended ? [0, 180] : [0]
        const line: CaseLine = {
          level,
          priceModel: '2',
          decisions: halves.map((after) => ({ from: addDays(from, after), to: addDays(from, after + 179) })),
          spells: [{ provider: 'p1', from, to: null }],
          approvedReports: 'all',
          outcomes: [{ kind: 'work', verified: true, from: addDays(from, used), to: null }],
        }
        const table = rulesOfVersion('rom1', from).compensation.baseFeeOre
        const fee = (table && priceOf(table, level, '2')) ?? 0
        const paid = moneyOf(factsOf(line)).entitlements.filter((each) => each.kind !== 'outcome_payment')
        const total = paid.reduce((sum, each) => sum + each.amountOre, 0)
        // Each of at most fourteen lines is rounded on its own.
        assert.ok(total >= (12 - 7 / 30) * fee - 7 && total <= (12 + 2 / 30) * fee + 7, `${total} of ${12 * fee}`)
        if (used < 180) assert.ok(Math.abs(total - 12 * fee) <= 0.21 * fee, `${total} of ${12 * fee}`)
      }),
      runs,
    )
  })

  test('nobody is paid a base fee for a day from which an outcome counts', () => {
    fc.assert(
      fc.property(life, (line) => {
        const { entitlements: lines } = moneyOf(factsOf(line))
        const begun = lines.find((each) => each.kind === 'outcome_payment')
        if (begun === undefined || begun.kind === 'base_fee') return
        for (const each of lines) {
          if (each.kind !== 'base_fee' || !each.chainFirstDays.includes(begun.chainFirstDay)) continue
          if (each.chainFirstDays.length > 1) continue
          for (const step of each.steps) {
            if (step.code === 'days-at-level') assert.ok(String(step.values.to) < begun.outcomeFirstDay)
          }
        }
      }),
      runs,
    )
  })

  test('a chain gives at most one outcome payment and one premium, to the same provider', () => {
    fc.assert(
      fc.property(life, (line) => {
        const { entitlements: lines } = moneyOf(factsOf(line))
        const paid = lines.flatMap((each) => (each.kind === 'base_fee' ? [] : [each]))
        for (const ofChain of Map.groupBy(paid, (each) => each.chainFirstDay).values()) {
          assert.equal(new Set(ofChain.map((each) => each.kind)).size, ofChain.length)
          assert.equal(new Set(ofChain.map((each) => each.provider)).size, 1)
        }
      }),
      runs,
    )
  })
})
