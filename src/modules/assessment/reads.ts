import type { CaseId } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Context } from '../../platform/context.ts'
import { type Action, findCase } from '../registration/index.ts'
import { assessors } from './assess-person.ts'
import { type AssessmentFacts, type Criterion, canAssess, criteriaOn, isValidOn } from './domain/index.ts'
import { modelInForce } from './model-in-force.ts'
import { reviewActionsOf } from './review-reads.ts'
import { factsOf, latestOf, type StoredAssessment } from './store.ts'

/** The assessment that a decision would rest on today, and whether it may. */
export interface AssessmentForDecision {
  readonly assessment: StoredAssessment
  readonly facts: AssessmentFacts
  /** Why it may not carry a decision today, or `null` when it may: `assessment-expired` and the like. */
  readonly notValid: Problem | null
  /** The criteria of the window in force today with today's days (programme 4.3: checked on the day it is granted). */
  readonly criteria: readonly Criterion[]
  /** The result by cut points was `referable` and every criterion is met today. */
  readonly referable: boolean
}

/** The latest assessment of a case with its standing today; `null` while none is made or seen by this role. */
export async function assessmentForDecision(context: Context, caseId: CaseId): Promise<AssessmentForDecision | null> {
  const assessment = await latestOf(context, caseId)
  const facts = assessment && (await factsOf(context, caseId))
  if (!facts) return null
  context.readPerson(assessment.personId)
  const model = (await modelInForce(context)).name
  const valid = isValidOn(assessment, { facts, model }, context.rules, context.today)
  const criteria = criteriaOn(facts, context.rules.assessment.window, context.today, assessment.waivedBy)
  const referable = assessment.result === 'referable' && criteria.every((criterion) => criterion.met)
  return { assessment, facts, notValid: valid.ok ? null : valid.problem, criteria, referable }
}

/** The latest assessment of a case, or `null`. */
export async function latestAssessment(context: Context, caseId: CaseId): Promise<StoredAssessment | null> {
  const latest = await latestOf(context, caseId)
  if (latest) context.readPerson(latest.personId)
  return latest
}

/** What this module offers on the case's page to the acting role. */
export async function actionsOf(context: Context, caseId: CaseId): Promise<Action[]> {
  return [...(await assessing(context, caseId)), ...(await reviewActionsOf(context, caseId))]
}

async function assessing(context: Context, caseId: CaseId): Promise<Action[]> {
  if (!(assessors as readonly string[]).includes(context.actor.role)) return []
  const head = await findCase(context, caseId)
  const facts = head && (await factsOf(context, caseId))
  if (!head || !facts) return []
  const latest = await latestOf(context, caseId)
  const model = (await modelInForce(context)).name
  const can = canAssess(
    { noticeOn: head.profilingNoticeOn, closed: head.closed, latest, facts, model },
    context.rules,
    context.today,
  )
  const name = 'assessPerson'
  return [
    can.ok
      ? { name, module: 'assessment', allowed: true }
      : { name, module: 'assessment', allowed: false, because: can.problem },
  ]
}
