import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChance, readCount, sentDraft, typedDraft, unread } from './draft.ts'

const law = {
  registeredDays: 180,
  registeredDaysInProgramme: 0,
  programmes: null,
  adultOrProgramme: { age: 25, programmes: ['JOB' as const, 'UGA' as const, 'ETP' as const] },
  exceptions: [],
  cutPoints: { nearFrom: 0.505, levelAFrom: 0.44, levelBFrom: 0.34, farBelow: 0.25 },
}
const comma = (percent: number) => String(percent).replace('.', ',')

test('a window that is typed and sent again is the same window', () => {
  const draft = typedDraft(law, comma)
  assert.equal(draft.nearFrom, '50,5')
  assert.deepEqual(unread(draft), [])
  assert.deepEqual(sentDraft(draft, []), { draft: law })
})

test('no programme, one and all, and no age', () => {
  const draft = { ...typedDraft(law, comma), age: ' ' }
  const of = (programmes: string) => {
    const side = sentDraft({ ...draft, programmes }, [])
    return 'draft' in side ? [side.draft.programmes, side.draft.adultOrProgramme] : null
  }
  assert.deepEqual(of('none'), [null, null])
  assert.deepEqual(of('JOB'), [['JOB'], null])
  assert.deepEqual(of('all'), [['JOB', 'UGA', 'ETP'], null])
})

test('a typed exception goes with those of the window it began from, or takes the place of the one with its code', () => {
  const known = [{ code: 'after-care', sv: 'Efter vård', en: 'After care', waives: 'age' as const }]
  const draft = typedDraft(law, comma)
  const sent = (typed: Partial<typeof draft>) => {
    const side = sentDraft({ ...draft, ...typed }, known)
    return 'draft' in side ? side.draft.exceptions : null
  }
  const typed = {
    exceptionWaives: 'registered-days',
    exceptionCode: 'newly-moved',
    exceptionSv: 'Nyss flyttad ',
    exceptionEn: 'Moved',
  }
  const added = { code: 'newly-moved', sv: 'Nyss flyttad', en: 'Moved', waives: 'registered-days' }
  assert.deepEqual(sent({}), known)
  assert.deepEqual(sent(typed), [...known, added])
  assert.deepEqual(sent({ ...typed, exceptionCode: 'after-care' }), [{ ...added, code: 'after-care' }])
  assert.deepEqual(unread({ ...draft, ...typed }), [])
  assert.deepEqual(unread({ ...draft, exceptionWaives: 'age', exceptionCode: 'Not a code' }), [
    'exceptionCode',
    'exceptionSv',
    'exceptionEn',
  ])
})

test('what cannot be read is named by its field', () => {
  const draft = { ...typedDraft(law, comma), registeredDays: 'många', age: '25,5', farBelow: '0', nearFrom: '150' }
  assert.deepEqual(unread(draft), ['registeredDays', 'age', 'nearFrom', 'farBelow'])
})

test('per cent is read with comma or point, and only between 0 and 100', () => {
  assert.deepEqual(['44', '44,5', '44.5', '44 %', '0', '100', '', 'x', '-4'].map(readChance), [
    0.44,
    0.445,
    0.445,
    0.44,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  assert.deepEqual(['180', '1 000', '1.5', ''].map(readCount), [180, 1000, undefined, undefined])
})
