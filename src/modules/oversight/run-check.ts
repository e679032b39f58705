import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { seeded } from '../../kernel/random.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { verifyAudit } from '../../platform/audit-seal.ts'
import { type Context, inTransaction, type Work } from '../../platform/context.ts'
import type { Rules } from '../../rules/index.ts'
import { municipality } from '../../rules/reference/index.ts'
import { assess, factsFromRecord, type Tool, windowResult } from '../assessment/domain/index.ts'
import { modelInForce } from '../assessment/index.ts'
import { type AskTool, type CaseRecord, checkTool, type ToolCheck } from './domain/index.ts'

const why = { operation: 'checkTool', purpose: 'check that the assessment tool treats the same case alike' }

interface Request {
  readonly seed: number
  readonly cases: number
  readonly variants: number
  readonly ended: boolean
}

/** The tool's whole answer for a registered case on a day, the very way that an assessment is made. Pure. */
export function toolOf(tool: Tool, rules: Rules, on: Day): AskTool {
  return (record) => {
    const facts = factsFromRecord(record, (code) => municipality(code)?.skrGroup ?? 'unknown')
    const estimate = assess(facts, on, tool)
    const { criteria, ...answer } = windowResult(estimate.probability, facts, rules.assessment, on)
    return { probability: estimate.probability, ...answer, whole: { estimate, criteria } }
  }
}

/**
 * Runs a check that was asked for: a sample of open cases, each with what must not matter changed many times, and every seal of
 * the audit log. What it finds is kept; run again, it changes nothing. Problem: `not-found`.
 */
export async function runCheck(work: Work, checkId: string): Promise<Result<ToolCheck | null>> {
  const seals = await verifyAudit(work.pool)
  return inTransaction(work, systemActor, why, async (context) => {
    const { rows } = await sql<Request>`
      select seed, cases, variants, ended_at is not null as ended from oversight.tool_check where id = ${checkId} for update`.execute(
      context.db,
    )
    const [request] = rows
    if (request === undefined) return fail(problem('not-found'))
    if (request.ended) return ok(null)
    const tool = await modelInForce(context)
    const sample = await sampleOf(context, request)
    const ask = toolOf(tool, context.rules, context.today)
    const outcome = checkTool(sample, ask, request.variants, seeded(request.seed))
    await sql`
      update oversight.tool_check
         set model = ${tool.name}, window_no = ${context.rules.assessment.window.number}, rules_key = ${context.rules.key},
             outcome = ${JSON.stringify(outcome)}::jsonb, seals = ${JSON.stringify(seals)}::jsonb, ended_at = ${context.now}
       where id = ${checkId}`.execute(context.db)
    return ok(outcome)
  })
}

async function sampleOf(context: Context, request: Request): Promise<{ key: string; record: CaseRecord }[]> {
  const { rows } = await sql<{ caseId: string; personId: PersonId; record: CaseRecord }>`
    select case_id as "caseId", person_id as "personId", record from oversight.cases_to_check(${request.seed}, ${request.cases})`.execute(
    context.db,
  )
  return rows.map(({ caseId, personId, record }) => {
    context.readPerson(personId)
    return { key: caseId, record }
  })
}
