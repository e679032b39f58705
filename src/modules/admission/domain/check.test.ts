import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { anAddress, anApplication, aRequirement, someTerms, testNumber } from '../testing.ts'
import {
  checkApplication,
  checkTerms,
  emptyContent,
  isMunicipalNumber,
  requirementsOn,
  takesApplications,
} from './index.ts'

const facts = {
  today: day('2022-10-03'),
  terms: someTerms(),
  ownNumber: testNumber,
  referenceYears: 3,
  lowestCreditRating: 40,
  creditCheckMonths: 3,
}
const faults = (change: Parameters<typeof anApplication>[0] = {}, more: Partial<typeof facts> = {}) =>
  checkApplication(anApplication(change), { ...facts, ...more }).map((one) => [one.field, one.code])
const { references, credit, advisers } = anApplication()

describe('the check of an application', () => {
  test('finds nothing wrong with a whole one, and everything missing in an empty one', () => {
    assert.deepEqual(faults(), [])
    const empty = checkApplication(emptyContent(''), { ...facts, ownNumber: null })
    const fields = empty.map((one) => one.field)
    for (const field of [
      'organisationNumber',
      'areas',
      'references.preparing.client',
      'references.matching.from',
      'credit.onDay',
      'credit.rating',
      'advisers',
    ]) {
      assert.ok(fields.includes(field), field)
    }
  })

  test('refuses a number with a wrong check digit, or of another organisation', () => {
    const wrong = testNumber.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
    assert.deepEqual(faults({ organisationNumber: wrong }), [['organisationNumber', 'check-digit']])
    assert.deepEqual(faults({ organisationNumber: '212000-1355' }), [
      ['organisationNumber', 'organisation-number-of-another'],
    ])
    assert.equal(isMunicipalNumber('212000-1355'), true)
    assert.equal(isMunicipalNumber(testNumber), false)
  })

  test('asks for areas of the terms, each with an address in Sweden', () => {
    assert.deepEqual(faults({ areas: ['FA15', 'FA16'] }), [['areas', 'area-outside-terms']])
    assert.deepEqual(faults({ areas: ['FA15', 'FA14'] }), [['areas', 'area-without-address']])
    const addresses = [anAddress({ areaCode: 'FA14' }), anAddress({ lat: 55.676, lon: 12.568 })]
    assert.deepEqual(faults({ addresses }), [
      ['addresses.0.areaCode', 'address-outside-areas'],
      ['addresses.1.lat', 'not-in-sweden'],
    ])
    assert.deepEqual(faults({ addresses: [anAddress({ municipalityCode: '9999', postcode: '1' })] }), [
      ['addresses.0.postcode', 'postcode-format'],
      ['addresses.0.municipalityCode', 'unknown-municipality'],
    ])
    assert.deepEqual(faults({ addresses: [anAddress({ lat: 57.7 })] }), [['addresses.0.lon', 'required']])
    assert.deepEqual(faults({ addresses: [anAddress({ leaseLastDay: '2022-10-02', declaredOn: '2022-10-04' })] }), [
      ['addresses.0.declaredOn', 'in-the-future'],
      ['addresses.0.leaseLastDay', 'lease-ended'],
    ])
  })

  test('asks for one preparing and one matching assignment, recent enough', () => {
    const preparing = (change: object) =>
      faults({ references: { ...references, preparing: { ...references.preparing, ...change } } })
    assert.deepEqual(preparing({ client: ' ' }), [['references.preparing.client', 'required']])
    assert.deepEqual(preparing({ participants: 0 }), [['references.preparing.participants', 'required']])
    assert.deepEqual(preparing({ lastDay: '2019-10-02', from: '2018-01-01' }), [
      ['references.preparing.lastDay', 'reference-too-old'],
    ])
    assert.deepEqual(preparing({ lastDay: '2019-10-03', from: '2018-01-01' }), [])
    assert.deepEqual(preparing({ from: '2022-04-01' }), [['references.preparing.lastDay', 'reference-ends-before']])
    assert.deepEqual(preparing({ from: '2022-13-01' }), [['references.preparing.from', 'impossible-date']])
    assert.deepEqual(preparing({ from: '2022-10-04', lastDay: '' }), [['references.preparing.from', 'in-the-future']])
  })

  test('asks for a fresh credit check, and for other proof where it is weak', () => {
    const given = (change: object) => faults({ credit: { ...credit, ...change } })
    assert.deepEqual(given({ onDay: '2022-07-02' }), [['credit.onDay', 'credit-check-too-old']])
    assert.deepEqual(given({ onDay: '2022-07-03' }), [])
    assert.deepEqual(given({ rating: null }), [['credit.rating', 'rating-not-known']])
    assert.deepEqual(given({ rating: 39 }), [['credit.otherProof', 'capacity-not-shown']])
    assert.deepEqual(given({ remarks: true }), [['credit.otherProof', 'capacity-not-shown']])
    assert.deepEqual(given({ rating: 39, otherProof: 'Intyg från auktoriserad revisor.' }), [])
  })

  test('asks for advisers with a share of full time at an address', () => {
    assert.deepEqual(faults({ advisers: [] }), [['advisers', 'no-advisers']])
    const one = (change: object) => faults({ advisers: advisers.map((each) => ({ ...each, ...change })) })
    assert.deepEqual(one({ fullTimePercent: 0 }), [['advisers.0.fullTimePercent', 'share-not-percent']])
    assert.deepEqual(one({ address: 1 }), [['advisers.0.address', 'adviser-without-address']])
    assert.deepEqual(one({ languages: ['qqq'] }), [['advisers.0.languages', 'language-unknown']])
  })

  test('lets an application be sent from the first to the last day of the terms', () => {
    const on = (text: string) => takesApplications(facts.terms, day(text))
    assert.deepEqual(['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01'].map(on), [false, true, true, false])
    assert.deepEqual(faults({ credit: { ...credit, onDay: '2022-12-20' } }, { today: day('2023-01-01') }), [
      [undefined, 'applications-closed'],
    ])
  })
})

describe('tender terms', () => {
  const codeOf = (change: Parameters<typeof someTerms>[0]) => {
    const checked = checkTerms(someTerms(change))
    return checked.ok ? 'ok' : checked.problem.code
  }

  test('have requirements and areas, each once, and end after they begin', () => {
    assert.equal(codeOf({}), 'ok')
    assert.equal(codeOf({ requirements: [] }), 'no-requirements')
    assert.equal(codeOf({ areas: [] }), 'no-areas')
    assert.equal(codeOf({ requirements: [aRequirement('a'), aRequirement('a')] }), 'requirement-twice')
    assert.equal(
      codeOf({
        areas: [
          { code: 'A', priceModel: '1' },
          { code: 'A', priceModel: '2' },
        ],
      }),
      'area-twice',
    )
    assert.equal(codeOf({ applyLastDay: day('2021-12-31') }), 'end-before-start')
    assert.equal(codeOf({ areas: [], requirements: [] }), 'several-problems')
  })

  test('ask for the requirements that are in force on the day', () => {
    const terms = someTerms({
      requirements: [
        aRequirement('always'),
        aRequirement('ended', { lastDay: day('2022-10-02') }),
        aRequirement('later', { from: day('2022-10-04') }),
      ],
    })
    assert.deepEqual(
      requirementsOn(terms, day('2022-10-03')).map((one) => one.code),
      ['always'],
    )
  })
})
