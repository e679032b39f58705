import { type ReactNode, useEffect, useRef, useState } from 'react'
import '../styles/picture.css'

export type Drawn = SVGSVGElement | HTMLElement

/** One thing in the picture: its name and how it is drawn. */
export type LegendItem = { label: string; color: string; kind: 'area' | 'line' | 'dash' | 'dot' | 'ring' }

type Props<Data> = {
  /** The picture in one or two sentences, said under it and to those who do not see it. */
  summary: string
  legend: readonly LegendItem[]
  data: Data
  /** Loads what draws, in a bundle of its own: `() => import('./months-plot.ts')`. */
  load: () => Promise<{ draw: (data: Data, width: number) => Drawn }>
  /** Said instead of the picture when the drawing could not be loaded. */
  failed: string
  /** The same numbers as a table, one tap away. */
  table: ReactNode
}

/** A picture with its legend, its meaning in words and its numbers in a table; drawn anew when its room changes. */
export function PlotPicture<Data>({ summary, legend, data, load, failed, table }: Props<Data>) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [draw, setDraw] = useState<{ draw: (data: Data, width: number) => Drawn } | 'failed' | null>(null)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    let here = true
    load().then(
      (loaded) => here && setDraw(loaded),
      () => here && setDraw('failed'),
    )
    return () => {
      here = false
    }
  }, [load])
  useEffect(() => {
    if (draw === null || draw === 'failed' || width === 0) return
    const picture = draw.draw(data, width)
    // The box says what the picture shows; the names of its parts would only be in the way.
    for (const part of picture.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
    picture.removeAttribute('aria-label')
    box.current?.replaceChildren(picture)
    return () => picture.remove()
  }, [draw, data, width])
  return (
    <figure className="k-picture">
      <ul className="k-legend" aria-hidden="true">
        {legend.map(({ label, color, kind }) => (
          <li key={label}>
            <span className={`k-swatch k-swatch-${kind}`} style={{ color }} />
            {label}
          </li>
        ))}
      </ul>
      <div className="k-picture-box" ref={box} role="img" aria-label={summary} />
      {draw === 'failed' && <p className="k-quiet">{failed}</p>}
      <figcaption className="k-quiet">{summary}</figcaption>
      {table}
    </figure>
  )
}
