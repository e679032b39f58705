import { sql } from 'kysely'
import { addMonths, firstDayOf, type Month, month, monthOf } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'
import type { Level } from '../../rules/index.ts'
import { commitmentSums } from '../decision/index.ts'
import { type Forecast, forecastNow, monthsFrom, type PostedSum, postedSums } from './budget-cells.ts'
import { figures, valueFor } from './budget-figures.ts'
import type { AccuracyReply, BudgetReply } from './contract/budget.ts'
import { accuracyByLead, errorShare, isInside } from './domain/budget-accuracy.ts'
import { type BudgetKind, type Expected, intervalOf } from './domain/budget-forecast.ts'

const shownMonthsBack = 12
const shownMonthsAhead = 12
const percent = 100

/** What was posted, what is expected from now on and what is appropriated; sums over everyone, nobody named. */
export async function budgetNow(context: Context): Promise<BudgetReply> {
  const { rules, today } = context
  const forecast = await forecastNow(context)
  const { firstMonth } = forecast
  const earliest = monthOf(addMonths(firstDayOf(firstMonth), -shownMonthsBack))
  const posted = await postedSums(context, earliest, firstMonth)
  const entered = await figures(context)
  const { appropriations } = rules.decision
  const { forecastInterval, commonDeviation, recentMonths } = rules.compensation
  return {
    madeOn: today,
    firstMonth,
    cases: forecast.cases,
    intervalPercent: forecastInterval.percent,
    commonDeviationPercent: Math.round(commonDeviation.firstMonth * percent),
    newDecisions: { perMonth: forecast.newPerMonth, fromMonths: recentMonths, planned: [...forecast.planned] },
    posted,
    ...expectedIn(forecast, context),
    notClosed: await notClosed(context, posted, firstMonth),
    areas: sumsOf(forecast, context, 'byArea').map(([code, sums]) => ({ code, ...sums })),
    offices: await officesOf(context, forecast),
    appropriations: appropriations.map(({ code, sv, en, pays }) => ({ code, sv, en, pays })),
    appropriated: appropriatedIn(entered, [...monthsFrom(earliest, shownMonthsBack), ...monthsOf(forecast)], context),
    figures: entered,
    commitments: await commitmentSums(context, earliest, firstMonth),
  }
}

const monthsOf = ({ months }: Forecast): Month[] => months.map((one) => one.month)

function expectedIn({ months }: Forecast, { rules }: Context): Pick<BudgetReply, 'months' | 'parts'> {
  const ores = (expected: Expected, ahead: number) => ({
    expectedOre: Math.round(expected.mean),
    ...intervalOf(expected, rules, ahead),
  })
  return {
    months: months.map((one, ahead) => ({
      month: one.month,
      ...ores(one, ahead),
      fromNewOre: Math.round(one.fromNew),
    })),
    parts: months.flatMap((one, ahead) =>
      [...one.byKindAndLevel].map(([key, expected]) => {
        const [kind, level] = key.split('/') as [BudgetKind, Level]
        return { month: one.month, kind, level, ...ores(expected, ahead) }
      }),
    ),
  }
}

/** A sum over the coming months. Its own variance is taken as the months' together; what is common moves all of them. */
function sumsOf({ months }: Forecast, { rules }: Context, by: 'byArea' | 'byOffice') {
  const sums = new Map<string, Expected>()
  for (const one of months.slice(0, shownMonthsAhead)) {
    for (const [key, { mean, variance }] of one[by]) {
      const before = sums.get(key) ?? { mean: 0, variance: 0 }
      sums.set(key, { mean: before.mean + mean, variance: before.variance + variance })
    }
  }
  return [...sums]
    .map(
      ([key, sum]) =>
        [key, { expectedOre: Math.round(sum.mean), ...intervalOf(sum, rules, shownMonthsAhead / 2) }] as const,
    )
    .sort(([, a], [, b]) => b.expectedOre - a.expectedOre)
}

async function officesOf(context: Context, forecast: Forecast): Promise<BudgetReply['offices']> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from platform.office`.execute(context.db)
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]))
  return sumsOf(forecast, context, 'byOffice').map(([id, sums]) => ({
    officeId: id === '' ? null : id,
    name: nameOf.get(id) ?? null,
    ...sums,
  }))
}

function appropriatedIn(entered: BudgetReply['figures'], months: readonly Month[], { rules }: Context) {
  const inForce = entered.filter((one) => !one.replaced)
  return rules.decision.appropriations.flatMap(({ code }) =>
    months.flatMap((name) => {
      const ore = valueFor(inForce, { kind: 'appropriation', appropriation: code, month: name })
      return ore === null ? [] : [{ month: name, appropriation: code, ore }]
    }),
  )
}

/** Months that are over but not closed: as the latest kept forecast had them. */
async function notClosed(
  context: Context,
  posted: readonly PostedSum[],
  firstMonth: Month,
): Promise<BudgetReply['notClosed']> {
  const last = posted.at(-1)
  if (last === undefined) return []
  const { rows } = await sql<BudgetReply['notClosed'][number]>`
    select distinct on (l.month) l.month, l.expected_ore as "expectedOre", l.low_ore as "lowOre", l.high_ore as "highOre"
      from compensation.budget_forecast_line l join compensation.budget_forecast f on f.id = l.forecast_id
     where l.dimension = 'all' and l.month > ${last.month} and l.month < ${firstMonth}
     order by l.month, f.made_in desc`.execute(context.db)
  return rows
}

interface KeptRow {
  readonly month: string
  readonly madeIn: string
  readonly expectedOre: number
  readonly lowOre: number
  readonly highOre: number
}

/** Each kept forecast of a month that is closed, held against what was posted, and how each lead has done. */
export async function forecastAccuracy(context: Context): Promise<AccuracyReply> {
  const thisMonth = monthOf(context.today)
  const { rows } = await sql<KeptRow>`
    select l.month, f.made_in as "madeIn", l.expected_ore as "expectedOre", l.low_ore as "lowOre", l.high_ore as "highOre"
      from compensation.budget_forecast_line l join compensation.budget_forecast f on f.id = l.forecast_id
     where l.dimension = 'all' and l.month < ${thisMonth}
     order by l.month, f.made_in`.execute(context.db)
  const first = rows[0]
  const posted = first === undefined ? [] : await postedSums(context, month(first.month), thisMonth)
  const postedIn = Map.groupBy(posted, (one) => one.month as string)
  const items = rows.flatMap((row) => {
    const of = postedIn.get(row.month)
    // A month with nothing posted is not closed yet, and says nothing about its forecast.
    if (of === undefined) return []
    const outcome = {
      ...row,
      postedOre: of.reduce((sum, one) => sum + one.ore, 0),
      lead: monthsBetween(row.madeIn, row.month),
    }
    return [{ ...outcome, errorShare: errorShare(outcome), inside: isInside(outcome) }]
  })
  return {
    intervalPercent: context.rules.compensation.forecastInterval.percent,
    items,
    leads: accuracyByLead(items),
  }
}

function monthsBetween(from: string, to: string): number {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5))
  return count(to) - count(from)
}
