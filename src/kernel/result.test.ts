import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Problem } from './problem.ts'
import { atField, problem } from './problem.ts'
import type { Result } from './result.ts'
import { all, fail, must, ok } from './result.ts'

const anyResult: fc.Arbitrary<Result<number>> = fc.oneof(
  fc.integer().map((value) => ok(value)),
  fc.string({ minLength: 1 }).map((code) => fail(problem(code))),
)

test('a value or a problem, never both', () => {
  assert.deepEqual(ok(3), { ok: true, value: 3 })
  assert.deepEqual(fail(problem('required', { field: 'name' })), {
    ok: false,
    problem: { code: 'required', field: 'name' },
  })
})

test('several results become one with their types in order', () => {
  const both: Result<[number, string]> = all([ok(1), ok('a')])
  assert.deepEqual(both, { ok: true, value: [1, 'a'] })
  assert.deepEqual(all([]), { ok: true, value: [] })
})

test('one fault is told as it is, several together', () => {
  const first = problem('required', { field: 'name' })
  const second = problem('date-format', { field: 'from' })
  assert.deepEqual(all([ok(1), fail(first)]), { ok: false, problem: first })
  assert.deepEqual(all([fail(first), ok(1), fail(second)]), {
    ok: false,
    problem: { code: 'several-problems', problems: [first, second] },
  })
})

test('a refusal where none can be throws what it says', () => {
  assert.equal(must(ok('x')), 'x')
  assert.throws(() => must(fail(problem('out-of-range', { field: 'hours', values: { most: 40 } }))), {
    name: 'RangeError',
    message: 'out-of-range hours {"most":40}',
  })
})

test('property: all succeeds exactly when each does, and loses neither a value nor a problem', () => {
  fc.assert(
    fc.property(fc.array(anyResult), (results) => {
      const together = all(results)
      const problems: Problem[] = results.flatMap((result) => (result.ok ? [] : [result.problem]))
      assert.equal(together.ok, problems.length === 0)
      if (together.ok) assert.deepEqual(together.value, results.map(must))
      else assert.deepEqual(together.problem.problems ?? [together.problem], problems)
    }),
  )
})

test('property: a problem holds just what was told, and placing it at a field changes nothing else', () => {
  const details = fc.record(
    {
      field: fc.string(),
      values: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer()), { noNullPrototype: true }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  fc.assert(
    fc.property(fc.string(), details, fc.string(), (code, told, field) => {
      const made = problem(code, told)
      assert.deepEqual(made, { code, ...told })
      assert.deepEqual(atField(made, field), { ...made, field })
      assert.deepEqual(problem(code, { field: undefined, values: undefined }), { code })
    }),
  )
})
