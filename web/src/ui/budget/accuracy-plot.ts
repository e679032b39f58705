import { axisX, axisY, dot, gridY, plot, ruleX, ruleY } from '@observablehq/plot'
import { expectedColor, postedColor } from './budget-colors.ts'

/** Forecasts and what came of them; amounts already in the axis' unit. */
export type AccuracyData = {
  label: string
  monthName: (month: string) => string
  number: (value: number) => string
  items: readonly { month: string; expected: number; low: number; high: number; posted: number }[]
}

const height = 320
const pixelsPerTick = 75

/** A bar for each interval, a ring for what was expected, a filled dot for what was posted. */
export function draw(data: AccuracyData, width: number): SVGSVGElement | HTMLElement {
  const months = data.items.map(({ month }) => month)
  const every = Math.max(1, Math.ceil(months.length / Math.max(2, Math.floor(width / pixelsPerTick))))
  return plot({
    width,
    height,
    style: { fontSize: '12px' },
    marginLeft: 52,
    marginBottom: 32,
    x: { type: 'point', domain: months, padding: 0.5 },
    y: { zero: true, nice: true },
    marks: [
      gridY({ stroke: 'var(--k-line)', strokeOpacity: 1 }),
      axisY({ label: data.label, ticks: 6, tickFormat: data.number, labelAnchor: 'top', fill: 'var(--k-text)' }),
      axisX({
        label: null,
        ticks: months.filter((_, index) => index % every === 0),
        tickFormat: (month: string) => data.monthName(month),
        fill: 'var(--k-text)',
      }),
      ruleY([0], { stroke: 'var(--k-line-strong)' }),
      ruleX(data.items, {
        x: 'month',
        y1: 'low',
        y2: 'high',
        stroke: expectedColor,
        strokeWidth: 7,
        strokeOpacity: 0.35,
      }),
      dot(data.items, {
        x: 'month',
        y: 'expected',
        r: 5,
        stroke: expectedColor,
        strokeWidth: 2.5,
        fill: 'var(--k-surface)',
      }),
      dot(data.items, { x: 'month', y: 'posted', r: 5, fill: postedColor }),
    ],
  })
}
