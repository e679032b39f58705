import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { kronor } from '../../../kernel/money.ts'
import { period } from '../../../kernel/period.ts'
import { type OfficePart, type PaymentRight, paymentRightRefusal } from './payment-right.ts'

const today = day('2022-10-03')
const always = period(day('2022-01-01'), null)
const right = (officeId: string | null, limit: number, when = always): PaymentRight => ({
  officeId,
  limitOre: kronor(limit),
  period: when,
})
const part = (officeId: string | null, amount: number): OfficePart => ({
  officeId,
  officeName: officeId,
  partOre: kronor(amount),
})
const codeOf = (rights: readonly PaymentRight[], parts: readonly OfficePart[]) =>
  paymentRightRefusal(rights, parts, today)?.code ?? null

test('a right for every office of the statement, each part within its limit', () => {
  const parts = [part('Mölndal', 1_000), part('Alingsås', 500)]
  assert.equal(codeOf([right('Mölndal', 1_000), right('Alingsås', 500)], parts), null)
  assert.equal(codeOf([right('Mölndal', 1_000)], parts), 'payment-right-missing')
  assert.equal(codeOf([right('Mölndal', 999), right('Alingsås', 500)], parts), 'payment-right-too-low')
})

test('a right for the whole authority covers all offices, and cases that none has, up to the whole sum', () => {
  const parts = [part('Mölndal', 1_000), part(null, 500)]
  assert.equal(codeOf([right(null, 1_500)], parts), null)
  assert.equal(codeOf([right(null, 1_499)], parts), 'payment-right-too-low')
  assert.equal(codeOf([right('Mölndal', 9_000)], parts), 'payment-right-missing')
  assert.equal(codeOf([right(null, 100), right('Mölndal', 1_000)], [part('Mölndal', 1_000)]), null)
})

test('a right counts from its first day to the day before it ends', () => {
  const parts = [part('Mölndal', 1)]
  assert.equal(codeOf([right('Mölndal', 9, period(today, day('2022-10-04')))], parts), null)
  assert.equal(codeOf([right('Mölndal', 9, period(day('2022-10-04'), null))], parts), 'payment-right-missing')
  assert.equal(codeOf([right('Mölndal', 9, period(day('2022-01-01'), today))], parts), 'payment-right-missing')
})

test('the refusal says whose office, how much and what the limit is', () => {
  const refusal = paymentRightRefusal([right('Mölndal', 10)], [part('Mölndal', 11)], today)
  assert.deepEqual(refusal?.values, { office: 'Mölndal', amount: '11,00\u00a0kr', limit: '10,00\u00a0kr' })
})
