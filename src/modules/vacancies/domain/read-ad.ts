import { type Day, parseDay } from '../../../kernel/day.ts'
import { type Point, parsePoint } from '../../../kernel/geo.ts'
import { problem } from '../../../kernel/problem.ts'
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { findLanguage, findMunicipality, municipality, ssyk } from '../../../rules/reference/index.ts'
import type { Vacancy } from './vacancy.ts'

/** What a line of a feed tells: a vacancy, or that one has been taken away. */
export type ReadAd =
  | { readonly kind: 'vacancy'; readonly vacancy: Vacancy }
  | { readonly kind: 'removed'; readonly adId: string }

const longestText = 20_000
const longestKey = 100
// Sweden and a little more; a point outside is a slip of the pen.
const bounds = { from: { lat: 55, lon: 10.5 }, to: { lat: 69.5, lon: 24.5 } }

/**
 * Reads one advertisement in JobTech's format (JobSearch and JobStream). Fields that matching does not use are let be;
 * one that it needs and cannot read sets the advertisement aside.
 * Problems, each with the `field`: `ad-not-an-object`, `ad-field-missing`, `ad-occupation-unknown`, `ad-place-unknown`,
 * `ad-outside-sweden`, `ad-day-invalid`, `ad-days-reversed`, `ad-extent-invalid`, `ad-positions-invalid`.
 */
export function readAd(given: unknown): Result<ReadAd> {
  const ad = objectOf(given)
  if (ad === null) return fail(problem('ad-not-an-object'))
  const adId = textOf(ad.id)
  if (adId === null || adId.length > longestKey) return missing('id')
  if (ad.removed === true) return ok({ kind: 'removed', adId })
  const headline = textOf(ad.headline)
  if (headline === null) return missing('headline')
  const employer = textOf(objectOf(ad.employer)?.name)
  if (employer === null) return missing('employer.name')
  const group = objectOf(ad.occupation_group)
  const code = ssyk(textOf(group?.legacy_ams_taxonomy_id) ?? '')
  if (code === null || code.level !== 4)
    return fail(
      problem('ad-occupation-unknown', about('occupation_group', textOf(group?.legacy_ams_taxonomy_id) ?? '–')),
    )
  const place = placeOf(objectOf(ad.workplace_address))
  if (!place.ok) return place
  const days = daysOf(ad)
  if (!days.ok) return days
  const extent = extentOf(objectOf(ad.scope_of_work))
  if (!extent.ok) return extent
  const positions = ad.number_of_vacancies ?? 1
  if (typeof positions !== 'number' || !Number.isInteger(positions) || positions < 1 || positions > 10_000)
    return fail(problem('ad-positions-invalid', about('number_of_vacancies', String(positions))))
  return ok({
    kind: 'vacancy',
    vacancy: {
      adId,
      headline: headline.slice(0, 300),
      employer: employer.slice(0, 300),
      workplace: textOf(objectOf(ad.employer)?.workplace),
      ssyk: code.code,
      ...place.value,
      extent: extent.value,
      licenceNeeded: ad.driving_license_required === true,
      languages: languagesOf(objectOf(ad.must_have)?.languages),
      experienceNeeded: ad.experience_required === true,
      positions,
      ...days.value,
      applyUrl: webAddress(textOf(objectOf(ad.application_details)?.url)) ?? webAddress(textOf(ad.webpage_url)),
      description: (textOf(objectOf(ad.description)?.text) ?? '').slice(0, longestText),
    },
  })
}

type Fields = Readonly<Record<string, unknown>>

function objectOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  // No database keeps a zero byte.
  return value.replaceAll('\0', '').trim() || null
}

function missing(field: string): Result<never> {
  return fail(problem('ad-field-missing', { field }))
}

function about(field: string, value: string) {
  return { field, values: { value: value.slice(0, 100) } }
}

interface Place {
  readonly municipality: string | null
  readonly point: Point
  readonly approximate: boolean
}

/** Its own point, in JobTech's order of longitude and latitude; else the municipality's seat. */
function placeOf(address: Fields | null): Result<Place> {
  if (address === null) return missing('workplace_address')
  const country = textOf(address.country)
  if (country !== null && country !== 'Sverige')
    return fail(problem('ad-outside-sweden', about('workplace_address.country', country)))
  const code = textOf(address.municipality_code)
  const name = textOf(address.municipality)
  const found = (code === null ? null : municipality(code)) ?? (name === null ? null : findMunicipality(name))
  const [lon, lat] = Array.isArray(address.coordinates) ? (address.coordinates as unknown[]) : []
  if (typeof lat === 'number' && typeof lon === 'number') {
    const point = parsePoint(lat, lon)
    const { from, to } = bounds
    const isHere = lat >= from.lat && lat <= to.lat && lon >= from.lon && lon <= to.lon
    if (!point.ok || !isHere)
      return fail(problem('ad-outside-sweden', about('workplace_address.coordinates', `${lon}, ${lat}`)))
    return ok({ municipality: found?.code ?? null, point: point.value, approximate: false })
  }
  if (found === null)
    return fail(problem('ad-place-unknown', about('workplace_address.municipality_code', code ?? name ?? '–')))
  return ok({ municipality: found.code, point: found.seat, approximate: true })
}

function daysOf(ad: Fields): Result<{ publishedOn: Day; applyBy: Day }> {
  const publishedOn = dayOf(ad.publication_date, 'publication_date')
  if (!publishedOn.ok) return publishedOn
  const field = ad.application_deadline == null ? 'last_publication_date' : 'application_deadline'
  const applyBy = dayOf(ad[field], field)
  if (!applyBy.ok) return applyBy
  if (applyBy.value < publishedOn.value) return fail(problem('ad-days-reversed', about(field, applyBy.value)))
  return ok({ publishedOn: publishedOn.value, applyBy: applyBy.value })
}

/** JobTech's times are Swedish wall-clock times without a zone; the day is what counts. */
function dayOf(value: unknown, field: string): Result<Day> {
  const text = textOf(value)
  if (text === null) return missing(field)
  const parsed = parseDay(text.slice(0, 10))
  const isTime = text.length === 10 || text[10] === 'T'
  return parsed.ok && isTime ? ok(parsed.value) : fail(problem('ad-day-invalid', about(field, text)))
}

const wholeDay = { min: 100, max: 100 }

function extentOf(scope: Fields | null): Result<Vacancy['extent']> {
  const [min, max] = [scope?.min ?? scope?.max ?? null, scope?.max ?? scope?.min ?? null]
  if (min === null || max === null) return ok(wholeDay)
  const isPercent = (one: unknown): one is number => typeof one === 'number' && one > 0 && one <= 100
  if (!isPercent(min) || !isPercent(max) || min > max)
    return fail(problem('ad-extent-invalid', about('scope_of_work', `${min}–${max}`)))
  return ok({ min, max })
}

function languagesOf(given: unknown): string[] {
  if (!Array.isArray(given)) return []
  const codes = given.flatMap((one) => findLanguage(textOf(objectOf(one)?.label) ?? '')?.code ?? [])
  return [...new Set(codes)].sort()
}

/** Links go to the web and nowhere else. */
function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/[^\s<>"]+$/i.test(text) && text.length <= 2000 ? text : null
}
