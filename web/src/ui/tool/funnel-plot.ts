import { areaY, axisX, axisY, dot, gridY, lineY, plot, ruleY, text } from '@observablehq/plot'
import { innerColor, outerColor, unitColor } from './funnel-colors.ts'

/** Units by how many answers they have and how far they are from what is expected; 1 is as expected. */
export type FunnelData = {
  xLabel: string
  yLabel: string
  number: (value: number) => string
  units: readonly { name: string; answers: number; ratio: number; sticksOut: boolean }[]
  funnel: readonly {
    answers: number
    inner: { low: number; high: number }
    outer: { low: number; high: number }
  }[]
}

const height = 360
const pixelsPerTick = 90
const labelsFrom = 520
const longestName = 22

/** The funnel of what chance gives, and a dot for each unit; those outside it are filled and, where there is room, named. */
export function draw(data: FunnelData, width: number): SVGSVGElement | HTMLElement {
  const { units, funnel } = data
  const highest = Math.max(
    2,
    ...units.map((unit) => unit.ratio),
    ...funnel.slice(0, 1).map((point) => point.inner.high),
  )
  const named = width < labelsFrom ? [] : units.filter((unit) => unit.sticksOut)
  return plot({
    width,
    height,
    style: { fontSize: '12px' },
    marginLeft: 44,
    marginBottom: 40,
    marginRight: 24,
    x: { type: 'log', nice: false },
    y: { domain: [0, Math.min(highest * 1.1, 6)], clamp: true },
    marks: [
      gridY({ stroke: 'var(--k-line)', strokeOpacity: 1 }),
      areaY(funnel, {
        x: 'answers',
        y1: (point) => point.outer.low,
        y2: (point) => point.outer.high,
        fill: outerColor,
        fillOpacity: 0.18,
      }),
      areaY(funnel, {
        x: 'answers',
        y1: (point) => point.inner.low,
        y2: (point) => point.inner.high,
        fill: innerColor,
        fillOpacity: 0.25,
      }),
      lineY(funnel, { x: 'answers', y: (point) => point.outer.high, stroke: outerColor, strokeDasharray: '5 4' }),
      lineY(funnel, { x: 'answers', y: (point) => point.outer.low, stroke: outerColor, strokeDasharray: '5 4' }),
      axisY({ label: data.yLabel, ticks: 6, tickFormat: data.number, labelAnchor: 'top', fill: 'var(--k-text)' }),
      axisX({
        label: data.xLabel,
        labelAnchor: 'center',
        ticks: Math.max(2, Math.floor(width / pixelsPerTick)),
        tickFormat: data.number,
        fill: 'var(--k-text)',
      }),
      ruleY([1], { stroke: 'var(--k-line-strong)' }),
      dot(units, {
        x: 'answers',
        y: 'ratio',
        r: 5,
        stroke: unitColor,
        strokeWidth: 2,
        fill: (unit) => (unit.sticksOut ? unitColor : 'var(--k-surface)'),
      }),
      text(named, {
        x: 'answers',
        y: 'ratio',
        dy: -11,
        text: (unit) => (unit.name.length > longestName ? `${unit.name.slice(0, longestName - 1)}…` : unit.name),
        fill: 'var(--k-text)',
      }),
    ],
  })
}
