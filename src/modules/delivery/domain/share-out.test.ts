import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseId, UserId } from '../../../kernel/ids.ts'
import { shareOut, type Taker } from './share-out.ts'

const person = (caseId: string, language = 'sv') => ({ caseId: caseId as CaseId, language })
const taker = (adviserId: string, more: Partial<Taker> = {}): Taker => ({
  adviserId: adviserId as UserId,
  participants: 0,
  most: null,
  languages: ['sv'],
  ...more,
})
const shared = (people: ReturnType<typeof person>[], takers: Taker[]) => Object.fromEntries(shareOut(people, takers))

test('those with the fewest get the next one, alike in the order given', () => {
  const three = [person('1'), person('2'), person('3')]
  assert.deepEqual(shared(three, [taker('ada', { participants: 1 }), taker('bo')]), {
    '1': 'bo',
    '2': 'ada',
    '3': 'bo',
  })
  assert.deepEqual(shared(three.slice(0, 1), [taker('ada'), taker('bo')]), { '1': 'ada' })
})

test('a language counts for more than an even load, and its people choose first', () => {
  const takers = [taker('ada', { languages: ['sv', 'so'], participants: 5, most: 6 }), taker('bo')]
  assert.deepEqual(shared([person('1'), person('2', 'so'), person('3', 'so')], takers), {
    '1': 'bo',
    '2': 'ada',
    '3': 'bo',
  })
})

test('room counts for more than a language, and somebody takes over even where nobody has room', () => {
  const full = taker('ada', { languages: ['so'], participants: 50, most: 50 })
  assert.deepEqual(shared([person('1', 'so')], [full, taker('bo', { participants: 49, most: 50 })]), { '1': 'bo' })
  assert.deepEqual(shared([person('1', 'so')], [full]), { '1': 'ada' })
})

test('nobody to take over moves nobody', () => {
  assert.deepEqual(shared([person('1')], []), {})
})
