import { sql } from 'kysely'
import type { UserId } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/problem.ts'
import type { Context } from '../../platform/context.ts'
import type { RowProblem } from './domain/index.ts'

/** How far an import has come and how its rows fared. */
export interface ImportCounts {
  readonly rows: number
  readonly accepted: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: number
}

export interface Run extends ImportCounts {
  readonly id: string
  readonly name: string
  readonly state: 'waiting' | 'running' | 'done' | 'refused'
  readonly lineDone: number
  readonly recordedBy: UserId | null
}

const columns = sql`
  id, name, state, line_done as "lineDone", rows, accepted, updated, unchanged, refused, recorded_by as "recordedBy"`

/** The run of this very file that was broken off, or a new one. */
export async function openRun(
  context: Context,
  file: { name: string; sha256: Uint8Array; sizeBytes: number },
): Promise<Run> {
  const { rows: unfinished } = await sql<Run>`
    select ${columns} from registration.import_run
     where sha256 = ${file.sha256} and state in ('waiting', 'running') order by recorded_at limit 1`.execute(context.db)
  if (unfinished[0]) return unfinished[0]
  const { rows } = await sql<Run>`
    insert into registration.import_run (name, sha256, size_bytes, recorded_at, recorded_by)
    values (${file.name}, ${file.sha256}, ${file.sizeBytes}, ${context.now}, ${context.actor.userId})
    returning ${columns}`.execute(context.db)
  return first(rows)
}

/** The run by its key, held until the transaction ends; null when there is none. */
export async function lockRun(context: Context, id: string): Promise<Run | null> {
  const { rows } = await sql<Run>`
    select ${columns} from registration.import_run where id = ${id} for update`.execute(context.db)
  return rows[0] ?? null
}

/** Marks the run as under way and says how many rows the file seems to have. */
export async function beginRun(context: Context, id: string, rowsTotal: number): Promise<void> {
  await sql`
    update registration.import_run set state = 'running', rows_total = ${rowsTotal} where id = ${id}`.execute(
    context.db,
  )
}

/** Moves the run on, in the transaction of the rows that it counts. */
export async function advanceRun(context: Context, run: Run): Promise<void> {
  await sql`
    update registration.import_run
       set line_done = ${run.lineDone}, rows = ${run.rows}, accepted = ${run.accepted}, updated = ${run.updated},
           unchanged = ${run.unchanged}, refused = ${run.refused}
     where id = ${run.id}`.execute(context.db)
}

/** Ends the run; an uploaded file is no longer kept. */
export async function endRun(context: Context, id: string, refusal: Problem | null): Promise<void> {
  await sql`
    update registration.import_run
       set state = ${refusal === null ? 'done' : 'refused'}, refusal = ${refusal === null ? null : JSON.stringify(refusal)}::jsonb,
           rows_total = rows, ended_at = ${context.now}
     where id = ${id}`.execute(context.db)
  await sql`delete from registration.import_piece where run_id = ${id}`.execute(context.db)
}

/** Keeps why rows were refused. */
export async function insertProblems(context: Context, runId: string, problems: readonly RowProblem[]): Promise<void> {
  if (problems.length === 0) return
  await sql`
    insert into registration.import_problem (run_id, line, column_no, field, reason, details)
    select ${runId}::uuid, line, "column", field, reason, coalesce("values", '{}')
      from json_to_recordset(${JSON.stringify(problems)}::json)
        as p (line integer, "column" integer, field text, reason text, "values" jsonb)`.execute(context.db)
}

const pieceBytes = 1_048_576

/** Keeps an uploaded file until its run has ended. */
export async function insertPieces(context: Context, runId: string, bytes: Buffer): Promise<void> {
  for (let number = 0; number * pieceBytes < bytes.length; number += 1) {
    const piece = bytes.subarray(number * pieceBytes, (number + 1) * pieceBytes)
    await sql`
      insert into registration.import_piece (run_id, number, bytes) values (${runId}, ${number}, ${piece})
          on conflict do nothing`.execute(context.db)
  }
}

/** An uploaded file put together again; empty when it is not kept. */
export async function readPieces(context: Context, runId: string): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from registration.import_piece where run_id = ${runId} order by number`.execute(context.db)
  return Buffer.concat(rows.map((row) => row.bytes))
}

function first<T>(rows: readonly T[]): T {
  const row = rows[0]
  if (row === undefined) throw new Error('an insert gave no row back')
  return row
}
