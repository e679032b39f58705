import { ok, type Result } from '../../kernel/result.ts'
import { checkInvoice, type RuleLanguage, readUbl, ruleWords } from './domain/index.ts'
import { parseXml, readXml } from './read-xml.ts'
import { readSchemas } from './schematron/read-schemas.ts'
import { runSchema } from './schematron/run-schema.ts'

/** One broken rule of a checked file, in words; `by` is Krom or the Schematron file that says so. */
export interface CheckedRule {
  readonly rule: string
  readonly by: string
  readonly fatal: boolean
  readonly field: string
  readonly text: string
  readonly cure: string | null
}

export interface CheckedFile {
  readonly rules: readonly CheckedRule[]
  /** Null when the file is no invoice that can be read. */
  readonly number: string | null
  readonly kind: 'invoice' | 'credit-note' | null
  /** The Schematron files that were run; empty = Krom's own checks only, and conformance is not claimed. */
  readonly schemas: readonly string[]
}

/**
 * Checks a file without keeping it: Krom's own rules, and the official ones where a folder with them is given. Problems: those
 * of `readXml`. Throws where the folder has no files, or says something that is not understood.
 */
export function checkInvoiceFile(
  bytes: Uint8Array,
  { language, schematron }: { readonly language: RuleLanguage; readonly schematron: string | null },
): Result<CheckedFile> {
  const read = readXml(bytes)
  if (!read.ok) return read
  const parsed = parseXml(bytes)
  if (!parsed.ok) return parsed
  const own = checkInvoice(read.value)
  const schemas = schematron === null ? [] : readSchemas(schematron)
  const official = schemas.flatMap((schema) => runSchema(schema, parsed.value))
  const invoice = own.length === 0 ? readUbl(read.value) : null
  return ok({
    rules: [
      ...own.map((each) => {
        const { what, cure } = ruleWords(each, language)
        return { rule: each.rule, by: 'krom', fatal: true, field: each.field, text: what, cure }
      }),
      ...official.map(({ rule, schema, fatal, field, text }) => ({ rule, by: schema, fatal, field, text, cure: null })),
    ],
    number: invoice?.number ?? null,
    kind: invoice?.kind ?? null,
    schemas: schemas.map((each) => each.name),
  })
}
