import type { ComparisonReply } from '../../../../src/modules/assessment/contract/windows.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Money } from '../money.tsx'
import { useWindowText } from './texts.ts'

type Result = NonNullable<ComparisonReply['result']>
type Standing = Result['flows'][number]['before']

const levels = ['A', 'B', 'C'] as const
const standings = [...levels, 'near', 'far', 'not-met'] as const

/** A number, or that it is hidden. */
export function useShown() {
  const text = useWindowText()
  const format = useFormat()
  return {
    count: (value: number | null) =>
      value === null ? <span className="k-quiet">{text('hidden')}</span> : format.number(value),
    kronor: (ore: number | null) =>
      ore === null ? <span className="k-quiet">{text('hidden')}</span> : <Money ore={Math.round(ore / 100) * 100} />,
  }
}

/** A number in words, where a hidden one is said to be small. */
export function useCount(leastCount: number) {
  const text = useWindowText()
  const format = useFormat()
  return (count: number | null) =>
    count === null ? text('comparison.few', { least: leastCount }) : format.number(count)
}

/** Who may be referred at each level, before and after, and what it would commit. */
export function LevelTable({ total }: { total: Result['total'] }) {
  const text = useWindowText()
  const shown = useShown()
  type Row = { key: string; name: string; before: number | null; after: number | null; isCost?: true }
  const rows: Row[] = [
    ...levels.map((level) => ({
      key: level,
      name: text(`standing.${level}`),
      before: total.before[level],
      after: total.after[level],
    })),
    { key: 'all', name: text('table.referable'), before: total.referableBefore, after: total.referableAfter },
    { key: 'cost', name: text('table.cost'), before: total.costBeforeOre, after: total.costAfterOre, isCost: true },
  ]
  const cell = (row: Row, value: number | null) => (row.isCost ? shown.kronor(value) : shown.count(value))
  const columns: Column<Row>[] = [
    { title: text('table.level'), cell: (row) => row.name },
    { title: text('comparison.before'), kind: 'number', cell: (row) => cell(row, row.before) },
    { title: text('comparison.after'), kind: 'number', cell: (row) => cell(row, row.after) },
  ]
  return <CardTable caption={text('comparison.levels-title')} rows={rows} keyOf={(row) => row.key} columns={columns} />
}

/** From where to where people go, one tap away. */
export function FlowTable({ flows }: { flows: Result['flows'] }) {
  const text = useWindowText()
  const shown = useShown()
  const cell = (before: Standing, after: Standing) =>
    shown.count(flows.find((flow) => flow.before === before && flow.after === after)?.people ?? null)
  const columns: Column<Standing>[] = [
    { title: text('comparison.before'), cell: (before) => text(`standing.${before}`) },
    ...standings.map((after) => ({
      title: text(`standing.${after}`),
      kind: 'number' as const,
      cell: (before: Standing) => cell(before, after),
    })),
  ]
  return (
    <details className="k-why">
      <summary>{text('comparison.flows')}</summary>
      <div className="k-why-body k-stack">
        <p>{text('comparison.flows-words')}</p>
        <CardTable caption={text('comparison.flows')} rows={standings} keyOf={(one) => one} columns={columns} />
      </div>
    </details>
  )
}
