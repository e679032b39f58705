import { existsSync } from 'node:fs'
import { ok } from '../kernel/result.ts'
import { importPersons, importProblems, tellProblem } from '../modules/registration/index.ts'
import { systemActor } from '../platform/actor.ts'
import { inTransaction } from '../platform/context.ts'
import { withDatabase } from './database.ts'
import { runImportVacancies } from './import-vacancies.ts'
import type { Verb } from './verb.ts'

/** `./krom import persons FILE.csv`: a register extract; `vacancies FILE|URL`: a feed. Bad rows are refused one by one. */
export const importExtract: Verb = {
  arguments: 'persons FILE.csv | vacancies FILE|URL',
  summary: 'import a register extract or vacancies',
  help: `./krom import persons FILE.csv

Reads a register extract (UTF-8 or Windows-1252; semicolons or commas). Good rows go in, a changed row becomes a new version
with the history kept, the same file again changes nothing. A broken-off run goes on where it was when the file is given again.
Columns: personnummer fornamn efternamn gatuadress postnummer postort kommunkod kon fodelseregion utbildning fullfoljd
nedsatt_arbetsformaga program inskriven_fran inskrivna_dagar_10_ar ssyk onskad_omfattning sprak tolk epost telefon skyddade_uppgifter

A line for each refused row, last the sums:
{"line":190,"field":"kon","reason":"required","text":"…"}
{"rows":2038,"accepted":2000,"updated":0,"unchanged":1,"refused":37}
The exit code is 1 when a row was refused.

./krom import vacancies FILE|URL

Takes in a feed of advertisements in JobTech's format: JSON lines, a JSON list (JobStream) or an answer with hits (JobSearch).
New ones go in, changed ones replace the old, those with "removed": true are closed. A line for each that was set aside (the
first fifty), last the sums:
{"line":2,"adId":"24","field":"headline","reason":"ad-field-missing","text":"…"}
{"read":3,"added":2,"changed":0,"unchanged":0,"removed":0,"setAside":1}
`,
  async run(args) {
    const [what, file] = args
    if (what === 'vacancies' && file !== undefined && args.length === 2) return runImportVacancies(file)
    if (what !== 'persons' || !file || args.length > 2) {
      process.stderr.write('krom import: say ./krom import persons FILE.csv, or vacancies FILE|URL\n')
      return 2
    }
    if (!existsSync(file)) {
      process.stderr.write(`krom import: there is no file ${file}\n`)
      return 2
    }
    return withDatabase(async ({ work }) => {
      const done = await importPersons(work, { file }, ({ rows, rowsTotal }) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${rows} of ${rowsTotal} rows`)
      })
      if (process.stderr.isTTY) process.stderr.write('\n')
      if (!done.ok) {
        const words = tellProblem(done.problem, 'sv')
        process.stderr.write(`krom import: ${words.title} ${words.cure}\n`)
        return 1
      }
      const { runId, ...sums } = done.value
      const why = { operation: 'import persons', purpose: 'tell what was refused' }
      await inTransaction(work, systemActor, why, async (context) => {
        for (const { line, field, reason, text } of await importProblems(context, runId, 'sv')) {
          process.stdout.write(`${JSON.stringify({ line, field, reason, text })}\n`)
        }
        return ok(null)
      })
      process.stdout.write(`${JSON.stringify(sums)}\n`)
      return sums.refused === 0 ? 0 : 1
    }, 'for-people')
  },
}
