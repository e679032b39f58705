import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setImmediate as breath } from 'node:timers/promises'
import type { Day } from '../../kernel/day.ts'
import type { Problem } from '../../kernel/problem.ts'
import { fail, must, ok, type Result } from '../../kernel/result.ts'
import { type RawRow, separatorOf, splitRows } from '../../kernel/split-rows.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { type Context, inTransaction, type Work } from '../../platform/context.ts'
import { fileText } from '../../platform/file-text.ts'
import { type ExtractHeader, type RowProblem, readHeader, readRow } from './domain/index.ts'
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
const breathRows = 50
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
 * break goes on where it was; one import runs at a time, others wait. `work` must connect as the owner. Problems, each
 * for the whole file: `empty-file`, `not-a-text-file`, `missing-column`, `unknown-column`, `repeated-column`.
 */
export async function importPersons(
  work: Work,
  source: ImportSource,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<Result<ImportSummary>> {
  const bytes = await bytesOf(source)
  const sha256 = createHash('sha256').update(bytes).digest()
  const name = source.name ?? ('file' in source ? source.file : '')
  return alone(work, async () => {
    const run = await step(work, systemActor, (context) => openRun(context, { name, sha256, sizeBytes: bytes.length }))
    return importBytes(work, run, bytes, onProgress)
  })
}

/** Goes on with an uploaded file, as the job does. A run that has ended, or is not there, is left alone. */
export async function continueImport(work: Work, runId: string): Promise<Result<ImportSummary | null>> {
  return alone(work, async () => {
    const found = await step(work, systemActor, async (context) => {
      const run = await lockRun(context, runId)
      return run === null ? null : { run, bytes: await readPieces(context, runId) }
    })
    if (found === null || found.bytes.length === 0) return ok(null)
    return importBytes(work, found.run, found.bytes, () => undefined)
  })
}

/** Holds the one import lock on a connection of its own, which a killed process gives back by dying. */
async function alone<T>(work: Work, body: () => Promise<T>): Promise<T> {
  const keeper = await work.pool.connect()
  try {
    await keeper.query("select pg_advisory_lock(hashtextextended('import-persons', 0))")
    return await body()
  } finally {
    await keeper.query("select pg_advisory_unlock(hashtextextended('import-persons', 0))").catch(() => undefined)
    keeper.release()
  }
}

async function step<T>(work: Work, actor: Actor, body: (context: Context) => Promise<T>): Promise<T> {
  return must(await inTransaction(work, actor, why, async (context) => ok(await body(context))))
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
  const places = await step(work, actor, async (context) => {
    await beginRun(context, run.id, rowsTotal)
    return importPlaces(context)
  })
  const checked = batches(rows, { header, today, after: run.lineDone })
  const last = await saveAll({ work, actor, places, run }, checked, (at) => onProgress({ ...countsOf(at), rowsTotal }))
  await step(work, actor, (context) => endRun(context, run.id, null))
  return ok({ runId: run.id, ...countsOf(last) })
}

/**
 * Saves the batches in order with two transactions under way: while one writes the next is written beside it, but it
 * commits only after the one before, so progress never has a hole. Rows are checked meanwhile.
 */
async function saveAll(
  { work, actor, places, run }: { work: Work; actor: Actor; places: ImportPlaces; run: Run },
  checked: Generator<Batch | null, void, undefined>,
  onSaved: (at: Run) => void,
): Promise<Run> {
  let before: Promise<Run> = Promise.resolve(run)
  let coming = nextBatch(checked)
  for (let batch = await coming; batch !== null; batch = await coming) {
    const [current, earlier] = [batch, before]
    before = step(work, actor, (context) => saveBatch(context, earlier, places, current))
    // The one before may fail first; then this one fails with it and is told once.
    before.catch(() => undefined)
    coming = nextBatch(checked)
    onSaved(await earlier)
  }
  const last = await before
  onSaved(last)
  return last
}

/** Takes rows until a batch is full, and lets the database be heard in between. */
async function nextBatch(checked: Generator<Batch | null, void, undefined>): Promise<Batch | null> {
  for (;;) {
    const next = checked.next()
    if (next.done) return null
    if (next.value !== null) return next.value
    await breath()
  }
}

/** The rows of a file that is fit to import. Problems: those of `importPersons` that refuse the whole file. */
export function openExtract(
  bytes: Uint8Array,
): Result<{ rows: Iterator<RawRow, void, undefined>; header: ExtractHeader; rowsTotal: number }> {
  const extract = fileText(bytes)
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
  await step(work, actor, (context) => endRun(context, run.id, refusal))
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
 * batches, with a null now and then between them. The same file always gives the same batches.
 */
function* batches(
  rows: Iterator<RawRow, void, undefined>,
  about: { header: ExtractHeader; today: Day; after: number },
): Generator<Batch | null, void, undefined> {
  const seen = new Map<string, string>()
  let batch = emptyBatch()
  let count = 0
  for (let next = rows.next(); !next.done; next = rows.next()) {
    const isDone = next.value.line <= about.after
    judge(next.value, about, seen, isDone ? emptyBatch() : batch)
    count += 1
    if (batch.rows === batchRows) {
      yield batch
      batch = emptyBatch()
    } else if (count % breathRows === 0) yield null
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

async function saveBatch(context: Context, before: Promise<Run>, places: ImportPlaces, batch: Batch): Promise<Run> {
  const saved = await saveRows(context, places, batch.good)
  const run = await before
  await insertProblems(context, run.id, batch.problems)
  const held = await lockRun(context, run.id)
  if (held?.lineDone !== run.lineDone) throw new Error(`import ${run.id} was moved on by someone else`)
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
  return next
}

function countsOf({ rows, accepted, updated, unchanged, refused }: ImportCounts): ImportCounts {
  return { rows, accepted, updated, unchanged, refused }
}
