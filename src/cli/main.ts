import { StartFailure } from '../platform/failure.ts'
import type { Verb } from './verb.ts'

/** Each verb is read only when it is called: one that needs no database does not wait for those that do. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  assess: async () => (await import('./assess.ts')).assessVerb,
  audit: async () => (await import('./audit.ts')).audit,
  bench: async () => (await import('./bench.ts')).benchVerb,
  compliance: async () => (await import('./compliance.ts')).complianceVerb,
  entitlements: async () => (await import('./entitlements.ts')).entitlementsVerb,
  import: async () => (await import('./import.ts')).importExtract,
  invoice: async () => (await import('./invoice.ts')).invoiceVerb,
  ledger: async () => (await import('./ledger.ts')).ledger,
  register: async () => (await import('./register.ts')).registerVerb,
  score: async () => (await import('./score.ts')).scoreVerb,
  train: async () => (await import('./train.ts')).trainVerb,
}

async function usage(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(verbs).map(async ([name, read]) => {
      const verb = await read()
      return `  ./krom ${`${name} ${verb.arguments}`.padEnd(40)} ${verb.summary}`
    }),
  )
  return `krom: run a public employment service, from the command line

${lines.join('\n')}

  ./krom VERB --help           format and an example
`
}

const [name = '', ...args] = process.argv.slice(2)
const verb = Object.hasOwn(verbs, name) ? await verbs[name]?.() : undefined

if (name === '' || name === '--help' || name === '-h') {
  process.stdout.write(await usage())
} else if (!verb) {
  process.stderr.write(`krom: there is no verb "${name}"; ./krom --help lists them\n`)
  process.exitCode = 2
} else if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(verb.help)
} else {
  try {
    process.exitCode = await verb.run(args)
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error
    process.stderr.write(`krom: ${error.message}\n`)
    process.exitCode = 1
  }
}
