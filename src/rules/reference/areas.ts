import { distanceKm } from '../../kernel/geo.ts'
import { rows } from './fa-regions.data.ts'
import { type Municipality, municipalities } from './municipalities.ts'

/** A functional analysis region: municipalities that share a labour market. */
export type FaRegion = { readonly code: string; readonly name: string }

/** An area that contracts are made for: a name and its municipalities. */
export type DeliveryArea = { readonly code: string; readonly name: string; readonly municipalities: readonly string[] }

const regions: readonly FaRegion[] = rows.map(([code, name]) => ({ code, name }))
const byCode = new Map(regions.map((each) => [each.code, each]))

/** The FA region with a two-digit code, or `null`. */
export function faRegion(code: string): FaRegion | null {
  return byCode.get(code) ?? null
}

/** All 60, in the order of their codes. */
export function faRegions(): readonly FaRegion[] {
  return regions
}

/** The delivery areas unless an authority draws its own: the 60 FA regions, coded `FA01` to `FA60` (programme 4.4, A). */
export function defaultDeliveryAreas(): DeliveryArea[] {
  return regions.map(({ code, name }) => {
    const inside = municipalities().filter((each) => each.faRegion === code)
    return { code: `FA${code}`, name, municipalities: inside.map((each) => each.code) }
  })
}

/** What the borders below rest on; shown where they are used. */
export const borderProvenance = {
  provenance: 'D',
  sv: 'Gränserna är beräknade ur centralorternas lägen: två kommuner gränsar om ingen tredje centralort ligger mellan dem.',
  en: 'Borders are derived from the seats: two municipalities border if no third seat lies between them.',
} as const

// Across open water no border is derived.
const gotland = '0980'

let borders: ReadonlyMap<string, ReadonlySet<string>> | null = null

/** Codes of the municipalities that border one; derived, see `borderProvenance`. Empty for an unknown code. */
export function neighbouringMunicipalities(code: string): readonly string[] {
  borders ??= derivedBorders(municipalities())
  return [...(borders.get(code) ?? [])].sort()
}

/** The areas among `areas` that border the named one: some municipality of each borders one of the other. */
export function neighbouringAreas(areaCode: string, areas: readonly DeliveryArea[]): DeliveryArea[] {
  const home = areas.find((each) => each.code === areaCode)
  if (home === undefined) return []
  const around = new Set(home.municipalities.flatMap(neighbouringMunicipalities))
  return areas.filter((each) => each !== home && each.municipalities.some((code) => around.has(code)))
}

// A Gabriel graph: two seats meet when the circle that has them as diameter holds no third seat.
function derivedBorders(all: readonly Municipality[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>(all.map((each) => [each.code, new Set()]))
  const mainland = all.filter((each) => each.code !== gotland)
  for (const [index, a] of mainland.entries()) {
    for (const b of mainland.slice(index + 1)) {
      if (!nothingBetween(a, b, mainland)) continue
      found.get(a.code)?.add(b.code)
      found.get(b.code)?.add(a.code)
    }
  }
  return found
}

function nothingBetween(a: Municipality, b: Municipality, all: readonly Municipality[]): boolean {
  const middle = { lat: (a.seat.lat + b.seat.lat) / 2, lon: (a.seat.lon + b.seat.lon) / 2 }
  const radiusKm = distanceKm(a.seat, b.seat) / 2
  return !all.some((each) => each !== a && each !== b && distanceKm(each.seat, middle) < radiusKm)
}
