import { areaY, axisX, axisY, barY, gridY, lineY, plot, ruleY } from '@observablehq/plot'
import { appropriatedColor, expectedColor } from './budget-colors.ts'

/** What the picture of the months shows; amounts already in the axis' unit. */
export type MonthsData = {
  /** Every month in order. */
  months: readonly string[]
  label: string
  monthName: (month: string) => string
  number: (value: number) => string
  posted: readonly { month: string; part: string; color: string; value: number }[]
  expected: readonly { month: string; value: number; low: number; high: number }[]
  appropriated: readonly { month: string; value: number }[]
}

const height = 320
const pixelsPerTick = 75

/** Bars for what was posted, a line with its band for what is expected, a dashed line for what is appropriated. */
export function draw(data: MonthsData, width: number): SVGSVGElement | HTMLElement {
  const every = Math.max(1, Math.ceil(data.months.length / Math.max(2, Math.floor(width / pixelsPerTick))))
  const ticks = data.months.filter((_, index) => index % every === 0)
  const colors = new Map(data.posted.map(({ part, color }) => [part, color]))
  return plot({
    width,
    height,
    style: { fontSize: '12px' },
    marginLeft: 52,
    marginBottom: 32,
    x: { type: 'band', domain: [...data.months], padding: 0.15 },
    y: { zero: true, nice: true },
    color: { domain: [...colors.keys()], range: [...colors.values()] },
    marks: [
      gridY({ stroke: 'var(--k-line)', strokeOpacity: 1 }),
      axisY({ label: data.label, ticks: 6, tickFormat: data.number, labelAnchor: 'top', fill: 'var(--k-text)' }),
      axisX({ label: null, ticks, tickFormat: (month: string) => data.monthName(month), fill: 'var(--k-text)' }),
      barY(data.posted, { x: 'month', y: 'value', fill: 'part', order: [...colors.keys()] }),
      areaY(data.expected, { x: 'month', y1: 'low', y2: 'high', fill: expectedColor, fillOpacity: 0.22 }),
      lineY(data.expected, { x: 'month', y: 'value', stroke: expectedColor, strokeWidth: 2.5 }),
      lineY(data.appropriated, {
        x: 'month',
        y: 'value',
        stroke: appropriatedColor,
        strokeWidth: 2,
        strokeDasharray: '6 4',
        curve: 'step',
      }),
      ruleY([0], { stroke: 'var(--k-line-strong)' }),
    ],
  })
}
