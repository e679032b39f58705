import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { addMillis } from '../../kernel/instant.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { type FeedLine, feedLines, readAd, type Vacancy } from './domain/index.ts'

/** What came of one reading of a feed; the counts add up to `read`. */
export interface FeedSummary {
  readonly runId: string
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
  readonly setAside: number
}

interface SetAside {
  readonly line: number
  readonly adId: string | null
  readonly field: string | null
  readonly reason: string
  readonly details: unknown
}

interface Read {
  readonly vacancies: ReadonlyMap<string, Vacancy>
  readonly removed: ReadonlySet<string>
  readonly aside: readonly SetAside[]
}

const batch = 1000
const longestName = 300
const aDay = 24 * 60 * 60_000

/**
 * Takes in a feed of advertisements in JobTech's format: good ones go in, one that says something new replaces the old,
 * one marked as removed is closed, a broken one is set aside with its line, field and reason; the same feed again changes
 * nothing. All or nothing of it is saved. Problems: `not-allowed`, `empty-file`, `feed-not-json`.
 */
export async function importVacancies(
  context: Context,
  feed: { readonly name: string; readonly text: string },
): Promise<Result<FeedSummary>> {
  const may = mayAct(context, ['administrator', 'system'])
  if (!may.ok) return may
  const lines = feedLines(feed.text)
  if (lines === null) return fail(problem('feed-not-json', { field: 'file' }))
  if (lines.length === 0) return fail(problem('empty-file', { field: 'file' }))
  return ok(await takeIn(context, { name: feed.name, lines, isStream: false }))
}

/**
 * Takes in what a stream says has changed, as `importVacancies` does; `name` is its address. A stream is asked for a little twice, so
 * what is broken as it was lately is not told again, and where nothing is told nothing is noted. Problem: `not-allowed`.
 */
export async function takeChanges(
  context: Context,
  stream: { readonly name: string; readonly lines: readonly FeedLine[] },
): Promise<Result<FeedSummary>> {
  const may = mayAct(context, ['system'])
  return may.ok ? ok(await takeIn(context, { ...stream, isStream: true })) : may
}

interface Feed {
  readonly name: string
  readonly lines: readonly FeedLine[]
  readonly isStream: boolean
}

async function takeIn(context: Context, { name, lines, isStream }: Feed): Promise<FeedSummary> {
  await lockName(context, 'vacancy-feed')
  const read = readAll(lines)
  const counts = { added: 0, changed: 0 }
  const list = [...read.vacancies.values()]
  for (let from = 0; from < list.length; from += batch) {
    const saved = await saveVacancies(context, list.slice(from, from + batch))
    counts.added += saved.added
    counts.changed += saved.changed
  }
  const removed = await closeVacancies(context, [...read.removed])
  const aside = isStream ? await notLatelyTold(context, name, read.aside) : read.aside
  const news = counts.added + counts.changed + removed + aside.length
  const unchanged = lines.length - news
  const sums = { read: lines.length, ...counts, unchanged, removed, setAside: aside.length }
  const summary = { runId: newId<string>(), ...sums }
  if (news > 0 || !isStream) await saveRun(context, name, summary, aside)
  return summary
}

/** Those that no reading of the same stream told of in the last day. */
async function notLatelyTold(context: Context, name: string, aside: readonly SetAside[]): Promise<readonly SetAside[]> {
  const adIds = aside.flatMap((one) => one.adId ?? [])
  if (adIds.length === 0) return aside
  const { rows } = await sql<Pick<SetAside, 'adId' | 'field' | 'reason'>>`
    select a.ad_id as "adId", a.field, a.reason from vacancies.set_aside a join vacancies.feed_run r on r.id = a.run_id
     where a.ad_id = any(${adIds}::text[]) and r.name = ${name.slice(0, longestName)}
       and r.recorded_at > ${addMillis(context.now, -aDay)}`.execute(context.db)
  const keyOf = ({ adId, field, reason }: Pick<SetAside, 'adId' | 'field' | 'reason'>) =>
    JSON.stringify([adId, field, reason])
  const told = new Set(rows.map(keyOf))
  return aside.filter((one) => one.adId === null || !told.has(keyOf(one)))
}

/** The last word on each advertisement counts. */
function readAll(lines: readonly FeedLine[]): Read {
  const vacancies = new Map<string, Vacancy>()
  const removed = new Set<string>()
  const aside: SetAside[] = []
  for (const { line, value, readable } of lines) {
    const ad = readable ? readAd(value) : fail(problem('ad-not-json'))
    if (!ad.ok) {
      const { code: reason, field = null, values = {} } = ad.problem
      aside.push({ line, adId: adIdOf(value), field, reason, details: values })
    } else if (ad.value.kind === 'removed') {
      vacancies.delete(ad.value.adId)
      removed.add(ad.value.adId)
    } else {
      removed.delete(ad.value.vacancy.adId)
      vacancies.set(ad.value.vacancy.adId, ad.value.vacancy)
    }
  }
  return { vacancies, removed, aside }
}

/** PostgreSQL takes neither zero bytes nor halves of characters; one advertisement that has them is not to hold up the others. */
function savable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

function asJson(rows: readonly unknown[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'string' ? savable(value) : value))
}

function adIdOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || typeof id === 'number' ? savable(String(id)).slice(0, 100) : null
}

async function saveVacancies(context: Context, list: readonly Vacancy[]): Promise<{ added: number; changed: number }> {
  const rows = list.map((one) => ({ ...flat(one), fingerprint: fingerprintOf(one) }))
  const { rows: saved } = await sql<{ added: boolean }>`
    insert into vacancies.vacancy as v (ad_id, headline, employer, workplace, ssyk, municipality_code, lat, lon, approximate, extent_min, extent_max,
      licence_needed, languages, experience_needed, positions, published_on, apply_by, apply_at, description, fingerprint, recorded_at)
    select ad_id, headline, employer, workplace, ssyk, municipality_code, lat, lon, approximate, extent_min, extent_max, licence_needed, languages,
           experience_needed, positions, published_on, apply_by, apply_at, description, decode(fingerprint, 'hex'), ${context.now}::timestamptz
      from jsonb_to_recordset(${asJson(rows)}::jsonb) as r (ad_id text, headline text, employer text, workplace text, ssyk text,
        municipality_code text, lat double precision, lon double precision, approximate boolean, extent_min numeric, extent_max numeric,
        licence_needed boolean, languages text[], experience_needed boolean, positions integer, published_on date, apply_by date, apply_at text,
        description text, fingerprint text)
    on conflict (ad_id) do update set headline = excluded.headline, employer = excluded.employer, workplace = excluded.workplace,
      ssyk = excluded.ssyk, municipality_code = excluded.municipality_code, lat = excluded.lat, lon = excluded.lon,
      approximate = excluded.approximate, extent_min = excluded.extent_min, extent_max = excluded.extent_max,
      licence_needed = excluded.licence_needed, languages = excluded.languages, experience_needed = excluded.experience_needed,
      positions = excluded.positions, published_on = excluded.published_on, apply_by = excluded.apply_by, apply_at = excluded.apply_at,
      description = excluded.description, fingerprint = excluded.fingerprint, recorded_at = excluded.recorded_at, removed_at = null
      where v.fingerprint <> excluded.fingerprint or v.removed_at is not null
    returning (xmax = 0) as added`.execute(context.db)
  const added = saved.filter((one) => one.added).length
  return { added, changed: saved.length - added }
}

function flat(one: Vacancy) {
  return {
    ad_id: one.adId,
    headline: one.headline,
    employer: one.employer,
    workplace: one.workplace,
    ssyk: one.ssyk,
    municipality_code: one.municipality,
    lat: one.point.lat,
    lon: one.point.lon,
    approximate: one.approximate,
    extent_min: one.extent.min,
    extent_max: one.extent.max,
    licence_needed: one.licenceNeeded,
    languages: one.languages,
    experience_needed: one.experienceNeeded,
    positions: one.positions,
    published_on: one.publishedOn,
    apply_by: one.applyBy,
    apply_at: one.applyUrl,
    description: one.description,
  }
}

function fingerprintOf(one: Vacancy): string {
  return createHash('sha256')
    .update(JSON.stringify(flat(one)))
    .digest('hex')
}

async function closeVacancies(context: Context, adIds: readonly string[]): Promise<number> {
  const { rows } = await sql`
    update vacancies.vacancy set removed_at = ${context.now}
     where ad_id = any(${adIds}::text[]) and removed_at is null returning ad_id`.execute(context.db)
  return rows.length
}

async function saveRun(context: Context, name: string, run: FeedSummary, aside: readonly SetAside[]): Promise<void> {
  await sql`
    insert into vacancies.feed_run (id, name, read, added, changed, unchanged, removed, set_aside, recorded_at, recorded_by)
    values (${run.runId}, ${name.slice(0, longestName)}, ${run.read}, ${run.added}, ${run.changed}, ${run.unchanged}, ${run.removed}, ${run.setAside},
            ${context.now}, ${context.actor.userId})`.execute(context.db)
  const rows = aside.map(({ adId, ...one }) => ({ ...one, ad_id: adId }))
  await sql`
    insert into vacancies.set_aside (run_id, line, ad_id, field, reason, details)
    select ${run.runId}::uuid, line, ad_id, field, reason, details
      from jsonb_to_recordset(${asJson(rows)}::jsonb) as r (line integer, ad_id text, field text, reason text, details jsonb)`.execute(
    context.db,
  )
}
