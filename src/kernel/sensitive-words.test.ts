import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './day.ts'
import { formatPersonNumber, testPersonNumber } from './person-number.ts'
import { pointOut } from './sensitive-words.ts'

const kindsIn = (text: string) => pointOut(text).map(({ kind }) => kind)

test('words of each kind are pointed out in Swedish, English and Arabic, with the words that say so', () => {
  assert.deepEqual(pointOut('Jag var sjukskriven för ångest, mycket ångest.'), [
    { kind: 'health', words: ['sjukskriven', 'ångest'] },
  ])
  assert.deepEqual(kindsIn('Hon är muslim och flykting och med i facket'), ['religion', 'union', 'origin'])
  assert.deepEqual(kindsIn('He went to prison and was diagnosed with autism'), ['health', 'crime'])
  assert.deepEqual(kindsIn('أنا مريضة وكنت في السجن'), ['health', 'crime'])
  assert.deepEqual(kindsIn('هو لاجئ والمسجد قريب'), ['religion', 'origin'])
})

test('an everyday text, an occupation and a workplace are left alone', () => {
  assert.deepEqual(
    pointOut('Vi ses på tisdag klockan 10. Jag vill bli sjuksköterska på ett sjukhus eller undersköterska.'),
    [],
  )
  assert.deepEqual(pointOut('I have applied for three jobs this week, as a cook and a driver.'), [])
  assert.deepEqual(pointOut('سنلتقي يوم الثلاثاء لنتحدث عن العمل'), [])
  assert.deepEqual(pointOut(''), [])
})

test('a person number is pointed out however it is written; a telephone number and an amount are not', () => {
  const number = testPersonNumber(day('1985-01-01'), 981)
  assert.deepEqual(kindsIn(`Mitt nummer är ${number}.`), ['person-number'])
  assert.deepEqual(kindsIn(`Mitt nummer är ${formatPersonNumber(number)}, ring mig`), ['person-number'])
  assert.deepEqual(kindsIn(number.slice(2)), ['person-number'])
  assert.deepEqual(kindsIn('Ring 070-174 06 01 eller 0701740605'), [])
  assert.deepEqual(kindsIn('Beloppet är 38 000 kr, ärende 20221003123456'), [])
})
