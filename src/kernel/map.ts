import type { Point } from './geo.ts'

/** A place on a picture: to the right and down. */
export type Spot = { readonly x: number; readonly y: number }

/** What a map shows: where its upper left corner lies in the projection, in km, and how large a km is drawn. */
export type Frame = {
  readonly left: number
  readonly top: number
  readonly perKm: number
  readonly width: number
  readonly height: number
}

const earthRadiusKm = 6371.0088
const middleLon = 15

/**
 * Transverse Mercator on a sphere along 15° east, the meridian that Sweden's own maps are drawn by; in km, south down.
 * A browser and a page without script draw the same map by it, so it stands here and not with a package for either.
 */
export function project({ lat, lon }: Point): Spot {
  const [phi, lambda] = [radians(lat), radians(lon - middleLon)]
  const b = Math.cos(phi) * Math.sin(lambda)
  return {
    x: earthRadiusKm * Math.atanh(b),
    y: -earthRadiusKm * Math.atan2(Math.tan(phi), Math.cos(lambda)),
  }
}

/**
 * The frame that shows every point with some air around it, and at least `leastKm` across. Throws on no points.
 *
 * @param size of the picture, in its own units
 */
export function frameAround(
  points: readonly Point[],
  size: { readonly width: number; readonly height: number },
  leastKm = 12,
): Frame {
  if (points.length === 0) throw new RangeError('a map of nothing')
  const spots = points.map(project)
  const [west, east] = reach(spots.map((spot) => spot.x))
  const [north, south] = reach(spots.map((spot) => spot.y))
  const kmPerUnit = Math.max(
    ((east - west) * air) / size.width,
    ((south - north) * air) / size.height,
    leastKm / size.width,
  )
  return {
    left: (west + east - size.width * kmPerUnit) / 2,
    top: (north + south - size.height * kmPerUnit) / 2,
    perKm: 1 / kmPerUnit,
    ...size,
  }
}

const air = 1.25

/** Where a point stands in the picture; outside it where the frame does not reach. */
export function placeOn(frame: Frame, point: Point): Spot {
  return inFrame(frame, project(point))
}

/**
 * The rings as an SVG path, those left out that lie wholly outside the picture.
 *
 * @param rings latitude and longitude by turns, as in sweden-outline.data.ts
 */
export function pathOn(frame: Frame, rings: readonly (readonly number[])[]): string {
  return rings
    .map((ring) => spotsOf(ring).map((spot) => inFrame(frame, spot)))
    .filter((spots) => touches(spots, frame))
    .map((spots) => `M${spots.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join('L')}Z`)
    .join('')
}

/** Places drawn as one, for side by side they would cover each other. */
export type Mark = Spot & {
  /** Their places in the list that was given, the first first. */
  readonly members: readonly number[]
}

/** The places inside the picture, each at its own spot, or with the first before it that lies nearer than `apart`. */
export function marksOn(frame: Frame, points: readonly Point[], apart: number): Mark[] {
  const marks: { x: number; y: number; members: number[] }[] = []
  points.forEach((point, index) => {
    const { x, y } = placeOn(frame, point)
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) return
    const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < apart)
    if (near) near.members.push(index)
    else marks.push({ x, y, members: [index] })
  })
  return marks
}

/** What stands in a mark of numbered places: the first one's number, and a plus when there are more. */
export function markText(mark: Mark, firstNumber: number): string {
  return `${(mark.members[0] ?? 0) + firstNumber}${mark.members.length > 1 ? '+' : ''}`
}

/** Each locality's name once, at the first place in it, where no other name stands already. */
export function namesOn(
  frame: Frame,
  places: readonly { readonly point: Point; readonly locality: string }[],
): readonly (Spot & { readonly name: string })[] {
  const shown: (Spot & { name: string })[] = []
  for (const { point, locality } of places) {
    const { x, y } = placeOn(frame, point)
    const crowded = shown.some((one) => Math.abs(one.y - y) < nameHeight && Math.abs(one.x - x) < nameWidth)
    if (!crowded && !shown.some((one) => one.name === locality)) shown.push({ name: locality, x, y })
  }
  return shown
}

const nameHeight = 14
const nameWidth = 80

/** A round number of km whose bar is at most a third of the picture, and how long the bar is. */
export function scaleOf(frame: Frame): { readonly km: number; readonly length: number } {
  const most = frame.width / 3 / frame.perKm
  const ten = 10 ** Math.floor(Math.log10(most))
  const km = ([5, 2, 1].find((times) => times * ten <= most) ?? 1) * ten
  return { km, length: km * frame.perKm }
}

function spotsOf(ring: readonly number[]): Spot[] {
  const spots: Spot[] = []
  for (let at = 0; at + 1 < ring.length; at += 2) spots.push(project({ lat: ring[at] ?? 0, lon: ring[at + 1] ?? 0 }))
  return spots
}

function inFrame({ left, top, perKm }: Frame, { x, y }: Spot): Spot {
  return { x: (x - left) * perKm, y: (y - top) * perKm }
}

function touches(spots: readonly Spot[], { width, height }: Frame): boolean {
  const [west, east] = reach(spots.map((spot) => spot.x))
  const [north, south] = reach(spots.map((spot) => spot.y))
  return west <= width && east >= 0 && north <= height && south >= 0
}

/** The smallest and the largest. */
function reach(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
