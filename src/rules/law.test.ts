import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, day } from '../kernel/day.ts'
import { kronor } from '../kernel/money.ts'
import { amountCases } from './amounts.cases.ts'
import { codesOf, priceOf, ruleListOn, ruleModules, rulesOn, valueOrNullOn } from './index.ts'
import { lawCases } from './law.cases.ts'
import type { Parameter } from './parameter.ts'

const rom1 = day('2022-10-03')
const rom2 = day('2023-06-01')

function named(name: string): Parameter<unknown> {
  const [module = '', key = ''] = name.split('.')
  const found = (ruleModules as Record<string, Record<string, Parameter<unknown>>>)[module]?.[key]
  assert.ok(found, `${name} is not a rule`)
  return found
}

for (const each of lawCases) {
  test(`${each.name} is as programme ${each.rule} says`, () => {
    assert.deepEqual(valueOrNullOn(named(each.name), rom1), each.rom1)
    assert.deepEqual(valueOrNullOn(named(each.name), rom2), each.rom2)
  })
}

for (const each of amountCases) {
  const model = each.priceModel === null ? '' : ` model ${each.priceModel}`
  test(`${each.what} of level ${each.level}${model} on ${each.day} is as programme ${each.rule} says`, () => {
    const table = rulesOn(day(each.day)).compensation[each.what]
    assert.ok(table)
    assert.equal(priceOf(table, each.level, each.priceModel), each.kronor === null ? null : kronor(each.kronor))
  })
}

test('the base fee of ROM2 is unknown until the authority enters it, and the list says so', () => {
  assert.equal(rulesOn(rom2).compensation.baseFeeOre, null)
  const line = ruleListOn(rom2).find((each) => each.name === 'compensation.baseFeeOre')
  assert.equal(line?.value, null)
  assert.match(line?.note ?? '', /Okänt/)
})

test('a decision of 180 days, both ends counted, runs from 2021-09-23 to 2022-03-21 (programme 4.3)', () => {
  const { lengthDays } = rulesOn(day('2021-09-23')).decision
  assert.equal(addDays(day('2021-09-23'), lengthDays - 1), day('2022-03-21'))
})

test('reasons to abstain and to interrupt are those of programme 4.2 and 4.3', () => {
  const { decision } = rulesOn(rom1)
  assert.deepEqual(codesOf(decision.abstentionReasons), [
    'about-to-start',
    'deeper-support',
    'health-or-rehabilitation',
    'other-measure',
    'wrong-data',
    'administrative-error',
    'other',
  ])
  assert.deepEqual(codesOf(decision.interruptionReasons), [
    'work',
    'studies',
    'long-absence',
    'misconduct',
    'cannot-benefit',
    'no-suitable-support',
    'moved-out',
    'other',
  ])
  assert.ok(decision.reasonsNeedingText.includes('other'))
})

test('the short course of at most 20 hours belongs to ROM1 only (programme 4.5)', () => {
  const course = rulesOn(rom1).delivery.activities.find((each) => each.code === 'short-course')
  assert.equal(course?.maxHours, 20)
  assert.equal(course?.ownStaffOnly, true)
  assert.ok(!codesOf(rulesOn(rom2).delivery.activities).includes('short-course'))
  assert.equal(rulesOn(rom1).delivery.activities.length, 11)
})

test('every activity but own work counts toward the duties, and only a parallel measure needs a decision', () => {
  const { activities } = rulesOn(rom1).delivery
  assert.deepEqual(
    activities.filter((each) => !each.countsTowardDuties).map((each) => each.code),
    ['own-work'],
  )
  assert.deepEqual(
    activities.filter((each) => each.needsDecision).map((each) => each.code),
    ['other-actor'],
  )
})

test('a municipality cannot be a provider after the ruling of November 2022 (programme 4.4)', () => {
  assert.equal(rulesOn(day('2022-10-31')).market.municipalityMayProvide, true)
  assert.equal(rulesOn(day('2022-11-01')).market.municipalityMayProvide, false)
})
