import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { AccuracyReply } from '../../../../src/modules/compensation/contract/budget.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { PlainField } from '../fields.tsx'
import { Money } from '../money.tsx'
import { PlotPicture } from '../plot-picture.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status } from '../status.tsx'
import { expectedColor, postedColor } from './budget-colors.ts'
import { moneyScale } from './money-scale.ts'
import { useBudgetText } from './texts.ts'

type Item = AccuracyReply['items'][number]
type Lead = AccuracyReply['leads'][number]
const loadPlot = () => import('./accuracy-plot.ts')
const firstShownLead = 3

/** How well last year was foretold: a picture for each lead, its measures in a sentence, every forecast in a table. */
export function AccuracyScreen({ budget }: { budget: string }) {
  const text = useBudgetText()
  const { data, error, refetch } = useApi<AccuracyReply>('/budget/accuracy')
  return (
    <Screen title={text('accuracy.title')} lead={text('accuracy.lead')}>
      <p>
        <Link to={budget}>{text('accuracy.back')}</Link>
      </p>
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.items.length === 0 && <EmptyState title={text('accuracy.empty')} words={text('accuracy.empty-words')} />}
      {data !== undefined && data.items.length > 0 && <Accuracy accuracy={data} />}
    </Screen>
  )
}

function Accuracy({ accuracy }: { accuracy: AccuracyReply }) {
  const text = useBudgetText()
  const leads = accuracy.leads.map((one) => one.lead)
  const [lead, setLead] = useState(leads.includes(firstShownLead) ? firstShownLead : (leads[0] ?? 0))
  const items = useMemo(() => accuracy.items.filter((one) => one.lead === lead), [accuracy, lead])
  const measures = accuracy.leads.find((one) => one.lead === lead)
  const data = useAccuracyData(items)
  const legend = [
    { label: text('legend.expected-point'), color: expectedColor, kind: 'ring' as const },
    {
      label: text('legend.interval', { percent: accuracy.intervalPercent }),
      color: expectedColor,
      kind: 'line' as const,
    },
    { label: text('legend.posted'), color: postedColor, kind: 'dot' as const },
  ]
  return (
    <>
      <Panel title={text('accuracy.picture')}>
        <PlainField id="accuracy-lead" label={text('accuracy.lead-label')} error={undefined}>
          {(described) => (
            <select {...described} value={lead} onChange={(event) => setLead(Number(event.target.value))}>
              {leads.map((one) => (
                <option key={one} value={one}>
                  {text('accuracy.lead-option', { n: one })}
                </option>
              ))}
            </select>
          )}
        </PlainField>
        <PlotPicture
          summary={useMeasures(measures, accuracy.intervalPercent)}
          legend={legend}
          data={data}
          load={loadPlot}
          failed={text('picture.failed')}
          table={<ItemTable items={items} />}
        />
      </Panel>
      <LeadTable leads={accuracy.leads} percent={accuracy.intervalPercent} />
    </>
  )
}

function useAccuracyData(items: readonly Item[]) {
  const text = useBudgetText()
  const format = useFormat()
  return useMemo(() => {
    const scale = moneyScale(Math.max(0, ...items.flatMap((one) => [one.highOre, one.postedOre])))
    return {
      label: text(`unit.${scale.unit}`),
      monthName: format.monthShort,
      number: format.number,
      items: items.map((one) => ({
        month: one.month,
        expected: scale.of(one.expectedOre),
        low: scale.of(one.lowOre),
        high: scale.of(one.highOre),
        posted: scale.of(one.postedOre),
      })),
    }
  }, [items, text, format])
}

const percentOf = (share: number | null) => (share === null ? null : Math.round(share * 100))

function useMeasures(lead: Lead | undefined, percent: number): string {
  const text = useBudgetText()
  if (lead === undefined) return ''
  const inside = text('accuracy.inside', {
    n: Math.round(lead.insideShare * lead.months),
    months: lead.months,
    percent,
  })
  if (lead.meanErrorShare === null || lead.biasShare === null) return inside
  const error = text('accuracy.error', { percent: percentOf(lead.meanErrorShare) ?? 0 })
  const bias = percentOf(lead.biasShare) ?? 0
  const side =
    bias === 0
      ? text('accuracy.no-bias')
      : text(bias > 0 ? 'accuracy.high' : 'accuracy.low', { percent: Math.abs(bias) })
  return `${error} ${side} ${inside}`
}

function ItemTable({ items }: { items: readonly Item[] }) {
  const text = useBudgetText()
  const format = useFormat()
  const money = (ore: number) => <Money ore={Math.round(ore / 100) * 100} />
  const columns: Column<Item>[] = [
    { title: text('column.month'), cell: (one) => format.month(month(one.month)) },
    { title: text('column.made-in'), cell: (one) => format.month(month(one.madeIn)) },
    { title: text('column.expected'), kind: 'number', cell: (one) => money(one.expectedOre) },
    { title: text('column.posted'), kind: 'number', cell: (one) => money(one.postedOre) },
    {
      title: text('column.error'),
      kind: 'number',
      cell: (one) => (one.errorShare === null ? '–' : text('percent', { n: percentOf(one.errorShare) ?? 0 })),
    },
    {
      title: text('column.inside'),
      cell: (one) => (
        <Status kind={one.inside ? 'done' : 'late'} label={text(one.inside ? 'inside.yes' : 'inside.no')} />
      ),
    },
  ]
  return (
    <details className="k-why">
      <summary>{text('picture.table')}</summary>
      <div className="k-why-body">
        <CardTable
          caption={text('accuracy.picture')}
          rows={items}
          keyOf={(one) => `${one.madeIn}/${one.month}`}
          columns={columns}
        />
      </div>
    </details>
  )
}

function LeadTable({ leads, percent }: { leads: readonly Lead[]; percent: number }) {
  const text = useBudgetText()
  const format = useFormat()
  const share = (value: number | null) => (value === null ? '–' : text('percent', { n: percentOf(value) ?? 0 }))
  const columns: Column<Lead>[] = [
    { title: text('column.lead'), cell: (one) => text('accuracy.lead-option', { n: one.lead }) },
    { title: text('column.months'), kind: 'number', cell: (one) => format.number(one.months) },
    { title: text('column.mean-error'), kind: 'number', cell: (one) => share(one.meanErrorShare) },
    { title: text('column.bias'), kind: 'number', cell: (one) => share(one.biasShare) },
    { title: text('column.inside-share', { percent }), kind: 'number', cell: (one) => share(one.insideShare) },
  ]
  return (
    <Panel title={text('accuracy.by-lead')}>
      <CardTable caption={text('accuracy.by-lead')} rows={leads} keyOf={(one) => String(one.lead)} columns={columns} />
    </Panel>
  )
}
