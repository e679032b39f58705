import { type Day, daysBetween } from '../../../kernel/day.ts'
import { distanceKm, type Point } from '../../../kernel/geo.ts'
import type { SuggestionPoints } from '../../../rules/vacancies.ts'
import type { Vacancy } from './vacancy.ts'

/**
 * What matching knows of a person: what is sought and what can be offered. Sex, age, birth, disability, health and how long
 * somebody has been without work are not here, so that they cannot rank.
 */
export interface Seeker {
  /** Sought occupations, SSYK codes of 1 to 4 digits. */
  readonly sought: readonly string[]
  readonly home: Point
  readonly radiusKm: number
  /** Percent of full time. */
  readonly wantedExtent: number
  /** `null` = not known; then a job that asks for one is still suggested. */
  readonly licence: boolean | null
  /** ISO 639 codes. */
  readonly languages: readonly string[]
  /** Advertisements that the person has applied for, refused or been suggested already. */
  readonly leaveOut: ReadonlySet<string>
}

export type Relation = 'same' | 'related' | 'field'

/** One thing that speaks for a vacancy, with its points. */
export interface Reason {
  readonly code: 'occupation' | 'related-occupation' | 'same-field' | 'distance' | 'extent' | 'licence' | 'language'
  readonly points: number
  readonly value: string | number
}

export interface Suggestion {
  readonly vacancy: Vacancy
  readonly km: number
  readonly points: number
  readonly because: readonly Reason[]
  /** The job asks for a licence, and whether the person has one is not known. */
  readonly licenceToAsk: boolean
}

/** How a vacancy's occupation lies to the sought ones by SSYK's digits; `null` = not at all. */
export function relationOf(sought: readonly string[], ssyk: string): Relation | null {
  let best: Relation | null = null
  for (const code of sought) {
    if (ssyk.startsWith(code)) return 'same'
    if (code.length >= 4 && ssyk.startsWith(code.slice(0, 3))) best = 'related'
    else if (best === null && code.length >= 3 && ssyk.startsWith(code.slice(0, 2))) best = 'field'
  }
  return best
}

/** Vacancies of one field of work, from south to north. */
interface Field {
  readonly vacancies: readonly Vacancy[]
  readonly latitudes: Float64Array
}

/** Vacancies laid by the first two digits of their occupation and by latitude: a person's are found without going through all. */
export interface VacancyIndex {
  readonly size: number
  readonly byField: ReadonlyMap<string, Field>
}

/** Lays the vacancies that can still be applied for on the day. */
export function indexVacancies(list: Iterable<Vacancy>, on: Day): VacancyIndex {
  const byField = new Map<string, Vacancy[]>()
  let size = 0
  for (const vacancy of list) {
    if (daysBetween(on, vacancy.applyBy) < 0) continue
    const field = vacancy.ssyk.slice(0, 2)
    const own = byField.get(field)
    if (own === undefined) byField.set(field, [vacancy])
    else own.push(vacancy)
    size += 1
  }
  const laid = [...byField].map(([field, vacancies]) => {
    vacancies.sort((a, b) => a.point.lat - b.point.lat)
    return [field, { vacancies, latitudes: Float64Array.from(vacancies, ({ point }) => point.lat) }] as const
  })
  return { size, byField: new Map(laid) }
}

// A little less than a degree of latitude is, so that nobody at the edge is lost.
const kmPerDegree = 111

/**
 * The best vacancies for a person, the best first, each with the reasons that its points are the sum of (programme 4.5).
 * Equal points: the later published first, then by the advertisement's key. A job beyond the radius, or one that asks for
 * a licence the person lacks, is not suggested.
 */
export function suggest(index: VacancyIndex, seeker: Seeker, points: SuggestionPoints, most: number): Suggestion[] {
  const best: { vacancy: Vacancy; km: number; points: number; relation: Relation }[] = []
  for (const field of fieldsOf(index, seeker.sought)) {
    for (const vacancy of nearIn(field, seeker)) {
      if (vacancy.licenceNeeded && seeker.licence === false) continue
      const relation = relationOf(seeker.sought, vacancy.ssyk)
      if (relation === null || seeker.leaveOut.has(vacancy.adId)) continue
      const km = distanceKm(seeker.home, vacancy.point)
      if (km > seeker.radiusKm) continue
      const found = { vacancy, km, points: sumOf(reasonsFor(vacancy, seeker, relation, km, points)), relation }
      const last = best[most - 1]
      if (last !== undefined && before(last, found) <= 0) continue
      best.splice(placeIn(best, found), 0, found)
      if (best.length > most) best.pop()
    }
  }
  return best.map(({ vacancy, km, points: sum, relation }) => ({
    vacancy,
    km,
    points: sum,
    because: reasonsFor(vacancy, seeker, relation, km, points),
    licenceToAsk: vacancy.licenceNeeded && seeker.licence === null,
  }))
}

interface Ranked {
  readonly vacancy: Vacancy
  readonly points: number
}

function before(a: Ranked, b: Ranked): number {
  if (a.points !== b.points) return b.points - a.points
  if (a.vacancy.publishedOn !== b.vacancy.publishedOn) return a.vacancy.publishedOn > b.vacancy.publishedOn ? -1 : 1
  return a.vacancy.adId < b.vacancy.adId ? -1 : 1
}

function placeIn(best: readonly Ranked[], found: Ranked): number {
  let [low, high] = [0, best.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(best[middle] as Ranked, found) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function fieldsOf(index: VacancyIndex, sought: readonly string[]): Field[] {
  const wanted = new Set(sought.map((code) => code.slice(0, 2)))
  return [...index.byField].flatMap(([code, field]) =>
    wanted.has(code) || wanted.has(code.slice(0, 1)) ? [field] : [],
  )
}

/** Those between the latitudes that the radius reaches. */
function nearIn({ vacancies, latitudes }: Field, { home, radiusKm }: Seeker): readonly Vacancy[] {
  const up = radiusKm / kmPerDegree
  return vacancies.slice(firstFrom(latitudes, home.lat - up), firstFrom(latitudes, home.lat + up))
}

/** Place of the first that is at least `least`. */
function firstFrom(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return low
}

const relationReason = { same: 'occupation', related: 'related-occupation', field: 'same-field' } as const

/** What speaks for a vacancy; points are whole, so that they add up as shown. */
function reasonsFor(
  vacancy: Vacancy,
  seeker: Seeker,
  relation: Relation,
  km: number,
  points: SuggestionPoints,
): Reason[] {
  const worth = { same: points.sameOccupation, related: points.relatedOccupation, field: points.sameField }[relation]
  const near = seeker.radiusKm > 0 ? Math.round(points.nearby * (1 - km / seeker.radiusKm)) : 0
  const reasons: Reason[] = [
    { code: relationReason[relation], points: worth, value: vacancy.ssyk },
    { code: 'distance', points: near, value: Math.round(km) },
  ]
  const { min, max } = vacancy.extent
  if (min <= seeker.wantedExtent && seeker.wantedExtent <= max)
    reasons.push({ code: 'extent', points: points.extentFits, value: seeker.wantedExtent })
  if (vacancy.licenceNeeded && seeker.licence === true)
    reasons.push({ code: 'licence', points: points.licence, value: 'B' })
  const spoken = vacancy.languages.find((one) => seeker.languages.includes(one))
  if (spoken !== undefined) reasons.push({ code: 'language', points: points.language, value: spoken })
  return reasons
}

function sumOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, reason) => sum + reason.points, 0)
}
