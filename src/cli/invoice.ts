import { existsSync, readFileSync } from 'node:fs'
import { checkInvoiceFile, invoicingProblems } from '../modules/invoicing/index.ts'
import type { Verb } from './verb.ts'

const help = `./krom invoice check FILE [--schematron DIR] [--language sv|en]

Checks an invoice or credit note of Peppol BIS Billing 3 (UBL 2.1): structure, code lists, arithmetic and the thirteen
Swedish rules. Nothing is kept and nothing is sent. A line of JSON for each broken rule:
{"rule":"SE-R-011","by":"krom","fatal":true,"field":"cac:PaymentMeans[1]/cbc:PaymentMeansCode","text":"…","cure":"…"}
and last one about the whole:
{"file":"f.xml","number":"F-1","kind":"invoice","fatal":0,"warnings":0,"schematron":["PEPPOL-EN16931-UBL.sch"],"conformance":"…"}

--schematron DIR runs every .sch file in DIR too, such as the official ones of CEN and Peppol, which Krom does not bring.
Without it these are Krom's own checks only, and full conformance is not claimed. The exit code is 1 when a rule refuses it.
`

interface Wish {
  readonly file: string
  readonly schematron: string | null
  readonly language: 'sv' | 'en'
}

/** `./krom invoice check`: every rule that a document breaks, in words. */
export const invoiceVerb: Verb = {
  arguments: 'check FILE',
  summary: 'check an e-invoice (Peppol BIS Billing 3) before it leaves',
  help,
  async run(args) {
    const wish = wishOf(args)
    if (wish === null) {
      process.stderr.write('krom invoice: say ./krom invoice check FILE [--schematron DIR] [--language sv|en]\n')
      return 2
    }
    if (!existsSync(wish.file)) {
      process.stderr.write(`krom invoice: ${wish.file} is not there\n`)
      return 2
    }
    return check(wish)
  },
}

function check({ file, schematron, language }: Wish): number {
  let checked: ReturnType<typeof checkInvoiceFile>
  try {
    checked = checkInvoiceFile(readFileSync(file), { language, schematron })
  } catch (error) {
    process.stderr.write(`krom invoice: ${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
  if (!checked.ok) {
    const { code, values = {} } = checked.problem
    const text = invoicingProblems[code]?.[language] ?? { title: code, cure: '' }
    const title = text.title.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
    print({ rule: code, by: 'krom', fatal: true, field: 'file', text: title, cure: text.cure })
    return 1
  }
  const { rules, number, kind, schemas } = checked.value
  for (const rule of rules) print(rule)
  const fatal = rules.filter((each) => each.fatal).length
  const conformance =
    schemas.length === 0
      ? 'own checks only, full conformance is not claimed'
      : `own checks and ${schemas.length} Schematron files`
  print({ file, number, kind, fatal, warnings: rules.length - fatal, schematron: schemas, conformance })
  return fatal === 0 ? 0 : 1
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function wishOf(args: readonly string[]): Wish | null {
  const [verb, file, ...options] = args
  if (verb !== 'check' || file === undefined || file.startsWith('--')) return null
  let schematron: string | null = null
  let language = 'en'
  for (let index = 0; index < options.length; index += 2) {
    const value = options[index + 1]
    if (value === undefined) return null
    if (options[index] === '--schematron') schematron = value
    else if (options[index] === '--language') language = value
    else return null
  }
  return language === 'sv' || language === 'en' ? { file, schematron, language } : null
}
