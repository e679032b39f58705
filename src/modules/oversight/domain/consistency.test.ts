import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { seeded } from '../../../kernel/random.ts'
import type { CaseRecord } from './case-fields.ts'
import { checkCase, checkTool, mattersIn, type ToolAnswer } from './consistency.ts'

const record: CaseRecord = {
  person_id: '019a0000-0000-7000-8000-000000000001',
  given_name: 'Sami',
  postcode: '41102',
  language: 'sv',
  office_id: '019a0000-0000-7000-8000-000000000002',
  sex: 'male',
  education: 'compulsory',
  registered_from: '2021-01-01',
}

const saying = (probability: number): ToolAnswer => ({
  probability,
  result: probability < 0.5 ? 'referable' : 'near',
  level: probability < 0.5 ? 'B' : null,
  referable: probability < 0.5,
  whole: null,
})
const fair = (one: CaseRecord) => saying(one.education === 'compulsory' ? 0.3 : 0.6)
const check = (ask: (one: CaseRecord) => ToolAnswer) => checkCase(record, ask, 1000, seeded('check'))

describe('the same case whatever must not matter', () => {
  test('gets the same answer a thousand times from a tool that looks at facts alone', () => {
    assert.deepEqual(check(fair), { variants: 1000, differing: 0, blamed: [], unsorted: [] })
  })

  test('is found out when a tool looks at the language, the office or the postcode', () => {
    const unfair = (one: CaseRecord) => saying(0.3 + (one.language === 'ar' ? 0.0001 : 0))
    const found = check(unfair)
    assert.ok(found.differing > 30, `${found.differing} differ`)
    assert.deepEqual(found.blamed, ['language'])
    const byOffice = check((one) => saying(String(one.office_id) > '8' ? 0.31 : 0.3))
    assert.deepEqual(byOffice.blamed, ['office_id'])
    assert.ok(check((one) => saying(0.3 + Number(one.postcode) / 1e9)).differing > 400)
  })

  test('is found out when only several things together change the answer', () => {
    const odd = (one: CaseRecord) => saying(one.language === 'ar' && one.given_name !== 'Sami' ? 0.4 : 0.3)
    assert.deepEqual(check(odd).blamed, ['together'])
  })

  test('is found out when the order of the fields matters', () => {
    const byOrder = (one: CaseRecord) => saying(Object.keys(one)[0] === 'sex' ? 0.4 : 0.3)
    assert.deepEqual(check(byOrder).blamed, ['together'])
  })

  test('tells of a field that nobody has sorted', () => {
    const found = checkCase({ ...record, shoe_size: 42 }, fair, 1, seeded('check'))
    assert.deepEqual(found.unsorted, ['shoe_size'])
  })

  test('is checked the same again with the same seed, whatever order the cases come in', () => {
    const sample = ['a', 'b', 'c'].map((key) => ({ key, record: { ...record, family_name: key } }))
    const once = checkTool(sample, fair, 50, seeded('run'))
    assert.deepEqual([once.cases, once.variants, once.differing], [3, 150, 0])
    assert.deepEqual(checkTool(sample.toReversed(), fair, 50, seeded('run')), once)
  })
})

describe('what does matter', () => {
  test('is told with how much, the most first, and sensitive facts as such', () => {
    const [first, ...rest] = mattersIn([record, { ...record, education: 'unknown' }], fair)
    assert.deepEqual(
      [first?.fact, first?.sensitive, first?.cases, first?.moved, first?.decided],
      ['education', false, 2, 2, 2],
    )
    assert.ok(Math.abs((first?.most ?? 0) - 0.3) < 1e-12)
    assert.ok(rest.every((one) => one.most === 0))
    assert.equal(rest.find((one) => one.fact === 'sex')?.sensitive, true)
  })
})
