import { axisX, axisY, barX, gridX, plot, ruleX } from '@observablehq/plot'
import { type GroupsData, groupColors } from './groups-plot.ts'

const lineHeight = 30
/** Few bars share the room that the picture takes in any case. */
const leastHeight = 320
const pixelsPerLetter = 7
const widestNames = 260

export function draw({ rows, label, number }: GroupsData, width: number): SVGSVGElement | HTMLElement {
  const longest = Math.max(0, ...rows.map(({ name }) => name.length)) * pixelsPerLetter + 16
  const marginLeft = Math.min(longest, widestNames, Math.round(width * 0.42))
  const letters = Math.floor((marginLeft - 14) / (pixelsPerLetter - 1))
  const most = Math.max(1, ...rows.map(({ enters }) => enters))
  const least = Math.max(0, ...rows.map(({ leaves }) => leaves))
  return plot({
    width,
    height: Math.max(leastHeight, rows.length * lineHeight + 56),
    style: { fontSize: '12px' },
    marginLeft,
    marginTop: 40,
    marginBottom: 16,
    marginRight: 18,
    x: { domain: [-least, most], nice: true },
    y: { type: 'band', domain: rows.map(({ name }) => name), padding: 0.3 },
    marks: [
      gridX({ stroke: 'var(--k-line)', strokeOpacity: 1 }),
      axisX({
        anchor: 'top',
        label,
        labelAnchor: 'center',
        labelArrow: 'none',
        ticks: Math.max(3, Math.floor((width - marginLeft) / 70)),
        tickFormat: (value: number) => number(Math.abs(value)),
        fill: 'var(--k-text)',
      }),
      axisY({
        label: null,
        tickSize: 0,
        tickFormat: (name: string) => (name.length > letters ? `${name.slice(0, letters - 1)}…` : name),
        fill: 'var(--k-text)',
      }),
      barX(rows, { y: 'name', x1: 0, x2: 'enters', fill: groupColors.enters }),
      barX(rows, { y: 'name', x1: (row: { leaves: number }) => -row.leaves, x2: 0, fill: groupColors.leaves }),
      ruleX([0], { stroke: 'var(--k-line-strong)' }),
    ],
  })
}
