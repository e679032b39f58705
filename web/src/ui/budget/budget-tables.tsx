import { month } from '../../../../src/kernel/day.ts'
import type { BudgetReply } from '../../../../src/modules/compensation/contract/budget.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Money } from '../money.tsx'
import { Panel } from '../screen.tsx'
import { EmptyState } from '../states.tsx'
import { useBudgetText } from './texts.ts'

type Commitment = BudgetReply['commitments'][number]
const whole = (ore: number) => Math.round(ore / 100) * 100

/** What the decisions of each month were expected to cost when they were made. */
export function CommitmentTable({ budget }: { budget: BudgetReply }) {
  const text = useBudgetText()
  const format = useFormat()
  const columns: Column<Commitment>[] = [
    { title: text('column.month'), cell: (one) => format.month(month(one.month)) },
    { title: text('column.decision'), cell: (one) => text(`kind.${one.kind}`) },
    { title: text('column.level'), cell: (one) => one.level },
    { title: text('column.decisions'), kind: 'number', cell: (one) => format.number(one.decisions) },
    {
      title: text('column.each'),
      kind: 'number',
      cell: (one) => <Money ore={whole(one.expectedOre / one.decisions)} />,
    },
    { title: text('column.committed'), kind: 'number', cell: (one) => <Money ore={whole(one.expectedOre)} /> },
    { title: text('column.deviation'), kind: 'number', cell: (one) => <Money ore={whole(one.deviationOre)} /> },
  ]
  const rows = [...budget.commitments].reverse()
  return (
    <Panel title={text('commitments.title')}>
      <p className="k-quiet">{text('commitments.lead')}</p>
      {rows.length === 0 ? (
        <EmptyState title={text('commitments.empty')} words={text('commitments.empty-words')} />
      ) : (
        <details className="k-why">
          <summary>{text('commitments.open', { n: rows.length })}</summary>
          <div className="k-why-body">
            <CardTable
              caption={text('commitments.title')}
              rows={rows}
              keyOf={(one) => `${one.month}/${one.kind}/${one.level}`}
              columns={columns}
            />
          </div>
        </details>
      )}
    </Panel>
  )
}

type Place = { key: string; name: string; expectedOre: number; lowOre: number; highOre: number }

/** The coming year by delivery area and by office. */
export function PlaceTables({ budget }: { budget: BudgetReply }) {
  const text = useBudgetText()
  const areaName = useAreaName()
  const areas = budget.areas.map(({ code, ...sums }) => ({ key: code, name: areaName(code), ...sums }))
  const offices = budget.offices.map(({ officeId, name, ...sums }) => ({
    key: officeId ?? '',
    name: name ?? text('places.no-office'),
    ...sums,
  }))
  return (
    <Panel title={text('places.title')}>
      <Places
        title={text('places.areas', { n: areas.length })}
        column={text('column.area')}
        places={areas}
        percent={budget.intervalPercent}
      />
      <Places
        title={text('places.offices', { n: offices.length })}
        column={text('column.office')}
        places={offices}
        percent={budget.intervalPercent}
      />
    </Panel>
  )
}

function Places({
  title,
  column,
  places,
  percent,
}: {
  title: string
  column: string
  places: readonly Place[]
  percent: number
}) {
  const text = useBudgetText()
  const columns: Column<Place>[] = [
    { title: column, cell: (one) => <bdi>{one.name}</bdi> },
    { title: text('column.expected'), kind: 'number', cell: (one) => <Money ore={whole(one.expectedOre)} /> },
    { title: text('column.low', { percent }), kind: 'number', cell: (one) => <Money ore={whole(one.lowOre)} /> },
    { title: text('column.high', { percent }), kind: 'number', cell: (one) => <Money ore={whole(one.highOre)} /> },
  ]
  return (
    <details className="k-why">
      <summary>{title}</summary>
      <div className="k-why-body">
        <CardTable caption={title} rows={places} keyOf={(one) => one.key} columns={columns} />
      </div>
    </details>
  )
}
