import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { distanceKm, type Point } from './geo.ts'
import { frameAround, marksOn, markText, namesOn, pathOn, placeOn, project, scaleOf } from './map.ts'
import { swedenOutline } from './sweden-outline.data.ts'

const gothenburg = { lat: 57.707, lon: 11.967 }
const kiruna = { lat: 67.856, lon: 20.225 }
const stockholm = { lat: 59.329, lon: 18.069 }
const size = { width: 320, height: 400 }

describe('the map', () => {
  test('draws short distances as long as they are, wherever in Sweden', () => {
    for (const from of [gothenburg, kiruna, stockholm]) {
      for (const to of [
        { lat: from.lat + 0.1, lon: from.lon },
        { lat: from.lat, lon: from.lon + 0.2 },
      ]) {
        const [a, b] = [project(from), project(to)]
        const drawn = Math.hypot(a.x - b.x, a.y - b.y)
        assert.ok(Math.abs(drawn / distanceKm(from, to) - 1) < 0.004, `${drawn}`)
      }
    }
  })

  test('has north above south and east to the right of west', () => {
    assert.ok(project(kiruna).y < project(gothenburg).y)
    assert.ok(project(stockholm).x > project(gothenburg).x)
    assert.ok(Math.abs(project({ lat: 62, lon: 15 }).x) < 1e-9)
  })

  test('shows all its points inside the frame, with air around them', () => {
    const points = [gothenburg, kiruna, stockholm]
    const frame = frameAround(points, size)
    for (const { x, y } of points.map((point) => placeOn(frame, point))) {
      assert.ok(x > 10 && x < 310 && y > 10 && y < 390, `${x} ${y}`)
    }
    const one = frameAround([stockholm], size, 20)
    assert.deepEqual(placeOn(one, stockholm), { x: 160, y: 200 })
    assert.equal(one.perKm, 16)
    assert.throws(() => frameAround([], size), RangeError)
  })

  test('leaves out islands that lie outside the picture', () => {
    const rings = (points: readonly Point[]) => pathOn(frameAround(points, size), swedenOutline).split('M').length - 1
    assert.equal(rings([gothenburg, kiruna, { lat: 55.34, lon: 13.36 }, { lat: 58, lon: 24 }]), swedenOutline.length)
    assert.ok(rings([kiruna]) <= 1)
  })

  test('draws places that would cover each other as one, with the first number and a plus', () => {
    const near = { lat: gothenburg.lat + 0.001, lon: gothenburg.lon }
    const frame = frameAround([gothenburg, stockholm], size)
    const marks = marksOn(frame, [gothenburg, stockholm, near, { lat: 69, lon: 20 }], 20)
    assert.deepEqual(
      marks.map((mark) => [mark.members, markText(mark, 21)]),
      [
        [[0, 2], '21+'],
        [[1], '22'],
      ],
    )
  })

  test('names each locality once and writes no name over another', () => {
    const frame = frameAround([gothenburg, stockholm], size)
    const beside = { lat: gothenburg.lat + 0.01, lon: gothenburg.lon }
    const names = namesOn(frame, [
      { point: gothenburg, locality: 'Göteborg' },
      { point: beside, locality: 'Göteborg' },
      { point: beside, locality: 'Partille' },
      { point: stockholm, locality: 'Stockholm' },
    ])
    assert.deepEqual(
      names.map((one) => one.name),
      ['Göteborg', 'Stockholm'],
    )
  })

  test('has a scale of a round length', () => {
    const { km, length } = scaleOf(frameAround([gothenburg, stockholm], size))
    assert.deepEqual([km, Math.round(length) < 107], [100, true])
    assert.equal(scaleOf(frameAround([gothenburg], size, 12)).km, 2)
  })
})

describe('the outline of Sweden', () => {
  test('holds Gothenburg, Stockholm, Kiruna and Visby, and neither Oslo nor the sea', () => {
    const inside = (point: Point) => swedenOutline.some((ring) => holds(ring, point))
    for (const point of [gothenburg, { lat: 59.4, lon: 17.9 }, kiruna, { lat: 57.6, lon: 18.35 }])
      assert.ok(inside(point))
    for (const point of [
      { lat: 59.913, lon: 10.752 },
      { lat: 58, lon: 20.5 },
      { lat: 55.676, lon: 12.568 },
    ]) {
      assert.ok(!inside(point))
    }
  })
})

function holds(ring: readonly number[], { lat, lon }: Point): boolean {
  let inside = false
  for (let at = 0; at < ring.length; at += 2) {
    const [fromLat = 0, fromLon = 0] = [ring[at], ring[at + 1]]
    const [toLat = fromLat, toLon = fromLon] = [ring[(at + 2) % ring.length], ring[(at + 3) % ring.length]]
    const crosses = fromLat > lat !== toLat > lat
    if (crosses && lon < fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon)) inside = !inside
  }
  return inside
}
