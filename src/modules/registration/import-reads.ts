import { sql } from 'kysely'
import { type Problem, problem } from '../../kernel/problem.ts'
import { kernelProblems } from '../../kernel/problems.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Language, ProblemTexts, Text } from '../../platform/problems.ts'
import type { ImportRun } from './contract.ts'
import { registrationProblems } from './problems.ts'

/** A refused row as it is told: where, which reason, and in words what is wrong and what to do. */
export interface ToldProblem {
  readonly line: number
  /** From 1; null when the fault is the whole row's. */
  readonly column: number | null
  readonly field: string | null
  readonly reason: string
  readonly text: string
}

type StaffLanguage = 'sv' | 'en'

const texts: ProblemTexts = { ...kernelProblems, ...registrationProblems }

/** Staff read Swedish or English. */
export function staffLanguage(language: Language): StaffLanguage {
  return language === 'en' ? 'en' : 'sv'
}

/** Cause and cure of a refusal in one text. */
export function tellProblem({ code, values = {} }: Problem, language: StaffLanguage): Text {
  const text = texts[code]?.[language]
  if (text === undefined) throw new Error(`the problem code ${code} has no text`)
  const filled = (words: string) =>
    words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return { title: filled(text.title), cure: filled(text.cure) }
}

type RunRow = Omit<ImportRun, 'refusal'> & { refusal: Problem | null }

const columns = sql`
  id, name, size_bytes as "sizeBytes", state, refusal, rows, rows_total as "rowsTotal", accepted, updated, unchanged, refused,
  recorded_at as "recordedAt", ended_at as "endedAt"`

/** A page of imports, the latest first. */
export async function listImports(
  context: Context,
  { page, limit, language }: { page: number; limit: number; language: Language },
): Promise<{ items: ImportRun[]; page: number; limit: number; total: number }> {
  const counted = await sql<{ total: number }>`select count(*) as total from registration.import_run`.execute(
    context.db,
  )
  const { rows } = await sql<RunRow>`
    select ${columns} from registration.import_run order by recorded_at desc, id desc
     limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  return { items: rows.map((row) => toldRun(row, language)), page, limit, total: counted.rows[0]?.total ?? 0 }
}

/** One import and how far it has come. Problem: `not-found`. */
export async function readImport(context: Context, id: string, language: Language): Promise<Result<ImportRun>> {
  const { rows } = await sql<RunRow>`select ${columns} from registration.import_run where id = ${id}`.execute(
    context.db,
  )
  return rows[0] === undefined ? fail(problem('not-found')) : ok(toldRun(rows[0], language))
}

function toldRun({ refusal, ...row }: RunRow, language: Language): ImportRun {
  if (refusal === null) return { ...row, refusal }
  return { ...row, refusal: { code: refusal.code, ...tellProblem(refusal, staffLanguage(language)) } }
}

/** The refused rows of an import in the order of the file, worded. */
export async function importProblems(context: Context, id: string, language: StaffLanguage): Promise<ToldProblem[]> {
  const { rows } = await sql<Omit<ToldProblem, 'text'> & { details: Record<string, string | number> }>`
    select line, column_no as "column", field, reason, details
      from registration.import_problem where run_id = ${id} order by line, column_no, id`.execute(context.db)
  return rows.map(({ details, ...row }) => {
    const { title, cure } = tellProblem({ code: row.reason, values: details }, language)
    return { ...row, text: `${title}. ${cure}` }
  })
}

const headings = {
  sv: ['rad', 'kolumn', 'fält', 'orsak', 'text'],
  en: ['line', 'column', 'field', 'reason', 'text'],
} as const

/** The same as a file for a spreadsheet: semicolons, CRLF, and a mark that says UTF-8. */
export function problemsFile(problems: readonly ToldProblem[], language: StaffLanguage): string {
  const rows = problems.map((each) => [each.line, each.column ?? '', each.field ?? '', each.reason, quoted(each.text)])
  return `\uFEFF${[headings[language], ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
