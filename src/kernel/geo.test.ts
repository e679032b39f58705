import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { distanceKm, parsePoint } from './geo.ts'

const anyPoint = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})
const anyNordicPoint = fc.record({
  lat: fc.double({ min: 54, max: 71, noNaN: true }),
  lon: fc.double({ min: 4, max: 32, noNaN: true }),
})
const halfWayRound = Math.PI * 6371.0088

const gothenburg = { lat: 57.7089, lon: 11.9746 }
const stockholm = { lat: 59.3293, lon: 18.0686 }

test('Gothenburg lies 397 km from Stockholm, and a degree of latitude is 111.2 km', () => {
  assert.ok(Math.abs(distanceKm(gothenburg, stockholm) - 397) < 1)
  assert.ok(Math.abs(distanceKm({ lat: 57, lon: 12 }, { lat: 58, lon: 12 }) - 111.195) < 0.001)
  assert.ok(Math.abs(distanceKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }) - 111.195) < 0.001)
  assert.ok(Math.abs(distanceKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 }) - halfWayRound) < 1e-6)
})

test('a point outside the globe is refused', () => {
  assert.deepEqual(parsePoint(57.7, 11.97), { ok: true, value: { lat: 57.7, lon: 11.97 } })
  const refused = { ok: false, problem: { code: 'not-a-place' } }
  assert.deepEqual(parsePoint(90.1, 0), refused)
  assert.deepEqual(parsePoint(0, -180.1), refused)
  assert.deepEqual(parsePoint(Number.NaN, 0), refused)
})

test('property: a distance is the same both ways, zero to itself and at most half way round', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, (a, b) => {
      const there = distanceKm(a, b)
      assert.equal(distanceKm(a, a), 0)
      assert.ok(Math.abs(there - distanceKm(b, a)) < 1e-6)
      assert.ok(there >= 0 && there <= halfWayRound + 1e-6)
    }),
  )
})

test('property: no detour is shorter', () => {
  fc.assert(
    fc.property(anyNordicPoint, anyNordicPoint, anyNordicPoint, (a, b, c) => {
      assert.ok(distanceKm(a, c) <= distanceKm(a, b) + distanceKm(b, c) + 1e-6)
    }),
  )
})

test('property: the distance is that of the angle between the two points', () => {
  const vector = ({ lat, lon }: { lat: number; lon: number }) => {
    const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
    return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const
  }
  fc.assert(
    fc.property(anyNordicPoint, anyNordicPoint, (a, b) => {
      const [u, v] = [vector(a), vector(b)]
      const chord = Math.hypot(u[0] - v[0], u[1] - v[1], u[2] - v[2])
      const expected = 2 * 6371.0088 * Math.asin(Math.min(1, chord / 2))
      assert.ok(Math.abs(distanceKm(a, b) - expected) < 1e-6)
    }),
  )
})
