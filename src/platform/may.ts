import { problem } from '../kernel/problem.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { Role } from './actor.ts'
import type { Context } from './context.ts'

/** Refuses an actor whose duty does not include the act; jobs (`system`) must be named like any other role. */
export function mayAct(context: Context, roles: readonly Role[]): Result<null> {
  return roles.includes(context.actor.role)
    ? ok(null)
    : fail(problem('not-allowed', { values: { role: context.actor.role } }))
}
