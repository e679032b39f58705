import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ApplicationForm } from '../../../../src/modules/admission/contract.ts'
import { contentOf, emptyAddress, emptyAdviser, languagesIn, valuesOf, withoutAddress } from './application-values.ts'

const languages = [
  { code: 'sv', name: 'svenska' },
  { code: 'ar', name: 'arabiska' },
]
const reference = { client: 'A', from: '2020-01-01', lastDay: '', participants: 12, contact: 'B', description: 'C' }
const content: ApplicationForm = {
  organisationNumber: '5569000010',
  areas: ['FA15', 'GR-C'],
  references: { preparing: reference, matching: { ...reference, participants: null, from: '2022-1' } },
  credit: { onDay: '2022-09-01', rating: 61, remarks: true, otherProof: 'Intyg' },
  advisers: [{ ...emptyAdviser, name: 'Rut', fullTimePercent: 80, languages: ['ar'], address: 1 }],
  addresses: [
    { ...emptyAddress, areaCode: 'FA15', lat: 57.7, lon: 11.95, languages: ['sv', 'ar'], orientations: ['it', 'all'] },
    { ...emptyAddress, street: 'Gatan 2' },
  ],
}

test('what is written comes back from the form as it was, half-typed days too', () => {
  const again = contentOf(valuesOf(content, languages), { addresses: 2, advisers: 1 }, languages)
  assert.deepEqual(again, content)
})

test('languages are typed by name or code, and one that is neither is named', () => {
  assert.deepEqual(languagesIn('Svenska, ar ,', languages), { codes: ['sv', 'ar'], unknown: null })
  assert.deepEqual(languagesIn('svenska, arabisk', languages), { codes: ['sv'], unknown: 'arabisk' })
})

test('an address that is removed takes its place from the advisers, and moves those after it', () => {
  assert.deepEqual(
    withoutAddress(content, 0).advisers.map((one) => one.address),
    [0],
  )
  assert.deepEqual(
    withoutAddress(content, 1).advisers.map((one) => one.address),
    [null],
  )
})
