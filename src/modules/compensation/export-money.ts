import { sql } from 'kysely'
import { monthOf } from '../../kernel/day.ts'
import type { StatementId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import type { Download } from '../../platform/http/route.ts'
import type { Language } from '../../platform/problems.ts'
import { type SheetColumn, type SheetFormat, spreadsheet } from '../../platform/spreadsheet.ts'
import { lineColumns } from './case-money.ts'
import { columnTitles, type ExportWord, exportWords, reasonWords } from './export.texts.ts'
import { type LineRow, languageOf } from './line-words.ts'
import { foreseenOf } from './provider-money.ts'

/** More rows than a reader opens; a provider of the nation's size has some thousands of lines a month. */
const mostRows = 20_000

interface StatementRow {
  readonly month: string
  readonly version: number
  readonly providerName: string | null
  readonly areaCode: string | null
  readonly state: 'waiting' | 'approved' | 'returned'
  readonly lines: number
  readonly totalOre: number
  readonly madeOn: string
}

/** Statements that the actor may see, as a file. */
export async function exportStatements(
  context: Context,
  query: { readonly state?: string | undefined; readonly month?: string | undefined; readonly format: SheetFormat },
  language: Language,
): Promise<Result<Download>> {
  const say = words(language)
  const { rows } = await sql<StatementRow>`
    select s.month, s.version, v.provider_name as "providerName", v.area_code as "areaCode", s.state, s.line_count as lines,
           s.total_ore as "totalOre", s.made_on as "madeOn"
      from compensation.v_statement s left join market.v_contract v on v.contract_id = s.contract_id
     where (${query.state ?? null}::text is null or s.state = ${query.state ?? null})
       and (${query.month ?? null}::text is null or s.month = ${query.month ?? null})
     order by s.month desc, v.provider_name, v.area_code, s.version limit ${mostRows}`.execute(context.db)
  const columns: SheetColumn<StatementRow>[] = [
    { title: say.month, kind: 'text', value: (row) => row.month },
    { title: say.provider, kind: 'text', value: (row) => row.providerName },
    { title: say.area, kind: 'text', value: (row) => row.areaCode },
    { title: say.version, kind: 'number', value: (row) => row.version },
    { title: say.state, kind: 'text', value: (row) => inWords(row.state, language) },
    { title: say.lines, kind: 'number', value: (row) => row.lines },
    { title: say.amount, kind: 'ore', value: (row) => row.totalOre },
    { title: say.madeOn, kind: 'text', value: (row) => row.madeOn },
  ]
  return ok(await spreadsheet({ name: say.statements, columns, rows }, query.format))
}

/** The lines of one statement, as a file; lines of persons whom the actor may not see are left out. Problem: `not-found`. */
export async function exportLines(
  context: Context,
  statementId: StatementId,
  format: SheetFormat,
  language: Language,
): Promise<Result<Download>> {
  const say = words(language)
  const { rows: found } = await sql<{ month: string }>`
    select month from compensation.statement where id = ${statementId}`.execute(context.db)
  const [statement] = found
  if (statement === undefined) return fail(problem('not-found'))
  const { rows } = await sql<LineRow>`
    select ${lineColumns}
      from compensation.entitlement_line l left join registration.v_person p on p.person_id = l.person_id
     where l.statement_id = ${statementId} order by p.family_name, p.given_name, l.case_id, l.entitlement_key limit ${mostRows}`.execute(
    context.db,
  )
  for (const row of rows) context.readPerson(row.personId)
  const columns: SheetColumn<LineRow>[] = [
    { title: say.participant, kind: 'text', value: (row) => row.participant },
    { title: say.kind, kind: 'text', value: (row) => inWords(row.kind, language) },
    { title: say.month, kind: 'text', value: (row) => row.month },
    { title: say.payableFrom, kind: 'text', value: (row) => row.onDay },
    { title: say.level, kind: 'text', value: (row) => row.level },
    { title: say.amount, kind: 'ore', value: (row) => row.amountOre },
    { title: say.entitled, kind: 'ore', value: (row) => row.entitledOre },
    { title: say.posted, kind: 'ore', value: (row) => row.postedOre },
    { title: say.rule, kind: 'text', value: (row) => `${row.rule.name} ${row.rule.key}` },
    { title: say.clause, kind: 'text', value: (row) => row.rule.clause },
    { title: say.line, kind: 'text', value: (row) => row.lineId },
  ]
  return ok(await spreadsheet({ name: `${say.statement}-${statement.month}`, columns, rows }, format))
}

/** What the actor's provider can expect, as a file: nothing in it is posted. */
export async function exportExpected(
  context: Context,
  format: SheetFormat,
  language: Language,
): Promise<Result<Download>> {
  const say = words(language)
  const month = monthOf(context.today)
  const { items: rows } = await foreseenOf(context, month)
  const columns: SheetColumn<(typeof rows)[number]>[] = [
    { title: say.participant, kind: 'text', value: (row) => row.participant },
    { title: say.kind, kind: 'text', value: (row) => inWords(row.kind, language) },
    { title: say.month, kind: 'text', value: (row) => row.month },
    { title: say.payableFrom, kind: 'text', value: (row) => row.on },
    { title: say.level, kind: 'text', value: (row) => row.level },
    { title: say.state, kind: 'text', value: (row) => inWords(row.state, language) },
    { title: say.reason, kind: 'text', value: (row) => reasonWords[row.why][languageOf(language)] },
    { title: say.amount, kind: 'ore', value: (row) => row.amountOre },
    { title: say.posted, kind: 'ore', value: (row) => row.postedOre },
  ]
  return ok(await spreadsheet({ name: `${say.expected}-${month}`, columns, rows }, format))
}

const words = (language: Language) => columnTitles[languageOf(language)]
const inWords = (word: ExportWord, language: Language) => exportWords[word][languageOf(language)]
