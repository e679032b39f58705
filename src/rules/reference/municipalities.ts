import type { Point } from '../../kernel/geo.ts'
import { counties, rows, skrGroups } from './municipalities.data.ts'

/** SKR's municipality groups of 2023, from metropolitan (A1) to rural with tourism (C9). */
export type SkrGroup = 'A1' | 'A2' | 'B3' | 'B4' | 'B5' | 'C6' | 'C7' | 'C8' | 'C9'

export type Municipality = {
  /** SCB's four digits, such as `1480`. */
  readonly code: string
  readonly name: string
  readonly countyCode: string
  readonly county: string
  /** Code of the FA region, two digits. */
  readonly faRegion: string
  readonly skrGroup: SkrGroup
  /** The seat, within one or two kilometres. */
  readonly seat: Point
}

const countyNames = new Map(counties)

const all: readonly Municipality[] = rows.map(([code, name, faRegion, skrGroup, lat, lon]) => {
  const countyCode = code.slice(0, 2)
  const county = countyNames.get(countyCode) ?? countyCode
  return { code, name, countyCode, county, faRegion, skrGroup: skrGroup as SkrGroup, seat: { lat, lon } }
})

const byCode = new Map(all.map((each) => [each.code, each]))
const byName = new Map(all.map((each) => [plain(each.name), each]))

/** The municipality with SCB's code, or `null`. */
export function municipality(code: string): Municipality | null {
  return byCode.get(code) ?? null
}

/** All 290, in the order of their codes. */
export function municipalities(): readonly Municipality[] {
  return all
}

/** By code or by name, with or without `kommun`: `1480`, `Göteborg`, `Göteborgs kommun`, `Region Gotland`; or `null`. */
export function findMunicipality(text: string): Municipality | null {
  const wanted = plain(text)
  const bare = wanted.replace(/^region /, '').replace(/ (kommun|stad)$/, '')
  return byCode.get(wanted) ?? byName.get(wanted) ?? byName.get(bare) ?? byName.get(bare.replace(/s$/, '')) ?? null
}

/** The name of an SKR group in Swedish. */
export function skrGroupName(group: SkrGroup): string {
  return new Map(skrGroups).get(group) ?? group
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv')
}
