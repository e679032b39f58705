import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { addressId, contractId } from '../../../kernel/ids.ts'
import { fromInclusive } from '../../../kernel/period.ts'
import { seeded } from '../../../kernel/random.ts'
import type { Result } from '../../../kernel/result.ts'
import { rulesOn } from '../../../rules/index.ts'
import { type ChangeState, change } from './change.ts'
import { type ChoiceState, choose } from './choose.ts'

const today = day('2022-10-05')
const rules = rulesOn(today)
const window = { dueOn: day('2022-10-10'), handedOver: false, closed: false }
const vacancy = { period: fromInclusive(day('2022-01-01'), null), openForChoices: true, openPlaces: 2 }
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code)

describe('a choice of provider', () => {
  const own = {
    by: 'participant',
    chosenOn: today,
    ordinary: day('2022-10-19'),
    startOn: null,
    startReason: null,
  } as const
  const tried = (state: Partial<ChoiceState>, command: Partial<Parameters<typeof choose>[1]> = {}) =>
    choose({ window, vacancy, ...state }, { ...own, ...command })

  test('says how it was made and when service begins', () => {
    assert.deepEqual(tried({}), { ok: true, value: { how: 'chosen', firstDay: '2022-10-19' } })
    assert.deepEqual(tried({}, { by: 'caseworker' }), { ok: true, value: { how: 'assisted', firstDay: '2022-10-19' } })
    assert.deepEqual(tried({}, { by: 'rule' }), { ok: true, value: { how: 'nearest', firstDay: '2022-10-19' } })
  })

  test('needs an open window, which one choice closes', () => {
    assert.equal(codeOf(tried({ window: null })), 'no-choice-open')
    assert.equal(codeOf(tried({ window: { ...window, closed: true } })), 'already-placed')
  })

  test('is the person’s until the end of the due day; then staff help, or the rule places', () => {
    assert.equal(codeOf(tried({}, { chosenOn: day('2022-10-10') })), 'ok')
    const late = { chosenOn: day('2022-10-11') }
    assert.equal(codeOf(tried({}, late)), 'choice-too-late')
    assert.equal(codeOf(tried({}, { ...late, by: 'caseworker' })), 'ok')
    assert.equal(codeOf(tried({}, { ...late, by: 'rule' })), 'ok')
    assert.equal(codeOf(tried({ window: { ...window, handedOver: true } }, late)), 'ok')
  })

  test('is refused when the contract cannot take one more', () => {
    const with_ = (change: Partial<typeof vacancy>) => codeOf(tried({ vacancy: { ...vacancy, ...change } }))
    assert.equal(with_({ openPlaces: 0 }), 'no-open-place')
    assert.equal(with_({ openPlaces: 1 }), 'ok')
    assert.equal(with_({ openForChoices: false }), 'new-choices-stopped')
    assert.equal(with_({ period: fromInclusive(day('2022-01-01'), day('2022-10-18')) }), 'contract-not-in-force')
    assert.equal(with_({ period: fromInclusive(day('2022-10-19'), null) }), 'ok')
  })
})

describe('a change of provider', () => {
  const uuid = (name: string) => seeded(name).uuid()
  const offer = { ...vacancy, contractId: contractId(uuid('new')), addressId: addressId(uuid('street')) }
  const current = {
    contractId: contractId(uuid('old')),
    addressId: addressId(uuid('road')),
    firstDay: day('2022-09-01'),
  }
  const tried = (state: Partial<ChangeState>, from: string | null = null, on = '2022-10-07') =>
    change(
      { current, lastGrantedDay: day('2023-02-27'), offer, ...state },
      { today: day(on), from: from === null ? null : day(from) },
      rules,
    )

  test('takes effect on the next working day, which belongs to the new provider', () => {
    assert.deepEqual(tried({}), { ok: true, value: { firstDay: '2022-10-10', previousLastDay: '2022-10-09' } })
  })

  test('may be asked for on a later day in service, not on an earlier one', () => {
    assert.deepEqual(tried({}, '2022-11-01'), {
      ok: true,
      value: { firstDay: '2022-11-01', previousLastDay: '2022-10-31' },
    })
    assert.equal(codeOf(tried({}, '2022-10-08')), 'change-too-early')
    assert.equal(codeOf(tried({}, '2023-02-27')), 'ok')
    assert.equal(codeOf(tried({}, '2023-02-28')), 'change-after-service')
  })

  test('before the start keeps the first day, so that the first provider never had the person', () => {
    const waiting = { ...current, firstDay: day('2022-10-19') }
    assert.deepEqual(tried({ current: waiting }), {
      ok: true,
      value: { firstDay: '2022-10-19', previousLastDay: '2022-10-18' },
    })
  })

  test('needs a provider to leave and another place to go to, under the same capacity rule', () => {
    assert.equal(codeOf(tried({ current: null })), 'no-provider-to-change')
    assert.equal(codeOf(tried({ current: { ...offer, firstDay: current.firstDay } })), 'already-there')
    assert.equal(codeOf(tried({ offer: { ...offer, contractId: current.contractId } })), 'ok')
    assert.equal(codeOf(tried({ offer: { ...offer, openPlaces: 0 } })), 'no-open-place')
    assert.equal(codeOf(tried({ offer: { ...offer, openForChoices: false } })), 'new-choices-stopped')
  })
})
