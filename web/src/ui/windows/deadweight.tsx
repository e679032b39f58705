import { month } from '../../../../src/kernel/day.ts'
import type { ComparisonReply } from '../../../../src/modules/assessment/contract/windows.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Panel } from '../screen.tsx'
import { Status } from '../status.tsx'
import { useWindowText } from './texts.ts'
import { useShown } from './totals.tsx'

type Sign = NonNullable<ComparisonReply['result']>['deadweight']
type Month = Sign['months'][number]

/** How many found work so soon after the start that they might have done so anyway, month by month. */
export function Deadweight({ of }: { of: Sign }) {
  const text = useWindowText()
  const format = useFormat()
  const { count } = useShown()
  const flagged = of.months.filter((one) => one.flagged).length
  const state = (one: Month) => {
    if (one.sharePercent === null) return <span className="k-quiet">{text('deadweight.unknown')}</span>
    return (
      <Status kind={one.flagged ? 'late' : 'done'} label={text(one.flagged ? 'deadweight.over' : 'deadweight.under')} />
    )
  }
  const columns: Column<Month>[] = [
    { title: text('column.month'), cell: (one) => format.month(month(one.month)) },
    { title: text('column.starts'), kind: 'number', cell: (one) => count(one.starts) },
    { title: text('column.to-work'), kind: 'number', cell: (one) => count(one.toWork) },
    {
      title: text('column.share'),
      kind: 'number',
      cell: (one) => (one.sharePercent === null ? '–' : `${format.number(Math.round(one.sharePercent * 10) / 10)} %`),
    },
    { title: text('column.state'), cell: state },
  ]
  return (
    <Panel title={text('deadweight.title')}>
      <p>{text('deadweight.words', { days: of.days, percent: format.number(of.flagPercent) })}</p>
      {of.months.length === 0 && <p className="k-quiet">{text('deadweight.none')}</p>}
      {of.months.length > 0 && (
        <>
          <p>{flagged > 0 ? text('deadweight.flagged', { n: flagged }) : text('deadweight.not-flagged')}</p>
          <details className="k-why">
            <summary>{text('groups.table')}</summary>
            <div className="k-why-body">
              <CardTable
                caption={text('deadweight.title')}
                rows={of.months}
                keyOf={(one) => one.month}
                columns={columns}
              />
            </div>
          </details>
        </>
      )}
    </Panel>
  )
}
