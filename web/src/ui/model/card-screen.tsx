import { Link, useParams } from '@tanstack/react-router'
import { month } from '../../../../src/kernel/day.ts'
import type { ModelCardReply } from '../../../../src/modules/assessment/contract/models.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { useModelPath } from './addresses.ts'
import { CardGroups } from './card-groups.tsx'
import { CutPanel } from './cut-panel.tsx'
import { useNumbers } from './numbers.ts'
import { useModelText } from './texts.ts'
import { SyntheticNote } from './version-marks.tsx'

type Card = ModelCardReply['card']

/** How a model does on people it never learned from, as a whole and for each group. No single "accuracy" on purpose. */
export function CardScreen() {
  const text = useModelText()
  const path = useModelPath()
  const { model = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<ModelCardReply>(`/models/${model}/card`)
  return (
    <Screen
      title={`${text('card.title')} ${model}`}
      lead={text('card.lead')}
      action={<Link to={path.model(model)}>{text('curve.back')}</Link>}
    >
      {data === undefined && (error === null ? <Loading lines={10} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <SyntheticNote version={data.version} />
          {data.measuredOn !== model && (
            <p className="k-note">{text('card.measured-on', { model: data.measuredOn })}</p>
          )}
          <QualityPanel card={data.card} />
          <CardGroups reply={data} />
          <CutPanel reply={data} />
          <DriftPanel card={data.card} />
          <DataPanel reply={data} />
        </>
      )}
    </Screen>
  )
}

type Line = { name: string; words: string; of: (quality: Card['measured']) => string }

function QualityPanel({ card }: { card: Card }) {
  const text = useModelText()
  const { fine } = useNumbers()
  const between = ({ value, low, high }: { value: number; low: number; high: number }) =>
    `${fine(value)} (${fine(low)}–${fine(high)})`
  const lines: Line[] = [
    { name: text('card.auc'), words: text('card.auc-words'), of: (one) => fine(one.auc) },
    { name: text('card.brier'), words: text('card.brier-words'), of: (one) => fine(one.brier) },
    { name: text('card.slope'), words: text('card.slope-words'), of: (one) => between(one.calibrationSlope) },
    {
      name: text('card.intercept'),
      words: text('card.intercept-words'),
      of: (one) => between(one.calibrationIntercept),
    },
    { name: text('card.ece'), words: text('card.ece-words'), of: (one) => fine(one.expectedCalibrationError) },
  ]
  const columns: Column<Line>[] = [
    {
      title: text('card.measure'),
      cell: ({ name, words }) => (
        <>
          {name}
          <span className="k-quiet k-small k-block">{words}</span>
        </>
      ),
    },
    { title: text('card.model'), kind: 'number', cell: (line) => line.of(card.measured) },
    { title: text('card.baseline'), kind: 'number', cell: (line) => line.of(card.baseline) },
  ]
  return (
    <Panel title={text('card.quality')}>
      <CardTable caption={text('card.quality')} rows={lines} keyOf={(line) => line.name} columns={columns} />
      <p className="k-quiet k-small">{text('card.baseline-words')}</p>
    </Panel>
  )
}

function DriftPanel({ card }: { card: Card }) {
  const text = useModelText()
  const format = useFormat()
  const numbers = useNumbers()
  const isMonth = /^\d{4}-\d{2}$/
  const columns: Column<Card['drift'][number]>[] = [
    {
      title: text('card.month'),
      cell: ({ period }) => (isMonth.test(period) ? format.month(month(period)) : period),
    },
    { title: text('card.people'), kind: 'number', cell: (one) => numbers.whole(one.rows) },
    { title: text('card.mean-chance'), kind: 'number', cell: (one) => numbers.percent(one.meanChance) },
    { title: text('card.share'), kind: 'number', cell: (one) => numbers.percent(one.shareOfOnes) },
    { title: text('card.gap'), kind: 'number', cell: (one) => numbers.percent(one.meanChance - one.shareOfOnes) },
  ]
  return (
    <Panel title={text('card.drift')}>
      {card.drift.length === 0 ? (
        <p>{text('card.drift-none')}</p>
      ) : (
        <>
          <p>{text('card.drift-summary')}</p>
          <CardTable caption={text('card.drift')} rows={card.drift} keyOf={(one) => one.period} columns={columns} />
        </>
      )}
    </Panel>
  )
}

function DataPanel({ reply: { card, words } }: { reply: ModelCardReply }) {
  const text = useModelText()
  const numbers = useNumbers()
  const { data } = card
  const columns: Column<Card['data']['columns'][number]>[] = [
    {
      title: text('card.column'),
      cell: ({ name }) => words.find(({ column }) => column === name)?.label ?? name,
    },
    { title: text('card.missing'), kind: 'number', cell: (one) => numbers.percent(one.missingShare) },
    {
      title: text('card.spread'),
      cell: (one) =>
        one.kind === 'category'
          ? text('card.levels', { n: one.levels })
          : text('card.number-spread', {
              least: numbers.whole(one.least),
              most: numbers.whole(one.most),
              mean: numbers.whole(one.mean),
            }),
    },
  ]
  return (
    <Panel title={text('card.data')}>
      <p>
        {text('card.data-words', {
          trained: numbers.whole(data.rows.trained),
          stopping: numbers.whole(data.rows.stopping),
          measured: numbers.whole(data.rows.measured),
          share: numbers.percent(data.shareOfOnes),
        })}{' '}
        {data.heldOutBy === 'time' && data.time !== null
          ? text('card.data-time', { from: data.time.from, to: data.time.to })
          : text('card.data-chance')}
      </p>
      <CardTable caption={text('card.data')} rows={data.columns} keyOf={(one) => one.name} columns={columns} />
    </Panel>
  )
}
