import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, day } from '../../../kernel/day.ts'
import { rulesOn } from '../../../rules/index.ts'
import { aPersonsFacts } from '../testing.ts'
import { comparisonTable } from './comparison-table.ts'
import { deadweightMonths } from './deadweight.ts'
import { hideSmall } from './small-cells.ts'
import { standingCases } from './window-comparison.cases.ts'
import { countPerson, emptyTally, standingUnder, type WindowLaw } from './window-comparison.ts'

const on = day('2022-10-03')
const rules = rulesOn(on)
const five: WindowLaw = {
  window: rules.assessment.window,
  cutPoints: { nearFrom: 0.5, levelAFrom: 0.44, levelBFrom: 0.34, farBelow: 0.25 },
}
const wider: WindowLaw = {
  window: { ...five.window, number: 7, registeredDays: 90, registeredDaysInProgramme: 90 },
  cutPoints: { nearFrom: 0.55, levelAFrom: 0.48, levelBFrom: 0.38, farBelow: 0.28 },
}
const cost = (level: 'A' | 'B' | 'C') => ({ A: 100, B: 200, C: 300 })[level]
const aPerson = (days: number, probability: number, more: Parameters<typeof aPersonsFacts>[0] = {}) => ({
  facts: aPersonsFacts({ registeredFrom: addDays(on, -days), programme: null, ...more }),
  probability,
})

describe('where a person stands under two windows', () => {
  for (const each of standingCases) {
    test(`${each.rule} (programme 4.2)`, () => {
      const person = aPerson(each.days, each.chance)
      assert.equal(standingUnder(person, five, on), each.before)
      assert.equal(standingUnder(person, wider, on), each.after)
    })
  }
})

describe('the table of a comparison', () => {
  const counted = (people: ReturnType<typeof aPerson>[]) => {
    const tally = emptyTally()
    for (const person of people) countPerson(tally, person, { before: five, after: wider, on, cost })
    return comparisonTable(tally, 5, () => 'A1')
  }
  const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

  test('counts who enters, who leaves and who changes level, and what it is expected to cost', () => {
    const table = counted([
      ...many(10, aPerson(120, 0.3)),
      ...many(6, aPerson(200, 0.26)),
      ...many(7, aPerson(200, 0.36, { sex: 'female' })),
    ])
    assert.deepEqual(table.total, {
      key: 'all',
      people: 23,
      referableBefore: 13,
      referableAfter: 17,
      enters: 10,
      leaves: 6,
      otherLevel: 7,
      before: { A: 0, B: 7, C: 6 },
      after: { A: 0, B: 0, C: 17 },
      costBeforeOre: 7 * 200 + 6 * 300,
      costAfterOre: 17 * 300,
    })
    const women = table.groups.find(({ by }) => by === 'sex')?.rows.find(({ key }) => key === 'female')
    assert.deepEqual([women?.people, women?.otherLevel, women?.enters], [7, 7, 0])
    assert.equal(table.flows.find((flow) => flow.before === 'B' && flow.after === 'C')?.people, 7)
  })

  test('hides a group of fewer than five, and a second one from which it could be worked out', () => {
    const table = counted([...many(20, aPerson(120, 0.3)), ...many(3, aPerson(120, 0.3, { sex: 'female' }))])
    const sexes = table.groups.find(({ by }) => by === 'sex')?.rows ?? []
    assert.deepEqual(
      sexes.map(({ key, people, enters, costAfterOre }) => [key, people, enters, costAfterOre]),
      [
        ['female', null, null, null],
        ['male', null, null, null],
      ],
    )
    assert.equal(table.total.people, 23)
  })

  test('does not let a municipality be worked out from its group', () => {
    const table = counted([
      ...many(20, aPerson(120, 0.3)),
      ...many(9, aPerson(120, 0.3, { municipalityCode: '1481' })),
      ...many(2, aPerson(120, 0.3, { municipalityCode: '1482' })),
    ])
    const municipalities = table.groups.find(({ by }) => by === 'municipality')?.rows ?? []
    assert.deepEqual(
      municipalities.map(({ key, people }) => [key, people]),
      [
        ['1480', 20],
        ['1481', null],
        ['1482', null],
      ],
    )
  })

  test('gives each person to one row of each way to count: every column adds up', () => {
    const person = fc.record({
      days: fc.integer({ min: 0, max: 700 }),
      chance: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      sex: fc.constantFrom('male' as const, 'female' as const),
      disability: fc.boolean(),
      municipalityCode: fc.constantFrom('1480', '1481', '2584'),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (people) => {
        const tally = emptyTally()
        for (const { days, chance, ...more } of people)
          countPerson(tally, aPerson(days, chance, more), { before: five, after: wider, on, cost })
        const table = comparisonTable(tally, 0, () => 'A1')
        for (const { rows } of table.groups) {
          for (const column of ['people', 'enters', 'leaves', 'costAfterOre'] as const) {
            const sum = rows.reduce((total, row) => total + (row[column] ?? Number.NaN), 0)
            assert.equal(sum, table.total[column])
          }
        }
        const { referableBefore, referableAfter, enters, leaves } = table.total
        assert.equal(Number(referableBefore) + Number(enters) - Number(leaves), referableAfter)
      }),
      { numRuns: 50 },
    )
  })
})

test('no small number is shown, and none is the only hidden one of what adds up', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (lines) => {
      const width = Math.min(...lines.map((line) => line.length))
      const numbers = new Map<string, number>()
      const relations: string[][] = []
      for (const [row, line] of lines.entries()) {
        const cut = line.slice(0, width)
        for (const [column, count] of cut.entries()) numbers.set(`${row}:${column}`, count)
        numbers.set(
          `${row}:sum`,
          cut.reduce((a, b) => a + b, 0),
        )
        relations.push([`${row}:sum`, ...cut.map((_, column) => `${row}:${column}`)])
      }
      for (let column = 0; column < width; column += 1) {
        const parts = lines.map((_, row) => `${row}:${column}`)
        numbers.set(
          `sum:${column}`,
          parts.reduce((total, name) => total + (numbers.get(name) ?? 0), 0),
        )
        relations.push([`sum:${column}`, ...parts])
      }
      const hidden = hideSmall(numbers, relations, 5)
      for (const [name, count] of numbers) if (count > 0 && count < 5) assert.ok(hidden.has(name), name)
      for (const relation of relations) assert.notEqual(relation.filter((name) => hidden.has(name)).length, 1)
    }),
    { numRuns: 200 },
  )
})

test('a start month over 15 % to work within 60 days is flagged; one that is small says nothing', () => {
  const months = deadweightMonths(
    [
      { month: '2022-05' as never, starts: 100, toWork: 15 },
      { month: '2022-06' as never, starts: 100, toWork: 16 },
      { month: '2022-07' as never, starts: 30, toWork: 4 },
      { month: '2022-08' as never, starts: 3, toWork: 0 },
    ],
    rules,
  )
  assert.deepEqual(
    months.map(({ starts, toWork, sharePercent, flagged }) => [starts, toWork, sharePercent, flagged]),
    [
      [100, 15, 15, false],
      [100, 16, 16, true],
      [30, null, null, false],
      [null, null, null, false],
    ],
  )
})
