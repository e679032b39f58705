import type { Point } from '../../../kernel/geo.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { swedenOutline } from './sweden.data.ts'

/** A provider's address lies in Sweden. Problem: `not-in-sweden`. */
export function checkAddress(point: Point): Result<Point> {
  return liesInSweden(point) ? ok(point) : fail(problem('not-in-sweden', { field: 'point', values: { ...point } }))
}

/** By the coarse outline: a ray to the east crosses it an odd number of times from inside. */
export function liesInSweden({ lat, lon }: Point): boolean {
  let inside = false
  for (const [index, [fromLat, fromLon]] of swedenOutline.entries()) {
    const [toLat, toLon] = swedenOutline[(index + 1) % swedenOutline.length] ?? [fromLat, fromLon]
    const crosses = fromLat > lat !== toLat > lat
    if (crosses && lon < fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon)) inside = !inside
  }
  return inside
}
