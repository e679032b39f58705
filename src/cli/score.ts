import { once } from 'node:events'
import {
  type AdditiveModel,
  type Column,
  type Scorer,
  scorerOf,
  shared,
  type Value,
} from '../modules/assessment/domain/index.ts'
import { type CsvTable, readCsvTable } from './training/csv-table.ts'
import { readModel } from './training/model-file.ts'
import { readOptions } from './training/options.ts'
import { scoreCrew } from './training/score-crew.ts'
import type { Verb } from './verb.ts'

const help = `./krom score --model model.json --data people.csv [--no-parts]

Scores each row of a CSV with the columns that the model was trained on (others are ignored), empty = missing.

Out, a line per row: {"row":1,"probability":0.31,"intercept":-0.8,"parts":[{"name":"age","effect":0.2}]}
     The intercept and the parts add up to the log-odds exactly. With --no-parts: {"row":1,"probability":0.31}
     A level that training never saw, or a missing value where none was missing, counts as the mean: the row says so in
     "notes", and standard error tells how many.
`

/** `./krom score`: chances of the rows of a CSV, with every part; needs no database. */
export const scoreVerb: Verb = {
  arguments: '--model F --data F',
  summary: 'score the rows of a CSV with a trained model',
  help,
  async run(args) {
    const given = readOptions(args, ['--model', '--data'], ['--no-parts'])
    const [file, data] = typeof given === 'string' ? [] : [given.get('--model'), given.get('--data')]
    if (typeof given === 'string' || file === undefined || data === undefined) {
      process.stderr.write(`krom score: say --model FILE --data FILE; --help shows more\n`)
      return 2
    }
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
    const fault = await scoreFile(file, data, !given.has('--no-parts'))
    if (fault === null) return 0
    process.stderr.write(`krom score: ${fault}\n`)
    return 1
  },
}

async function scoreFile(file: string, data: string, withParts: boolean): Promise<string | null> {
  const model = readModel(file)
  if (typeof model === 'string') return model
  const names = (kind: 'number' | 'category'): Set<string> =>
    new Set(model.terms.flatMap((term) => (term.kind === kind ? [term.name] : [])))
  const [categories, numbers] = [names('category'), names('number')]
  const read = readCsvTable(data, { categories, numbers, only: new Set([...categories, ...numbers]) })
  if (typeof read === 'string') return read
  const scorer = scorerOf(model)
  const columns = scorer.names.map((name) => read.columns.get(name) as Column)
  for (const sentence of unseen(scorer, columns)) process.stderr.write(`krom score: ${sentence}\n`)
  if (withParts) await writeParts(scorer, columns, read)
  else await writeChances(model, columns, read)
  return null
}

/** How many rows have a value that training never saw, by column. */
function unseen({ model }: Scorer, columns: readonly Column[]): string[] {
  return columns.flatMap((column, index) => {
    const term = model.terms[index]
    if (term === undefined || term.kind === 'pair') return []
    const isMissing = (row: number): boolean =>
      column.kind === 'category' ? column.codes[row] === 0 : Number.isNaN(column.values[row])
    let [missing, levels] = [0, 0]
    const seen = term.kind === 'category' ? new Set(term.levels) : null
    const isUnseen = column.kind === 'category' ? [false, ...column.levels.map((level) => !seen?.has(level))] : []
    const rows = column.kind === 'category' ? column.codes.length : column.values.length
    for (let row = 0; row < rows; row += 1) {
      if (isMissing(row)) missing += 1
      else if (column.kind === 'category' && isUnseen[column.codes[row] as number]) levels += 1
    }
    const sentences =
      levels > 0 ? [`${rowsHave(levels)} a level of ${column.name} that training never saw: counted as the mean`] : []
    if (missing > 0 && term.rows[0] === 0) {
      sentences.push(`${rowsHave(missing)} no ${column.name} and none was missing in training: counted as the mean`)
    }
    return sentences
  })
}

const rowsHave = (count: number): string => (count === 1 ? '1 row has' : `${count} rows have`)

const linesAtOnce = 2000

async function writeParts(scorer: Scorer, columns: readonly Column[], { rows }: CsvTable): Promise<void> {
  let lines: string[] = []
  for (let row = 0; row < rows; row += 1) {
    const { probability, intercept, parts, notes } = scorer.one(columns.map((column) => cellValue(column, row)))
    lines.push(JSON.stringify({ row: row + 1, probability, intercept, parts, ...(notes.length > 0 ? { notes } : {}) }))
    if (lines.length < linesAtOnce && row + 1 < rows) continue
    await write(lines)
    lines = []
  }
}

async function writeChances(model: AdditiveModel, columns: readonly Column[], { rows }: CsvTable): Promise<void> {
  const chance = shared.doubles(rows)
  const crew = scoreCrew(model)
  await crew.table(columns, rows, chance)
  await crew.end()
  for (let from = 0; from < rows; from += linesAtOnce) {
    const lines = Array.from(
      chance.subarray(from, from + linesAtOnce),
      (probability, index) => `{"row":${from + index + 1},"probability":${probability}}`,
    )
    await write(lines)
  }
}

async function write(lines: readonly string[]): Promise<void> {
  if (!process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain')
}

function cellValue(column: Column, row: number): Value {
  if (column.kind === 'category') return column.levels[(column.codes[row] as number) - 1] ?? null
  const value = column.values[row] as number
  return Number.isNaN(value) ? null : value
}
