import { axisX, axisY, dot, gridX, plot, ruleX, ruleY } from '@observablehq/plot'

/** A line for each value: a dot with the band of how sure it is, and a ring for what it was before. */
export type DotsData = {
  /** Names are unique: they are the axis. */
  rows: readonly { name: string; value: number; low: number; high: number; before: number | null }[]
  label: string
  number: (value: number) => string
}

const lineHeight = 20
const pixelsPerLetter = 6.5
const widestNames = 330

export function draw({ rows, label, number }: DotsData, width: number): SVGSVGElement | HTMLElement {
  const longest = Math.max(...rows.map(({ name }) => name.length)) * pixelsPerLetter + 16
  const marginLeft = Math.min(longest, widestNames, Math.round(width * 0.45))
  const letters = Math.floor((marginLeft - 14) / (pixelsPerLetter - 0.5))
  const before = rows.filter((row) => row.before !== null)
  return plot({
    width,
    height: rows.length * lineHeight + 56,
    style: { fontSize: '12px' },
    marginLeft,
    marginTop: 40,
    marginBottom: 16,
    marginRight: 18,
    x: { nice: true, zero: true },
    y: { type: 'point', domain: rows.map(({ name }) => name), padding: 0.6 },
    marks: [
      gridX({ stroke: 'var(--k-line)', strokeOpacity: 1 }),
      axisX({
        anchor: 'top',
        label,
        labelAnchor: 'center',
        ticks: Math.max(3, Math.floor((width - marginLeft) / 70)),
        tickFormat: number,
        fill: 'var(--k-text)',
      }),
      axisY({
        label: null,
        tickSize: 0,
        tickFormat: (name: string) => (name.length > letters ? `${name.slice(0, letters - 1)}…` : name),
        fill: 'var(--k-text)',
      }),
      ruleX([0], { stroke: 'var(--k-line-strong)' }),
      ruleY(rows, { y: 'name', x1: 'low', x2: 'high', stroke: 'var(--k-link)', strokeWidth: 7, strokeOpacity: 0.35 }),
      dot(before, { y: 'name', x: 'before', r: 4.5, stroke: 'var(--k-care)', strokeWidth: 2, fill: 'none' }),
      dot(rows, { y: 'name', x: 'value', r: 4, fill: 'var(--k-accent)' }),
    ],
  })
}
