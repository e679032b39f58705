import { StartFailure } from '../platform/failure.ts'
import { assessVerb } from './assess.ts'
import { audit } from './audit.ts'
import { benchVerb } from './bench.ts'
import { entitlementsVerb } from './entitlements.ts'
import { importExtract } from './import.ts'
import { invoiceVerb } from './invoice.ts'
import { ledger } from './ledger.ts'
import { registerVerb } from './register.ts'
import { scoreVerb } from './score.ts'
import { trainVerb } from './train.ts'
import type { Verb } from './verb.ts'

const verbs: Readonly<Record<string, Verb>> = {
  assess: assessVerb,
  audit,
  bench: benchVerb,
  entitlements: entitlementsVerb,
  import: importExtract,
  invoice: invoiceVerb,
  register: registerVerb,
  score: scoreVerb,
  train: trainVerb,
  ledger,
}

const usage = `krom: run a public employment service, from the command line

${Object.entries(verbs)
  .map(([name, verb]) => `  ./krom ${`${name} ${verb.arguments}`.padEnd(28)} ${verb.summary}`)
  .join('\n')}

  ./krom VERB --help           format and an example
`

const [name = '', ...args] = process.argv.slice(2)
const verb = verbs[name]

if (name === '' || name === '--help' || name === '-h') {
  process.stdout.write(usage)
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
