import { sql } from 'kysely'
import { lastDayOf, type Month } from '../../kernel/day.ts'
import type { ContractId, OrganisationId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, lockName, type Work } from '../../platform/context.ts'
import { inLanes } from '../../platform/lanes.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { LevelPrices } from '../../rules/index.ts'
import { findContract } from '../market/index.ts'
import type { WhatIfRequested } from './contract.ts'
import { type CaseUnderContract, lawsOf, moneyUnderContract } from './contract-money.ts'
import { type LawFor, moneyLaw } from './domain/index.ts'
import { contractsUntil } from './month-run.ts'
import { postedFully } from './posted.ts'
import { type CaseChange, saveWhatIf } from './what-if-store.ts'

export interface AskWhatIf {
  readonly month: Month
  /** Öre per month instead of the base fees in force. */
  readonly baseFeeOre?: LevelPrices | undefined
  /** Öre instead of the outcome payments in force. */
  readonly outcomePaymentOre?: LevelPrices | undefined
}

interface WhatIf {
  readonly month: Month
  readonly baseFeeOre: LevelPrices | null
  readonly outcomePaymentOre: LevelPrices | null
  readonly requestedBy: UserId
  readonly ended: boolean
}

const why = { operation: 'computeWhatIf', purpose: 'foresee what is paid' }
const lanes = 2
/** Under which what-if runs are queued. */
export const whatIfTask = 'what-if'

/**
 * Queues a run that computes a month as closing it would, with other prices where given, and keeps old, new and difference for
 * each case and kind; nothing is posted. Problems: `not-allowed`, `month-not-over`.
 */
export async function askWhatIf(context: Context, command: AskWhatIf): Promise<Result<WhatIfRequested>> {
  const may = mayAct(context, ['approver'])
  if (!may.ok) return may
  const { month } = command
  if (lastDayOf(month) >= context.today) return fail(problem('month-not-over', { field: 'month', values: { month } }))
  const whatIfId = newId<string>()
  const json = (prices: LevelPrices | undefined) => (prices ? JSON.stringify(prices) : null)
  await sql`
    insert into compensation.what_if (id, month, base_fee_ore, outcome_payment_ore, requested_by, requested_at)
    values (${whatIfId}, ${month}, ${json(command.baseFeeOre)}::jsonb, ${json(command.outcomePaymentOre)}::jsonb, ${context.actor.userId}, ${context.now})`.execute(
    context.db,
  )
  await queue(context, whatIfId)
  return ok({ queued: true, whatIfId, month })
}

async function queue(context: Context, whatIfId: string): Promise<void> {
  const payload = JSON.stringify({ whatIfId })
  await sql`select platform.enqueue(${whatIfTask}, ${payload}::json, ${`${whatIfTask}:${whatIfId}`})`.execute(
    context.db,
  )
}

/** Queues what-if runs that wait or were broken off. */
export async function queueOpenWhatIfs(context: Context): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from compensation.what_if where ended_at is null`.execute(
    context.db,
  )
  for (const { id } of rows) await queue(context, id)
}

/** Computes what is asked for, contract by contract; broken off, it goes on where it was. Problem: `not-found`. */
export async function computeWhatIf(work: Work, whatIfId: string): Promise<Result<null>> {
  const begun = await inTransaction(work, systemActor, why, (context) => begin(context, whatIfId))
  if (!begun.ok) return begun
  const { whatIf, left } = begun.value
  const lawFor = lawsOf((rules) =>
    moneyLaw(
      {
        ...rules,
        compensation: {
          ...rules.compensation,
          outcomePaymentOre: whatIf.outcomePaymentOre ?? rules.compensation.outcomePaymentOre,
        },
      },
      whatIf.baseFeeOre ?? 'law',
    ),
  )
  await inLanes(left, lanes, async (contractId) => {
    await inTransaction(work, systemActor, why, (context) => one(context, { whatIfId, whatIf, contractId, lawFor }))
  })
  return inTransaction(work, systemActor, why, async (context) => {
    await sql`update compensation.what_if set ended_at = ${context.now} where id = ${whatIfId} and ended_at is null`.execute(
      context.db,
    )
    return ok(null)
  })
}

async function begin(context: Context, whatIfId: string): Promise<Result<{ whatIf: WhatIf; left: ContractId[] }>> {
  const { rows } = await sql<WhatIf>`
    select month, base_fee_ore as "baseFeeOre", outcome_payment_ore as "outcomePaymentOre", requested_by as "requestedBy", ended_at is not null as ended
      from compensation.what_if where id = ${whatIfId}`.execute(context.db)
  const [whatIf] = rows
  if (whatIf === undefined) return fail(problem('not-found'))
  const all = whatIf.ended ? [] : await contractsUntil(context, whatIf.month)
  if (!whatIf.ended)
    await sql`update compensation.what_if set contracts = ${all.length} where id = ${whatIfId} and contracts is null`.execute(
      context.db,
    )
  const done = await sql<{ contractId: ContractId }>`
    select contract_id as "contractId" from compensation.what_if_contract where what_if_id = ${whatIfId}`.execute(
    context.db,
  )
  const computed = new Set(done.rows.map((row) => row.contractId))
  return ok({ whatIf, left: all.filter((contractId) => !computed.has(contractId)) })
}

async function one(
  context: Context,
  of: { whatIfId: string; whatIf: WhatIf; contractId: ContractId; lawFor: LawFor },
): Promise<Result<null>> {
  const { whatIfId, contractId, lawFor } = of
  const { month } = of.whatIf
  await lockName(context, `what-if:${whatIfId}:${contractId}`)
  const contract = await findContract(context, contractId)
  if (contract === null) return fail(problem('not-found'))
  const cases = await moneyUnderContract(context, contractId, month, lawFor)
  const later = await laterKeys(context, contractId, month, cases)
  const changes = cases.flatMap((each) => changesOf(each, later.get(each.caseId) ?? new Set(), month))
  const openCases = cases.filter((each) => each.question !== null).length
  const providerId: OrganisationId = contract.providerId
  return ok(await saveWhatIf(context, { whatIfId, contractId, providerId, cases: cases.length, openCases }, changes))
}

/** Keys of outcome pay that a later month has posted: of the cases where something posted is due no longer, or not yet. */
async function laterKeys(
  context: Context,
  contractId: ContractId,
  month: Month,
  cases: readonly CaseUnderContract[],
): Promise<Map<string, Set<string>>> {
  const doubtful = cases.filter((each) => each.wrong.size > 0)
  const ids = doubtful.map((each) => each.caseId)
  const posted = Map.groupBy(await postedFully(context, contractId, ids, month), (one) => one.caseId)
  return new Map(
    doubtful.map(({ caseId, wrong }) => {
      const known = new Set((posted.get(caseId) ?? []).map((one) => one.key))
      return [caseId, new Set([...wrong].filter((key) => !known.has(key)))]
    }),
  )
}

function changesOf(each: CaseUnderContract, later: ReadonlySet<string>, month: Month): CaseChange[] {
  if (each.question !== null && each.due.length === 0) return []
  const { caseId, personId } = each
  const byKind = new Map<string, { oldOre: number; newOre: number }>()
  const at = (kind: string) => {
    const known = byKind.get(kind) ?? { oldOre: 0, newOre: 0 }
    byKind.set(kind, known)
    return known
  }
  for (const line of each.due) at(line.kind).newOre += line.amountOre
  for (const [key, ore] of Object.entries(each.oreByKey)) {
    const [kind = '', belongsTo = ''] = key.split(' ')
    const isLater = later.has(key) || (kind === 'base_fee' && belongsTo > month)
    if (!isLater) at(kind).oldOre += ore
  }
  return [...byKind].map(([kind, { oldOre, newOre }]) => ({ caseId, personId, kind, oldOre, newOre }))
}
