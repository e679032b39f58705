import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { judgedChains, type ProviderSpell, type ReportingState, type ServiceChain } from './domain/index.ts'
import { type CaseService, type ChainedDecision, rulesOfChain } from './service-facts.ts'
import { standingClaims } from './store.ts'

/** What a report about the case is judged by. Problems: those of `judgedChains`. */
export async function reportingState(
  context: Context,
  service: CaseService,
): Promise<Result<ReportingState<ServiceChain<ChainedDecision, ProviderSpell>>>> {
  const judged = judgedChains({ ...service.facts, outcomes: [] }, rulesOfChain)
  if (!judged.ok) return judged
  const claims = await standingClaims(context, service.caseId)
  return ok({ chains: judged.value.map(({ chain }) => chain), claimedFirstDays: claims.map((claim) => claim.firstDay) })
}

/** A jobseeker only about oneself; row-level security would not show another's anyway. */
export function isOwnCase(context: Context, service: CaseService): Result<null> {
  const { role, personId } = context.actor
  return role === 'jobseeker' && personId !== service.personId ? fail(problem('not-found')) : ok(null)
}
