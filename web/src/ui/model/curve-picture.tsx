import { useId, useMemo, useState } from 'react'
import type { CurveBin, CurveReply } from '../../../../src/modules/assessment/contract/models.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { type LegendItem, PlotPicture } from '../plot-picture.tsx'
import type { DotsData } from './dots-plot.ts'
import { useNumbers } from './numbers.ts'
import { useModelText } from './texts.ts'

const loadPlot = () => import('./dots-plot.ts')
const ninetyPercent = 1.645
/** More values than this do not fit a picture: it then shows the outermost. */
const mostShown = 40
const outermost = 12

/** A curve as dots with bands, and as a table. */
export function CurvePicture({ reply }: { reply: CurveReply }) {
  const text = useModelText()
  const numbers = useNumbers()
  const { term, bins, unit } = reply
  const known = useMemo(() => bins.filter((bin) => bin.rows > 0 || bin.kind !== 'missing'), [bins])
  const shown = useMemo(() => mostTelling(known), [known])
  const data = useMemo(
    (): DotsData => ({
      rows: shown.map(({ text: name, effect, error, trained }) => ({
        name,
        value: effect,
        low: effect - ninetyPercent * error,
        high: effect + ninetyPercent * error,
        before: trained,
      })),
      label: text('curve.effect'),
      number: numbers.signed,
    }),
    [shown, text, numbers],
  )
  const legend: LegendItem[] = [
    { label: text('curve.effect'), color: 'var(--k-accent)', kind: 'dot' },
    { label: text('curve.band'), color: 'var(--k-link)', kind: 'area' },
    ...(term.edited ? [{ label: text('curve.trained'), color: 'var(--k-care)', kind: 'ring' as const }] : []),
  ]
  const ordered = known.toSorted((a, b) => a.effect - b.effect)
  const [worst, best] = [ordered[0], ordered.at(-1)]
  const summary = [
    text('curve.summary', {
      term: term.label,
      lowest: numbers.signed(worst?.effect ?? 0),
      highest: numbers.signed(best?.effect ?? 0),
      worst: worst?.text ?? '',
      best: best?.text ?? '',
    }),
    ...(shown.length < known.length ? [text('curve.summary-some', { n: outermost })] : []),
    ...(term.edited ? [text('curve.band-edited')] : []),
    ...(unit === null ? [] : [text('curve.unit', { unit })]),
  ].join(' ')
  return (
    <div className="k-dots">
      <PlotPicture
        summary={summary}
        legend={legend}
        data={data}
        load={loadPlot}
        failed={text('curve.failed')}
        table={<CurveTable reply={reply} />}
      />
    </div>
  )
}

function mostTelling(bins: readonly CurveBin[]): readonly CurveBin[] {
  if (bins.length <= mostShown) return bins
  const ordered = bins.toSorted((a, b) => b.effect - a.effect)
  return [...ordered.slice(0, outermost), ...ordered.slice(-outermost)]
}

function CurveTable({ reply: { term, bins } }: { reply: CurveReply }) {
  const text = useModelText()
  const numbers = useNumbers()
  const id = useId()
  const [search, setSearch] = useState('')
  const columns: Column<CurveBin>[] = [
    { title: text('curve.value'), cell: (bin) => bin.text },
    { title: text('curve.effect'), kind: 'number', cell: (bin) => numbers.signed(bin.effect) },
    { title: text('curve.odds'), kind: 'number', cell: (bin) => numbers.fine(Math.exp(bin.effect)) },
    { title: text('curve.error'), kind: 'number', cell: (bin) => `± ${numbers.fine(ninetyPercent * bin.error)}` },
    { title: text('curve.rows'), kind: 'number', cell: (bin) => numbers.whole(bin.rows) },
    ...(term.edited
      ? [
          {
            title: text('curve.trained'),
            kind: 'number' as const,
            cell: (bin: CurveBin) => (bin.trained === null ? '–' : numbers.signed(bin.trained)),
          },
        ]
      : []),
  ]
  const wished = search.trim().toLowerCase()
  const rows = bins.filter((bin) => bin.text.toLowerCase().includes(wished))
  return (
    <details className="k-why">
      <summary>{text('curve.table')}</summary>
      <div className="k-why-body k-stack">
        {bins.length > mostShown && (
          <search className="k-search">
            <label htmlFor={id}>{text('curve.search')}</label>
            <input id={id} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
          </search>
        )}
        <CardTable caption={term.label} rows={rows} keyOf={(bin) => String(bin.place)} columns={columns} />
      </div>
    </details>
  )
}
