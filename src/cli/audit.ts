import { sealAudit, verifyAudit } from '../platform/audit-seal.ts'
import { withDatabase } from './database.ts'
import type { Verb } from './verb.ts'

/** `./krom audit verify`: recomputes every seal of the audit log. */
export const audit: Verb = {
  arguments: 'verify',
  summary: 'check every sealed batch of the audit log',
  help: `./krom audit verify

Recomputes the hash of every sealed batch of the audit log and counts the rows not sealed yet. One line of JSON:
{"seals":12,"sealedEntries":3400,"unsealedEntries":2,"broken":[]}
A batch that does not fit its seal stands in "broken" with its number and why; the exit code is then 1.
`,
  async run(args) {
    if (args[0] !== 'verify' || args.length > 1) {
      process.stderr.write('krom audit: say ./krom audit verify\n')
      return 2
    }
    return withDatabase(async ({ pool }) => {
      await sealAudit(pool)
      const verdict = await verifyAudit(pool)
      process.stdout.write(`${JSON.stringify(verdict)}\n`)
      for (const one of verdict.broken)
        process.stderr.write(`krom audit: batch ${one.number} does not fit its seal (${one.because})\n`)
      return verdict.broken.length === 0 ? 0 : 1
    })
  },
}
