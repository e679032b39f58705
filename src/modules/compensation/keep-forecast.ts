import { sql } from 'kysely'
import { type Month, monthOf } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { Sweep } from '../../platform/sweeps.ts'
import { type Forecast, forecastNow } from './budget-cells.ts'
import { type Expected, intervalOf } from './domain/budget-forecast.ts'

interface KeptLine {
  readonly month: Month
  readonly dimension: 'all' | 'kind-level' | 'area' | 'office'
  readonly key: string
  readonly expectedOre: number
  readonly lowOre: number
  readonly highOre: number
}

/**
 * Keeps the month's forecast once the month before is closed, so that it can be held against what came of it. Kept once a
 * month and never changed; a month in which nobody swept has none.
 */
export const keepForecasts: Sweep = {
  name: 'compensation.keep-forecast',
  run: (work) =>
    work.each(
      async (context) => ((await isDue(context)) ? [monthOf(context.today)] : []),
      async (context, madeIn) => {
        await lockName(context, 'compensation.keep-forecast')
        if (await isDue(context)) await keep(context, madeIn)
        return ok(null)
      },
    ),
}

async function isDue(context: Context): Promise<boolean> {
  const closed = Number(context.today.slice(8)) > context.rules.delivery.reportDueDay
  if (!closed) return false
  const { rows } = await sql`
    select 1 from compensation.budget_forecast where made_in = ${monthOf(context.today)}`.execute(context.db)
  return rows.length === 0
}

async function keep(context: Context, madeIn: Month): Promise<void> {
  const forecast = await forecastNow(context)
  const id = newId<string>()
  await sql`
    insert into compensation.budget_forecast (id, made_in, made_on, rules_key, cases, recorded_at)
    values (${id}, ${madeIn}, ${context.today}, ${context.rules.key}, ${forecast.cases}, ${context.now})`.execute(
    context.db,
  )
  await sql`
    insert into compensation.budget_forecast_line (forecast_id, month, dimension, key, expected_ore, low_ore, high_ore)
    select ${id}, l.month, l.dimension, l.key, l."expectedOre", l."lowOre", l."highOre"
      from jsonb_to_recordset(${JSON.stringify(linesOf(forecast, context))}::jsonb)
           as l (month text, dimension text, key text, "expectedOre" bigint, "lowOre" bigint, "highOre" bigint)`.execute(
    context.db,
  )
}

function linesOf({ months }: Forecast, { rules }: Context): KeptLine[] {
  return months.flatMap((one, ahead) => {
    const line = (dimension: KeptLine['dimension'], key: string, expected: Expected): KeptLine => ({
      month: one.month,
      dimension,
      key,
      expectedOre: Math.round(expected.mean),
      ...intervalOf(expected, rules, ahead),
    })
    const lines = (dimension: KeptLine['dimension'], parts: ReadonlyMap<string, Expected>) =>
      [...parts].map(([key, expected]) => line(dimension, key, expected))
    return [
      line('all', '', one),
      ...lines('kind-level', one.byKindAndLevel),
      ...lines('area', one.byArea),
      ...lines('office', one.byOffice),
    ]
  })
}
