import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a row of the matrix may expect of a role; `–` where the route has nothing of another's to ask for. */
export type Expectation = 'allow' | 'refuse' | 'hide' | 'sign-in' | '–'
const expectations: readonly string[] = ['allow', 'refuse', 'hide', 'sign-in', '–']

/** The columns of tests/access-matrix.csv between the route and the reason, in order. */
export const columns = [
  'anonymous',
  'jobseeker own',
  'jobseeker other',
  'caseworker',
  'caseworker on a protected case of others',
  'approver',
  'overseer',
  'coordinator own',
  'coordinator other',
  'adviser own',
  'adviser other',
  'municipality',
  'analyst',
  'administrator',
] as const
export type Column = (typeof columns)[number]

export interface MatrixRow {
  readonly route: string
  readonly expected: Readonly<Record<Column, Expectation>>
}

const file = join(import.meta.dirname, '..', 'access-matrix.csv')

/** The rows as they were written by hand; a value that no test understands is a fault of the file. */
export function readMatrix(text = readFileSync(file, 'utf8')): MatrixRow[] {
  const [header, ...lines] = text.trimEnd().split('\n')
  if (header !== ['method', 'path', ...columns, 'why'].join(',')) throw new Error(`unknown columns: ${header}`)
  return lines.map((line) => {
    const [method, path, ...cells] = line.split(',')
    const values = columns.map((column, index) => {
      const cell = cells[index]
      if (cell === undefined || !expectations.includes(cell)) throw new Error(`${path}, ${column}: ${cell}`)
      return [column, cell as Expectation] as const
    })
    return { route: `${method} ${path}`, expected: Object.fromEntries(values) as Record<Column, Expectation> }
  })
}

/** Keys in a path that belong to one person's case. */
const personal =
  /:(caseId|letterId|planId|measureId|caseWaiverId|informativeId|meetingId|entryId|confirmationId|deviationId|reportId|finalReportId|claimId|evidenceId|suggestionId|reviewId|questionId|complaintId)\b/
/** Whether a path belongs to one person's case. */
export const isPersonal = (path: string): boolean => personal.test(path)

const ofOthers: readonly Column[] = [
  'jobseeker other',
  'caseworker on a protected case of others',
  'coordinator other',
  'adviser other',
]

/** What is wrong between the routes that there are and the rows that are written; empty when all is well. */
export function faultsOfMatrix(routes: readonly string[], rows: readonly MatrixRow[]): string[] {
  const written = rows.map((row) => row.route)
  const untried = rows.flatMap(({ route, expected }) =>
    columns
      .filter((column) => expected[column] === '–' && (personal.test(route) || !ofOthers.includes(column)))
      .map((column) => `${route} says nothing about ${column}`),
  )
  return [
    ...routes.filter((route) => !written.includes(route)).map((route) => `${route} has no row`),
    ...written.filter((route) => !routes.includes(route)).map((route) => `${route} has no route`),
    ...written.filter((route, index) => written.indexOf(route) !== index).map((route) => `${route} has two rows`),
    ...untried,
  ]
}

/** Whether a status is what the row expects; null when it is, else one sentence. */
export function judge(expected: Exclude<Expectation, '–'>, status: number): string | null {
  const said = { 401: 'sign-in', 403: 'refuse', 404: 'hide' }[status] ?? (status < 500 ? 'allow' : 'fails')
  return said === expected ? null : `expected ${expected}, got ${said} (${status})`
}
