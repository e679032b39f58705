import { sql } from 'kysely'
import { addDays } from '../../kernel/day.ts'
import type { CaseId, OfficeId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Context } from '../../platform/context.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'

/** The task of a case whose money a person must settle. */
const settleMoney = 'settle-money'

interface Asked {
  readonly caseId: CaseId
  readonly question: Problem | null
}

/**
 * What no rule covers is a question to a person, never a guess: asks about each case with one that is not asked yet, closes what
 * is answered, and gives how many are open. In the order of the cases, so that two contracts with the same people wait in turn.
 */
export async function settleQuestions(context: Context, cases: readonly Asked[]): Promise<number> {
  const asked = await openQuestions(
    context,
    cases.map((each) => each.caseId),
  )
  const news = cases.filter((each) => each.question !== null && !asked.has(each.caseId))
  const deskOf = await desksOf(
    context,
    news.map((each) => each.caseId),
  )
  const steps = cases.map(({ caseId, question }) => {
    if (question === null)
      return asked.has(caseId) ? closeTask(context, { kind: settleMoney, subjectId: caseId }) : null
    const desk = asked.has(caseId) ? undefined : deskOf.get(caseId)
    return desk ? askAt(context, desk, question) : null
  })
  await Promise.all(steps)
  return cases.filter((each) => each.question !== null).length
}

async function openQuestions(context: Context, caseIds: readonly CaseId[]): Promise<Set<CaseId>> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select subject_id as "caseId" from platform.task
     where kind = ${settleMoney} and closed_at is null and subject_id = any (${[...caseIds]}::uuid[])`.execute(
    context.db,
  )
  return new Set(rows.map((row) => row.caseId))
}

interface Desk {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
}

/** Who handles these cases. */
async function desksOf(context: Context, caseIds: readonly CaseId[]): Promise<Map<CaseId, Desk>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<Desk>`
    select case_id as "caseId", person_id as "personId", office_id as "officeId", caseworker_user_id as "caseworkerId"
      from registration.v_case where case_id = any (${[...caseIds]}::uuid[])`.execute(context.db)
  return new Map(rows.map((row) => [row.caseId, row]))
}

function askAt(context: Context, { caseId, personId, officeId, caseworkerId }: Desk, question: Problem): Promise<void> {
  return openTask(context, {
    kind: settleMoney,
    subjectId: caseId,
    caseId,
    personId,
    why: { code: question.code, values: question.values ?? {} },
    dueOn: addDays(context.today, 7),
    for: caseworkerId === null ? { officeId } : { userId: caseworkerId, officeId },
  })
}
