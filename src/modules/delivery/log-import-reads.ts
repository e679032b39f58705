import { sql } from 'kysely'
import { type Problem, problem } from '../../kernel/problem.ts'
import { kernelProblems } from '../../kernel/problems.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { problemReply } from '../../platform/http/problem-reply.ts'
import type { Download } from '../../platform/http/route.ts'
import { type Language, type ProblemTexts, platformProblems } from '../../platform/problems.ts'
import { spreadsheet } from '../../platform/spreadsheet.ts'
import { registrationProblems } from '../registration/index.ts'
import type { LogImportView, RowProblem } from './contract/log-imports.ts'
import { deliveryProblems } from './problems.ts'

/** A row that was refused, and one of the reasons. */
export interface RefusedRow {
  readonly row: number
  readonly externalId: string | null
  readonly problem: Problem
}

const texts: ProblemTexts = { ...kernelProblems, ...platformProblems, ...registrationProblems, ...deliveryProblems }

/** Cause and cure of a refused row in the reader's language. */
export function tellRefused({ row, externalId, problem: refusal }: RefusedRow, language: Language): RowProblem {
  const { code, title, detail } = problemReply(refusal, texts, language)
  return { row, externalId, field: refusal.field ?? null, code, title, cure: detail }
}

/** A page of the provider's imports, the latest first. */
export async function listLogImports(
  context: Context,
  { page, limit }: { readonly page: number; readonly limit: number },
): Promise<Result<{ items: LogImportView[]; page: number; limit: number; total: number }>> {
  const counted = await sql<{ total: number }>`select count(*)::int as total from delivery.log_import`.execute(
    context.db,
  )
  const { rows } = await sql<LogImportView>`
    select i.id as "importId", i.name, i.how, u.display_name as by, i.recorded_at as at, i.rows, i.accepted, i.updated, i.unchanged, i.refused
      from delivery.log_import i left join platform.user_account u on u.id = i.recorded_by
     order by i.recorded_at desc, i.id desc limit ${limit} offset ${(page - 1) * limit}`.execute(context.db)
  return ok({ items: rows, page, limit, total: counted.rows[0]?.total ?? 0 })
}

const headings = {
  sv: { row: 'rad', key: 'externalId', field: 'fält', code: 'kod', cause: 'vad som är fel', cure: 'vad du kan göra' },
  en: { row: 'row', key: 'externalId', field: 'field', code: 'code', cause: 'what is wrong', cure: 'what you can do' },
} as const

/** The refused rows of an import as a file to mend by. Problem: `not-found`. */
export async function refusedRowsFile(
  context: Context,
  importId: string,
  language: Language,
): Promise<Result<Download>> {
  const { rows } = await sql<{ problems: RefusedRow[] }>`
    select problems from delivery.log_import where id = ${importId}`.execute(context.db)
  const found = rows[0]
  if (found === undefined) return fail(problem('not-found'))
  const told = found.problems.map((each) => tellRefused(each, language))
  const title = headings[language === 'en' ? 'en' : 'sv']
  const columns = [
    { title: title.row, kind: 'number' as const, value: (each: RowProblem) => each.row },
    { title: title.key, kind: 'text' as const, value: (each: RowProblem) => each.externalId },
    { title: title.field, kind: 'text' as const, value: (each: RowProblem) => each.field },
    { title: title.code, kind: 'text' as const, value: (each: RowProblem) => each.code },
    { title: title.cause, kind: 'text' as const, value: (each: RowProblem) => each.title },
    { title: title.cure, kind: 'text' as const, value: (each: RowProblem) => each.cure },
  ]
  return ok(await spreadsheet({ name: `import-${importId}`, columns, rows: told }, 'csv'))
}
