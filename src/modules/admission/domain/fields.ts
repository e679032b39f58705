import { type Day, parseDay } from '../../../kernel/day.ts'
import { atField, type Problem, problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'

/** `required` for each text that is empty. */
export function missing<T, Name extends keyof T & string>(path: string, part: T, names: readonly Name[]): Problem[] {
  return names
    .filter((name) => String(part[name]).trim() === '')
    .map((name) => problem('required', { field: `${path}.${name}` }))
}

/** A day as typed. Problems at the field: `required`, `date-format`, `impossible-date`. */
export function typedDay(field: string, text: string): Result<Day> {
  if (text.trim() === '') return fail(problem('required', { field }))
  const parsed = parseDay(text.trim())
  return parsed.ok ? parsed : fail(atField(parsed.problem, field))
}

/** A day that has been. Also `in-the-future`. */
export function pastDay(field: string, text: string, today: Day): Result<Day> {
  const parsed = typedDay(field, text)
  if (!parsed.ok) return parsed
  return parsed.value > today ? fail(problem('in-the-future', { field })) : ok(parsed.value)
}
