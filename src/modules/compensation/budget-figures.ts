import { sql } from 'kysely'
import type { Month } from '../../kernel/day.ts'
import { allocate, ore } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { budgetPeriod, inRange, knownAppropriation } from '../decision/domain/index.ts'
import type { BudgetFigureBody, BudgetReply } from './contract/budget.ts'

export type BudgetFigure = BudgetReply['figures'][number]

/**
 * Enters what an appropriation amounts to, or how many referrals a month are planned, for a month or a year that is not
 * over; an earlier figure for the same stays in the history.
 * Problems: `budget-period-unknown`, `budget-period-past`, `appropriation-unknown`, `budget-limit-range`, `not-allowed`.
 */
export async function setBudgetFigure(
  context: Context,
  command: BudgetFigureBody,
): Promise<Result<{ figureId: string }>> {
  await lockName(context, 'compensation.budget-figures')
  const may = mayAct(context, ['administrator'])
  if (!may.ok) return may
  const { rules, today } = context
  const { kind, period, value, reason } = command
  const isMoney = kind === 'appropriation'
  const when = budgetPeriod(period, today)
  if (!when.ok) return when
  const appropriation = isMoney ? (command.appropriation ?? '') : null
  const known = knownAppropriation(appropriation, rules)
  if (!known.ok) return known
  const { largestCapOre, largestCapDecisions } = rules.decision
  const range = inRange(value, isMoney ? largestCapOre : largestCapDecisions, 'value')
  if (!range.ok) return range
  const before = (await figures(context)).find(
    (one) => !one.replaced && one.kind === kind && one.appropriation === appropriation && one.period === period,
  )
  const figureId = newId<string>()
  await sql`
    insert into compensation.budget_figure (id, kind, appropriation, period, value, reason, replaces, entered_on, recorded_at, recorded_by)
    values (${figureId}, ${kind}, ${appropriation}, ${period}, ${value}, ${reason}, ${before?.figureId ?? null}, ${today}, ${context.now},
      ${context.actor.userId})`.execute(context.db)
  return ok({ figureId })
}

/** Everything that was entered, the latest first. */
export async function figures(context: Context): Promise<BudgetFigure[]> {
  const { rows } = await sql<BudgetFigure>`
    select f.id as "figureId", f.kind, f.appropriation, f.period, f.value, f.reason, f.entered_on as "enteredOn", u.display_name as "enteredBy",
           exists (select 1 from compensation.budget_figure n where n.replaces = f.id) as replaced
      from compensation.budget_figure f left join platform.user_account u on u.id = f.recorded_by
     order by f.recorded_at desc, f.id desc`.execute(context.db)
  return rows
}

export async function figuresInForce(context: Context): Promise<BudgetFigure[]> {
  return (await figures(context)).filter((one) => !one.replaced)
}

/**
 * The month's figure: its own where one is entered, else its part of the year's. A year's appropriation is split over its
 * months by the öre; a year's plan is a number for each of its months. Null where nothing is entered.
 */
export function valueFor(
  entered: readonly Pick<BudgetFigure, 'kind' | 'appropriation' | 'period' | 'value'>[],
  wanted: { readonly kind: BudgetFigure['kind']; readonly appropriation: string | null; readonly month: Month },
): number | null {
  const of = entered.filter((one) => one.kind === wanted.kind && one.appropriation === wanted.appropriation)
  const own = of.find((one) => one.period === wanted.month)
  if (own !== undefined) return own.value
  const year = of.find((one) => one.period === wanted.month.slice(0, 4))
  if (year === undefined) return null
  if (wanted.kind === 'new-decisions') return year.value
  const months = Array.from({ length: 12 }, () => 1)
  return allocate(ore(year.value), months)[Number(wanted.month.slice(5)) - 1] ?? null
}
