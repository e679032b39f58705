import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, month } from '../../../kernel/day.ts'
import { kronor } from '../../../kernel/money.ts'
import { rulesOn } from '../../../rules/index.ts'
import { explainOutlier } from './outlier.texts.ts'
import { type JudgedLine, outliersOf, type StatementHistory } from './outliers.ts'

const rules = rulesOn(day('2022-10-03'))
const september = month('2022-09')
let serial = 0
const line = (given: Partial<JudgedLine> = {}): JudgedLine => {
  serial += 1
  const usual = {
    kind: 'base_fee',
    level: 'C',
    month: september,
    amountOre: kronor(1_980),
    postedOre: kronor(0),
  } as const
  return { lineId: `line-${serial}`, ...usual, ...given }
}
const outcome = (amount = 38_000): JudgedLine =>
  line({ kind: 'outcome_payment', month: null, amountOre: kronor(amount) })
const history: StatementHistory = {
  providerStatements: 4,
  contractStatements: 4,
  outcomesInThem: 4,
  usual: [{ kind: 'base_fee', level: 'C', lines: 40, medianOre: kronor(1_980) }],
}
const codes = (lines: readonly JudgedLine[], before = history) =>
  outliersOf(september, lines, before, rules).map((one) => one.code)

test('an ordinary statement has nothing that stands out', () => {
  assert.deepEqual(codes([line(), line(), outcome()]), [])
})

test("a provider's first statement stands out as a whole", () => {
  assert.deepEqual(codes([line()], { ...history, providerStatements: 0 }), ['first-statement'])
})

test('many late months stand out from three and a quarter of the base fees', () => {
  const late = () => line({ month: month('2022-07') })
  assert.deepEqual(codes([late(), late(), line()]), [], 'two are few')
  assert.deepEqual(codes([late(), late(), late(), ...Array.from({ length: 9 }, () => line())]), ['many-late-months'])
  assert.deepEqual(codes([late(), late(), late(), ...Array.from({ length: 10 }, () => line())]), [], '23 percent')
  const corrected = () => line({ month: month('2022-07'), postedOre: kronor(100) })
  assert.deepEqual(codes([corrected(), corrected(), corrected()]), [], 'a correction is not a late report')
})

test('unusually many outcomes stand out from three and twice the usual', () => {
  const many = [outcome(), outcome(), outcome()]
  assert.deepEqual(codes(many), ['many-outcomes'])
  assert.deepEqual(codes(many, { ...history, outcomesInThem: 8 }), [])
  assert.deepEqual(codes([outcome(), outcome()]), [])
})

test('a line far from what is usual for its contract, kind and level, once enough lines are known', () => {
  const twice = line({ amountOre: kronor(5_940) })
  assert.deepEqual(codes([twice]), ['far-from-usual'])
  assert.deepEqual(codes([line({ amountOre: kronor(5_939) })]), [])
  assert.deepEqual(codes([{ ...twice, level: 'A' }]), [], 'another level')
  const few = { ...history, usual: history.usual.map((one) => ({ ...one, lines: 9 })) }
  assert.deepEqual(codes([twice], few), [])
})

test('a very large line and a whole amount taken back stand out, the largest first', () => {
  const back = line({ kind: 'outcome_payment', month: null, amountOre: kronor(-38_000), postedOre: kronor(38_000) })
  assert.deepEqual(codes([back, outcome(40_000)]), ['very-large-line', 'taken-back-whole'])
})

test('every outlier says its reason in Swedish and in English', () => {
  const [found] = outliersOf(september, [line({ amountOre: kronor(5_940) })], history, rules)
  assert.ok(found)
  assert.equal(
    explainOutlier(found, 'sv'),
    'Raden är på 5\u00a0940,00\u00a0kr, 3 gånger det vanliga för avtalet, slaget och nivån (1\u00a0980,00\u00a0kr).',
  )
  assert.match(explainOutlier(found, 'en'), /3 times what is usual/)
})
