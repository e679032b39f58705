import { useMemo, useState } from 'react'
import type { ComparedGroupView, ComparisonReply } from '../../../../src/modules/assessment/contract/windows.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { PlainField } from '../fields.tsx'
import { type LegendItem, PlotPicture } from '../plot-picture.tsx'
import { Panel } from '../screen.tsx'
import { type GroupsData, groupColors } from './groups-plot.ts'
import { useWindowText } from './texts.ts'
import { useCount, useShown } from './totals.tsx'

type Groups = NonNullable<ComparisonReply['result']>['groups']
type By = Groups[number]['by']

const loadPlot = () => import('./groups-bars.ts')
/** More bars than this are no picture; the table has them all. */
const mostBars = 15

/** Who enters and who leaves, by one way to count at a time: bars first, the table one tap away. */
export function GroupsPanel({ groups, leastCount }: { groups: Groups; leastCount: number }) {
  const text = useWindowText()
  const format = useFormat()
  const count = useCount(leastCount)
  const [by, setBy] = useState<By>('sex')
  const named = useNamed(groups.find((one) => one.by === by)?.rows, by)
  const largest = useMemo(
    () => named.filter((row) => movedIn(row) > 0).toSorted((a, b) => movedIn(b) - movedIn(a)),
    [named],
  )
  const data = useMemo((): GroupsData => {
    const shown = by === 'municipality' ? largest.slice(0, mostBars) : named
    return {
      rows: shown.map((row) => ({ name: row.name, enters: row.enters ?? 0, leaves: row.leaves ?? 0 })),
      label: text('groups.axis'),
      number: format.number,
    }
  }, [named, largest, by, text, format])
  const [first] = largest
  const summary =
    first === undefined
      ? text('groups.none')
      : text('groups.summary', { name: first.name, enters: count(first.enters), leaves: count(first.leaves) })
  const legend: LegendItem[] = [
    { label: text('legend.leaves'), color: groupColors.leaves, kind: 'area' },
    { label: text('legend.enters'), color: groupColors.enters, kind: 'area' },
  ]
  return (
    <Panel title={text('groups.title')}>
      <PlainField id="groups-by" label={text('groups.by')} error={undefined}>
        {(described) => (
          <select {...described} value={by} onChange={(event) => setBy(event.target.value as By)}>
            {groups.map((one) => (
              <option key={one.by} value={one.by}>
                {text(`by.${one.by}`)}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      {by === 'municipality' && largest.length > mostBars && (
        <p className="k-quiet">{text('groups.first', { n: mostBars })}</p>
      )}
      <PlotPicture
        summary={summary}
        legend={legend}
        data={data}
        load={loadPlot}
        failed={text('groups.failed')}
        table={<GroupTable rows={named} title={text(`by.${by}`)} />}
      />
    </Panel>
  )
}

type Row = ComparedGroupView & { name: string }

function movedIn(row: Pick<ComparedGroupView, 'enters' | 'leaves'>): number {
  return (row.enters ?? 0) + (row.leaves ?? 0)
}

function useNamed(rows: readonly ComparedGroupView[] | undefined, by: By): readonly Row[] {
  const text = useWindowText()
  return useMemo(() => {
    const nameOf = (row: ComparedGroupView) => {
      const key = `${by}.${row.key}`
      return row.name ?? (text.knows(key) ? text(key) : row.key)
    }
    return (rows ?? []).map((row) => ({ ...row, name: nameOf(row) }))
  }, [rows, by, text])
}

function GroupTable({ rows, title }: { rows: readonly Row[]; title: string }) {
  const text = useWindowText()
  const { count, kronor } = useShown()
  const columns: Column<Row>[] = [
    { title: text('column.group'), cell: (row) => row.name },
    { title: text('column.people'), kind: 'number', cell: (row) => count(row.people) },
    { title: text('column.before'), kind: 'number', cell: (row) => count(row.referableBefore) },
    { title: text('column.after'), kind: 'number', cell: (row) => count(row.referableAfter) },
    { title: text('column.enters'), kind: 'number', cell: (row) => count(row.enters) },
    { title: text('column.leaves'), kind: 'number', cell: (row) => count(row.leaves) },
    { title: text('column.other-level'), kind: 'number', cell: (row) => count(row.otherLevel) },
    { title: text('column.cost-before'), kind: 'number', cell: (row) => kronor(row.costBeforeOre) },
    { title: text('column.cost-after'), kind: 'number', cell: (row) => kronor(row.costAfterOre) },
  ]
  return (
    <details className="k-why">
      <summary>{text('groups.table')}</summary>
      <div className="k-why-body">
        <CardTable caption={title} rows={rows} keyOf={(row) => row.key} columns={columns} />
      </div>
    </details>
  )
}
