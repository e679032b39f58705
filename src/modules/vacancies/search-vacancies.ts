import { type RawBuilder, sql } from 'kysely'
import type { Point } from '../../kernel/geo.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { municipality, ssyk } from '../../rules/reference/index.ts'
import type { VacancyLine, VacancyPage, VacancyQuery, VacancyView } from './contract.ts'
import type { Vacancy } from './domain/index.ts'
import { findVacancy, vacancyColumns } from './store.ts'

const kmPerDegree = 111.2

/**
 * Vacancies that can be applied for: the nearest first where a municipality is given, else the latest published.
 * Problem: `municipality-unknown`.
 */
export async function searchVacancies(context: Context, query: VacancyQuery): Promise<Result<VacancyPage>> {
  const place = query.municipality === undefined ? null : municipality(query.municipality)
  if (query.municipality !== undefined && place === null)
    return fail(problem('municipality-unknown', { field: 'municipality', values: { code: query.municipality } }))
  const km = place === null ? sql<number | null>`null::double precision` : kmFrom(place.seat)
  const order = place === null ? sql`v.published_on desc, v.ad_id` : sql`km, v.ad_id`
  const { page, limit } = query
  const { rows } = await sql<Vacancy & { km: number | null; total: number }>`
    select ${vacancyColumns}, ${km} as km, (count(*) over ())::integer as total from vacancies.vacancy v
     where ${sql.join(conditions(context, query, place?.seat ?? null), sql` and `)}
     order by ${order} limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  return ok({ items: rows.map((row) => lineOf(row, row.km)), page, limit, total: rows[0]?.total ?? 0 })
}

function conditions(context: Context, query: VacancyQuery, from: Point | null): RawBuilder<unknown>[] {
  const all = [sql`v.removed_at is null`, sql`v.apply_by >= ${context.today}`]
  if (query.text) all.push(sql`v.words @@ websearch_to_tsquery('swedish', ${query.text})`)
  if (query.ssyk) all.push(sql`v.ssyk like ${`${query.ssyk}%`}`)
  if (query.extent) all.push(sql`${query.extent} between v.extent_min and v.extent_max`)
  if (query.withoutLicence === true) all.push(sql`not v.licence_needed`)
  if (from !== null && query.radiusKm !== undefined) {
    const up = query.radiusKm / kmPerDegree
    all.push(sql`v.lat between ${from.lat - up} and ${from.lat + up}`, sql`${kmFrom(from)} <= ${query.radiusKm}`)
  }
  return all
}

/** Great-circle kilometres, as `distanceKm` counts them. */
function kmFrom({ lat, lon }: Point): RawBuilder<number> {
  return sql`2 * 6371.0088 * asin(least(1, sqrt(
    sin(radians(v.lat - ${lat}) / 2) ^ 2 + cos(radians(${lat})) * cos(radians(v.lat)) * sin(radians(v.lon - ${lon}) / 2) ^ 2)))`
}

/** One vacancy with its text, also after it was taken away, for suggestions point to it. Problem: `not-found`. */
export async function readVacancy(context: Context, adId: string): Promise<Result<VacancyView>> {
  const found = await findVacancy(context, adId)
  if (found === null) return fail(problem('not-found'))
  const { workplace, experienceNeeded, description, removed } = found
  return ok({ ...lineOf(found, null), workplace, experienceNeeded, description, removed })
}

/** A vacancy as lists show it. */
export function lineOf(one: Omit<Vacancy, 'description'>, km: number | null): VacancyLine {
  return {
    adId: one.adId,
    headline: one.headline,
    employer: one.employer,
    ssyk: one.ssyk,
    occupation: ssyk(one.ssyk)?.name ?? one.ssyk,
    municipality: one.municipality === null ? null : (municipality(one.municipality)?.name ?? null),
    km: km === null ? null : Math.round(km),
    extent: one.extent,
    licenceNeeded: one.licenceNeeded,
    languages: [...one.languages],
    positions: one.positions,
    publishedOn: one.publishedOn,
    applyBy: one.applyBy,
    applyUrl: one.applyUrl,
  }
}
