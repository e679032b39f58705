import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PlacementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { CaseHead } from '../registration/index.ts'
import { seeCase } from './open-case.ts'

/** Who talks: the participant on one side, the provider's staff on the other. */
export const talkers = ['jobseeker', 'coordinator', 'adviser'] as const satisfies readonly Role[]
export type Side = 'participant' | 'provider'

/** A spell as a room for messages; nobody writes in it when the spell is over. */
export interface Thread {
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly providerName: string
  readonly adviserId: UserId | null
  readonly adviserName: string | null
  readonly firstDay: Day
  readonly lastDay: Day | null
  readonly open: boolean
}

/** A case as somebody who talks in it sees it: an adviser the own participants' spells, a coordinator the provider's. */
export interface Talk {
  readonly head: CaseHead
  readonly side: Side
  /** The latest spell first. */
  readonly threads: readonly Thread[]
}

/** Opens a case to talk in. Problems: `not-found`, `not-allowed`, `not-your-participant`. */
export async function openTalk(context: Context, caseId: CaseId): Promise<Result<Talk>> {
  const seen = await seeCase(context, caseId, talkers)
  if (!seen.ok) return seen
  const { role, organisationId, userId } = context.actor
  const side = role === 'jobseeker' ? 'participant' : 'provider'
  const all = await threadsOf(context, caseId)
  const threads =
    side === 'participant'
      ? all
      : all.filter((one) => one.providerId === organisationId && (role === 'coordinator' || one.adviserId === userId))
  if (side === 'provider' && threads.length === 0) return fail(problem('not-your-participant'))
  return ok({ head: seen.value, side, threads })
}

async function threadsOf(context: Context, caseId: CaseId): Promise<Thread[]> {
  const { rows } = await sql<Thread>`
    select p.placement_id as "placementId", p.provider_id as "providerId", p.provider_name as "providerName", a.adviser_id as "adviserId",
           u.display_name as "adviserName", p.first_day as "firstDay", p.last_day as "lastDay",
           p.last_day is null or p.last_day >= ${context.today}::date as open
      from market.v_placement p
      left join delivery.v_adviser a on a.placement_id = p.placement_id and a.case_id = p.case_id
      left join platform.user_account u on u.id = a.adviser_id
     where p.case_id = ${caseId} order by p.first_day desc, p.recorded_at desc`.execute(context.db)
  return rows
}
