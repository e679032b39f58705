import { problem } from './problem.ts'
import type { Result } from './result.ts'
import { fail, ok } from './result.ts'

/** Degrees, WGS 84: `lat` −90 to 90, `lon` −180 to 180. */
export type Point = { readonly lat: number; readonly lon: number }

// The mean radius of the earth (IUGG).
const earthRadiusKm = 6371.0088

/** Problem: `not-a-place` when a coordinate is outside its range. */
export function parsePoint(lat: number, lon: number): Result<Point> {
  const possible = Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return possible ? ok({ lat, lon }) : fail(problem('not-a-place'))
}

/** The great-circle distance in kilometres (haversine, the earth as a sphere; within 0.6 % of the ellipsoid). */
export function distanceKm(a: Point, b: Point): number {
  const acrossLat = Math.sin(radians(b.lat - a.lat) / 2)
  const acrossLon = Math.sin(radians(b.lon - a.lon) / 2)
  const chord = acrossLat * acrossLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * acrossLon * acrossLon
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, chord)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
