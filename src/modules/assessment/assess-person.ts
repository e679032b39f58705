import type { AssessmentId, CaseId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { type CaseHead, lockCase } from '../registration/index.ts'
import type { AssessPersonReply, PersonAssessed } from './contract.ts'
import { assess, canAssess, columnsOn, windowResult } from './domain/index.ts'
import { modelInForce } from './model-in-force.ts'
import { factsOf, latestOf, saveAssessment } from './store.ts'

export interface AssessPerson {
  readonly caseId: CaseId
  /** Why now, in words; needed each time. */
  readonly reason: string
  /** Codes of the window's exceptions that the caseworker has found to hold. */
  readonly waivedBy?: readonly string[] | undefined
}

/** Whose duty it is to ask the tool. */
export const assessors = ['caseworker', 'system'] as const

/**
 * Asks the tool about a person (programme 4.2). Publishes `person-assessed`.
 * Problems: `not-found`, `not-allowed`, `case-closed`, `notice-missing`, `assessed-recently`, `exception-unknown`.
 */
export async function assessPerson(context: Context, command: AssessPerson): Promise<Result<AssessPersonReply>> {
  const locked = await lockCase(context, command.caseId)
  if (!locked.ok) return locked
  const may = mayAct(context, assessors)
  if (!may.ok) return may
  return assessLocked(context, locked.value, {
    reason: command.reason,
    waivedBy: command.waivedBy ?? [],
    automatic: false,
  })
}

interface Asked {
  readonly reason: string
  readonly waivedBy: readonly string[]
  readonly automatic: boolean
}

/** The assessment itself, once the case is locked and the actor has been found to be allowed. */
export async function assessLocked(context: Context, head: CaseHead, asked: Asked): Promise<Result<AssessPersonReply>> {
  const facts = await factsOf(context, head.caseId)
  if (facts === null) return fail(problem('not-found'))
  const { rules, today } = context
  const latest = await latestOf(context, head.caseId)
  const tool = await modelInForce(context)
  const { profilingNoticeOn: noticeOn, closed } = head
  const can = canAssess({ noticeOn, closed, latest, facts, model: tool.name }, rules, today)
  if (!can.ok) return can
  const unknown = asked.waivedBy.find(
    (code) => !rules.assessment.window.exceptions.some((exception) => exception.code === code),
  )
  if (unknown !== undefined) return fail(problem('exception-unknown', { field: 'waivedBy', values: { code: unknown } }))
  const estimate = assess(facts, today, tool)
  const answer = windowResult(estimate.probability, facts, rules.assessment, today, asked.waivedBy)
  const id = newId<AssessmentId>()
  await saveAssessment(context, {
    id,
    caseId: head.caseId,
    personId: head.personId,
    estimate,
    inputs: columnsOn(facts, today),
    facts,
    answer,
    ...asked,
  })
  context.wrotePerson(head.personId)
  const { result, level, referable } = answer
  const payload: PersonAssessed = {
    assessmentId: id,
    caseId: head.caseId,
    personId: head.personId,
    result,
    level,
    referable,
  }
  await context.publish({ name: personAssessed, payload })
  return ok({ assessmentId: id, result, level, referable, probability: estimate.probability })
}

/** Name of the event that tells of a new assessment. */
export const personAssessed = 'person-assessed'
