import { sql } from 'kysely'
import { addDays, addMonths, type Day } from '../../kernel/day.ts'
import type { CaseId, OrganisationId, PersonId, PlacementId } from '../../kernel/ids.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { SweepWork } from '../../platform/sweeps.ts'
import { breachesOf, clockFacts, lookAgainOn } from './clock-facts.ts'
import { type BreachChange, type BreachFact, breachChanges } from './domain/index.ts'

const batchSize = 200
const lanes = 2

type Spell = {
  readonly placementId: PlacementId
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: OrganisationId
  /** How many writes about the person there have been. */
  readonly version: number
  /** How many waivers there are where and while it goes on; one that is approved is never taken back. */
  readonly waivers: number
}

export type StoredBreach = BreachFact & {
  readonly breachId: string
  readonly placementId: PlacementId
  readonly firstKnownOn: Day
}

/** Writes down what was not kept in time up to yesterday, and what has become of it since (programme 4.5). */
export async function keepBreaches(work: SweepWork): Promise<void> {
  await work.each(batchesToLookAt, lookAt, lanes)
}

/**
 * Spells in which something may have become a breach or been mended: a due day has passed, something about the person has been
 * written, or a waiver has been approved, which is about nobody and may begin in the past. Old spells are looked at as long as a late report of them can be paid.
 */
async function batchesToLookAt(context: Context): Promise<Spell[][]> {
  const oldest = addMonths(context.today, -context.rules.delivery.reportPayableMonths)
  const { rows } = await sql<Spell>`
    with w as materialized (select area_code, first_day, last_day from delivery.v_waiver where outcome = 'approved')
    select p.placement_id as "placementId", p.case_id as "caseId", p.person_id as "personId", p.provider_id as "providerId",
           coalesce(v.version, 0)::integer as version, x.waivers
      from market.v_placement p
     cross join lateral (
       select count(*)::integer as waivers from w
        where (w.area_code is null or w.area_code = p.area_code) and w.last_day >= p.first_day
          and (p.last_day is null or w.first_day <= p.last_day)) x
      left join delivery.clock_look l on l.placement_id = p.placement_id
      left join platform.person_version v on v.person_id = p.person_id
     where p.first_day < ${context.today}::date and (p.last_day is null or p.last_day >= ${oldest}::date)
       and (l.placement_id is null or l.seen_version <> coalesce(v.version, 0) or l.seen_waivers <> x.waivers
            or l.look_on <= ${context.today}::date and (p.last_day is null or p.last_day >= l.look_on - 8))
     order by p.placement_id`.execute(context.db)
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, at) =>
    rows.slice(at * batchSize, (at + 1) * batchSize),
  )
}

async function lookAt(context: Context, spells: readonly Spell[]): Promise<Result<null>> {
  const until = addDays(context.today, -1)
  const ids = spells.map((spell) => spell.placementId)
  const facts = await clockFacts(context, sql`p.placement_id = any (${ids}::uuid[])`, 'whole-log')
  const stored = Map.groupBy(await storedOf(context, ids), (each) => each.placementId)
  const known = new Map(facts.map((each) => [each.placementId, each]))
  const looks: Look[] = []
  const changed: Changed[] = []
  for (const spell of spells) {
    const of = known.get(spell.placementId)
    if (of === undefined) continue
    const found = breachesOf(context, of, 'whole-log', until)
    const changes = breachChanges(stored.get(spell.placementId) ?? [], found, context.rules)
    for (const change of changes) changed.push({ ...change, spell })
    if (changes.length > 0) context.wrotePerson(spell.personId)
    // What is written here is a write about the person too.
    const version = spell.version + (changes.length > 0 ? 1 : 0)
    looks.push({ ...spell, version, lookOn: lookAgainOn(context, of, until) })
  }
  await saveChanges(context, changed, until)
  await saveLooks(context, looks)
  return ok(null)
}

const columns = sql`
  b.placement_id as "placementId", b.rule, b.from_day as "from", b.due_on as "dueOn", b.nth, b.state, b.cause, b.reason, b.on_day as "onDay",
  b.first_known_on as "firstKnownOn"`

/** A case's breaches as they are written down now; lapsed ones too. */
export async function storedBreaches(context: Context, caseId: CaseId): Promise<StoredBreach[]> {
  const { rows } = await sql<StoredBreach>`
    select b.breach_id as "breachId", ${columns} from delivery.v_breach b where b.case_id = ${caseId}`.execute(
    context.db,
  )
  return rows
}

async function storedOf(context: Context, placementIds: readonly PlacementId[]): Promise<StoredBreach[]> {
  const { rows } = await sql<StoredBreach & { replaces: string | null }>`
    select b.id as "breachId", b.replaces, ${columns} from delivery.breach b where b.placement_id = any (${placementIds}::uuid[])`.execute(
    context.db,
  )
  const replaced = new Set(rows.map((row) => row.replaces))
  return rows.filter((row) => !replaced.has(row.breachId))
}

type Changed = BreachChange<StoredBreach> & { readonly spell: Spell }

async function saveChanges(context: Context, changed: readonly Changed[], until: Day): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ fact, replaces, spell }) => ({
    ...spell,
    ...fact,
    first: replaces?.firstKnownOn ?? until,
    replaces: replaces?.breachId ?? null,
  }))
  await sql`
    insert into delivery.breach (case_id, person_id, placement_id, provider_id, rule, from_day, due_on, nth, state, cause, reason, on_day, known_on,
           first_known_on, replaces, recorded_at)
    select r."caseId", r."personId", r."placementId", r."providerId", r.rule, r."from", r."dueOn", r.nth, r.state, r.cause, r.reason, r."onDay",
           ${until}::date, r."first", r.replaces, ${context.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("caseId" uuid, "personId" uuid, "placementId" uuid, "providerId" uuid,
           rule text, "from" date, "dueOn" date, nth integer, state text, cause text, reason text, "onDay" date, "first" date, replaces uuid)`.execute(
    context.db,
  )
}

type Look = Spell & { readonly lookOn: Day }

async function saveLooks(context: Context, looks: readonly Look[]): Promise<void> {
  await sql`
    insert into delivery.clock_look (placement_id, case_id, person_id, look_on, seen_version, seen_waivers)
    select r."placementId", r."caseId", r."personId", r."lookOn", r.version, r.waivers
      from jsonb_to_recordset(${JSON.stringify(looks)}::jsonb) as r ("placementId" uuid, "caseId" uuid, "personId" uuid, "lookOn" date, version bigint,
           waivers integer)
    on conflict (placement_id) do update
       set look_on = excluded.look_on, seen_version = excluded.seen_version, seen_waivers = excluded.seen_waivers`.execute(
    context.db,
  )
}
