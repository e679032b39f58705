import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { LogRow } from './contract/log-imports.ts'

/** What became of a row that was sent before. */
export interface KnownRow {
  readonly id: string
  readonly kind: LogRow['kind']
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly fingerprint: string
  readonly meetingId: string | null
  readonly entryId: string | null
}

/** Equal for rows that say the same, in whatever order their fields stand; whose it is and what it is called are not part of it. */
export function fingerprintOf({ externalId: _, ...row }: LogRow): string {
  const { caseId: _case, participant: _participant, ...facts } = row as Record<string, unknown>
  const said = Object.entries(facts).filter(([, value]) => value !== undefined)
  return createHash('sha256')
    .update(JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64')
}

/** The rows that stand under the own system's keys, by key. */
export async function knownRows(
  context: Context,
  providerId: OrganisationId,
  externalIds: readonly string[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<KnownRow & { externalId: string }>`
    select r.external_id as "externalId", r.id, r.kind, r.case_id as "caseId", r.person_id as "personId", r.fingerprint,
           r.meeting_id as "meetingId", r.entry_id as "entryId"
      from delivery.imported_row r
     where r.provider_id = ${providerId} and r.external_id = any (${[...new Set(externalIds)]}::text[])
       and not exists (select 1 from delivery.imported_row n where n.replaces = r.id)`.execute(context.db)
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** The case that the own system's key of a participant stands for, or null. */
export async function referredCase(
  context: Context,
  providerId: OrganisationId,
  reference: string,
): Promise<CaseId | null> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select case_id as "caseId" from delivery.participant_reference
     where provider_id = ${providerId} and reference = ${reference}`.execute(context.db)
  return rows[0]?.caseId ?? null
}

/** Keeps the own system's key of a participant; false where it stands for another. */
export async function keepReference(
  context: Context,
  known: {
    readonly providerId: OrganisationId
    readonly reference: string
    readonly caseId: CaseId
    readonly personId: PersonId
  },
): Promise<boolean> {
  await sql`
    insert into delivery.participant_reference (provider_id, reference, case_id, person_id, recorded_at, recorded_by)
    values (${known.providerId}, ${known.reference}, ${known.caseId}, ${known.personId}, ${context.now}, ${context.actor.userId})
        on conflict do nothing`.execute(context.db)
  return (await referredCase(context, known.providerId, known.reference)) === known.caseId
}

/** Keeps what became of a row; false where the key is taken by a row that the provider sees no longer. */
export async function keepRow(
  context: Context,
  row: Omit<KnownRow, 'id'> & {
    readonly id: string
    readonly importId: string
    readonly providerId: OrganisationId
    readonly externalId: string
    readonly replaces: string | null
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into delivery.imported_row (id, import_id, provider_id, external_id, kind, case_id, person_id, fingerprint, meeting_id, entry_id,
                                       replaces, recorded_at, recorded_by)
    values (${row.id}, ${row.importId}, ${row.providerId}, ${row.externalId}, ${row.kind}, ${row.caseId}, ${row.personId}, ${row.fingerprint},
            ${row.meetingId}, ${row.entryId}, ${row.replaces}, ${context.now}, ${context.actor.userId})
        on conflict do nothing returning 1`.execute(context.db)
  return rows.length > 0
}

/** The fact as it stands after it may have been moved or corrected since, on the screen or by an earlier row. */
export async function standingFact(context: Context, table: 'meeting' | 'activity_entry', id: string): Promise<string> {
  const facts = sql.table(`delivery.${table}`)
  const { rows } = await sql<{ id: string }>`
    with recursive standing as (
      select f.id from ${facts} f where f.id = ${id}
      union all
      select n.id from ${facts} n join standing on n.replaces = standing.id
    )
    select id from standing where not exists (select 1 from ${facts} n where n.replaces = standing.id)`.execute(
    context.db,
  )
  return rows[0]?.id ?? id
}

/** The meeting that an attendance is of. */
export async function meetingOf(context: Context, attendanceId: string): Promise<string> {
  const { rows } = await sql<{ meetingId: string }>`
    select meeting_id as "meetingId" from delivery.attendance where id = ${attendanceId}`.execute(context.db)
  const row = rows[0]
  if (!row) throw new Error('an attendance is of a meeting')
  return row.meetingId
}
