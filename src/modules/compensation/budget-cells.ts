import { sql } from 'kysely'
import { addMonths, type Day, daysIn, firstDayOf, type Month, month, monthOf } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'
import type { Level, PriceModel } from '../../rules/index.ts'
import { figuresInForce, valueFor } from './budget-figures.ts'
import { type BudgetCell, type ForecastMonth, forecastMonths } from './domain/budget-forecast.ts'

/** A forecast as it stands on the day, with what it rests on. */
export interface Forecast {
  readonly firstMonth: Month
  readonly months: readonly (ForecastMonth & { readonly month: Month })[]
  /** Decisions that run, are granted or have come to an outcome that is not paid. */
  readonly cases: number
  readonly newPerMonth: number
  readonly planned: readonly { readonly month: Month; readonly decisions: number }[]
}

/** The months from the given one on. */
export function monthsFrom(first: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => monthOf(addMonths(firstDayOf(first), index)))
}

/** Reads how everyone stands and forecasts from the current month on; new decisions as lately, or as planned. */
export async function forecastNow(context: Context): Promise<Forecast> {
  const { rules, today } = context
  const firstMonth = monthOf(today)
  const names = monthsFrom(firstMonth, rules.compensation.forecastMonths)
  const standing = await standingCells(context)
  const recent = await recentMix(context)
  const figures = await figuresInForce(context)
  const planned = names.flatMap((name) => {
    const decisions = valueFor(figures, { kind: 'new-decisions', appropriation: null, month: name })
    return decisions === null ? [] : [{ month: name, decisions }]
  })
  const newPerMonth = recent.reduce((sum, one) => sum + one.perMonth, 0)
  const coming = names.flatMap((name, shift) => {
    const wanted = planned.find((one) => one.month === name)?.decisions ?? newPerMonth
    // Of the current month only the days that are left bring decisions that are not counted among those who stand.
    const left = shift === 0 ? leftOfMonth(today) : 1
    const factor = newPerMonth === 0 ? 0 : (left * wanted) / newPerMonth
    return recent.map(({ perMonth, ...mix }) => newCell(mix, { shift, cases: perMonth * factor }, context))
  })
  const months = forecastMonths([...standing, ...coming], rules).map((one, index) => ({
    ...one,
    month: names[index] ?? firstMonth,
  }))
  return { firstMonth, months, cases: standing.reduce((sum, one) => sum + one.cases, 0), newPerMonth, planned }
}

function leftOfMonth(today: Day): number {
  return 1 - Number(today.slice(8)) / daysIn(monthOf(today))
}

async function standingCells(context: Context): Promise<BudgetCell[]> {
  const { rows } = await sql<BudgetCell>`
    select state, level, price_model as "priceModel", area_code as "areaCode", office_id as "officeId", served, granted, shift, cases
      from compensation.budget_cells(${context.today}, ${context.rules.decision.monthDays})`.execute(context.db)
  return rows
}

interface Mix {
  readonly level: Level
  readonly priceModel: PriceModel | null
  readonly areaCode: string
  readonly officeId: string | null
}

/** The latest whole months' referrals; in a younger house, those since its first day. */
async function recentMix(context: Context): Promise<(Mix & { readonly perMonth: number })[]> {
  const until = firstDayOf(monthOf(context.today))
  const count = context.rules.compensation.recentMonths
  const from: Day = addMonths(until, -count)
  const { rows } = await sql<Mix & { cases: number }>`
    select level, price_model as "priceModel", area_code as "areaCode", office_id as "officeId", cases
      from compensation.recent_referrals(${from}, ${until})`.execute(context.db)
  return rows.map(({ cases, ...mix }) => ({ ...mix, perMonth: cases / count }))
}

function newCell(mix: Mix, when: { shift: number; cases: number }, { rules }: Context): BudgetCell {
  const granted = Math.round(rules.decision.lengthDays / rules.decision.monthDays)
  return { ...mix, ...when, state: 'new', served: 0, granted }
}

/** What was posted by month, kind and level; the month is the statement's. */
export interface PostedSum {
  readonly month: Month
  readonly kind: 'base_fee' | 'outcome_payment' | 'speed_premium'
  readonly level: Level
  readonly ore: number
}

/** Sums over all statements that were not returned. */
export async function postedSums(context: Context, from: Month, to: Month): Promise<PostedSum[]> {
  const { rows } = await sql<PostedSum>`
    select month, kind, level, posted_ore as ore from compensation.budget_posted(${from}, ${to}) order by month, kind, level`.execute(
    context.db,
  )
  return rows.map((row) => ({ ...row, month: month(row.month) }))
}
