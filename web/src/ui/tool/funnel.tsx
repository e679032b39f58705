import { useMemo } from 'react'
import type { OfficeVariationReply, UnitView, VariationReply } from '../../../../src/modules/oversight/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { PlotPicture } from '../plot-picture.tsx'
import { Status, type StatusKind } from '../status.tsx'
import { innerColor, outerColor, unitColor } from './funnel-colors.ts'
import { useToolText } from './texts.ts'
import { sticksOut, useReasonWords } from './variation-parts.tsx'

type Found = VariationReply | OfficeVariationReply

const loadPlot = () => import('./funnel-plot.ts')
const signs: Record<UnitView['verdict'], StatusKind> = {
  'as-expected': 'done',
  'too-few': 'waiting',
  high: 'coming',
  low: 'coming',
  'very-high': 'late',
  'very-low': 'late',
}

/** Units in the funnel of what chance gives, with the same in a table: those furthest over what is expected first. */
export function Funnel({ found, naming }: { found: Found; naming: Column<UnitView> }) {
  const text = useToolText()
  const format = useFormat()
  const { innerPercent, outerPercent, leastAnswers } = found
  const judged = found.units.filter((unit) => unit.ratio !== null)
  const data = useMemo(
    () => ({
      xLabel: text('funnel.x'),
      yLabel: text('funnel.y'),
      number: format.number,
      funnel: found.funnel,
      units: found.units.flatMap((unit) =>
        unit.ratio === null
          ? []
          : [{ name: unit.name ?? '', answers: unit.answers, ratio: unit.ratio, sticksOut: sticksOut(unit) }],
      ),
    }),
    [found, text, format],
  )
  const table = <UnitTable units={found.units} naming={naming} />
  if (judged.length === 0)
    return (
      <>
        <p>{text('funnel.too-few', { n: leastAnswers })}</p>
        {table}
      </>
    )
  return (
    <PlotPicture
      summary={text('funnel.summary', {
        n: judged.length,
        out: judged.filter(sticksOut).length,
        percent: format.number(outerPercent),
        few: found.units.length - judged.length,
        least: leastAnswers,
      })}
      legend={[
        { label: text('funnel.inner', { percent: format.number(innerPercent) }), color: innerColor, kind: 'area' },
        { label: text('funnel.outer', { percent: format.number(outerPercent) }), color: outerColor, kind: 'dash' },
        { label: text('funnel.inside'), color: unitColor, kind: 'ring' },
        { label: text('funnel.outside'), color: unitColor, kind: 'dot' },
      ]}
      data={data}
      load={loadPlot}
      failed={text('picture.failed')}
      table={
        <details className="k-why">
          <summary>{text('picture.table')}</summary>
          <div className="k-why-body">{table}</div>
        </details>
      }
    />
  )
}

function UnitTable({ units, naming }: { units: readonly UnitView[]; naming: Column<UnitView> }) {
  const text = useToolText()
  const format = useFormat()
  const reasonWords = useReasonWords()
  const limits = ({ inner }: UnitView) =>
    inner === null ? '–' : `${format.number(inner.low)}–${format.number(inner.high)}`
  const columns: Column<UnitView>[] = [
    naming,
    {
      title: text('column.verdict'),
      cell: (unit) => <Status kind={signs[unit.verdict]} label={text(`verdict.${unit.verdict}`)} />,
    },
    { title: text('column.answers'), kind: 'number', cell: (unit) => format.number(unit.answers) },
    { title: text('column.abstained'), kind: 'number', cell: (unit) => format.number(unit.abstained) },
    {
      title: text('column.expected'),
      kind: 'number',
      cell: (unit) => format.number(Math.round(unit.expected * 10) / 10),
    },
    {
      title: text('column.ratio'),
      kind: 'number',
      cell: (unit) => (unit.ratio === null ? '–' : format.number(unit.ratio)),
    },
    { title: text('column.limits'), kind: 'number', cell: limits },
    ...(units.some((unit) => unit.reasons !== null)
      ? [{ title: text('column.reasons'), cell: (unit: UnitView) => reasonWords(unit.reasons ?? []) }]
      : []),
  ]
  return <CardTable caption={text('funnel.title')} rows={units} keyOf={(unit) => unit.unitId} columns={columns} />
}
