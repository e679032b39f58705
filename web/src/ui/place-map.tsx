import './place-map.css'
import type { Point } from '../../../src/kernel/geo.ts'
import {
  type Frame,
  frameAround,
  marksOn,
  markText,
  namesOn,
  pathOn,
  placeOn,
  scaleOf,
} from '../../../src/kernel/map.ts'
import { swedenOutline } from '../../../src/kernel/sweden-outline.data.ts'

/** A place of the list beside the map, in the list's order. */
export type MapPlace = { point: Point; locality: string }

type Props = {
  places: readonly MapPlace[]
  /** The number of the first one in its list. */
  firstNumber: number
  /** Where the reader looks from; null when it is not known or not shown. */
  home: Point | null
  /** What the map shows and how it is read; the list says the same in words. */
  words: string
  onPick: (index: number) => void
}

const size = { width: 360, height: 300 }
const markRadius = 13

/**
 * The places of a list on the outline of Sweden, without tiles or a foreign host. Who does not see it, or uses the keyboard,
 * has the same in the list; so the picture is hidden from them and a tap on a number only leads to its card.
 */
export function PlaceMap({ places, firstNumber, home, words, onPick }: Props) {
  const points = places.map((place) => place.point)
  if (points.length === 0) return null
  const frame = frameAround(home === null ? points : [...points, home], size)
  return (
    <figure className="k-map">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" direction="ltr">
        <path className="k-map-land" d={pathOn(frame, swedenOutline)} />
        {home !== null && <Home frame={frame} point={home} />}
        {marksOn(frame, points, markRadius * 1.6).map((mark) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for a pointer; the list has the same for the keyboard
          <g key={mark.members[0]} className="k-map-mark" onClick={() => onPick(mark.members[0] ?? 0)}>
            <circle cx={mark.x} cy={mark.y} r={markRadius} />
            <text x={mark.x} y={mark.y}>
              {markText(mark, firstNumber)}
            </text>
          </g>
        ))}
        <Names frame={frame} places={places} />
        <Scale frame={frame} />
      </svg>
      <figcaption className="k-quiet k-small">{words}</figcaption>
    </figure>
  )
}

/** A dot in a ring, told apart from the numbers by its shape. */
function Home({ frame, point }: { frame: Frame; point: Point }) {
  const { x, y } = placeOn(frame, point)
  return (
    <g className="k-map-home">
      <circle cx={x} cy={y} r={9} />
      <circle className="k-map-dot" cx={x} cy={y} r={4} />
    </g>
  )
}

const nameRoom = 14

function Names({ frame, places }: { frame: Frame; places: readonly MapPlace[] }) {
  return namesOn(frame, places).map(({ name, x, y }) => (
    <text key={name} className="k-map-name" x={x} y={y + markRadius + nameRoom}>
      {name}
    </text>
  ))
}

function Scale({ frame }: { frame: Frame }) {
  const { km, length } = scaleOf(frame)
  const y = size.height - 10
  return (
    <g className="k-map-scale">
      <path d={`M10 ${y - 4}v4h${length}v-4`} />
      <text x={14} y={y - 6}>{`${km} km`}</text>
    </g>
  )
}
