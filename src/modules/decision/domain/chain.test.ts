import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, day, daysBetween } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { aChain, aDecision, anExtension } from '../testing.ts'
import { dateCases, joinCases, startCases } from './chain.cases.ts'
import { datesFrom, fixDates, joinAdjoining, mayStartOn, stateOn } from './index.ts'

const anyDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(day('2020-04-01'), n))

describe('the days of a decision', () => {
  for (const { rule, firstDay, days, lastDay } of dateCases) {
    test(rule, () => assert.deepEqual(datesFrom(day(firstDay), days), { firstDay, lastDay }))
  }

  test('are as many as granted, first and last counted, wherever they begin', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 366 }), (firstDay, days) => {
        const dates = datesFrom(firstDay, days)
        assert.equal(daysBetween(dates.firstDay, dates.lastDay) + 1, days)
      }),
    )
  })
})

describe('the first day in service', () => {
  for (const { rule, chosenOn, early, start } of startCases) {
    test(rule, () => {
      const on = day(chosenOn)
      assert.equal(mayStartOn(early === null ? null : day(early), on, rulesOn(on)), start)
    })
  }

  test('is after the choice and never later than the ordinary one', () => {
    const early = fc.option(anyDay, { nil: null })
    fc.assert(
      fc.property(anyDay, early, (chosenOn, earlyStartOn) => {
        const start = mayStartOn(earlyStartOn, chosenOn, rulesOn(chosenOn))
        assert.ok(start > chosenOn && start <= mayStartOn(null, chosenOn, rulesOn(chosenOn)))
      }),
    )
  })
})

describe('chains', () => {
  for (const { rule, decisions, chains } of joinCases) {
    test(rule, () => {
      const dated = decisions.map(([firstDay, lastDay]) => ({ firstDay: day(firstDay), lastDay: day(lastDay) }))
      assert.deepEqual(
        joinAdjoining(dated, 2).map((chain) => chain.length),
        chains,
      )
    })
  }

  test('hold every decision once and never more than two that adjoin', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(anyDay, gaps, (from, list) => {
        let next: Day = from
        const decisions = list.map((gap) => {
          const dates = datesFrom(addDays(next, gap), 10)
          next = dates.lastDay
          return dates
        })
        const chains = joinAdjoining(decisions, 2)
        assert.deepEqual(chains.flat(), decisions)
        for (const [first, second] of chains)
          if (first && second) assert.equal(addDays(first.lastDay, 1), second.firstDay)
        assert.ok(chains.every((chain) => chain.length <= 2))
      }),
    )
  })
})

describe('how a chain stands', () => {
  const first = aDecision({ ...datesFrom(day('2022-10-17'), 180) })
  const states: [string, ReturnType<typeof aChain>, string, string][] = [
    ['granted and not dated', aChain([aDecision()]), '2022-10-10', 'granted'],
    ['dated ahead', aChain([first]), '2022-10-16', 'coming'],
    ['on its first day', aChain([first]), '2022-10-17', 'running'],
    ['on its last day', aChain([first]), '2023-04-14', 'running'],
    ['the day after', aChain([first]), '2023-04-15', 'over'],
    ['extended', aChain([first, anExtension(first)]), '2023-04-15', 'running'],
    ['on the last day before an interruption', aChain([first], { interruption: {} }), '2022-12-01', 'running'],
    ['interrupted', aChain([first], { interruption: {} }), '2022-12-02', 'interrupted'],
    ['returned', aChain([first], { interruption: { returnedOn: day('2023-01-10') } }), '2023-01-10', 'running'],
    [
      'interrupted before it began',
      aChain([first], { interruption: { lastDay: day('2022-10-10') } }),
      '2022-10-11',
      'withdrawn',
    ],
    ['ended by an outcome', aChain([first], { endedOn: day('2022-12-31') }), '2023-01-01', 'ended'],
  ]
  for (const [name, chain, on, state] of states) {
    test(`${name}: ${state}`, () => assert.equal(stateOn(chain, day(on)), state))
  }
})

describe('fixing the days', () => {
  const today = day('2022-10-03')
  const code = (decision: ReturnType<typeof aDecision>, firstDay: string, on = today) => {
    const fixed = fixDates(decision, day(firstDay), on)
    return fixed.ok ? fixed.value : fixed.problem.code
  }

  test('gives 180 days from the first', () => {
    assert.deepEqual(code(aDecision(), '2022-10-17'), { firstDay: '2022-10-17', lastDay: '2023-04-14' })
  })
  test('moves them while the service has not begun', () => {
    const dated = aDecision(datesFrom(day('2022-10-17'), 180))
    assert.deepEqual(code(dated, '2022-10-20'), { firstDay: '2022-10-20', lastDay: '2023-04-17' })
  })
  test('leaves them once the service has begun, or when nothing changes', () => {
    const dated = aDecision(datesFrom(day('2022-10-17'), 180))
    assert.equal(code(dated, '2022-11-01', day('2022-10-17')), null)
    assert.equal(code(dated, '2022-10-17'), null)
  })
  test('refuses a start before the decision, and leaves the days of an extension, which follow the first decision', () => {
    assert.equal(code(aDecision(), '2022-10-02'), 'start-before-decision')
    assert.equal(code(anExtension(aDecision(datesFrom(day('2022-10-17'), 180))), '2023-05-01'), null)
  })
})
