import type { Point } from '../../kernel/geo.ts'
import { type Frame, frameAround, marksOn, markText, namesOn, pathOn, placeOn, scaleOf } from '../../kernel/map.ts'
import { swedenOutline } from '../../kernel/sweden-outline.data.ts'
import { escapeHtml } from '../../platform/letters.ts'

const size = { width: 360, height: 280 }
const tall = { width: 300, height: 640 }
const markRadius = 13

/** A map of numbered places without script. The list beside it says the same, so it is hidden from those who hear the page. */
export function placesMap(
  places: readonly { readonly point: Point; readonly locality: string }[],
  { firstNumber, home, words }: { firstNumber: number; home: Point; words: readonly string[] },
): string {
  const points = places.map((place) => place.point)
  const frame = frameAround([...points, home], size)
  const marks = marksOn(frame, points, markRadius * 1.6).map(
    (mark) =>
      `<circle class="mark" cx="${fixed(mark.x)}" cy="${fixed(mark.y)}" r="${markRadius}"/>` +
      `<text class="number" x="${fixed(mark.x)}" y="${fixed(mark.y)}">${markText(mark, firstNumber)}</text>`,
  )
  const names = namesOn(frame, places).map(
    (one) => `<text class="name" x="${fixed(one.x)}" y="${fixed(one.y + 27)}">${escapeHtml(one.name)}</text>`,
  )
  const { x, y } = placeOn(frame, home)
  const ring = `<circle class="home" cx="${fixed(x)}" cy="${fixed(y)}" r="9"/>`
  return figure(frame, `${ring}${marks.join('')}${names.join('')}${scale(frame)}`, words)
}

/** The whole country: a filled circle where the service is, a cross where it is not. */
export function countryMap(
  places: readonly { readonly point: Point | null; readonly covered: boolean }[],
  words: readonly string[],
): string {
  const frame = frameAround(corners, tall)
  const marks = places.flatMap(({ point, covered }) => {
    if (point === null) return []
    const { x, y } = placeOn(frame, point)
    const [across, down] = [fixed(x), fixed(y)]
    return covered
      ? [`<circle class="mark" cx="${across}" cy="${down}" r="3.5"/>`]
      : [`<path class="cross" d="M${fixed(x - 2.5)} ${fixed(y - 2.5)}l5 5m0-5l-5 5"/>`]
  })
  return figure(frame, `${marks.join('')}${scale(frame)}`, words, 'tall')
}

const corners = [
  { lat: 55.6, lon: 13 },
  { lat: 68.9, lon: 20.6 },
  { lat: 58.9, lon: 11.3 },
  { lat: 65.9, lon: 24.1 },
]

function figure(frame: Frame, inside: string, words: readonly string[], kind = ''): string {
  return (
    `<figure class="map ${kind}"><svg viewBox="0 0 ${frame.width} ${frame.height}" aria-hidden="true" direction="ltr">` +
    `<path class="land" d="${pathOn(frame, swedenOutline)}"/>${inside}</svg><figcaption class="quiet">${words.map(escapeHtml).join(' ')}</figcaption></figure>`
  )
}

function scale(frame: Frame): string {
  const { km, length } = scaleOf(frame)
  const y = frame.height - 8
  return `<path class="scale" d="M10 ${y - 4}v4h${fixed(length)}v-4"/><text class="scale" x="14" y="${y - 6}">${km} km</text>`
}

function fixed(value: number): string {
  return value.toFixed(1)
}
