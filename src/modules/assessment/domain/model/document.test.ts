import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hash32 } from '../../../../kernel/hash.ts'
import { readDocument } from './document.ts'

const seal = (text: string): string => String(hash32(text))

/** A small model's content; the hash is put on by `sealed`, so that only the shape is at fault. */
function content(): Record<string, unknown> & { terms: Record<string, unknown>[] } {
  return {
    format: 'krom-additive-model',
    version: 1,
    target: 'y',
    intercept: -0.5,
    interceptError: 0,
    terms: [
      {
        kind: 'category',
        name: 'sex',
        levels: ['female', 'male'],
        effects: [0, 1, 2],
        errors: [0, 0, 0],
        rows: [0, 1, 1],
      },
      {
        kind: 'number',
        name: 'age',
        cuts: [30, 50],
        monotone: 0,
        effects: [0, 1, 2, 3],
        errors: [0, 0, 0, 0],
        rows: [0, 1, 1, 1],
      },
      {
        kind: 'pair',
        name: 'sex × age',
        of: [0, 1],
        groups: [
          [0, 0, 1],
          [0, 0, 0, 1],
        ],
        effects: [
          [0, 0],
          [0, 0],
        ],
        errors: [
          [0, 0],
          [0, 0],
        ],
      },
    ],
    card: { data: { synthetic: true } },
  }
}

const sealed = (whole: object): string => JSON.stringify({ ...whole, hash: seal(JSON.stringify(whole)) })

function faultAt(change: (whole: ReturnType<typeof content>) => void): string {
  const whole = content()
  change(whole)
  const read = readDocument(sealed(whole), seal)
  if (read.ok) return 'none'
  return 'at' in read.fault ? read.fault.at : read.fault.code
}

describe("a model's document", () => {
  test('is read whole when every list fits', () => {
    assert.equal(
      faultAt(() => {}),
      'none',
    )
  })

  const broken: readonly [string, string, (whole: ReturnType<typeof content>) => void][] = [
    ['an effect too few', 'terms.0.effects', ({ terms }) => Object.assign(terms[0] ?? {}, { effects: [0, 1] })],
    ['a level twice', 'terms.0.levels', ({ terms }) => Object.assign(terms[0] ?? {}, { levels: ['a', 'a'] })],
    ['cuts that fall', 'terms.1.cuts', ({ terms }) => Object.assign(terms[1] ?? {}, { cuts: [50, 30] })],
    [
      'an effect that is no number',
      'terms.1.effects',
      ({ terms }) => Object.assign(terms[1] ?? {}, { effects: [0, 1, 2, null] }),
    ],
    [
      'a pair of columns that are not there',
      'terms.2.groups',
      ({ terms }) => Object.assign(terms[2] ?? {}, { of: [0, 7] }),
    ],
    [
      'a pair with a line too many',
      'terms.2.effects',
      ({ terms }) =>
        Object.assign(terms[2] ?? {}, {
          effects: [
            [0, 0],
            [0, 0],
            [0, 0],
          ],
        }),
    ],
    ['a term of no kind', 'terms.0.kind', ({ terms }) => Object.assign(terms[0] ?? {}, { kind: 'tree' })],
    ['no terms', 'terms', (whole) => Object.assign(whole, { terms: [] })],
    ['no intercept', 'intercept', (whole) => Object.assign(whole, { intercept: 'x' })],
    ['no card', 'card', (whole) => Object.assign(whole, { card: null })],
  ]
  for (const [name, at, change] of broken) {
    test(`with ${name} is refused, and says where`, () => assert.equal(faultAt(change), at))
  }

  test('edited after it was sealed is refused', () => {
    const read = readDocument(sealed(content()).replace('-0.5', '-0.4'), seal)
    assert.deepEqual(read, { ok: false, fault: { code: 'changed' } })
  })
})
