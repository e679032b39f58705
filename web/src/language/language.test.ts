import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../src/kernel/day.ts'
import { instant } from '../../../src/kernel/instant.ts'
import { kronor, makeFormat } from './format.ts'
import { languageAmong, staffLanguages } from './language.ts'

test('a staff screen speaks Swedish to a reader of easy Swedish and English to a reader of Arabic', () => {
  assert.equal(languageAmong('sv-x-latt', staffLanguages), 'sv')
  assert.equal(languageAmong('ar', staffLanguages), 'en')
  assert.equal(languageAmong('en', staffLanguages), 'en')
})

test('a screen that lacks the fallback too speaks its first language', () => {
  assert.equal(languageAmong('ar', ['sv']), 'sv')
})

test('an amount is written as on Swedish letters, with öre only when there are any', () => {
  assert.equal(kronor(3_800_000), '38\u00a0000\u00a0kr')
  assert.equal(kronor(198_050), '1\u00a0980,50\u00a0kr')
  assert.equal(kronor(-5), '\u22120,05\u00a0kr')
  assert.equal(kronor(0), '0\u00a0kr')
})

test('Arabic writes days with Western digits', () => {
  assert.equal(makeFormat('ar').day(day('2022-10-03')), '3 أكتوبر 2022')
})

test('a moment is told in Swedish time', () => {
  assert.match(makeFormat('sv').instant(instant('2022-10-03T22:30:00.000Z')), /^4 oktober 2022.*00:30$/)
})

test('a period shows both days, an open one ends in a dash', () => {
  const format = makeFormat('sv')
  assert.equal(format.days(day('2022-10-03'), day('2023-03-31')), '3 oktober 2022 – 31 mars 2023')
  assert.equal(format.days(day('2022-10-03'), null), '3 oktober 2022 –')
})
