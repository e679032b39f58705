import { sql } from 'kysely'
import type { CaseId, OrganisationId } from '../../kernel/ids.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { refusalsAsResults } from '../../platform/events.ts'
import { readValue } from '../../platform/http/request.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import type { Language } from '../../platform/problems.ts'
import { type CaseHead, findCase } from '../registration/index.ts'
import {
  activityRow,
  anyRow,
  type LogImportReply,
  type LogRow,
  meetingRow,
  withdrawnRow,
} from './contract/log-imports.ts'
import { providerRoles } from './desk.ts'
import { takeActivity, takeMeeting } from './import-row.ts'
import { fingerprintOf, type KnownRow, keepReference, keepRow, knownRows, referredCase } from './imported-rows.ts'
import type { SentRow } from './log-file.ts'
import { type RefusedRow, tellRefused } from './log-import-reads.ts'

export interface ImportLog {
  readonly rows: readonly SentRow[]
  readonly name: string
  readonly how: 'api' | 'file'
  /** Of who reads why a row was refused. */
  readonly language: Language
}

type RowResult = LogImportReply['results'][number]

interface Batch {
  readonly providerId: OrganisationId
  readonly importId: string
  readonly language: Language
  /** What stands under each key, kept up as rows go in. */
  readonly known: Map<string, KnownRow>
  /** Cases that have been asked for; null where there is none to see. */
  readonly heads: Map<CaseId, CaseHead | null>
}

/**
 * Takes in what a provider's own system has logged, row by row through the doors that the screens use: a row that says nothing new
 * changes nothing, a changed one replaces with history, and a refused one is told with field, cause and cure while the others go in.
 * Problems: `not-allowed`, `not-your-participant`.
 */
export async function importLog(context: Context, command: ImportLog): Promise<Result<LogImportReply>> {
  const may = mayAct(context, providerRoles)
  if (!may.ok) return may
  const providerId = context.actor.organisationId
  if (providerId === null) return fail(problem('not-your-participant'))
  await lockName(context, `delivery.log-import:${providerId}`)
  const batch: Batch = {
    providerId,
    importId: newId<string>(),
    language: command.language,
    known: await knownRows(
      context,
      providerId,
      command.rows.map(keyOf).filter((key) => key !== null),
    ),
    heads: new Map(),
  }
  const results: RowResult[] = []
  const refused: RefusedRow[] = []
  for (const sent of command.rows) {
    const taken = await takeRow(context, batch, sent)
    const externalId = keyOf(sent)
    if (taken.ok) results.push(taken.value)
    else {
      results.push({ externalId: externalId ?? '', outcome: 'refused', id: null, warnings: [] })
      refused.push(...problemsOf(taken.problem).map((each) => ({ row: sent.row, externalId, problem: each })))
    }
  }
  const counts = countsOf(results)
  await sql`
    insert into delivery.log_import (id, provider_id, name, how, rows, accepted, updated, unchanged, refused, problems, recorded_at, recorded_by)
    values (${batch.importId}, ${providerId}, ${command.name}, ${command.how}, ${counts.rows}, ${counts.accepted}, ${counts.updated},
            ${counts.unchanged}, ${counts.refused}, ${JSON.stringify(refused)}::jsonb, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
  const problems = refused.map((each) => tellRefused(each, command.language))
  return ok({ importId: batch.importId, ...counts, results, problems })
}

/** Lets one row be refused, and what it had begun be undone, without the others. */
async function apart<T>(context: Context, body: () => Promise<Result<T>>): Promise<Result<T>> {
  await sql`savepoint imported_row`.execute(context.db)
  const result = await refusalsAsResults(body)
  if (!result.ok) await sql`rollback to savepoint imported_row`.execute(context.db)
  await sql`release savepoint imported_row`.execute(context.db)
  return result
}

/** Problems: `unclosed-quote`, `not-valid`, `not-found`, `participant-not-named`, `participant-unknown`, `external-id-taken`, and the doors' own. */
async function takeRow(context: Context, batch: Batch, sent: SentRow): Promise<Result<RowResult>> {
  const read = readRow(sent, batch.language)
  if (!read.ok) return read
  const row = read.value
  const { externalId } = row
  const known = batch.known.get(externalId) ?? null
  const whose = await caseOf(context, batch, row, known)
  if (!whose.ok) return whose
  const caseId = whose.value
  const head = await headOf(context, batch, caseId)
  if (head === null) return fail(problem('not-found', { field: 'caseId' }))
  if (known !== null && (known.caseId !== caseId || known.kind !== row.kind))
    return fail(problem('external-id-taken', { field: 'externalId' }))
  const fingerprint = fingerprintOf(row)
  if (known?.fingerprint === fingerprint) {
    return ok({ externalId, outcome: 'unchanged', id: known.meetingId ?? known.entryId, warnings: [] })
  }
  return apart(context, () => actOn(context, batch, { row, fingerprint, known, head }))
}

interface ReadRow {
  readonly row: LogRow
  readonly fingerprint: string
  readonly known: KnownRow | null
  readonly head: CaseHead
}

/** Goes through the screens' doors with a row that says something new, and keeps what became of it. */
async function actOn(context: Context, batch: Batch, read: ReadRow): Promise<Result<RowResult>> {
  const { row, fingerprint, known, head } = read
  const { externalId, kind } = row
  const { caseId, personId } = head
  const became =
    row.kind === 'meeting'
      ? await takeMeeting(context, caseId, row, known)
      : await takeActivity(context, caseId, row, known)
  if (!became.ok) return became
  const { id } = became.value
  const fact = kind === 'meeting' ? { meetingId: id, entryId: null } : { meetingId: null, entryId: id }
  const kept: KnownRow = { id: newId<string>(), caseId, personId, kind, fingerprint, ...fact }
  const { importId, providerId } = batch
  if (!(await keepRow(context, { ...kept, importId, providerId, externalId, replaces: known?.id ?? null })))
    return fail(problem('external-id-taken', { field: 'externalId' }))
  const reference = 'participant' in row ? row.participant : undefined
  if (reference !== undefined && !(await keepReference(context, { providerId, reference, caseId, personId })))
    return fail(problem('external-id-taken', { field: 'participant' }))
  batch.known.set(externalId, kept)
  return ok({ externalId, outcome: known ? 'updated' : 'accepted', id, warnings: [...became.value.warnings] })
}

async function headOf(context: Context, { heads }: Batch, caseId: CaseId): Promise<CaseHead | null> {
  const found = heads.get(caseId)
  if (found !== undefined) return found
  const head = await findCase(context, caseId)
  heads.set(caseId, head)
  return head
}

function readRow({ values, broken }: SentRow, language: Language): Result<LogRow> {
  if (broken) return fail(problem('unclosed-quote'))
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const kind = readValue(anyRow, said, language)
  if (!kind.ok) return kind
  if (said.kind === 'meeting') return readValue(meetingRow, said, language)
  if (said.withdrawn === false) delete said.withdrawn
  if (said.withdrawn === undefined) return readValue(activityRow, said, language)
  const { caseId: _case, participant: _participant, ...withdrawn } = said
  return readValue(withdrawnRow, withdrawn, language)
}

/** Whose the row is. Problems: `participant-not-named`, `participant-unknown`. */
async function caseOf(
  context: Context,
  { providerId }: Batch,
  row: LogRow,
  known: KnownRow | null,
): Promise<Result<CaseId>> {
  if ('caseId' in row && row.caseId !== undefined) return ok(row.caseId)
  if ('participant' in row && row.participant !== undefined) {
    const found = await referredCase(context, providerId, row.participant)
    return found === null ? fail(problem('participant-unknown', { field: 'participant' })) : ok(found)
  }
  if (known) return ok(known.caseId)
  return 'withdrawn' in row
    ? fail(problem('not-found', { field: 'externalId' }))
    : fail(problem('participant-not-named', { field: 'caseId' }))
}

function keyOf({ values }: SentRow): string | null {
  return typeof values.externalId === 'string' ? values.externalId.slice(0, 100) : null
}

function problemsOf(refusal: Problem): readonly Problem[] {
  return refusal.problems ?? [refusal]
}

function countsOf(results: readonly RowResult[]) {
  const count = (outcome: RowResult['outcome']) => results.filter((each) => each.outcome === outcome).length
  return {
    rows: results.length,
    accepted: count('accepted'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  }
}
