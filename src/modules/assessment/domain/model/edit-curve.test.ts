import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../../kernel/day.ts'
import { aPersonsFacts, theTool } from '../../testing.ts'
import type { AdditiveModel, AdditiveTerm } from './additive-model.ts'
import { effectsOf, modelFaultOf, neverRisingColumns, policyFaultOf } from './check-model.ts'
import { type CurveChange, editCurve, editCurves } from './edit-curve.ts'
import { columnsOn } from './person-columns.ts'
import { scorerOf, type Value } from './scorer.ts'

const shipped = theTool.scorer.model

function term(model: AdditiveModel, name: string): AdditiveTerm {
  return model.terms.find((one) => one.name === name) ?? assert.fail(name)
}

function edited(change: CurveChange, model = shipped): AdditiveModel {
  const made = editCurve(model, change)
  assert.ok(made.ok, JSON.stringify(made))
  return made.value
}

function refused(change: CurveChange, model = shipped): string {
  const made = editCurve(model, change)
  assert.ok(!made.ok)
  return made.problem.code
}

const anyChange: fc.Arbitrary<CurveChange> = fc
  .tuple(fc.constantFrom(...shipped.terms), fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 3 }))
  .chain(([one, a, b, c, d, how]) => {
    const range = (x: number, y: number, length: number) => {
      const [from, to] = [x % length, y % length].sort((p, q) => p - q) as [number, number]
      return { from, to }
    }
    const bins = range(a, b, one.effects.length)
    const across = one.kind === 'pair' ? { across: range(c, d, one.effects[0]?.length ?? 1) } : {}
    const size = fc.double({ min: -3, max: 3, noNaN: true })
    const base = { term: one.name, bins, ...across }
    if (how === 0) return size.map((effect): CurveChange => ({ ...base, how: 'set', effect }))
    if (how === 1) return size.map((by): CurveChange => ({ ...base, how: 'shift', by }))
    if (how === 2) return fc.constant<CurveChange>({ ...base, how: 'flatten' })
    return fc.constantFrom(-1 as const, 1 as const).map((direction) => ({ ...base, how: 'monotone', direction }))
  })

const anyPerson = fc.record({
  sex: fc.constantFrom('female' as const, 'male' as const),
  disability: fc.boolean(),
  education: fc.constantFrom('compulsory' as const, 'upper-secondary' as const, 'post-secondary' as const),
  birthRegion: fc.constantFrom('sweden' as const, 'world' as const),
  registeredFrom: fc.constantFrom(day('2018-01-01'), day('2021-06-01'), day('2022-09-01')),
  birthDate: fc.constantFrom(day('1960-02-02'), day('1985-05-05'), day('2001-01-01')),
})

describe('any edit that is let through', () => {
  test('stays on the grain, keeps everything else, and parts and intercept add up exactly in any order', () => {
    let through = 0
    fc.assert(
      fc.property(anyChange, anyPerson, (change, facts) => {
        const made = editCurve(shipped, change)
        if (!made.ok) return
        through += 1
        const after = made.value
        assert.equal(modelFaultOf(after), null)
        assert.equal(after.intercept, shipped.intercept)
        for (const [place, one] of after.terms.entries()) {
          if (one.name !== change.term) assert.equal(one, shipped.terms[place])
          for (const effect of effectsOf(one)) assert.ok(Number.isInteger(effect * 2 ** 20))
        }
        const scorer = scorerOf(after)
        const columns: Readonly<Record<string, Value>> = columnsOn(aPersonsFacts(facts), day('2022-10-03'))
        const values: Value[] = scorer.names.map((name) => columns[name] ?? null)
        const { logOdds, parts } = scorer.one(values)
        assert.equal(logOdds, parts.reduceRight((sum, part) => sum + part.effect, 0) + after.intercept)
      }),
      { numRuns: 300, seed: 1 },
    )
    assert.ok(through > 50, `only ${through} edits went through`)
  })

  test('never lets the chance rise by registration time alone', () => {
    let stopped = 0
    const time = anyChange.map((change) => ({ ...change, term: 'registeredDays', across: undefined }))
    fc.assert(
      fc.property(time, (change) => {
        const made = editCurve(shipped, change)
        if (!made.ok) {
          if (made.problem.code === 'model-policy-broken') stopped += 1
          return
        }
        const effects = effectsOf(term(made.value, 'registeredDays')).slice(1)
        assert.ok(effects.every((effect, bin) => bin === 0 || effect <= (effects[bin - 1] as number)))
      }),
      { numRuns: 300, seed: 2 },
    )
    assert.ok(stopped > 20, `only ${stopped} edits were stopped`)
  })
})

describe('one edit', () => {
  const age = term(shipped, 'age')
  assert.ok(age.kind === 'number')

  test('sets a range, shifts it, and leaves what stands outside', () => {
    const set = edited({ term: 'age', bins: { from: 22, to: 23 }, how: 'set', effect: -0.3 })
    assert.deepEqual(effectsOf(term(set, 'age')).slice(22), [-314573 / 2 ** 20, -314573 / 2 ** 20])
    assert.deepEqual(effectsOf(term(set, 'age')).slice(0, 22), age.effects.slice(0, 22))
    const shifted = edited({ term: 'disability', bins: { from: 2, to: 2 }, how: 'shift', by: 0.5 })
    const before = effectsOf(term(shipped, 'disability'))[2] as number
    assert.equal(effectsOf(term(shifted, 'disability'))[2], before + 0.5)
  })

  test('flattens to the mean of the rows behind each bin', () => {
    const flat = effectsOf(term(edited({ term: 'age', bins: { from: 1, to: 23 }, how: 'flatten' }), 'age'))
    // A trained curve is centred: its mean over the rows is the mean of everyone, 0.
    assert.ok(flat.slice(1).every((effect) => effect === flat[1] && Math.abs(effect) < 1e-5))
  })

  test('makes a curve go one way, and nothing more than needed', () => {
    const falling = effectsOf(
      term(edited({ term: 'age', bins: { from: 1, to: 23 }, how: 'monotone', direction: -1 }), 'age'),
    )
    assert.ok(falling.slice(2).every((effect, bin) => effect <= (falling[bin + 1] as number)))
    assert.equal(falling[23], age.effects[23])
    assert.equal(falling[1], age.effects[1])
  })

  test('changes the chosen cells of a pair', () => {
    const pair = { from: 1, to: 2 }
    const after = term(
      edited({ term: 'sex × birthRegion', bins: pair, across: { from: 4, to: 4 }, how: 'set', effect: 0 }),
      'sex × birthRegion',
    )
    assert.ok(after.kind === 'pair')
    assert.deepEqual(
      after.effects.map((line) => line[4]),
      [0, 0, 0],
    )
    const before = term(shipped, 'sex × birthRegion')
    assert.ok(before.kind === 'pair')
    assert.deepEqual(after.effects[1]?.slice(0, 4), before.effects[1]?.slice(0, 4))
  })

  test('is refused where it names what is not there, orders what has no order, is too large or changes nothing', () => {
    const bins = { from: 1, to: 1 }
    assert.equal(refused({ term: 'income', bins, how: 'flatten' }), 'model-term-unknown')
    assert.equal(refused({ term: 'sex', bins: { from: 1, to: 3 }, how: 'flatten' }), 'model-bins-unknown')
    assert.equal(refused({ term: 'sex', bins: { from: 2, to: 1 }, how: 'flatten' }), 'model-bins-unknown')
    assert.equal(refused({ term: 'sex', bins, across: bins, how: 'flatten' }), 'model-bins-unknown')
    assert.equal(refused({ term: 'sex', bins, how: 'monotone', direction: 1 }), 'model-edit-order')
    assert.equal(refused({ term: 'age × education', bins, how: 'monotone', direction: 1 }), 'model-edit-order')
    assert.equal(refused({ term: 'sex', bins, how: 'set', effect: 17 }), 'model-edit-too-large')
    assert.equal(refused({ term: 'sex', bins, how: 'set', effect: Number.NaN }), 'model-edit-too-large')
    assert.equal(refused({ term: 'sex', bins, how: 'shift', by: 0 }), 'model-edit-changes-nothing')
  })

  test('that would give a better chance by time alone is refused', () => {
    const bins = { from: 20, to: 20 }
    assert.equal(refused({ term: 'registeredDays', bins, how: 'set', effect: 2 }), 'model-policy-broken')
    edited({ term: 'registeredDays', bins: { from: 1, to: 28 }, how: 'shift', by: 0.1 })
  })

  test('among several tells its place when it is refused', () => {
    const bins = { from: 1, to: 1 }
    const made = editCurves(shipped, [
      { term: 'sex', bins, how: 'set', effect: 0.5 },
      { term: 'sex', bins: { from: 9, to: 9 }, how: 'flatten' },
    ])
    assert.ok(!made.ok)
    assert.deepEqual([made.problem.field, made.problem.values?.change], ['changes.1.bins', 2])
  })
})

describe('a model that is to answer about people', () => {
  const changed = (name: string, change: (one: AdditiveTerm) => object): AdditiveModel => ({
    ...shipped,
    terms: shipped.terms.map((one) => (one.name === name ? ({ ...one, ...change(one) } as AdditiveTerm) : one)),
  })
  const codeOf = (model: AdditiveModel): string | undefined => modelFaultOf(model)?.code

  test('is the shipped one, and asks for nothing but what a person’s facts have', () => {
    assert.equal(modelFaultOf(shipped), null)
    const facts = columnsOn(aPersonsFacts(), day('2022-10-03'))
    for (const [name, value] of Object.entries(facts)) {
      const kind = typeof value === 'number' ? 'number' : 'category'
      const own = shipped.terms.find((one) => one.name === name)
      assert.equal(own?.kind, kind, name)
      assert.equal(modelFaultOf(changed(name, () => ({ name: 'x' })))?.values?.column, 'x')
    }
  })

  test('has its effects on the grain, each term once and columns before pairs', () => {
    assert.equal(codeOf({ ...shipped, intercept: 0.1 }), 'model-file-broken')
    assert.equal(codeOf(changed('sex', () => ({ effects: [0, 0.1, 0] }))), 'model-file-broken')
    assert.equal(codeOf({ ...shipped, terms: [...shipped.terms, term(shipped, 'sex')] }), 'model-file-broken')
    assert.equal(codeOf({ ...shipped, terms: shipped.terms.toReversed() }), 'model-file-broken')
    assert.equal(codeOf(changed('age × education', () => ({ of: [1, 1] }))), 'model-file-broken')
  })

  test('has columns of the kind that the facts are', () => {
    assert.equal(codeOf(changed('sex', () => ({ name: 'shoeSize' }))), 'model-columns-unknown')
    const asNumber = { kind: 'number', cuts: [0], monotone: 0, effects: [0, 0, 0] }
    assert.equal(codeOf(changed('sex', () => asNumber)), 'model-column-kind')
    assert.equal(codeOf(changed('sex', () => ({ levels: ['F', 'M'] }))), 'model-level-unknown')
  })

  test('never gives a better chance by time alone, neither by its curves nor in a pair', () => {
    for (const name of neverRisingColumns) {
      const rising = changed(name, ({ effects }) => ({ monotone: 0, effects: effects.toReversed() }))
      assert.equal(policyFaultOf(rising)?.values?.term, name)
    }
    const paired = changed('age × education', () => ({ of: [6, 2] }))
    assert.equal(codeOf(paired), 'model-policy-broken')
  })
})
