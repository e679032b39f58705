import {
  type Column,
  type Origin,
  type TrainingFault,
  type TrainingTable,
  type TrainOptions,
  train,
} from '../modules/assessment/domain/index.ts'
import { windowNumbered, windows } from '../rules/index.ts'
import { threadCrew } from './training/crew.ts'
import { type CsvTable, readCsvTable } from './training/csv-table.ts'
import { writeModel } from './training/model-file.ts'
import { listOption, readOptions, wholeOption } from './training/options.ts'
import type { Verb } from './verb.ts'

const help = `./krom train --data people.csv --target sustained_exit --out model.json

Trains a glass-box model: the log-odds are a sum of one part per column and of a few interactions. Reads any CSV with a header
(comma or semicolon): columns of numbers, columns of words as categories, empty = missing; "id" is left out. The target is 0 or 1.
The same file, options and seed give the same model to the last bit, on one thread or two.

--weight COL         how much each row counts
--categorical a,b    columns that are categories though they look like numbers
--without a,b        columns to leave out
--monotone col:-1    the chance may not rise with col (:+1: may not fall); several with commas
--time COL           a day, a month or a number: the latest rows are held out, for stopping and for the card
--bags N             re-fits to rows drawn again, for intervals and the flip rate (20; 0 = none)
--pairs N            the most interactions (12)
--bins N             the most bins of a number (64, at most 255)
--threads N          1 or 2 (2)
--synthetic          marks the rows as invented, in the card
--seed N             (1)

Out: a line {"rows":…,"auc":…,"brier":…,"slope":…,"model":"model.json"}, and the model with its card as readable JSON.
`

const names = [
  '--data',
  '--target',
  '--out',
  '--weight',
  '--categorical',
  '--without',
  '--monotone',
  '--time',
  '--bags',
].concat(['--pairs', '--bins', '--threads', '--seed'])

interface Asked {
  readonly data: string
  readonly target: string
  readonly out: string
  readonly weight: string | null
  readonly time: string | null
  readonly categories: readonly string[]
  readonly without: readonly string[]
  readonly monotone: ReadonlyMap<string, -1 | 1>
  readonly numbers: {
    readonly bags: number
    readonly pairs: number
    readonly bins: number
    readonly threads: number
    readonly seed: number
  }
  readonly synthetic: boolean
}

/** `./krom train`: a model and its card from any CSV with a target; needs no database. */
export const trainVerb: Verb = {
  arguments: '--data F --target COL --out F',
  summary: 'train an assessment model and make its card',
  help,
  async run(args) {
    const asked = askedOf(args)
    const fault = typeof asked === 'string' ? asked : await trainFrom(asked)
    if (fault === null) return 0
    process.stderr.write(`krom train: ${fault}\n`)
    return typeof asked === 'string' ? 2 : 1
  },
}

function askedOf(args: readonly string[]): Asked | string {
  const given = readOptions(args, names, ['--synthetic'])
  if (typeof given === 'string') return `${given}; --help shows all`
  const [data, target, out] = [given.get('--data'), given.get('--target'), given.get('--out')]
  if (data === undefined || target === undefined || out === undefined)
    return 'say --data FILE --target COL --out FILE; --help shows more'
  const monotone = monotoneOf(given.get('--monotone'))
  if (typeof monotone === 'string') return monotone
  const bags = wholeOption(given, '--bags', { otherwise: 20, least: 0, most: 1000 })
  const pairs = wholeOption(given, '--pairs', { otherwise: 12, least: 0, most: 100 })
  const bins = wholeOption(given, '--bins', { otherwise: 64, least: 2, most: 255 })
  const threads = wholeOption(given, '--threads', { otherwise: 2, least: 1, most: 2 })
  const seed = wholeOption(given, '--seed', { otherwise: 1, least: 0, most: 2 ** 31 - 1 })
  for (const one of [bags, pairs, bins, threads, seed]) if (typeof one === 'string') return one
  return {
    data,
    target,
    out,
    weight: given.get('--weight') ?? null,
    time: given.get('--time') ?? null,
    categories: listOption(given.get('--categorical')),
    without: listOption(given.get('--without')),
    monotone,
    numbers: { bags, pairs, bins, threads, seed } as Asked['numbers'],
    synthetic: given.has('--synthetic'),
  }
}

function monotoneOf(text: string | undefined): ReadonlyMap<string, -1 | 1> | string {
  const signs = new Map<string, -1 | 1>()
  for (const one of listOption(text)) {
    const found = /^(.+):([+-]?1)$/.exec(one)
    if (found?.[1] === undefined) return `--monotone ${one} should be like registered_days:-1`
    signs.set(found[1], found[2] === '-1' ? -1 : 1)
  }
  return signs
}

/** Trains and writes; the sentence when something is wrong. */
async function trainFrom(asked: Asked): Promise<string | null> {
  const numbers = new Set([asked.target, ...(asked.weight === null ? [] : [asked.weight]), ...asked.monotone.keys()])
  const read = readCsvTable(asked.data, { categories: new Set(asked.categories), numbers, only: null })
  if (typeof read === 'string') return read
  const missing = [...asked.without, ...(asked.time === null ? [] : [asked.time])].filter(
    (name) => !read.columns.has(name),
  )
  if (missing.length > 0) return `there is no column ${missing.join(', ')}`
  const { table, periods } = tableOf(read, asked)
  if (typeof table === 'string') return table
  const options: TrainOptions = {
    ...asked.numbers,
    monotone: asked.monotone,
    cuts: cutsOfRules(),
    synthetic: asked.synthetic,
    periods,
  }
  const crew = threadCrew(asked.numbers.threads)
  const made = train(table, options, crew)
  await crew.end()
  if (!made.ok) return inWords(made.fault)
  const { seed, bins, pairs, bags } = asked.numbers
  const origin: Origin = { target: asked.target, weight: asked.weight, time: asked.time, seed, bins, pairs, bags }
  try {
    writeModel(asked.out, made.trained, origin)
  } catch {
    return `${asked.out} cannot be written`
  }
  const { measured } = made.trained.card
  const line = {
    rows: table.rows,
    auc: measured.auc,
    brier: measured.brier,
    slope: measured.calibrationSlope.value,
    model: asked.out,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  return null
}

function tableOf(read: CsvTable, asked: Asked): { table: TrainingTable | string; periods: readonly string[] | null } {
  const apart = new Set([asked.target, asked.weight, asked.time, 'id', ...asked.without])
  const numbersOf = (name: string): Float64Array => {
    const column = read.columns.get(name)
    return column?.kind === 'number' ? column.values : new Float64Array(read.rows).fill(Number.NaN)
  }
  const outcome = numbersOf(asked.target)
  const wrong = outcome.findIndex((value) => value !== 0 && value !== 1)
  if (wrong >= 0) return { table: inWords({ code: 'target-not-binary', row: wrong + 1 }), periods: null }
  const time = asked.time === null ? null : timeOf(read.columns.get(asked.time))
  const table: TrainingTable = {
    rows: read.rows,
    columns: [...read.columns.values()].filter((column) => !apart.has(column.name)),
    target: Uint8Array.from(outcome),
    weight: asked.weight === null ? null : numbersOf(asked.weight),
    time: time?.order ?? null,
  }
  return { table, periods: time?.periods ?? null }
}

const mostPeriods = 120

/** Order in time, and the month of each row where days or months are told. */
function timeOf(column: Column | undefined): { order: Float64Array; periods: string[] | null } {
  if (column === undefined) return { order: new Float64Array(0), periods: null }
  if (column.kind === 'number') {
    const distinct = new Set(column.values)
    return { order: column.values, periods: distinct.size > mostPeriods ? null : Array.from(column.values, String) }
  }
  const order = Float64Array.from(column.codes, (code) => (code === 0 ? Number.NaN : code))
  const months = ['', ...column.levels.map((level) => (/^\d{4}-\d{2}/.test(level) ? level.slice(0, 7) : level))]
  const periods = Array.from(column.codes, (code) => months[code] ?? '')
  return { order, periods: new Set(months).size > mostPeriods ? null : periods }
}

/** Every cut point that a window has ever had. */
function cutsOfRules(): number[] {
  const cuts = windows().flatMap(({ number, from, lastDay }) =>
    [from, lastDay ?? from].flatMap((on) => Object.values(windowNumbered(number, on).cutPoints)),
  )
  return [...new Set(cuts)].sort((a, b) => a - b)
}

function inWords(fault: TrainingFault): string {
  switch (fault.code) {
    case 'too-few-rows':
      return `${fault.rows} ${fault.rows === 1 ? 'row is' : 'rows are'} too few to learn from; at least ${fault.least} are needed`
    case 'no-columns':
      return 'there is no column to learn from'
    case 'target-not-binary':
      return `line ${fault.row + 1}: the target is not 0 or 1`
    case 'one-outcome':
      return `${fault.ones} rows have the target 1; at least ${fault.least} of each outcome are needed`
    case 'not-measurable':
      return `of the ${fault.rows} rows held out to measure the model on, ${fault.ones} have the target 1: both outcomes are needed there, so give more rows`
    case 'constant-column':
      return `column ${fault.column} has the same value, or none, in every row: leave it out with --without ${fault.column}`
    case 'too-many-levels':
      return `column ${fault.column} has ${fault.levels} different texts, at most ${fault.most} can be told apart: leave it out with --without ${fault.column}, or group them`
    case 'not-finite':
      return `line ${fault.row + 1}: ${fault.column}: not a finite number`
    case 'weight-not-valid':
      return `line ${fault.row + 1}: the weight is not a number from 0`
    case 'time-missing':
      return `line ${fault.row + 1}: the time is missing`
    case 'monotone-not-number':
      return `--monotone ${fault.column}: not a column of numbers that is learned from`
  }
}
