import type { Month } from '../../kernel/day.ts'
import type { ContractId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, type Work } from '../../platform/context.ts'
import { inLanes } from '../../platform/lanes.ts'
import { type ClosedContract, closeContract } from './close-contract.ts'
import type { MonthClosed } from './contract.ts'
import { compensationEvents } from './events.ts'
import { contractsLeft, holdMonth, type MonthRun, noteEnded, noteStarted, openRun, openRuns } from './month-run.ts'

export interface CloseMonth {
  readonly month: Month
  /** Who asked for it; null when the calendar does. A run that goes on keeps whoever began it. */
  readonly requestedBy?: UserId | null
}

/** What one way through came to; a run that was broken off before tells its whole in its own rows. */
export interface MonthSums {
  readonly statements: number
  readonly lines: number
  readonly openCases: number
}

/** Hears of each contract when it is done; with the refusal, or the error that undid it. */
export type TellOfContract = (contractId: ContractId, closed: Result<ClosedContract> | Error) => Promise<void> | void

const why = { operation: 'closeMonth', purpose: 'pay the providers' }
const lanes = 2

/**
 * Closes a month: every contract in a transaction of its own, so that a run that is killed anywhere goes on where it was and
 * gives the same statements. When none is left the month is frozen and `month-closed` published. A contract that failed is
 * tried again as long as others succeed. A closed month is run again, on a person's request, for the statements that were returned.
 * Problems: `month-run-under-way`, `month-run-unfinished`, and those of `openRun`.
 */
export async function closeMonth(
  work: Work,
  command: CloseMonth,
  tell: TellOfContract = () => undefined,
): Promise<Result<MonthSums>> {
  const { month } = command
  const letGo = await holdMonth(work.pool, month)
  if (letGo === null) return fail(problem('month-run-under-way', { field: 'month', values: { month } }))
  try {
    const requestedBy = command.requestedBy ?? null
    const opened = await inTransaction(work, systemActor, why, (context) => openRun(context, { month, requestedBy }))
    return opened.ok ? await goThrough(work, opened.value, tell) : opened
  } finally {
    await letGo()
  }
}

/** Months whose run has begun, or was asked for, and not ended; the earliest first. */
export async function monthsBrokenOff(work: Work): Promise<Month[]> {
  const open = await inTransaction(work, systemActor, why, async (context) => ok(await openRuns(context)))
  return open.ok ? open.value.map((run) => run.month) : []
}

async function goThrough(work: Work, run: MonthRun, tell: TellOfContract): Promise<Result<MonthSums>> {
  const sums = { statements: 0, lines: 0, openCases: 0 }
  for (;;) {
    const left = await contractsOf(work, run)
    if (left.length === 0) break
    let closed = 0
    await inLanes(left, lanes, async (contractId) => {
      const done = await closeOne(work, run, contractId)
      if (!(done instanceof Error) && done.ok) {
        closed += 1
        sums.statements += done.value.statementId === null ? 0 : 1
        sums.lines += done.value.lines
        sums.openCases += done.value.openCases
      }
      await tell(contractId, done)
    })
    if (closed === 0) {
      const values = { month: run.month, contracts: left.length }
      return fail(problem('month-run-unfinished', { field: 'month', values }))
    }
  }
  const ended = await inTransaction(work, systemActor, why, (context) => endRun(context, run))
  return ended.ok ? ok(sums) : ended
}

async function contractsOf(work: Work, run: MonthRun): Promise<ContractId[]> {
  const left = await inTransaction(work, systemActor, why, async (context) => {
    const contracts = await contractsLeft(context, run)
    await noteStarted(context, run, contracts.length)
    return ok(contracts)
  })
  if (!left.ok) throw new Error(`the contracts of ${run.month} cannot be read: ${left.problem.code}`)
  return left.value
}

/** What undoes one contract, such as a lost connection, leaves the others to go on. */
async function closeOne(work: Work, run: MonthRun, contractId: ContractId): Promise<Result<ClosedContract> | Error> {
  try {
    return await inTransaction(work, systemActor, why, (context) => closeContract(context, { ...run, contractId }))
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function endRun(context: Context, run: MonthRun): Promise<Result<null>> {
  if ((await noteEnded(context, run)) && run.kind === 'close') {
    const payload: MonthClosed = { month: run.month }
    await context.publish({ name: compensationEvents.monthClosed, payload })
  }
  return ok(null)
}
