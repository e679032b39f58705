import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Day } from '../../kernel/day.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, must, ok, type Result } from '../../kernel/result.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, lockName, type Work } from '../../platform/context.ts'
import {
  type ExtractHeader,
  type RawRow,
  type RowProblem,
  readHeader,
  readRow,
  separatorOf,
  splitRows,
} from './domain/index.ts'
import { extractText } from './extract-text.ts'
import { type FingerprintedRow, fingerprintOf, type ImportPlaces, importPlaces, saveRows } from './import-batch.ts'
import {
  advanceRun,
  beginRun,
  endRun,
  type ImportCounts,
  insertProblems,
  lockRun,
  openRun,
  type Run,
  readPieces,
} from './import-run.ts'

const batchRows = 2000
const why = { operation: 'importPersons', purpose: 'register extract' }

/** What to import: a file by its path, or its bytes or text with a name. */
export type ImportSource =
  | { readonly file: string; readonly name?: string }
  | { readonly bytes: Uint8Array; readonly name: string }
  | { readonly text: string; readonly name: string }

export interface ImportProgress extends ImportCounts {
  /** Rows that the file seems to have. */
  readonly rowsTotal: number
}

export interface ImportSummary extends ImportCounts {
  readonly runId: string
}

/**
 * Imports a register extract: good rows go in, bad ones are refused with line, column and reason, rows that say nothing
 * new change nothing. Each batch is one transaction together with its progress, so the same file given again after a
 * break goes on where it was. `work` must connect as the owner. Problems (nothing is saved): `empty-file`,
 * `not-a-text-file`, `missing-column`, `unknown-column`, `repeated-column`, `import-running-elsewhere`.
 */
export async function importPersons(
  work: Work,
  source: ImportSource,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<Result<ImportSummary>> {
  const bytes = await bytesOf(source)
  const sha256 = createHash('sha256').update(bytes).digest()
  const name = source.name ?? ('file' in source ? source.file : '')
  const run = must(
    await inTransaction(work, systemActor, why, async (context) => {
      await lockName(context, 'import-persons')
      return ok(await openRun(context, { name, sha256, sizeBytes: bytes.length }))
    }),
  )
  return importBytes(work, run, bytes, onProgress)
}

/** Goes on with an uploaded file, as the job does. A run that has ended, or is not there, is left alone. */
export async function continueImport(work: Work, runId: string): Promise<Result<ImportSummary | null>> {
  const found = must(
    await inTransaction(work, systemActor, why, async (context) => {
      const run = await lockRun(context, runId)
      return ok(run === null ? null : { run, bytes: await readPieces(context, runId) })
    }),
  )
  if (found === null || found.bytes.length === 0) return ok(null)
  return importBytes(work, found.run, found.bytes, () => undefined)
}

async function bytesOf(source: ImportSource): Promise<Uint8Array> {
  if ('file' in source) return readFile(source.file)
  return 'bytes' in source ? source.bytes : new TextEncoder().encode(source.text)
}

async function importBytes(
  work: Work,
  run: Run,
  bytes: Uint8Array,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<ImportSummary>> {
  const actor: Actor = { ...systemActor, userId: run.recordedBy }
  const opened = openExtract(bytes)
  if (!opened.ok) return refuseWhole(work, actor, run, opened.problem)
  const { rows, header, rowsTotal } = opened.value
  const { today } = await work.clock()
  const places = must(
    await inTransaction(work, actor, why, async (context) => {
      await beginRun(context, run.id, rowsTotal)
      return ok(await importPlaces(context))
    }),
  )
  let at = run
  for (const batch of batches(rows, { header, today, after: run.lineDone })) {
    const saved = await inTransaction(work, actor, why, (context) => saveBatch(context, at, places, batch))
    if (!saved.ok) return saved
    at = saved.value
    onProgress({ ...countsOf(at), rowsTotal })
  }
  must(await inTransaction(work, actor, why, async (context) => ok(await endRun(context, run.id, null))))
  return ok({ runId: run.id, ...countsOf(at) })
}

/** The rows of a file that is fit to import. Problems: those of `importPersons` that refuse the whole file. */
export function openExtract(
  bytes: Uint8Array,
): Result<{ rows: Iterator<RawRow, void, undefined>; header: ExtractHeader; rowsTotal: number }> {
  const extract = extractText(bytes)
  if (!extract.ok) return extract
  const { text } = extract.value
  const rows = splitRows(text, separatorOf(text))
  const first = rows.next()
  const header = readHeader(first.done ? [] : first.value.cells)
  return header.ok ? ok({ rows, header: header.value, rowsTotal: linesIn(text) - 1 }) : header
}

function linesIn(text: string): number {
  let lines = text.endsWith('\n') ? 0 : 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

async function refuseWhole(work: Work, actor: Actor, run: Run, refusal: Problem): Promise<Result<never>> {
  must(await inTransaction(work, actor, why, async (context) => ok(await endRun(context, run.id, refusal))))
  return fail(refusal)
}

/** Rows that are dealt with together, all checked. */
interface Batch {
  readonly good: FingerprintedRow[]
  readonly problems: RowProblem[]
  rows: number
  refused: number
  /** Rows that repeat an earlier row of the file word for word. */
  repeated: number
  lastLine: number
}

/**
 * Checks all rows in order, for a later row is judged by the ones before it, and hands out those after a line in
 * batches. Pure but for the fingerprint: the same file always gives the same batches.
 */
function* batches(
  rows: Iterator<RawRow, void, undefined>,
  about: { header: ExtractHeader; today: Day; after: number },
): Generator<Batch, void, undefined> {
  const seen = new Map<string, string>()
  let batch = emptyBatch()
  for (let next = rows.next(); !next.done; next = rows.next()) {
    const isDone = next.value.line <= about.after
    judge(next.value, about, seen, isDone ? emptyBatch() : batch)
    if (batch.rows < batchRows) continue
    yield batch
    batch = emptyBatch()
  }
  if (batch.rows > 0) yield batch
}

function emptyBatch(): Batch {
  return { good: [], problems: [], rows: 0, refused: 0, repeated: 0, lastLine: 0 }
}

function judge(
  raw: RawRow,
  { header, today }: { header: ExtractHeader; today: Day },
  seen: Map<string, string>,
  batch: Batch,
): void {
  batch.rows += 1
  batch.lastLine = raw.line
  const row = readRow(raw, header, today)
  if (Array.isArray(row)) {
    batch.refused += 1
    batch.problems.push(...row)
    return
  }
  const fingerprint = fingerprintOf(row)
  const earlier = seen.get(row.identityNumber)
  if (earlier === undefined) {
    seen.set(row.identityNumber, fingerprint)
    batch.good.push({ row, fingerprint })
    return
  }
  const isSame = earlier === fingerprint
  if (isSame) batch.repeated += 1
  else batch.refused += 1
  const reason = isSame ? 'same-row-twice' : 'conflicts-with-earlier-row'
  batch.problems.push({ line: raw.line, column: header.places.personnummer + 1, field: 'personnummer', reason })
}

async function saveBatch(context: Context, run: Run, places: ImportPlaces, batch: Batch): Promise<Result<Run>> {
  await lockName(context, 'import-persons')
  const held = await lockRun(context, run.id)
  if (held?.lineDone !== run.lineDone) return fail(problem('import-running-elsewhere'))
  const saved = await saveRows(context, places, batch.good)
  await insertProblems(context, run.id, batch.problems)
  const next: Run = {
    ...run,
    lineDone: batch.lastLine,
    rows: run.rows + batch.rows,
    accepted: run.accepted + saved.accepted,
    updated: run.updated + saved.updated,
    unchanged: run.unchanged + saved.unchanged + batch.repeated,
    refused: run.refused + batch.refused,
  }
  await advanceRun(context, next)
  return ok(next)
}

function countsOf({ rows, accepted, updated, unchanged, refused }: ImportCounts): ImportCounts {
  return { rows, accepted, updated, unchanged, refused }
}
