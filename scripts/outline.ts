/**
 * Writes `src/kernel/sweden-outline.data.ts` from Natural Earth's countries at 1:10 million (public domain), as the npm
 * package world-atlas has them: the mainland and the larger islands, thinned to about half a kilometre.
 * Run by hand when the package changes: `node scripts/outline.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Pair = readonly [number, number]

interface Topology {
  readonly transform: { readonly scale: Pair; readonly translate: Pair }
  readonly arcs: readonly (readonly Pair[])[]
  readonly objects: {
    readonly countries: { readonly geometries: readonly { readonly id?: string; readonly arcs: number[][][] }[] }
  }
}

const sweden = '752'
const thinnedKm = 0.5
const smallestKm = 4
const kmPerDegree = 111.19

const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology
const country = topology.objects.countries.geometries.find((one) => one.id === sweden)
if (country === undefined) throw new Error('the atlas has no Sweden')

const rings = country.arcs
  .map(([outer = []]) => thinned(ringOf(outer)))
  .filter((ring) => widthKm(ring) >= smallestKm)
  .toSorted((a, b) => b.length - a.length)
const lines = rings.map(
  (ring) => `  [${ring.flatMap(([lon, lat]) => [lat.toFixed(3), lon.toFixed(3)].map(Number)).join(', ')}],`,
)
const text = `/**
 * The outline of Sweden: a ring each for the mainland and the larger islands, latitude and longitude by turns, in degrees.
 * Natural Earth 1:10 million (public domain) by way of world-atlas 2.0.2; made by scripts/outline.ts.
 */
// biome-ignore format: a ring a line
export const swedenOutline: readonly (readonly number[])[] = [
${lines.join('\n')}
]
`
writeFileSync(join(import.meta.dirname, '..', 'src', 'kernel', 'sweden-outline.data.ts'), text)

/** The ring's arcs one after the other; each begins where the last one ended. */
function ringOf(indexes: readonly number[]): Pair[] {
  return indexes.flatMap((index, order) => {
    const arc = index < 0 ? arcOf(~index).toReversed() : arcOf(index)
    return order === 0 ? arc : arc.slice(1)
  })
}

/** An arc is kept as whole steps from point to point. */
function arcOf(index: number): Pair[] {
  const { scale, translate } = topology.transform
  let [x, y] = [0, 0]
  return (topology.arcs[index] ?? []).map(([dx, dy]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const
  })
}

/** Douglas and Peucker's rule on either half, so that the ends that meet stay apart from what is between. */
function thinned(ring: readonly Pair[]): Pair[] {
  const half = Math.floor(ring.length / 2)
  return [...thin(ring.slice(0, half + 1)), ...thin(ring.slice(half)).slice(1, -1)]
}

function thin(points: readonly Pair[]): Pair[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 3) return [...points]
  let [farthest, at] = [0, 0]
  points.forEach((point, index) => {
    const km = offLineKm(point, first, last)
    if (km > farthest) [farthest, at] = [km, index]
  })
  if (farthest < thinnedKm) return [first, last]
  return [...thin(points.slice(0, at + 1)), ...thin(points.slice(at)).slice(1)]
}

function offLineKm(point: Pair, from: Pair, to: Pair): number {
  const [px, py] = flat(point, from)
  const [tx, ty] = flat(to, from)
  const length = Math.hypot(tx, ty)
  if (length === 0) return Math.hypot(px, py)
  const along = Math.max(0, Math.min(1, (px * tx + py * ty) / (length * length)))
  return Math.hypot(px - along * tx, py - along * ty)
}

function flat([lon, lat]: Pair, [lon0, lat0]: Pair): Pair {
  return [(lon - lon0) * kmPerDegree * Math.cos((lat0 * Math.PI) / 180), (lat - lat0) * kmPerDegree]
}

function widthKm(ring: readonly Pair[]): number {
  const across = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  return across(ring.map(([, lat]) => lat)) * kmPerDegree
}
