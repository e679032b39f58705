import type { Problem } from './problem.ts'
import { problem } from './problem.ts'

/** What may be refused: either a value or the problem. Impossible states throw instead. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

type ValuesOf<Results extends readonly Result<unknown>[]> = {
  -readonly [Index in keyof Results]: Results[Index] extends Result<infer T> ? T : never
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(refusal: Problem): Result<never> {
  return { ok: false, problem: refusal }
}

/**
 * All values in order, or what is wrong: one problem as it is, more than one as `several-problems` with the list, so
 * that a form can show every fault at once.
 */
export function all<const Results extends readonly Result<unknown>[]>(results: Results): Result<ValuesOf<Results>> {
  const problems = results.flatMap((result) => (result.ok ? [] : [result.problem]))
  const [first] = problems
  if (first === undefined) {
    return ok(results.map((result) => (result.ok ? result.value : undefined)) as ValuesOf<Results>)
  }
  return fail(problems.length === 1 ? first : problem('several-problems', { problems }))
}

/** The value where a refusal would be a fault in the code; throws the problem's code otherwise. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, field, values } = result.problem
  throw new RangeError([code, field, values && JSON.stringify(values)].filter(Boolean).join(' '))
}
