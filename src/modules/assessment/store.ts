import { sql } from 'kysely'
import type { AssessmentId, CaseId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/context.ts'
import type { Level } from '../../rules/index.ts'
import { municipality } from '../../rules/reference/index.ts'
import {
  type AssessmentFacts,
  type Criterion,
  type Estimate,
  factsFromRecord,
  type MadeAssessment,
  type Part,
  type PersonColumns,
  type PersonRecord,
  type Value,
  type WindowAnswer,
} from './domain/index.ts'

/** A whole assessment as it stands in the table. */
export interface StoredAssessment extends MadeAssessment {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly low: number
  readonly high: number
  readonly logOdds: number
  readonly intercept: number
  readonly parts: readonly Part[]
  /** The model's columns; of model 0 its own variables. */
  readonly inputs: Readonly<Record<string, Value>>
  readonly criteria: readonly Criterion[]
  readonly referable: boolean
  readonly automatic: boolean
  readonly reason: string
  readonly recordedAt: Instant
  readonly recordedBy: UserId | null
  /** Null when a rule asked. */
  readonly recordedByName: string | null
}

export interface NewAssessment {
  readonly id: AssessmentId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly estimate: Estimate
  readonly inputs: PersonColumns
  readonly facts: AssessmentFacts
  readonly answer: WindowAnswer
  readonly waivedBy: readonly string[]
  readonly automatic: boolean
  readonly reason: string
}

/** The facts that an assessment uses, as they are known now; `null` when the case is not seen. */
export async function factsOf(context: Context, caseId: CaseId): Promise<AssessmentFacts | null> {
  const { rows } = await sql<{ record: PersonRecord }>`
    select to_jsonb(p) as record
      from registration.v_case c join registration.v_person p on p.person_id = c.person_id
     where c.case_id = ${caseId}`.execute(context.db)
  const row = rows[0]
  return row ? factsFromRecord(row.record, skrGroupOf) : null
}

/** SKR's group of a municipality, as the facts name it. */
const skrGroupOf = (code: string): string => municipality(code)?.skrGroup ?? 'unknown'

const columns = sql`
  id, case_id as "caseId", person_id as "personId", model, window_no as "windowNumber", on_day as "onDay", probability, low, high,
  log_odds as "logOdds", intercept, parts, inputs, facts, result, level, criteria, referable, to_json(waived_by) as "waivedBy",
  automatic, reason, recorded_at as "recordedAt", recorded_by as "recordedBy",
  (select u.display_name from platform.user_account u where u.id = recorded_by) as "recordedByName"`

/** All assessments of a case, the latest first. */
export async function assessmentsOf(context: Context, caseId: CaseId, limit = 100): Promise<StoredAssessment[]> {
  const { rows } = await sql<StoredAssessment>`
    select ${columns} from assessment.assessment
     where case_id = ${caseId} order by recorded_at desc, id desc limit ${limit}`.execute(context.db)
  return rows
}

export async function latestOf(context: Context, caseId: CaseId): Promise<StoredAssessment | null> {
  return (await assessmentsOf(context, caseId, 1))[0] ?? null
}

export async function saveAssessment(context: Context, made: NewAssessment): Promise<void> {
  const { estimate, answer } = made
  await sql`
    insert into assessment.assessment (id, case_id, person_id, model, window_no, rules_key, on_day, probability, low, high, log_odds, intercept,
      parts, inputs, facts, result, level, criteria, referable, waived_by, automatic, reason, recorded_at, recorded_by)
    values (${made.id}, ${made.caseId}, ${made.personId}, ${estimate.model}, ${context.rules.assessment.window.number}, ${context.rules.key},
      ${context.today}, ${estimate.probability}, ${estimate.low}, ${estimate.high}, ${estimate.logOdds}, ${estimate.intercept},
      ${JSON.stringify(estimate.parts)}::jsonb, ${JSON.stringify(made.inputs)}::jsonb, ${JSON.stringify(made.facts)}::jsonb, ${answer.result},
      ${answer.level satisfies Level | null}, ${JSON.stringify(answer.criteria)}::jsonb, ${answer.referable}, ${[...made.waivedBy]}::text[],
      ${made.automatic}, ${made.reason}, ${context.now}, ${context.actor.userId})`.execute(context.db)
}
