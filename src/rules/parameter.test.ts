import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { lapsingParameter, lastDayOfValue, parameter, since, valueOn, valueOrNullOn } from './parameter.ts'
import { cite, sources } from './sources.ts'

const source = cite(sources.krom, '4.1')
const words = { name: 'test.rule', sv: 'Prov', en: 'Trial', unit: 'count' } as const

const rule = lapsingParameter<number>({
  ...words,
  values: [
    since(day('2021-01-01'), 1, 'A', source),
    since(day('2022-01-01'), 2, 'A', source),
    since(day('2023-01-01'), null, 'A', source),
  ],
})

test('a value holds from its first day until the day before the next', () => {
  assert.equal(valueOn(rule, day('2021-01-01')), 1)
  assert.equal(valueOn(rule, day('2021-12-31')), 1)
  assert.equal(valueOn(rule, day('2022-01-01')), 2)
  assert.equal(valueOn(rule, day('2022-12-31')), 2)
  const [first, second, third] = rule.values
  assert.equal(first && lastDayOfValue(rule, first), '2021-12-31')
  assert.equal(second && lastDayOfValue(rule, second), '2022-12-31')
  assert.equal(third && lastDayOfValue(rule, third), null)
})

test('before the first day and after the end nothing is in force', () => {
  for (const on of [day('2020-12-31'), day('2023-01-01')]) {
    assert.equal(valueOrNullOn(rule, on), null)
    assert.throws(() => valueOn(rule, on), new RegExp(`No value of test.rule is in force on ${on}`))
  }
})

test('a parameter without values, out of order, or ending without saying so is refused', () => {
  const early = since(day('2021-01-01'), 1, 'A', source)
  const late = since(day('2022-01-01'), 2, 'A', source)
  assert.throws(() => parameter<number>({ ...words, values: [] }), /has no value/)
  assert.throws(() => parameter<number>({ ...words, values: [late, early] }), /out of order/)
  assert.throws(() => parameter<number>({ ...words, values: [early, early] }), /out of order/)
  assert.throws(
    () => parameter<number>({ ...words, values: [since(day('2021-01-01'), null, 'A', source)] }),
    /lapsingParameter/,
  )
})
