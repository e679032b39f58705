import { sql } from 'kysely'
import type { OfficeId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { workingDayOnOrAfter } from '../../kernel/working-days.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { AppropriationCode } from '../../rules/index.ts'
import type { BudgetCapBody } from './contract.ts'
import { type BudgetCap, type CapScope, decideCap } from './domain/index.ts'

/**
 * Enters a cap on new decisions, changes one by taking its place, or lifts it (programme 4.3). Decisions that are made
 * stand, whatever the cap: it counts from now on. Nobody grants meanwhile. Where there is more room, those who wait for it
 * come due at once.
 * Problems: those of the domain's `decideCap`, `budget-cap-exists`, `budget-cap-replaced`, `budget-cap-other-scope`,
 * `not-found`, `not-allowed`.
 */
export async function setBudgetCap(context: Context, command: BudgetCapBody): Promise<Result<{ capId: string }>> {
  await lockName(context, 'decision.budget-caps')
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  const { reason, replaces, ...entered } = command
  const cap = decideCap(
    {
      ...entered,
      officeId: entered.officeId as OfficeId | null,
      appropriation: entered.appropriation as AppropriationCode | null,
    },
    context.rules,
    context.today,
  )
  if (!cap.ok) return cap
  const place = await placeOf(context, cap.value, replaces)
  if (!place.ok) return place
  const capId = newId<string>()
  const { name, kind, period, appropriation, programmeGroup, officeId, limitDecisions, limitCommittedOre } = cap.value
  await sql`
    insert into decision.budget_cap (id, name, kind, period, appropriation, programme_group, office_id, limit_decisions, limit_committed_ore,
      reason, replaces, entered_on, recorded_at, recorded_by)
    values (${capId}, ${name}, ${kind}, ${period}, ${appropriation}, ${programmeGroup}, ${officeId}, ${limitDecisions}, ${limitCommittedOre},
      ${reason}, ${replaces ?? null}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(context.db)
  const old = place.value
  if (old !== null && givesRoom(old, cap.value)) {
    await sql`select decision.call_back_waiting(${old.id}, ${workingDayOnOrAfter(context.today)})`.execute(context.db)
  }
  return ok({ capId })
}

type Limits = Pick<BudgetCap, 'limitDecisions' | 'limitCommittedOre'>

/** Whether somebody whom the old limits stopped may have room under the new ones. */
function givesRoom(old: Limits, now: Limits): boolean {
  const isRaised = (before: number | null, after: number | null) =>
    before !== null && (after === null || after > before)
  return isRaised(old.limitDecisions, now.limitDecisions) || isRaised(old.limitCommittedOre, now.limitCommittedOre)
}

type StoredCap = CapScope & Limits & { readonly id: string; readonly replaced: boolean; readonly lifted: boolean }

/** A cap of a scope stands alone: a second one must take the place of the first, which is given back. */
async function placeOf(
  context: Context,
  cap: Omit<BudgetCap, 'id'>,
  replaces: string | undefined,
): Promise<Result<StoredCap | null>> {
  if (cap.officeId !== null) {
    const office = await sql`select 1 from platform.office where id = ${cap.officeId}`.execute(context.db)
    if (office.rows.length === 0) return fail(problem('not-found', { field: 'officeId' }))
  }
  const { rows } = await sql<StoredCap>`
    select cap_id as id, kind, period, appropriation, programme_group as "programmeGroup", office_id as "officeId", replaced, lifted,
           limit_decisions as "limitDecisions", limit_committed_ore as "limitCommittedOre"
      from decision.v_budget_cap`.execute(context.db)
  const same = rows.find((one) => !one.replaced && !one.lifted && sameScope(one, cap))
  const exists = fail(problem('budget-cap-exists', { field: 'period' }))
  if (replaces === undefined) return same === undefined ? ok(null) : exists
  const old = rows.find(({ id }) => id === replaces)
  if (old === undefined) return fail(problem('not-found', { field: 'replaces' }))
  if (old.replaced) return fail(problem('budget-cap-replaced', { field: 'replaces' }))
  if (!sameScope(old, cap)) return fail(problem('budget-cap-other-scope', { field: 'replaces' }))
  return same === undefined || same.id === old.id ? ok(old) : exists
}

function sameScope(a: CapScope, b: CapScope): boolean {
  return (
    a.kind === b.kind &&
    a.period === b.period &&
    a.appropriation === b.appropriation &&
    a.programmeGroup === b.programmeGroup &&
    a.officeId === b.officeId
  )
}
