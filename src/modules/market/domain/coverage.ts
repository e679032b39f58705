import { distanceKm, type Point } from '../../../kernel/geo.ts'
import { type CapacityCap, openPlaces } from './capacity.ts'

/** A contract at an address that takes new participants on the day. */
export type CoveringOffer = {
  readonly providerId: string
  readonly contractId: string
  readonly addressId: string
  readonly areaCode: string
  /** Where the address lies, which may be outside the contract's area. */
  readonly municipalityCode: string
  readonly point: Point
  readonly cap: CapacityCap
  readonly taken: number
}

export type CoveredMunicipality = {
  readonly code: string
  readonly seat: Point
  readonly skrGroup: string
  /** Null where no delivery area is known. */
  readonly areaCode: string | null
}

/** Registered jobseekers' homes in a municipality by the band of their distance to the nearest provider; the last band is beyond all. */
export type HomesByBand = { readonly municipalityCode: string; readonly band: number; readonly homes: number }

/** Homes in all and by band; null where they are fewer than may be told. */
export type Homes = { readonly all: number | null; readonly bands: (number | null)[] }

type Supply = {
  readonly providers: number
  readonly addresses: number
  /** Places left; null when a contract at an address has no cap. */
  readonly openPlaces: number | null
  readonly homes: Homes | null
}

export type Coverage = {
  readonly municipalities: readonly (Supply & { readonly code: string; readonly nearestKm: number | null })[]
  readonly areas: readonly (Supply & { readonly code: string; readonly municipalities: number })[]
  readonly groups: readonly (Supply & {
    readonly code: string
    readonly municipalities: number
    readonly without: number
  })[]
}

export type CoverageQuestion = {
  readonly municipalities: readonly CoveredMunicipality[]
  readonly areaCodes: readonly string[]
  readonly offers: readonly CoveringOffer[]
  /** Null when nothing was measured on or before the day. */
  readonly homes: readonly HomesByBand[] | null
}

export type CoverageRules = {
  readonly coverageBandsKm: readonly number[]
  readonly fewestShown: number
}

/**
 * Who gives the service where (programme 4.4, 10): per municipality what stands in it, per delivery area what has a contract
 * for it, per SKR group what stands in its municipalities and how many of these have nobody. Homes are told in multiples of
 * the fewest that may be shown, so that no number less another tells of one person.
 */
export function coverage(question: CoverageQuestion, rules: CoverageRules): Coverage {
  const { municipalities, areaCodes, offers, homes } = question
  const homesIn = (codes: readonly string[]) => homes && homesOf(homes, codes, rules)
  const points = [...new Map(offers.map((offer) => [offer.addressId, offer.point])).values()]
  const rows = municipalities.map((each) => ({
    code: each.code,
    skrGroup: each.skrGroup,
    nearestKm: nearestKm(each.seat, points),
    ...supplyOf(offers.filter((offer) => offer.municipalityCode === each.code)),
    homes: homesIn([each.code]),
  }))
  return {
    municipalities: rows.map(({ skrGroup: _, ...row }) => row),
    areas: areaCodes.map((code) => {
      const inside = municipalities.filter((each) => each.areaCode === code).map((each) => each.code)
      const own = offers.filter((offer) => offer.areaCode === code)
      return { code, municipalities: inside.length, ...supplyOf(own), homes: homesIn(inside) }
    }),
    groups: [...new Set(municipalities.map((each) => each.skrGroup))].toSorted().map((code) => {
      const inside = rows.filter((row) => row.skrGroup === code)
      const codes = new Set(inside.map((row) => row.code))
      return {
        code,
        municipalities: inside.length,
        without: inside.filter((row) => row.addresses === 0).length,
        ...supplyOf(offers.filter((offer) => codes.has(offer.municipalityCode))),
        homes: homesIn([...codes]),
      }
    }),
  }
}

/** The band of a distance: the first whose limit it does not pass, otherwise the one beyond them all. */
export function bandOf(km: number | null, bandsKm: readonly number[]): number {
  const band = km === null ? -1 : bandsKm.findIndex((limit) => km <= limit)
  return band === -1 ? bandsKm.length : band
}

/** Great-circle km to the nearest point, one decimal; null when there is none. */
export function nearestKm(from: Point, points: readonly Point[]): number | null {
  if (points.length === 0) return null
  return Math.round(Math.min(...points.map((point) => distanceKm(from, point))) * 10) / 10
}

function supplyOf(offers: readonly CoveringOffer[]): Omit<Supply, 'homes'> {
  const left = offers.map((offer) => openPlaces(offer.cap, offer.taken))
  return {
    providers: new Set(offers.map((offer) => offer.providerId)).size,
    addresses: new Set(offers.map((offer) => offer.addressId)).size,
    openPlaces: left.includes(null) ? null : left.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  }
}

function homesOf(homes: readonly HomesByBand[], codes: readonly string[], rules: CoverageRules): Homes {
  const inside = homes.filter((one) => codes.includes(one.municipalityCode))
  const sum = (list: readonly HomesByBand[]) =>
    told(
      list.reduce((all, one) => all + one.homes, 0),
      rules.fewestShown,
    )
  const bands = Array.from({ length: rules.coverageBandsKm.length + 1 }, (_, band) =>
    sum(inside.filter((one) => one.band === band)),
  )
  return { all: sum(inside), bands }
}

function told(count: number, fewest: number): number | null {
  if (count === 0) return 0
  return count < fewest ? null : Math.round(count / fewest) * fewest
}
