import { addMonths, type Day } from '../../kernel/day.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { PeriodQuery } from './contract.ts'

/** Days that are looked at, both counted. */
export interface Days {
  readonly from: Day
  readonly to: Day
}

/** The days asked for; absent ones are today and as far back as the rules look. Problem: `period-reversed`. */
export function daysAsked(context: Context, { from, to }: PeriodQuery): Result<Days> {
  const last = to ?? context.today
  const first = from ?? addMonths(last, -context.rules.oversight.variationMonths)
  if (first > last) return fail(problem('period-reversed', { field: 'from', values: { from: first, to: last } }))
  return ok({ from: first, to: last })
}
