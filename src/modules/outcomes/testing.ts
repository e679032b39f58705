import { type Day, day } from '../../kernel/day.ts'
import type { ClaimId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { fixDecisionDates } from '../decision/index.ts'
import {
  chooseProvider,
  endOnInterruption,
  endPlacementsOn,
  openChoiceOnReferral,
  openChoiceOnReturn,
  type Placed,
} from '../market/index.ts'
import { aReferred, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { seedDeliveryAreas } from '../registration/index.ts'
import { addEvidence } from './add-evidence.ts'
import { type ClaimOutcome, claimOutcome } from './claim-outcome.ts'
import type { OutcomeVerified } from './contract.ts'
import { outcomesEvents } from './events.ts'

/** What was told about verified outcomes, the oldest first. */
export type ToldOutcomes = OutcomeVerified[]

/** A world wired as the server wires it for outcomes, with the delivery areas laid. */
export async function outcomesWorld(today = '2022-04-04'): Promise<{ world: TestWorld; told: ToldOutcomes }> {
  const told: ToldOutcomes = []
  const subscriptions: Subscriptions = {
    'referral-granted': [openChoiceOnReferral],
    'service-interrupted': [endOnInterruption],
    'service-resumed': [openChoiceOnReturn],
    placed: [
      (context: Context, placed: Placed) =>
        fixDecisionDates(context, { decisionId: placed.decisionId, firstDay: placed.firstDay }),
    ],
    [outcomesEvents.verified]: [
      async (context: Context, outcome: OutcomeVerified) => {
        told.push(outcome)
        if (!outcome.counts) return ok(null)
        const { caseId, lastDay, chainId } = outcome
        return endPlacementsOn(context, { caseId, lastDay, chainId: chainId ?? undefined, cause: 'outcome' })
      },
    ],
  }
  const world = await testWorld({ today, subscriptions })
  await world.must(systemActor, seedDeliveryAreas)
  return { world, told }
}

/** A participant in service with the provider: referred and placed on the world's today, from the 10th working day. */
export async function aParticipant(
  world: TestWorld,
  provider: TestProvider,
  details: Parameters<typeof aReferred>[1] = {},
): Promise<TestParticipant> {
  const participant = await aReferred(world, details)
  const { caseId } = participant
  const { contractId, addressId } = provider
  await world.must(participant.actor, (context) => chooseProvider(context, { caseId, contractId, addressId }))
  return participant
}

/** The smallest file that passes for a PDF; `text` tells files apart. */
export function aPdf(text = 'prov'): { name: string; bytes: Buffer } {
  return { name: `${text}.pdf`, bytes: Buffer.from(`%PDF-1.4 ${text}`) }
}

/** A claim by the provider with a document; name only what the test is about. */
export async function aClaim(
  world: TestWorld,
  provider: TestProvider,
  participant: TestParticipant,
  claim: Partial<Omit<ClaimOutcome, 'firstDay' | 'lastDay'>> & { firstDay: string; lastDay?: string },
): Promise<ClaimId> {
  const { firstDay, lastDay, ...rest } = claim
  const { claimId } = await world.must(provider.coordinator, (context) =>
    claimOutcome(context, {
      caseId: participant.caseId,
      kind: 'work',
      employer: 'Provbageriet',
      ...rest,
      firstDay: day(firstDay),
      lastDay: lastDay === undefined ? null : (day(lastDay) as Day),
    }),
  )
  await world.must(provider.coordinator, (context) => addEvidence(context, { claimId, file: aPdf(claimId) }))
  return claimId
}
