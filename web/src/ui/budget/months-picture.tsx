import { useMemo, useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { BudgetReply } from '../../../../src/modules/compensation/contract/budget.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { PlainField } from '../fields.tsx'
import { Money } from '../money.tsx'
import { type LegendItem, PlotPicture } from '../plot-picture.tsx'
import { appropriatedColor, expectedColor, partColors } from './budget-colors.ts'
import { moneyScale } from './money-scale.ts'
import type { MonthsData } from './months-plot.ts'
import { useBudgetText } from './texts.ts'

type Split = 'level' | 'kind'
const parts = { level: ['A', 'B', 'C'], kind: ['base_fee', 'outcome_payment', 'speed_premium'] } as const
const loadPlot = () => import('./months-plot.ts')

/** The months: posted bars, the forecast with its band, the appropriation, and the same as a table. */
export function MonthsPicture({ budget }: { budget: BudgetReply }) {
  const text = useBudgetText()
  const [split, setSplit] = useState<Split>('level')
  const rows = useMemo(() => monthRows(budget), [budget])
  const data = useMonthsData(budget, split)
  const legend: LegendItem[] = [
    ...parts[split].map((part) => ({ label: text(`part.${part}`), color: partColors[part], kind: 'area' as const })),
    { label: text('legend.expected'), color: expectedColor, kind: 'line' },
    ...(budget.appropriated.length === 0
      ? []
      : [{ label: text('legend.appropriated'), color: appropriatedColor, kind: 'dash' as const }]),
  ]
  const failed = text('picture.failed')
  return (
    <>
      <PlainField id="budget-split" label={text('months.split')} error={undefined}>
        {(described) => (
          <select {...described} value={split} onChange={(event) => setSplit(event.target.value as Split)}>
            <option value="level">{text('split.level')}</option>
            <option value="kind">{text('split.kind')}</option>
          </select>
        )}
      </PlainField>
      <PlotPicture
        summary={useSummary(budget)}
        legend={legend}
        data={data}
        load={loadPlot}
        failed={failed}
        table={<MonthsTable rows={rows} percent={budget.intervalPercent} />}
      />
    </>
  )
}

function useMonthsData(budget: BudgetReply, split: Split): MonthsData {
  const text = useBudgetText()
  const format = useFormat()
  return useMemo(() => {
    const rows = monthRows(budget)
    const scale = moneyScale(
      Math.max(0, ...rows.flatMap((row) => [row.posted ?? 0, row.high ?? 0, row.appropriated ?? 0])),
    )
    const posted = parts[split].flatMap((part) =>
      rows.flatMap((row) => {
        const of = budget.posted.filter((one) => one.month === row.month && one[split] === part)
        const ore = of.reduce((sum, one) => sum + one.ore, 0)
        return of.length === 0
          ? []
          : [{ month: row.month, part, color: partColors[part] as string, value: scale.of(ore) }]
      }),
    )
    return {
      months: rows.map((row) => row.month),
      label: text(`unit.${scale.unit}`),
      monthName: format.monthShort,
      number: format.number,
      posted,
      expected: [...budget.notClosed, ...budget.months].map((one) => ({
        month: one.month,
        value: scale.of(one.expectedOre),
        low: scale.of(one.lowOre),
        high: scale.of(one.highOre),
      })),
      appropriated: rows.flatMap((row) =>
        row.appropriated === null ? [] : [{ month: row.month, value: scale.of(row.appropriated) }],
      ),
    }
  }, [budget, split, text, format])
}

function useSummary(budget: BudgetReply): string {
  const text = useBudgetText()
  const format = useFormat()
  const last = budget.posted.at(-1)
  const [first] = budget.months
  if (first === undefined) return ''
  const ahead = text('months.summary', {
    month: format.month(month(first.month)),
    expected: format.kronor(Math.round(first.expectedOre / 100) * 100),
    low: format.kronor(Math.round(first.lowOre / 100) * 100),
    high: format.kronor(Math.round(first.highOre / 100) * 100),
    percent: budget.intervalPercent,
  })
  if (last === undefined) return ahead
  const ore = budget.posted.filter((one) => one.month === last.month).reduce((sum, one) => sum + one.ore, 0)
  return `${text('months.last', { month: format.month(month(last.month)), amount: format.kronor(Math.round(ore / 100) * 100) })} ${ahead}`
}

type MonthRow = {
  month: string
  posted: number | null
  expected: number | null
  low: number | null
  high: number | null
  fromNew: number | null
  appropriated: number | null
}

/** A row for every month that has something, in order; only the appropriation that bears the payments is held against them. */
function monthRows(budget: BudgetReply): MonthRow[] {
  const bearing = budget.appropriations.find((one) => one.pays === 'provider-compensation')?.code
  const names = new Set([
    ...budget.posted.map((one) => one.month),
    ...[...budget.notClosed, ...budget.months].map((one) => one.month),
  ])
  return [...names].sort().map((name) => {
    const of = budget.posted.filter((one) => one.month === name)
    const ahead = budget.months.find((one) => one.month === name)
    const foreseen = ahead ?? budget.notClosed.find((one) => one.month === name)
    const amount = budget.appropriated.find((one) => one.month === name && one.appropriation === bearing)
    return {
      month: name,
      posted: of.length === 0 ? null : of.reduce((sum, one) => sum + one.ore, 0),
      expected: foreseen?.expectedOre ?? null,
      low: foreseen?.lowOre ?? null,
      high: foreseen?.highOre ?? null,
      fromNew: ahead?.fromNewOre ?? null,
      appropriated: amount?.ore ?? null,
    }
  })
}

function MonthsTable({ rows, percent }: { rows: readonly MonthRow[]; percent: number }) {
  const text = useBudgetText()
  const format = useFormat()
  const money = (ore: number | null) => (ore === null ? '–' : <Money ore={Math.round(ore / 100) * 100} />)
  const columns: Column<MonthRow>[] = [
    { title: text('column.month'), cell: (row) => format.month(month(row.month)) },
    { title: text('column.posted'), kind: 'number', cell: (row) => money(row.posted) },
    { title: text('column.expected'), kind: 'number', cell: (row) => money(row.expected) },
    { title: text('column.low', { percent }), kind: 'number', cell: (row) => money(row.low) },
    { title: text('column.high', { percent }), kind: 'number', cell: (row) => money(row.high) },
    { title: text('column.from-new'), kind: 'number', cell: (row) => money(row.fromNew) },
    { title: text('column.appropriated'), kind: 'number', cell: (row) => money(row.appropriated) },
  ]
  return (
    <details className="k-why">
      <summary>{text('picture.table')}</summary>
      <div className="k-why-body">
        <CardTable caption={text('months.title')} rows={rows} keyOf={(row) => row.month} columns={columns} />
      </div>
    </details>
  )
}
