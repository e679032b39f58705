import type { OrganisationId } from '../../kernel/ids.ts'
import { isUuid } from '../../kernel/ids.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { fail, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import { checkInvoice, type Finding, type Invoice, periodRefusal, readUbl, ruleWords } from './domain/index.ts'
import { findOwnStatement, invoicingRefusal } from './find-statement.ts'
import { type Parties, partiesOf } from './parties.ts'
import { readXml } from './read-xml.ts'
import { type TakenIn, takeInInvoice } from './take-in-invoice.ts'

const mostTold = 50

/**
 * Takes in an invoice or credit note that the provider sends: checked, matched, kept whole or not at all. Problems:
 * those of `wholeOrganisation`, `required`, those of `readXml`, `invoice-rules` with one `invoice-rule` a field, `invoice-of-another`,
 * `invoice-to-another`, `statement-unknown`, those of `invoicingRefusal`, `periodRefusal`, `partiesOf`, `takeInInvoice`.
 */
export async function sendInvoice(
  context: Context,
  command: { readonly bytes: Buffer | null },
): Promise<Result<TakenIn>> {
  const may = await wholeOrganisation(context)
  if (!may.ok) return may
  if (command.bytes === null) return fail(problem('required', { field: 'file' }))
  const read = readXml(command.bytes)
  if (!read.ok) return read
  const broken = checkInvoice(read.value)
  if (broken.length > 0) return fail(rulesProblem(broken))
  const invoice = readUbl(read.value)
  const named = invoice.orderReference?.toLowerCase() ?? ''
  if (!isUuid(named)) return fail(problem('statement-unknown', { field: 'cac:OrderReference/cbc:ID' }))
  await lockName(context, `invoice:${named}`)
  const statement = await findOwnStatement(context, named)
  if (statement === null) return fail(problem('statement-unknown', { field: 'cac:OrderReference/cbc:ID' }))
  const parties = await partiesOf(context, context.actor.organisationId as OrganisationId)
  if (!parties.ok) return parties
  const refusal =
    partyRefusal(invoice, parties.value) ?? invoicingRefusal(statement) ?? periodRefusal(invoice, statement)
  if (refusal !== null) return fail(refusal)
  return takeInInvoice(context, {
    invoice,
    statement,
    parties: parties.value,
    source: 'provider',
    document: command.bytes,
  })
}

function partyRefusal(invoice: Invoice, { seller, buyer }: Parties): Problem | null {
  if (invoice.seller.organisationNumber !== seller.organisationNumber)
    return problem('invoice-of-another', { field: 'cac:AccountingSupplierParty' })
  return invoice.buyer.organisationNumber === buyer.organisationNumber
    ? null
    : problem('invoice-to-another', { field: 'cac:AccountingCustomerParty' })
}

/** Each broken rule at its field, in both languages: the reader's is chosen when the refusal is worded. */
function rulesProblem(findings: readonly Finding[]): Problem {
  const problems = findings.slice(0, mostTold).map((each) => {
    const sv = ruleWords(each, 'sv')
    const en = ruleWords(each, 'en')
    const values = { rule: each.rule, whatSv: sv.what, cureSv: sv.cure, whatEn: en.what, cureEn: en.cure }
    return problem('invoice-rule', { field: each.field, values })
  })
  const count = new Set(findings.map((each) => each.rule)).size
  return problem('invoice-rules', { field: 'file', values: { count }, problems })
}
