import { addDays } from '../../kernel/day.ts'
import type { ClaimId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { notify } from '../../platform/outbox.ts'
import { closeTask } from '../../platform/tasks.ts'
import type { OutcomeVerified, VerificationBody, VerificationReply } from './contract.ts'
import { countedIn, decideVerification } from './domain/index.ts'
import { outcomesEvents } from './events.ts'
import { type CaseService, findService, lockService, outcomeOf, rulesOfChain } from './service-facts.ts'
import { findClaim, type StoredClaim, saveVerification } from './store.ts'
import { taskKinds } from './tasks.ts'

export type VerifyOutcome = VerificationBody & { readonly claimId: ClaimId }

/**
 * A caseworker of the case's office verifies or refuses a claim (R2, programme 4.7); who it was is recorded, for that person
 * never approves the money. Publishes `outcome-verified` for a verified one, with whether it is the outcome that counts.
 * Problems: those of the domain's `decideVerification`, `other-office`, `not-found`, `not-allowed`.
 */
export async function verifyOutcome(context: Context, command: VerifyOutcome): Promise<Result<VerificationReply>> {
  await lockName(context, `claim:${command.claimId}`)
  const claim = await findClaim(context, command.claimId)
  if (claim === null) return fail(problem('not-found'))
  const locked = await lockService(context, claim.caseId)
  if (!locked.ok) return locked
  const may = mayVerify(context, locked.value)
  if (!may.ok) return may
  const can = canVerify(context, locked.value, claim, command.outcome)
  if (!can.ok) return can
  await saveVerification(context, claim, command)
  await closeTask(context, { kind: taskKinds.verifyOutcome, subjectId: claim.claimId })
  context.wrotePerson(claim.personId)
  await notify(context, {
    kind: command.outcome === 'verified' ? 'outcomes.claim-verified' : 'outcomes.claim-refused',
    organisationId: claim.providerId,
    channel: 'screen',
    subjectId: claim.claimId,
    values: { firstDay: claim.firstDay },
  })
  if (command.outcome === 'refused') return ok({ counts: false, firstDay: claim.firstDay })
  return ok(await tellVerified(context, claim))
}

export function mayVerify(context: Context, service: Pick<CaseService, 'officeId'>): Result<null> {
  const may = mayAct(context, ['caseworker'])
  if (!may.ok) return may
  const other = service.officeId !== null && service.officeId !== context.actor.officeId
  return other ? fail(problem('other-office')) : ok(null)
}

export function canVerify(
  context: Context,
  service: CaseService,
  claim: StoredClaim,
  outcome: 'verified' | 'refused',
): Result<null> {
  const others = service.facts.outcomes.filter((each) => each.seriesId !== claim.seriesId)
  const state = {
    outcome: outcomeOf(claim, service.facts.outcomes.length),
    decided: claim.decision !== null,
    replaced: claim.replaced,
    evidence: claim.evidence,
  }
  return decideVerification(state, { ...service.facts, outcomes: others }, outcome, context.rules, context.today)
}

/** Judges the case with the claim in it and tells the others. */
async function tellVerified(context: Context, claim: StoredClaim): Promise<VerificationReply> {
  const { caseId, personId, claimId, providerId } = claim
  const service = await findService(context, caseId)
  const counted = service && countedIn(claimId, service.facts, rulesOfChain)
  const firstDay = counted?.firstDay ?? claim.firstDay
  const chainId = counted?.chain.decisions[0]?.chainId ?? null
  const begins = service?.facts.spells.some((spell) => spell.period.start === firstDay) ?? false
  const lastDay = begins ? firstDay : addDays(firstDay, -1)
  const counts = counted !== null
  const payload: OutcomeVerified = { caseId, personId, claimId, providerId, chainId, firstDay, lastDay, counts }
  await context.publish({ name: outcomesEvents.verified, payload })
  return { counts: counted !== null, firstDay }
}
