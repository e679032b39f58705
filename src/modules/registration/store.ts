import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OfficeId, OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { Period } from '../../kernel/period.ts'
import type { PersonNumber } from '../../kernel/person-number.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import type { AccessGround, Office, PersonFacts } from './domain/index.ts'

/** Saves the person's key; false when the identity number is already a person's. */
export async function insertPerson(
  context: Context,
  personId: PersonId,
  identityNumber: PersonNumber,
): Promise<boolean> {
  const done = await sql`
    insert into registration.person (person_id, identity_number, created_at)
    values (${personId}, ${identityNumber}, ${context.now}) on conflict (identity_number) do nothing`.execute(
    context.db,
  )
  return done.numAffectedRows === 1n
}

/** Saves a version of the person's facts, which replaces an earlier one or is the first. */
export async function insertVersion(
  context: Context,
  version: { personId: PersonId; facts: PersonFacts; replaces: string | null; extractFingerprint: string | null },
): Promise<string> {
  const id = newId<string>()
  const { facts } = version
  await sql`
    insert into registration.person_version (
      id, person_id, replaces, identity_number, given_name, family_name, street, postcode, locality, municipality_code, lat, lon,
      home_approximate, sex, birth_date, birth_region, education, education_completed, disability, disability_code, programme,
      registered_from, registered_days_10y, ssyk, wanted_extent_percent, available_hours, language, interpreter, email, phone,
      driving_licence, availability, protection, extract_fingerprint, recorded_at, recorded_by)
    values (
      ${id}, ${version.personId}, ${version.replaces}, ${facts.identityNumber}, ${facts.givenName}, ${facts.familyName},
      ${facts.street}, ${facts.postcode}, ${facts.locality}, ${facts.municipalityCode}, ${facts.home?.lat ?? null},
      ${facts.home?.lon ?? null}, ${facts.homeApproximate}, ${facts.sex}, ${facts.birthDate}, ${facts.birthRegion},
      ${facts.education}, ${facts.educationCompleted}, ${facts.disability}, ${facts.disabilityCode}, ${facts.programme},
      ${facts.registeredFrom}, ${facts.registeredDays10y}, ${facts.ssyk}::text[], ${facts.wantedExtentPercent},
      ${facts.availableHours}, ${facts.language}, ${facts.interpreter}, ${facts.email}, ${facts.phone}, ${facts.drivingLicence},
      ${facts.availability}, ${facts.protection}, ${version.extractFingerprint}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  return id
}

/** A person's current facts with their version and the extract's row they rest on. */
export interface CurrentVersion {
  readonly id: string
  readonly facts: PersonFacts
  readonly extractFingerprint: string | null
}

type VersionRow = Omit<PersonFacts, 'home'> & {
  id: string
  extractFingerprint: string | null
  lat: number | null
  lon: number | null
}

/** Columns of a version as `PersonFacts` names them; `facts` must be the alias of a row of versions. */
const versionColumns = sql`
  facts.id, facts.identity_number as "identityNumber", facts.given_name as "givenName", facts.family_name as "familyName",
  facts.street, facts.postcode, facts.locality, facts.municipality_code as "municipalityCode", facts.lat, facts.lon,
  facts.home_approximate as "homeApproximate", facts.sex, facts.birth_date as "birthDate", facts.birth_region as "birthRegion",
  facts.education, facts.education_completed as "educationCompleted", facts.disability, facts.disability_code as "disabilityCode",
  facts.programme, facts.registered_from as "registeredFrom", facts.registered_days_10y as "registeredDays10y", facts.ssyk,
  facts.wanted_extent_percent as "wantedExtentPercent", facts.available_hours as "availableHours", facts.language,
  facts.interpreter, facts.email, facts.phone, facts.driving_licence as "drivingLicence", facts.availability,
  facts.protection, facts.extract_fingerprint as "extractFingerprint"`

/** The person's current version, or null when the actor may not see the person. */
export async function currentVersion(context: Context, personId: PersonId): Promise<CurrentVersion | null> {
  const { rows } = await sql<VersionRow>`
    select ${versionColumns} from registration.v_person facts where facts.person_id = ${personId}`.execute(context.db)
  return rows[0] === undefined ? null : versionOf(rows[0])
}

/** All versions of the person, the first one first. */
export async function allVersions(
  context: Context,
  personId: PersonId,
): Promise<(CurrentVersion & { recordedAt: string })[]> {
  const { rows } = await sql<VersionRow & { recordedAt: string }>`
    select ${versionColumns}, facts.recorded_at as "recordedAt"
      from registration.person_version facts where facts.person_id = ${personId} order by facts.recorded_at, facts.id`.execute(
    context.db,
  )
  return rows.map(({ recordedAt, ...row }) => ({ ...versionOf(row), recordedAt }))
}

function versionOf({ id, extractFingerprint, lat, lon, ...facts }: VersionRow): CurrentVersion {
  return { id, extractFingerprint, facts: { ...facts, home: lat === null || lon === null ? null : { lat, lon } } }
}

/** Moves the person's key to another identity number; the old one stands in the versions. */
export async function moveIdentityNumber(
  context: Context,
  personId: PersonId,
  identityNumber: PersonNumber,
): Promise<void> {
  await sql`update registration.person set identity_number = ${identityNumber} where person_id = ${personId}`.execute(
    context.db,
  )
}

/** Opens a case with its channel and the answers that led there. */
export async function insertCase(
  context: Context,
  opened: {
    caseId: CaseId
    personId: PersonId
    channel: string
    assistedBy: UserId | null
    answers: Readonly<Record<string, string>>
  },
): Promise<void> {
  await sql`
    insert into registration.case_file (case_id, person_id, opened_on, channel, assisted_by, answers, recorded_at, recorded_by)
    values (${opened.caseId}, ${opened.personId}, ${context.today}, ${opened.channel}, ${opened.assistedBy},
            ${JSON.stringify(opened.answers)}::jsonb, ${context.now}, ${context.actor.userId})`.execute(context.db)
}

/** Gives the case to an office and a caseworker, in place of whoever had it. */
export async function insertAssignment(
  context: Context,
  given: { caseId: CaseId; personId: PersonId; officeId: OfficeId | null; caseworkerId: UserId | null },
): Promise<void> {
  await sql`
    insert into registration.assignment (case_id, person_id, office_id, caseworker_user_id, from_day, replaces, recorded_at, recorded_by)
    values (${given.caseId}, ${given.personId}, ${given.officeId}, ${given.caseworkerId}, ${context.today},
            (select id from registration.v_assignment where case_id = ${given.caseId}), ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

/** Saves that the person was told about profiling. */
export async function insertNotice(
  context: Context,
  given: { caseId: CaseId; personId: PersonId; channel: string },
): Promise<void> {
  await sql`
    insert into registration.profiling_notice (case_id, person_id, given_on, channel, recorded_at, recorded_by)
    values (${given.caseId}, ${given.personId}, ${context.today}, ${given.channel}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

/** Ended registration spells of the case, half-open. */
export async function earlierSpells(context: Context, caseId: CaseId): Promise<Period[]> {
  const { rows } = await sql<{ start: Day; end: Day }>`
    select from_day as start, to_day as "end" from registration.registration_spell where case_id = ${caseId}`.execute(
    context.db,
  )
  return rows
}

/** Saves ended registration spells known at registration. */
export async function insertSpells(
  context: Context,
  given: { caseId: CaseId; personId: PersonId; spells: readonly Period[] },
): Promise<void> {
  for (const spell of given.spells) {
    await sql`
      insert into registration.registration_spell (person_id, case_id, from_day, to_day, recorded_at, recorded_by)
      values (${given.personId}, ${given.caseId}, ${spell.start}, ${spell.end}, ${context.now}, ${context.actor.userId})`.execute(
      context.db,
    )
  }
}

/** The authority's offices. */
export async function authorityOffices(context: Context): Promise<Office[]> {
  const { rows } = await sql<Office>`
    select o.id, o.municipality_code as "municipalityCode"
      from platform.office o join platform.organisation a on a.id = o.organisation_id and a.kind = 'authority'`.execute(
    context.db,
  )
  return rows
}

/** The public employment service itself; the first by key where a database holds several. */
export async function authority(context: Context): Promise<OrganisationId | null> {
  const { rows } = await sql<{ id: OrganisationId }>`
    select id from platform.organisation where kind = 'authority' order by id limit 1`.execute(context.db)
  return rows[0]?.id ?? null
}

/** The caseworker of the office with the fewest open cases, or null when it has none. */
export async function nextCaseworker(context: Context, office: OfficeId): Promise<UserId | null> {
  const { rows } = await sql<{ id: UserId | null }>`
    select registration.next_caseworker(${office}, ${context.today}::date) as id`.execute(context.db)
  return rows[0]?.id ?? null
}

/** Whether the user has a caseworker's duty at the office on the day. */
export async function isCaseworkerAt(context: Context, userId: UserId, officeId: OfficeId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.duty where user_id = ${userId} and office_id = ${officeId} and role = 'caseworker'
       and valid_from <= ${context.today} and (valid_to is null or valid_to > ${context.today})`.execute(context.db)
  return rows.length > 0
}

/** Whether the user is staff of the authority on the day, in any duty that meets persons. */
export async function isAuthorityStaff(context: Context, userId: UserId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from platform.duty d join platform.organisation o on o.id = d.organisation_id and o.kind = 'authority'
     where d.user_id = ${userId} and d.role in ('caseworker', 'approver', 'overseer')
       and d.valid_from <= ${context.today} and (d.valid_to is null or d.valid_to > ${context.today})`.execute(
    context.db,
  )
  return rows.length > 0
}

/** Ties the person's own sign-in to the person. */
export async function linkUser(context: Context, userId: UserId, personId: PersonId): Promise<void> {
  await sql`select platform.link_person(${userId}, ${personId})`.execute(context.db)
}

/** Holders of running access to the person on a ground. */
export async function accessHolders(context: Context, personId: PersonId, ground: AccessGround): Promise<UserId[]> {
  const { rows } = await sql<{ holder: UserId }>`
    select holder from platform.access where person_id = ${personId} and ground = ${ground}
       and (valid_to is null or valid_to > ${context.today})`.execute(context.db)
  return rows.map((row) => row.holder)
}
