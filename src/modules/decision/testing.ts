import { type Day, day } from '../../kernel/day.ts'
import { assessmentId, decisionId } from '../../kernel/ids.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { anAssessedPerson, type Profile, type RegisteredPerson } from '../assessment/testing.ts'
import type { DecisionReply } from './contract.ts'
import {
  type AssessmentStanding,
  type Chain,
  chainsOf,
  type Decision,
  type DecisionState,
  datesFrom,
  type Interruption,
} from './domain/index.ts'
import { decideReferral, fixDecisionDates, holdPlanningTalk } from './index.ts'

export const anAssessmentId = assessmentId('00000000-0000-7000-8000-0000000000a1')
const aChainId = '00000000-0000-7000-8000-0000000000c1'

/** A referral at level C granted on 2022-10-03 and not dated; name only what the test is about. */
export function aDecision(decision: Partial<Decision> = {}): Decision {
  return {
    id: decisionId('00000000-0000-7000-8000-0000000000d1'),
    chainId: aChainId,
    kind: 'referral',
    level: 'C',
    priceModel: null,
    windowNumber: 5,
    assessmentId: anAssessmentId,
    areaCode: '14',
    grantedOn: day('2022-10-03'),
    days: 180,
    firstDay: null,
    lastDay: null,
    earlyStartOn: null,
    ...decision,
  }
}

/** An extension of a decision, adjoining it. */
export function anExtension(first: Decision): Decision {
  const id = decisionId('00000000-0000-7000-8000-0000000000d2')
  const start = first.lastDay ?? day('2023-04-14')
  return aDecision({ ...first, id, kind: 'extension', ...datesFrom(nextDay(start), 180) })
}

/** A chain from its decisions, interrupted or ended as said. */
export function aChain(
  decisions: readonly Decision[],
  more: { interruption?: Partial<Interruption>; endedOn?: Day } = {},
): Chain {
  const interruption = {
    chainId: aChainId,
    lastDay: day('2022-12-01'),
    cause: 'long-absence',
    returnedOn: null,
  } as const
  const [chain] = chainsOf({
    decisions,
    interruptions: more.interruption ? [{ ...interruption, ...more.interruption }] : [],
    ends: more.endedOn ? [{ chainId: aChainId, lastDay: more.endedOn }] : [],
  })
  if (!chain) throw new Error('a chain needs a decision')
  return chain
}

/** An assessment that says yes at level C and may carry a decision. */
export function aStanding(standing: Partial<AssessmentStanding> = {}): AssessmentStanding {
  return {
    id: anAssessmentId,
    result: 'referable',
    level: 'C',
    windowNumber: 5,
    notValid: null,
    criteria: [{ name: 'registered-days', met: true, because: { code: 'days-registered', has: 400, needs: 180 } }],
    ...standing,
  }
}

/** A case that is ready to be referred. */
export function aState(state: Partial<DecisionState> = {}): DecisionState {
  return {
    closed: false,
    availability: 'yes',
    chains: [],
    talk: { heldOn: day('2022-10-03'), available: 'yes' },
    assessment: aStanding(),
    area: { code: '14', rolledOut: true, priceModelB: '2' },
    abstainedFrom: [],
    version: 'v1',
    ...state,
  }
}

function nextDay(on: Day): Day {
  return datesFrom(on, 2).lastDay
}

/** A person who is assessed and talked with, ready for a decision. */
export async function aPersonReadyForDecision(
  world: TestWorld,
  given: Parameters<typeof anAssessedPerson>[1] = {},
): Promise<RegisteredPerson> {
  const person = await anAssessedPerson(world, { profile: 'C', ...given })
  await world.must(world.caseworker, (context) =>
    holdPlanningTalk(context, {
      caseId: person.caseId,
      heldOn: context.today,
      mode: 'meeting',
      available: 'yes',
      notes: 'Vi gick igenom läget.',
    }),
  )
  return person
}

/** A person who has been referred; with `firstDay` the decision has its days too. */
export async function aReferredPerson(
  world: TestWorld,
  given: { profile?: Profile; firstDay?: string; language?: string } = {},
): Promise<RegisteredPerson & { decision: DecisionReply }> {
  const { firstDay, language, ...profile } = given
  const person = await aPersonReadyForDecision(world, { ...profile, ...(language ? { details: { language } } : {}) })
  const decision = await world.must(world.caseworker, (context) =>
    decideReferral(context, { caseId: person.caseId, reason: 'Behöver stöd för att hitta arbete' }),
  )
  if (firstDay) {
    await world.must(world.caseworker, (context) =>
      fixDecisionDates(context, { decisionId: decisionId(decision.decisionId), firstDay: day(firstDay) }),
    )
  }
  return { ...person, decision }
}
