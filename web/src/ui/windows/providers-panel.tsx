import type { ProviderExpectedView } from '../../../../src/modules/assessment/contract/windows.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Panel } from '../screen.tsx'
import { useWindowText } from './texts.ts'

type Props = { rows: readonly ProviderExpectedView[]; leastCount: number }

const differenceOf = ({ before, after }: ProviderExpectedView) => after.revenueOre - before.revenueOre

/** What each provider would expect under each window: how many gain and lose first, the table one tap away. */
export function ProvidersPanel({ rows, leastCount }: Props) {
  const text = useWindowText()
  const format = useFormat()
  const nameOf = (row: ProviderExpectedView) => row.name ?? text('providers.nobody')
  const byDifference = rows.toSorted((a, b) => Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)))
  const wholeKronor = (ore: number) => format.kronor(Math.round(ore / 100_000) * 100_000)
  const columns: Column<ProviderExpectedView>[] = [
    { title: text('column.provider'), cell: nameOf },
    { title: text('column.people-before'), kind: 'number', cell: ({ before }) => format.number(before.people) },
    { title: text('column.people-after'), kind: 'number', cell: ({ after }) => format.number(after.people) },
    { title: text('column.outcomes-before'), kind: 'number', cell: ({ before }) => format.number(before.outcomes) },
    { title: text('column.outcomes-after'), kind: 'number', cell: ({ after }) => format.number(after.outcomes) },
    { title: text('column.revenue-before'), kind: 'number', cell: ({ before }) => wholeKronor(before.revenueOre) },
    { title: text('column.revenue-after'), kind: 'number', cell: ({ after }) => wholeKronor(after.revenueOre) },
  ]
  const named = rows.filter((row) => row.providerId !== null)
  return (
    <Panel title={text('providers.title')}>
      <p>
        {text('providers.summary', {
          more: named.filter((row) => differenceOf(row) > 0).length,
          less: named.filter((row) => differenceOf(row) < 0).length,
          same: named.filter((row) => differenceOf(row) === 0).length,
        })}
      </p>
      <p className="k-quiet k-small">{text('providers.rests', { least: leastCount })}</p>
      {rows.length > 0 && (
        <details className="k-why">
          <summary>{text('groups.table')}</summary>
          <div className="k-why-body">
            <CardTable
              caption={text('providers.title')}
              rows={byDifference}
              keyOf={(row) => row.providerId ?? ''}
              columns={columns}
            />
          </div>
        </details>
      )}
    </Panel>
  )
}
