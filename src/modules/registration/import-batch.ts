import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseId, OfficeId, OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import {
  type Caseload,
  caseloadOf,
  type ExtractRow,
  homeOf,
  isProtected,
  type Office,
  officeFor,
  type Protection,
} from './domain/index.ts'
import { type PersonChanged, registrationEvents } from './events.ts'
import { type ChangedRow, changedColumns, type NewRow, newColumns, rowSet } from './import-columns.ts'
import { authority, authorityOffices } from './store.ts'

/** A good row with the fingerprint of what it says, however it was written. */
export interface FingerprintedRow {
  readonly row: ExtractRow
  readonly fingerprint: string
}

/** The fingerprint of a row's facts: equal for rows that say the same. Facts hold no control characters. */
export function fingerprintOf(row: ExtractRow): string {
  return hash('sha256', Object.values(row).join('\u001f'), 'base64')
}

/** What the whole run needs to place people: read once, counted on as cases are given out. */
export interface ImportPlaces {
  readonly authority: OrganisationId | null
  officeOf(municipalityCode: string): OfficeId | null
  readonly caseload: Caseload
}

/** Reads the offices and how many open cases each caseworker has. */
export async function importPlaces(context: Context): Promise<ImportPlaces> {
  const offices: readonly Office[] = await authorityOffices(context)
  const { rows } = await sql<{ office: OfficeId; caseworker: UserId; cases: number }>`
    select d.office_id as office, d.user_id as caseworker, count(a.id) filter (where x.case_id is null) as cases
      from platform.duty d
      left join registration.v_assignment a on a.caseworker_user_id = d.user_id
      left join registration.case_closed x on x.case_id = a.case_id
     where d.role = 'caseworker' and d.office_id is not null and d.valid_from <= ${context.today}
       and (d.valid_to is null or d.valid_to > ${context.today})
     group by d.office_id, d.user_id`.execute(context.db)
  const known = new Map<string, OfficeId | null>()
  return {
    authority: await authority(context),
    caseload: caseloadOf(rows),
    officeOf(code) {
      const found = known.get(code)
      if (found !== undefined) return found
      const office = officeFor(code, offices)
      known.set(code, office)
      return office
    },
  }
}

interface Known {
  identityNumber: string
  personId: PersonId
  versionId: string
  fingerprint: string | null
  protection: Protection
}

/**
 * Saves the good rows of a batch: new persons with their cases, changed ones as new versions, equal ones not at all.
 * Everything is set-based; the persons written are noted for the audit row of the transaction.
 */
export async function saveRows(
  context: Context,
  places: ImportPlaces,
  rows: readonly FingerprintedRow[],
): Promise<{ accepted: number; updated: number; unchanged: number }> {
  await planForGrowth(context)
  const known = await knownPersons(context, rows)
  const fresh = rows.filter(({ row }) => !known.has(row.identityNumber))
  const changed = rows.flatMap((each) => {
    const before = known.get(each.row.identityNumber)
    return before === undefined || before.fingerprint === each.fingerprint ? [] : [{ ...each, before }]
  })
  await insertNew(context, places, fresh)
  await insertChanged(context, changed)
  await moveProtection(context, places, changed)
  return { accepted: fresh.length, updated: changed.length, unchanged: rows.length - fresh.length - changed.length }
}

/**
 * For this transaction only. Tables that grow under an import have no true statistics yet: planned by size, look-ups and
 * foreign keys would read them whole, so everything goes by index. And a batch need not wait for the disk: its progress
 * is lost with it or kept with it, and the end of the run waits for all of them.
 */
async function planForGrowth(context: Context): Promise<void> {
  await sql`
    select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
           set_config('enable_mergejoin', 'off', true), set_config('synchronous_commit', 'off', true)`.execute(
    context.db,
  )
}

async function knownPersons(context: Context, rows: readonly FingerprintedRow[]): Promise<Map<string, Known>> {
  const numbers = rows.map(({ row }) => row.identityNumber)
  const found = await sql<Known>`
    select p.identity_number as "identityNumber", p.person_id as "personId", v.id as "versionId",
           v.extract_fingerprint as fingerprint, v.protection
      from unnest(${numbers}::text[]) n (number)
      join registration.person p on p.identity_number = n.number
     cross join lateral (
        -- The limit keeps this a look-up for each person.
        select c.id, c.extract_fingerprint, c.protection from registration.v_person c where c.person_id = p.person_id limit 1
      ) v`.execute(context.db)
  return new Map(found.rows.map((row) => [row.identityNumber, row]))
}

async function insertNew(context: Context, places: ImportPlaces, rows: readonly FingerprintedRow[]): Promise<void> {
  if (rows.length === 0) return
  const arriving = rows.map((each) => newRow(context, places, each))
  const { now, today, actor, rules } = context
  await sql`
    with r as materialized (select * from ${rowSet(arriving, newColumns)}),
    person as (
      insert into registration.person (person_id, identity_number, created_at) select person_id, identity_number, ${now} from r
    ), version as (
      insert into registration.person_version (
        id, person_id, identity_number, given_name, family_name, street, postcode, locality, municipality_code, lat, lon,
        home_approximate, sex, birth_date, birth_region, education, education_completed, disability, programme, registered_from,
        registered_days_10y, ssyk, wanted_extent_percent, available_hours, language, interpreter, email, phone, availability,
        protection, extract_fingerprint, recorded_at, recorded_by)
      select version_id, person_id, identity_number, given_name, family_name, street, postcode, locality, municipality_code, lat,
             lon, approximate, sex, birth_date, birth_region, education, education_completed, disability, programme,
             registered_from, registered_days_10y, occupations::text[], wanted_extent_percent,
             ${rules.registration.availableHoursPerWeek}::integer, language, interpreter, email, phone, 'yes', protection,
             fingerprint, ${now}, ${actor.userId} from r
    ), case_file as (
      insert into registration.case_file (case_id, person_id, opened_on, channel, recorded_at, recorded_by)
      select case_id, person_id, ${today}, 'import', ${now}, ${actor.userId} from r
    ), assignment as (
      insert into registration.assignment (case_id, person_id, office_id, caseworker_user_id, from_day, recorded_at, recorded_by)
      select case_id, person_id, office_id, caseworker_id, ${today}, ${now}, ${actor.userId} from r
    )
    insert into platform.access (person_id, holder, ground, valid_from)
    select person_id, holder, ground, ${today} from r where holder is not null`.execute(context.db)
}

function newRow(context: Context, places: ImportPlaces, { row, fingerprint }: FingerprintedRow): NewRow {
  const personId = newId<PersonId>()
  const officeId = places.officeOf(row.municipalityCode)
  const caseworkerId = places.caseload.next(officeId)
  const guarded = isProtected(row.protection)
  context.wrotePerson(personId)
  return {
    row,
    fingerprint,
    personId,
    versionId: newId<string>(),
    home: homeOf(row),
    caseId: newId<CaseId>(),
    officeId,
    caseworkerId,
    holder: guarded ? caseworkerId : places.authority,
    ground: guarded ? 'named-staff' : 'public-duty',
  }
}

type KnownRow = FingerprintedRow & { before: Known }

/** What the extract does not tell is kept from the version before; a known point is kept while the address is the same. */
async function insertChanged(context: Context, changed: readonly KnownRow[]): Promise<void> {
  if (changed.length === 0) return
  const arriving = changed.map(({ row, fingerprint, before }): ChangedRow => {
    context.wrotePerson(before.personId)
    const { personId, versionId: replaces } = before
    return { row, fingerprint, personId, versionId: newId<string>(), home: homeOf(row), replaces }
  })
  await sql`
    with r as (
      select r.*, v.available_hours, v.availability, v.driving_licence, v.disability_code, v.lat as old_lat, v.lon as old_lon,
             r.lat is not null and not v.home_approximate and v.street is not distinct from r.street
               and v.municipality_code = r.municipality_code and v.lat is not null as same_home
        from ${rowSet(arriving, changedColumns)}
        join registration.person_version v on v.id = r.replaces
    )
    insert into registration.person_version (
      id, person_id, replaces, identity_number, given_name, family_name, street, postcode, locality, municipality_code, lat, lon,
      home_approximate, sex, birth_date, birth_region, education, education_completed, disability, disability_code, programme,
      registered_from, registered_days_10y, ssyk, wanted_extent_percent, available_hours, language, interpreter, email, phone,
      driving_licence, availability, protection, extract_fingerprint, recorded_at, recorded_by)
    select version_id, person_id, replaces, identity_number, given_name, family_name, street, postcode, locality,
           municipality_code, case when same_home then old_lat else lat end, case when same_home then old_lon else lon end,
           approximate and not same_home, sex, birth_date, birth_region, education, education_completed, disability,
           case when disability then disability_code end, programme, registered_from, registered_days_10y, occupations::text[],
           wanted_extent_percent, available_hours, language, interpreter, email, phone, driving_licence, availability,
           protection, fingerprint, ${context.now}, ${context.actor.userId} from r`.execute(context.db)
  await publishChanges(context, changed)
}

async function publishChanges(context: Context, changed: readonly KnownRow[]): Promise<void> {
  const persons = changed.map((each) => each.before.personId)
  const { rows } = await sql<PersonChanged>`
    select distinct on (c.person_id) c.case_id as "caseId", c.person_id as "personId", (
             select coalesce(array_agg(n.key order by n.key), '{}')
               from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o on o.key = n.key
              where n.value <> o.value
                and n.key not in ('id', 'replaces', 'recorded_at', 'recorded_by', 'extract_fingerprint')) as fields
      from unnest(${persons}::uuid[]) p (person_id)
      join registration.case_file c on c.person_id = p.person_id
      join registration.v_person new on new.person_id = p.person_id
      join registration.person_version old on old.id = new.replaces
     order by c.person_id, c.opened_on desc, c.case_id desc`.execute(context.db)
  for (const row of rows) {
    const payload: PersonChanged = { ...row, fields: [...new Set(row.fields.map(factOf))] }
    await context.publish({ name: registrationEvents.changed, payload })
  }
}

function factOf(column: string): string {
  if (column === 'lat' || column === 'lon') return 'home'
  return column.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())
}

/** Protection that began or ended in the file changes who may see the person, from the same day. */
async function moveProtection(context: Context, places: ImportPlaces, changed: readonly KnownRow[]): Promise<void> {
  for (const { row, before } of changed) {
    if (isProtected(row.protection) === isProtected(before.protection)) continue
    const ended = isProtected(row.protection) ? 'public-duty' : 'named-staff'
    await sql`
      update platform.access set valid_to = greatest(${context.today}::date, valid_from)
       where person_id = ${before.personId} and ground = ${ended} and (valid_to is null or valid_to > ${context.today})`.execute(
      context.db,
    )
    const holder = isProtected(row.protection) ? sql`a.caseworker_user_id` : sql`${places.authority}::uuid`
    const ground = isProtected(row.protection) ? 'named-staff' : 'public-duty'
    await sql`
      insert into platform.access (person_id, holder, ground, valid_from)
      select a.person_id, ${holder}, ${ground}, ${context.today}::date from registration.v_assignment a
       where a.person_id = ${before.personId} and ${holder} is not null`.execute(context.db)
  }
}
