import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { AdditiveModel } from './additive-model.ts'
import { type Changeable, counterfactuals } from './counterfactual.ts'
import { scorerOf, type Value } from './scorer.ts'

const model: AdditiveModel = {
  intercept: -0.25,
  interceptError: 0,
  terms: [
    {
      kind: 'number',
      name: 'days',
      monotone: -1,
      cuts: [30, 180, 365, 800],
      effects: [0, 0.75, 0.25, 0, -0.25, -0.75],
      errors: [0, 0, 0, 0, 0, 0],
      rows: [0, 9, 9, 9, 9, 9],
    },
    {
      kind: 'category',
      name: 'education',
      levels: ['compulsory', 'post-secondary', 'upper-secondary'],
      effects: [0, -0.5, 0.25, 0.25],
      errors: [0, 0, 0, 0],
      rows: [1, 9, 9, 9],
    },
    {
      kind: 'category',
      name: 'sex',
      levels: ['female', 'male'],
      effects: [0, -0.125, 0.125],
      errors: [0, 0, 0],
      rows: [0, 9, 9],
    },
    {
      kind: 'number',
      name: 'extent',
      monotone: 0,
      cuts: [37.5, 62.5, 87.5],
      effects: [0, -0.375, -0.125, 0, 0.125],
      errors: [0, 0, 0, 0, 0],
      rows: [0, 9, 9, 9, 9],
    },
    {
      kind: 'pair',
      name: 'education × extent',
      of: [1, 3],
      groups: [
        [0, 0, 1, 1],
        [0, 0, 0, 1, 1],
      ],
      effects: [
        [0.0625, -0.0625],
        [-0.25, 0.25],
      ],
      errors: [
        [0, 0],
        [0, 0],
      ],
    },
  ],
}

const changeable: readonly Changeable[] = [
  { name: 'education', to: ['upper-secondary', 'post-secondary'], direction: 0 },
  { name: 'extent', to: [25, 50, 75, 100], direction: 1 },
  { name: 'days', to: null, direction: 1 },
]

const people: fc.Arbitrary<Value[]> = fc.tuple(
  fc.integer({ min: 0, max: 2000 }),
  fc.constantFrom('compulsory', 'upper-secondary', 'post-secondary', 'other', null),
  fc.constantFrom('female', 'male'),
  fc.constantFrom(25, 50, 75, 100),
)
const cuts = fc.tuple(fc.double({ min: 0.2, max: 0.45, noNaN: true }), fc.double({ min: 0.46, max: 0.75, noNaN: true }))

const category =
  ([low, high]: readonly [number, number]) =>
  (probability: number): 'near' | 'referable' | 'far' =>
    probability >= high ? 'near' : probability < low ? 'far' : 'referable'

describe('what would change the result', () => {
  test('really changes it when it is done, in every generated case', () => {
    const scorer = scorerOf(model)
    let found = 0
    fc.assert(
      fc.property(people, cuts, (values, between) => {
        const categoryOf = category(between)
        const now = categoryOf(scorer.quick(values))
        for (const one of counterfactuals(model, values, changeable, categoryOf)) {
          found += 1
          const changed = values.slice()
          for (const { name, from, to } of one.changes) {
            assert.equal(values[scorer.names.indexOf(name)], from)
            changed[scorer.names.indexOf(name)] = to
          }
          assert.notEqual(categoryOf(scorer.quick(changed)), now)
          assert.equal(scorer.quick(changed), one.probability)
          assert.equal(categoryOf(one.probability), one.category)
        }
      }),
      { numRuns: 2000 },
    )
    assert.ok(found > 500, `only ${found} were found`)
  })

  test('names only what can be changed, in the direction that it can', () => {
    fc.assert(
      fc.property(people, cuts, (values, between) => {
        for (const { changes } of counterfactuals(model, values, changeable, category(between))) {
          for (const { name, from, to } of changes) {
            assert.ok(['education', 'extent', 'days'].includes(name))
            if (name !== 'education') assert.ok((to as number) > (from as number))
          }
        }
      }),
    )
  })

  test('finds a change whenever one value alone suffices, and takes the smallest', () => {
    const values = [100, 'compulsory', 'female', 50]
    const found = counterfactuals(model, values, changeable, category([0.3, 0.4]))
    assert.deepEqual(
      found.map(({ changes, category: to }) => [changes.map(({ name, to: value }) => `${name} ${value}`).join(), to]),
      [
        ['days 180', 'far'],
        ['education upper-secondary', 'near'],
      ],
    )
    assert.ok(found.every(({ changes }) => changes.length === 1))
  })

  test('takes two together when no single one suffices, and none when nothing does', () => {
    const values = [900, 'compulsory', 'female', 25]
    const only = changeable.slice(0, 2)
    const scorer = scorerOf(model)
    const alone = Math.max(
      scorer.quick([900, 'upper-secondary', 'female', 25]),
      scorer.quick([900, 'compulsory', 'female', 100]),
    )
    const both = scorer.quick([900, 'upper-secondary', 'female', 100])
    const between = (alone + both) / 2
    const found = counterfactuals(model, values, only, category([0.01, between]))
    assert.deepEqual(
      found.map(({ changes }) => changes.length),
      [2],
    )
    assert.deepEqual(counterfactuals(model, values, only, category([0.01, 0.99])), [])
  })
})
