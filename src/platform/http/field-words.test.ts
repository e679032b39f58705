import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { readValue } from './request.ts'

const row = z.object({
  onDay: z.iso.date(),
  startsAt: z.iso.datetime({ offset: true }).optional(),
  mode: z.enum(['physical', 'remote']),
  hours: z.number().min(1).max(24),
  minutes: z.number().int().max(480).optional(),
  note: z.string().trim().min(1).max(5),
})
const told = (value: unknown, language: 'sv' | 'sv-x-latt' | 'en' | 'ar' = 'sv') => {
  const read = readValue(row, value, language)
  if (read.ok) throw new Error('it is right')
  return Object.fromEntries((read.problem.problems ?? []).map(({ field, values }) => [field, values?.reason]))
}

test('what a field lacks is told as what to write, not as what a program expected', () => {
  const wrong = {
    onDay: '9/3 2022',
    startsAt: '2022-03-09 10:00',
    mode: 'fysisk',
    hours: 'x',
    minutes: 600,
    note: 'för långt',
  }
  assert.deepEqual(told(wrong), {
    onDay: 'Skriv dagen som år-månad-dag, till exempel 2022-03-09',
    startsAt: 'Skriv tidpunkten med tidszon, till exempel 2022-03-09T10:00:00+01:00',
    mode: 'Välj ett av: physical, remote',
    hours: 'Skriv ett tal',
    minutes: 'Högst 480',
    note: 'Högst 5 tecken',
  })
  assert.equal(told({ ...wrong, hours: 0.5 }, 'en').hours, 'At least 1')
})

test('what is not there is told as missing, in each language', () => {
  const missing = (word: string) => ({ onDay: word, mode: word, hours: word, note: word })
  assert.deepEqual(told({ note: ' ' }), missing('Uppgiften saknas'))
  assert.deepEqual(told({}, 'sv-x-latt'), missing('Uppgiften saknas'))
  assert.deepEqual(told({}, 'en'), missing('It is missing'))
  assert.deepEqual(told({}, 'ar'), missing('هذه المعلومة ناقصة'))
})

test('what is rarer keeps the words of the library, in the language', () => {
  assert.match(told({ onDay: '2022-03-09', mode: 'remote', hours: 1, note: 5 }).note as string, /förväntat/)
})
