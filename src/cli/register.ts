import { once } from 'node:events'
import { type RegisterRow, syntheticRegister } from '../simulation/register.ts'
import { readOptions, wholeOption } from './training/options.ts'
import type { Verb } from './verb.ts'

const help = `./krom register --people 200000 [--seed 1] > people.csv

Writes a synthetic register of assessed people as CSV, to train on: composed like the published tables of April 2020 – July 2021,
group by group, with an invented outcome within 12 months ("sustained_exit"). No real person stands behind any row.
The model that Krom is shipped with was made so (docs/MODEL.md):

  ./krom register --people 300000 --seed 1 > people.csv
  ./krom train --data people.csv --target sustained_exit --out model.json --time month --categorical occupation,municipality \\
    --monotone registeredDays:-1,registeredShareTenYears:-1 --bins 32 --pairs 6 --synthetic --seed 1
`

const columns = [
  'month',
  'sex',
  'age',
  'education',
  'birthRegion',
  'disability',
  'programme',
  'registeredDays',
  'registeredShareTenYears',
  'occupation',
  'occupationsSought',
  'wantedExtentPercent',
  'municipality',
  'sustainedExit',
] as const satisfies readonly (keyof RegisterRow)[]

/** `./krom register`: a synthetic register as CSV; needs no database. */
export const registerVerb: Verb = {
  arguments: '--people N',
  summary: 'write a synthetic register to train on',
  help,
  async run(args) {
    const given = readOptions(args, ['--people', '--seed'])
    const people =
      typeof given === 'string' ? given : wholeOption(given, '--people', { otherwise: 0, least: 1, most: 5_000_000 })
    const seed =
      typeof given === 'string' ? given : wholeOption(given, '--seed', { otherwise: 1, least: 0, most: 2 ** 31 - 1 })
    if (typeof people === 'string' || typeof seed === 'string' || people === 0) {
      process.stderr.write('krom register: say --people N; --help shows more\n')
      return 2
    }
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
    process.stdout.write(`id,${columns.join(',').replace('sustainedExit', 'sustained_exit')}\n`)
    const rows = syntheticRegister(seed, people)
    for (let from = 0; from < rows.length; from += 5000) {
      const lines = rows.slice(from, from + 5000).map((row, index) => lineOf(row, from + index + 1))
      if (!process.stdout.write(lines.join(''))) await once(process.stdout, 'drain')
    }
    return 0
  },
}

function lineOf(row: RegisterRow, id: number): string {
  return `${id},${columns.map((name) => row[name]).join(',')}\n`
}
