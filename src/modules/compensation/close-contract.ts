import { lastDayOf, type Month } from '../../kernel/day.ts'
import type { ContractId, StatementId, UserId } from '../../kernel/ids.ts'
import { type Ore, ore } from '../../kernel/money.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { findContract } from '../market/index.ts'
import { basisOf, groundsOf } from './case-money-facts.ts'
import type { StatementMade } from './contract.ts'
import { type CaseUnderContract, lawsOf, moneyUnderContract } from './contract-money.ts'
import { differences } from './domain/index.ts'
import { compensationEvents } from './events.ts'
import { isFrozen } from './month-run.ts'
import { type NewLine, noteClosed, postStatement, wasClosedIn } from './post-statement.ts'
import { latestStatement, type PostedEntitlement, postedFully } from './posted.ts'
import { settleQuestions } from './settle-questions.ts'

export interface CloseContract {
  readonly contractId: ContractId
  readonly month: Month
  /** Who asked for it; absent when the calendar does, and then two different people approve. */
  readonly requestedBy?: UserId | null
  /** The run that it belongs to, which closes each contract once. */
  readonly runId?: string | null
}

export interface ClosedContract {
  /** Null when nothing was to be posted, or the month was closed before. */
  readonly statementId: StatementId | null
  readonly totalOre: Ore
  readonly lines: number
  /** Cases refused whole, or with a question; a task for each. */
  readonly openCases: number
}

const nothing: ClosedContract = { statementId: null, totalOre: ore(0), lines: 0, openCases: 0 }
const lawFor = lawsOf()

/**
 * Closes a month for one contract: computes every case from the facts as known, posts what differs from what is posted, and
 * makes one statement of it (programme 5). Run by the system, in its own transaction, so that a killed run posts nothing and
 * the next one the same; a month that has a statement, waiting or approved, is left as it is, and one that is frozen takes no
 * other statement than the correction of a returned one. Publishes `statement-made`.
 * Problems: `not-allowed`, `not-found`, `month-not-over`, `month-frozen`.
 */
export async function closeContract(context: Context, command: CloseContract): Promise<Result<ClosedContract>> {
  const { contractId, month } = command
  const runId = command.runId ?? null
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  await lockName(context, `close:${contractId}`)
  const [contract, wasClosed, latest, frozen] = await Promise.all([
    findContract(context, contractId),
    runId !== null && wasClosedIn(context, runId, contractId),
    latestStatement(context, contractId, month),
    isFrozen(context, month),
  ])
  if (contract === null) return fail(problem('not-found'))
  if (lastDayOf(month) >= context.today) return fail(problem('month-not-over', { field: 'month', values: { month } }))
  if (wasClosed) return ok(nothing)
  if (latest === null && frozen) return fail(problem('month-frozen', { field: 'month', values: { month } }))
  const closed = { contractId, month, runId, statementId: null, cases: 0, lines: 0, totalOre: ore(0), openCases: 0 }
  if (latest !== null && latest.state !== 'returned') {
    if (runId !== null) await noteClosed(context, closed)
    return ok(nothing)
  }
  const { cases, lines, openCases } = await linesOf(context, contractId, month)
  if (lines.length === 0) {
    await noteClosed(context, { ...closed, cases, openCases })
    return ok({ ...nothing, openCases })
  }
  const { providerId } = contract
  const madeBy = command.requestedBy ?? null
  const statement = { providerId, contractId, month, version: (latest?.version ?? 0) + 1, madeBy }
  const made = await postStatement(context, { ...statement, neededApprovers: approversNeeded(context, madeBy) }, lines)
  await noteClosed(context, { ...closed, ...made, cases, lines: lines.length, openCases })
  for (const line of lines) context.wrotePerson(line.personId)
  const { statementId, totalOre } = made
  const payload: StatementMade = { statementId, providerId, contractId, month, totalOre }
  await context.publish({ name: compensationEvents.statementMade, payload })
  return ok({ ...made, lines: lines.length, openCases })
}

function approversNeeded({ rules }: Context, madeBy: UserId | null): 1 | 2 {
  const { approversOfJobStatement, approversOfPersonStatement } = rules.compensation
  const needed = madeBy === null ? approversOfJobStatement : approversOfPersonStatement
  return madeBy === null || needed >= 2 ? 2 : 1
}

/** The differences of every case of the contract, in a fixed order; a case that is refused posts nothing and asks a person. */
async function linesOf(
  context: Context,
  contractId: ContractId,
  month: Month,
): Promise<{ cases: number; lines: NewLine[]; openCases: number }> {
  const cases = await moneyUnderContract(context, contractId, month, lawFor)
  const changed = cases.filter(({ open, wrong }) => open.length > 0 || wrong.size > 0)
  const corrected = changed.filter(({ wrong }) => wrong.size > 0)
  const ids = changed.map((each) => each.caseId)
  const months = changed.flatMap(({ open }) => open.flatMap((line) => (line.kind === 'base_fee' ? [line.month] : [])))
  const [grounds, posted, openCases] = await Promise.all([
    groundsOf(context, ids, [...new Set(months)]),
    postedFully(
      context,
      contractId,
      corrected.map((each) => each.caseId),
      month,
    ),
    settleQuestions(context, cases),
  ])
  const postedOf = Map.groupBy(posted, (each) => each.caseId)
  const lines = changed.flatMap((each) => linesOfCase(each, postedOf.get(each.caseId) ?? [], grounds))
  return { cases: cases.length, lines, openCases }
}

function linesOfCase(
  each: CaseUnderContract,
  posted: readonly PostedEntitlement[],
  grounds: Awaited<ReturnType<typeof groundsOf>>,
): NewLine[] {
  const wrong = posted.filter((one) => each.wrong.has(one.key))
  return differences(each.open, wrong).map((difference): NewLine => {
    const before = posted.find((one) => one.key === difference.key)
    const basis = difference.entitlement
      ? basisOf(each.facts, difference.entitlement, grounds)
      : { facts: { decisionIds: [], reportIds: [], claimIds: [] }, decidedBy: [] }
    const decidedBy = [...new Set([...basis.decidedBy, ...(before?.decidedBy ?? [])])].sort()
    return { caseId: each.caseId, personId: each.personId, difference, basis: { ...basis, decidedBy } }
  })
}
