import type { Context } from '../../platform/context.ts'
import { type AssessmentForDecision, assessmentForDecision } from '../assessment/index.ts'
import { type CaseHead, deliveryArea, isRolledOut } from '../registration/index.ts'
import { type AssessmentStanding, type DecisionState, versionOf } from './domain/index.ts'
import { abstentionsOf, chainsOfCase, interruptionsOf, latestTalk } from './store.ts'

/** Reads all that the law of decisions looks at, as it stands today. */
export async function stateOf(context: Context, head: CaseHead): Promise<DecisionState> {
  const chains = await chainsOfCase(context, head.caseId)
  const abstentions = await abstentionsOf(context, head.caseId)
  const interruptions = await interruptionsOf(context, head.caseId)
  const made = await assessmentForDecision(context, head.caseId)
  const area = head.areaCode === null ? null : await deliveryArea(context, head.areaCode)
  const decisions = chains.reduce((sum, chain) => sum + chain.decisions.length + (chain.endedOn === null ? 0 : 1), 0)
  const returns = interruptions.filter((one) => one.returnedOn !== null).length
  return {
    closed: head.closed,
    availability: head.availability,
    chains,
    talk: await latestTalk(context, head.caseId),
    assessment: made && standingOf(made),
    area: area && { code: area.code, rolledOut: isRolledOut(area), priceModelB: area.priceModelB },
    abstainedFrom: abstentions.map((abstention) => abstention.assessmentId),
    version: versionOf(made?.assessment.id ?? null, decisions + abstentions.length + interruptions.length + returns),
  }
}

function standingOf({ assessment, notValid, criteria }: AssessmentForDecision): AssessmentStanding {
  const { id, result, level, windowNumber } = assessment
  return { id, result, level, windowNumber, notValid, criteria }
}
