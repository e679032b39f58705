import { sql } from 'kysely'
import type { CaseId, OfficeId, OrganisationId, PersonId, UserId } from '../../kernel/ids.ts'
import type { ExtractRow, homeOf } from './domain/index.ts'

/** A row on its way into the tables, with the keys that it gets there. */
export interface ArrivingRow {
  readonly row: ExtractRow
  readonly fingerprint: string
  readonly personId: PersonId
  readonly versionId: string
  readonly home: ReturnType<typeof homeOf>
}

/** A person who is new, with a case, whoever answers for it and who may see it. */
export interface NewRow extends ArrivingRow {
  readonly caseId: CaseId
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
  readonly holder: OrganisationId | UserId | null
  readonly ground: string
}

/** A person who is known, with the version that this one replaces. */
export interface ChangedRow extends ArrivingRow {
  readonly replaces: string
}

/** A column of the set: its name in SQL, its type, and what a row has in it. */
export type Column<Row> = readonly [name: string, type: string, of: (each: Row) => unknown]

const personColumns: readonly Column<ArrivingRow>[] = [
  ['person_id', 'uuid', (each) => each.personId],
  ['version_id', 'uuid', (each) => each.versionId],
  ['fingerprint', 'text', (each) => each.fingerprint],
  ['identity_number', 'text', ({ row }) => row.identityNumber],
  ['given_name', 'text', ({ row }) => row.givenName],
  ['family_name', 'text', ({ row }) => row.familyName],
  ['street', 'text', ({ row }) => row.street],
  ['postcode', 'text', ({ row }) => row.postcode],
  ['locality', 'text', ({ row }) => row.locality],
  ['municipality_code', 'text', ({ row }) => row.municipalityCode],
  ['lat', 'float8', ({ home }) => home.home?.lat],
  ['lon', 'float8', ({ home }) => home.home?.lon],
  ['approximate', 'boolean', ({ home }) => home.homeApproximate],
  ['sex', 'text', ({ row }) => row.sex],
  ['birth_date', 'date', ({ row }) => row.birthDate],
  ['birth_region', 'text', ({ row }) => row.birthRegion],
  ['education', 'text', ({ row }) => row.education],
  ['education_completed', 'boolean', ({ row }) => row.educationCompleted],
  ['disability', 'boolean', ({ row }) => row.disability],
  ['programme', 'text', ({ row }) => row.programme],
  ['registered_from', 'date', ({ row }) => row.registeredFrom],
  ['registered_days_10y', 'integer', ({ row }) => row.registeredDays10y],
  ['occupations', 'text', ({ row }) => `{${row.ssyk.join(',')}}`],
  ['wanted_extent_percent', 'integer', ({ row }) => row.wantedExtentPercent],
  ['language', 'text', ({ row }) => row.language],
  ['interpreter', 'boolean', ({ row }) => row.interpreter],
  ['email', 'text', ({ row }) => row.email],
  ['phone', 'text', ({ row }) => row.phone],
  ['protection', 'text', ({ row }) => row.protection],
]

export const newColumns: readonly Column<NewRow>[] = [
  ...personColumns,
  ['case_id', 'uuid', (each) => each.caseId],
  ['office_id', 'uuid', (each) => each.officeId],
  ['caseworker_id', 'uuid', (each) => each.caseworkerId],
  ['holder', 'uuid', (each) => each.holder],
  ['ground', 'text', (each) => each.ground],
]

export const changedColumns: readonly Column<ChangedRow>[] = [
  ...personColumns,
  ['replaces', 'uuid', (each) => each.replaces],
]

/**
 * Rows as one parameter a column, which the server reads far faster than JSON: `unnest(…) as r (…)`. An array as JSON is
 * an array of PostgreSQL but for its brackets, as long as no text holds a control character; none gets past the row's check.
 */
export function rowSet<Row>(rows: readonly Row[], columns: readonly Column<Row>[]) {
  const arrays = columns.map(([, type, of]) => {
    const values = JSON.stringify(rows.map((each) => of(each) ?? null))
    return sql`${`{${values.slice(1, -1)}}`}::${sql.raw(type)}[]`
  })
  return sql`unnest(${sql.join(arrays)}) as r (${sql.join(columns.map(([name]) => sql.ref(name)))})`
}
