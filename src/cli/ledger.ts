import { sealLedger, verifyLedger } from '../modules/ledger/index.ts'
import { withDatabase } from './database.ts'
import type { Verb } from './verb.ts'

/** `./krom ledger verify`: recomputes every seal, fingerprint and sum of the books. */
export const ledger: Verb = {
  arguments: 'verify',
  summary: 'check every seal and every posting of the books',
  help: `./krom ledger verify

Seals what has been booked, then recomputes every seal, every fingerprint under it and every sum from the rows.
One line of JSON:
{"seals":12,"sealed":340,"unsealed":0,"postings":48210,"head":"9f2c…","faults":[]}
"sealed" counts periods and transactions, each with its postings; "head" is the last seal's hash: keep it elsewhere,
and a later run shows whether even the end of the books was rewritten.
A row that was changed, removed or added, a sum that is wrong, and a line of a statement that is not what was posted
stand in "faults" with table and key; the exit code is then 1:
{"table":"posting","row":"019b…/3","because":"changed"}
`,
  async run(args) {
    if (args[0] !== 'verify' || args.length > 1) {
      process.stderr.write('krom ledger: say ./krom ledger verify\n')
      return 2
    }
    return withDatabase(async ({ pool }) => {
      await sealLedger(pool)
      const verdict = await verifyLedger(pool)
      process.stdout.write(`${JSON.stringify(verdict)}\n`)
      for (const { table, row, because } of verdict.faults)
        process.stderr.write(`krom ledger: ${table} ${row}: ${because}\n`)
      return verdict.faults.length === 0 ? 0 : 1
    })
  },
}
