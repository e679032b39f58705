import { sql } from 'kysely'
import { addDays, lastDayOf, type Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, StatementId, UserId } from '../../kernel/ids.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import { findContract } from '../market/index.ts'
import { rulesOfChain } from '../outcomes/index.ts'
import { findCase } from '../registration/index.ts'
import { type CaseMoneyFacts, casesOfContract, moneyFactsOf } from './case-money-facts.ts'
import type { StatementMade } from './contract.ts'
import { differences, entitlements, isDue, type LawFor, moneyLaw } from './domain/index.ts'
import { compensationEvents } from './events.ts'
import {
  latestStatement,
  type NewLine,
  noteClosed,
  type PostedEntitlement,
  postedUnder,
  postStatement,
} from './ledger.ts'

export interface CloseContract {
  readonly contractId: ContractId
  readonly month: Month
  /** Who asked for it; absent when the calendar does, and then two different people approve. */
  readonly requestedBy?: UserId | null
}

export interface ClosedContract {
  /** Null when nothing was to be posted, or the month was closed before. */
  readonly statementId: StatementId | null
  readonly totalOre: Ore
  readonly lines: number
  /** Cases refused whole, or with a question; a task for each. */
  readonly openCases: number
}

/** The law of a chain as it stands in the rules: that of its first day. */
const lawFor: LawFor = (chainFirstDay) => moneyLaw(rulesOfChain(chainFirstDay))
/** The task of a case whose money a person must settle. */
const settleMoney = 'settle-money'
const nothing: ClosedContract = { statementId: null, totalOre: ore(0), lines: 0, openCases: 0 }

/**
 * Closes a month for one contract: computes every case from the facts as known, posts what differs from what is posted, and
 * makes one statement of it (programme 5). Run by the system, in its own transaction, so that a killed run posts nothing and
 * the next one the same; a month that has a statement, waiting or approved, is left as it is. Publishes `statement-made`.
 * Problems: `not-allowed`, `not-found`, `month-not-over`.
 */
export async function closeContract(context: Context, command: CloseContract): Promise<Result<ClosedContract>> {
  const { contractId, month } = command
  await lockName(context, `close:${contractId}`)
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const contract = await findContract(context, contractId)
  if (contract === null) return fail(problem('not-found'))
  if (lastDayOf(month) >= context.today) return fail(problem('month-not-over', { field: 'month', values: { month } }))
  const latest = await latestStatement(context, contractId, month)
  if (latest !== null && latest.state !== 'returned') return ok(nothing)
  const { lines, openCases } = await linesOf(context, contractId, month)
  if (lines.length === 0) {
    await noteClosed(context, { contractId, month, statementId: null, openCases })
    return ok({ ...nothing, openCases })
  }
  const { rules } = context
  const madeBy = command.requestedBy ?? null
  const needed =
    madeBy === null ? rules.compensation.approversOfJobStatement : rules.compensation.approversOfPersonStatement
  const neededApprovers = madeBy === null || needed >= 2 ? 2 : 1
  const { providerId } = contract
  const version = (latest?.version ?? 0) + 1
  const made = await postStatement(context, { providerId, contractId, month, version, madeBy, neededApprovers }, lines)
  await noteClosed(context, { contractId, month, statementId: made.statementId, openCases })
  for (const line of lines) context.wrotePerson(line.personId)
  const payload: StatementMade = {
    statementId: made.statementId,
    providerId,
    contractId,
    month,
    totalOre: made.totalOre,
  }
  await context.publish({ name: compensationEvents.statementMade, payload })
  return ok({ ...made, lines: lines.length, openCases })
}

/** The differences of every case of the contract, in a fixed order; a case that is refused posts nothing and asks a person. */
async function linesOf(
  context: Context,
  contractId: ContractId,
  month: Month,
): Promise<{ lines: NewLine[]; openCases: number }> {
  const caseIds = await casesOfContract(context, contractId, lastDayOf(month))
  const posted = Map.groupBy(await postedUnder(context, contractId), (each) => each.caseId)
  const asked = new Set(await openQuestions(context, caseIds))
  const lines: NewLine[] = []
  let openCases = 0
  for (const each of await moneyFactsOf(context, caseIds)) {
    const computed = linesOfCase(each, posted.get(each.caseId) ?? [], contractId, month)
    if (computed.ok) lines.push(...computed.value.lines)
    const question = computed.ok ? computed.value.question : computed.problem
    if (question !== null) {
      openCases += 1
      await askPerson(context, each.caseId, question)
    } else if (asked.has(each.caseId)) await closeTask(context, { kind: settleMoney, subjectId: each.caseId })
  }
  return { lines, openCases }
}

function linesOfCase(
  each: CaseMoneyFacts,
  posted: readonly PostedEntitlement[],
  contractId: ContractId,
  month: Month,
): Result<{ lines: NewLine[]; question: Problem | null }> {
  const money = entitlements(each.facts, lawFor)
  if (!money.ok) return money
  const due = money.value.entitlements.filter((line) => line.contract === contractId && isDue(line, month))
  const lines = differences(due, posted).map((difference): NewLine => {
    const before = posted.find((one) => one.key === difference.key)
    const basis = difference.entitlement
      ? each.basisOf(difference.entitlement)
      : { facts: { decisionIds: [], reportIds: [], claimIds: [] }, decidedBy: [] }
    const decidedBy = [...new Set([...basis.decidedBy, ...(before?.decidedBy ?? [])])].sort()
    return { caseId: each.caseId, personId: each.personId, difference, basis: { ...basis, decidedBy } }
  })
  const [question] = money.value.questions
  return ok({ lines, question: question ? problem('rate-not-set') : null })
}

async function openQuestions(context: Context, caseIds: readonly CaseId[]): Promise<CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select subject_id as "caseId" from platform.task
     where kind = ${settleMoney} and closed_at is null and subject_id = any (${[...caseIds]}::uuid[])`.execute(
    context.db,
  )
  return rows.map((row) => row.caseId)
}

/** What no rule covers is a question to a person, never a guess. */
async function askPerson(context: Context, caseId: CaseId, question: Problem): Promise<void> {
  const head = await findCase(context, caseId)
  if (head === null) return
  await openTask(context, {
    kind: settleMoney,
    subjectId: caseId,
    caseId,
    personId: head.personId,
    why: { code: question.code, values: question.values ?? {} },
    dueOn: addDays(context.today, 7),
    for:
      head.caseworkerId === null ? { officeId: head.officeId } : { userId: head.caseworkerId, officeId: head.officeId },
  })
}
