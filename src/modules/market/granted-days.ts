import { sql } from 'kysely'
import { addDays, type Day, maxDay } from '../../kernel/day.ts'
import type { CaseId, DecisionId } from '../../kernel/ids.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Context } from '../../platform/context.ts'
import { firstDayBack, isChange, ordinaryFirstDay } from './domain/index.ts'
import type { StoredWindow } from './store.ts'

/** The last day granted by the chain that the decision belongs to; null while its dates are not fixed. */
export async function lastGrantedDay(context: Context, decisionId: DecisionId): Promise<Day | null> {
  const { rows } = await sql<{ lastDay: Day | null }>`
    select max(every.last_day) as "lastDay"
      from decision.v_decision one join decision.v_decision every on every.chain_id = one.chain_id
     where one.decision_id = ${decisionId}`.execute(context.db)
  return rows[0]?.lastDay ?? null
}

/** The chain's first decision, whose days the service runs on. */
export async function referralOf(context: Context, chainId: string): Promise<DecisionId> {
  const { rows } = await sql<{ id: DecisionId }>`
    select decision_id as id from decision.v_decision where chain_id = ${chainId} and position = 1`.execute(context.db)
  const first = rows[0]
  if (first === undefined) throw new Error(`the chain ${chainId} has no referral`)
  return first.id
}

/** When service begins for someone placed today: with the ordinary delay, or without a new wait after a move or return; with the old provider as long as its contract lasts. */
export async function ordinaryStart(context: Context, window: StoredWindow): Promise<Day> {
  const starts = await ordinaryStarts(context, [window])
  return starts.get(window.windowId) ?? ordinaryFirstDay(context.today, null, context.rules)
}

/** `ordinaryStart` for many windows, by window. */
export async function ordinaryStarts(
  context: Context,
  windows: readonly StoredWindow[],
): Promise<ReadonlyMap<string, Day>> {
  const { today, rules } = context
  const early = await earlyStarts(
    context,
    windows.filter(({ cause }) => cause === 'referral').map(({ decisionId }) => decisionId),
  )
  const known = new Map<Day | null, Day>()
  const ordinary = (earlyStartOn: Day | null): Day => {
    const first = known.get(earlyStartOn) ?? ordinaryFirstDay(today, earlyStartOn, rules)
    known.set(earlyStartOn, first)
    return first
  }
  return new Map(
    windows.map(({ windowId, cause, returnOn, decisionId }) => {
      if (isChange(cause)) {
        const soonest = addWorkingDays(today, rules.market.changeDelayWorkingDays)
        return [windowId, maxDay(soonest, returnOn ?? soonest)]
      }
      if (cause === 'returned') return [windowId, firstDayBack(today, returnOn ?? addDays(today, 1), rules)]
      return [windowId, ordinary(early.get(decisionId) ?? null)]
    }),
  )
}

async function earlyStarts(
  context: Context,
  decisionIds: readonly DecisionId[],
): Promise<ReadonlyMap<DecisionId, Day | null>> {
  if (decisionIds.length === 0) return new Map()
  const { rows } = await sql<{ decisionId: DecisionId; earlyStartOn: Day | null }>`
    select decision_id as "decisionId", early_start_on as "earlyStartOn" from decision.v_decision
     where decision_id = any (${[...decisionIds]}::uuid[])`.execute(context.db)
  return new Map(rows.map((row) => [row.decisionId, row.earlyStartOn]))
}

/** A chain whose last granted day has passed while a spell of it has no last day yet. */
export interface ChainOver {
  readonly caseId: CaseId
  readonly chainId: string
  readonly lastDay: Day
}

/** The chains that were over before the day, with spells to end. */
export async function chainsOver(context: Context, day: Day): Promise<ChainOver[]> {
  const { rows } = await sql<ChainOver>`
    select p.case_id as "caseId", one.chain_id as "chainId", max(every.last_day) as "lastDay"
      from market.placement p
      join decision.v_decision one on one.decision_id = p.decision_id
      join decision.v_decision every on every.chain_id = one.chain_id
     where not exists (select 1 from market.placement_end e where e.placement_id = p.id)
     group by p.case_id, one.chain_id
    having max(every.last_day) < ${day}::date`.execute(context.db)
  return rows
}
