import type { OrganisationId, StatementId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { wholeOrganisation } from '../../platform/whole-organisation.ts'
import { buildInvoice, checkInvoice, writeUbl } from './domain/index.ts'
import { findOwnStatement, invoicingRefusal } from './find-statement.ts'
import { partiesOf } from './parties.ts'
import { readXml } from './read-xml.ts'
import { type TakenIn, takeInInvoice } from './take-in-invoice.ts'

/**
 * Makes the provider's own invoice, or credit note, of an approved statement, because its coordinator asks for it and has
 * agreed to it. Problems: those of `wholeOrganisation`, `statement-unknown`, those of `invoicingRefusal` and `partiesOf`, `no-mandate`.
 * Throws if the document breaks a rule of its own: nothing wrong leaves this house.
 */
export async function makeInvoice(
  context: Context,
  command: { readonly statementId: StatementId },
): Promise<Result<TakenIn>> {
  await lockName(context, `invoice:${command.statementId}`)
  const may = await wholeOrganisation(context)
  if (!may.ok) return may
  const statement = await findOwnStatement(context, command.statementId)
  if (statement === null) return fail(problem('statement-unknown'))
  const refusal = invoicingRefusal(statement)
  if (refusal !== null) return fail(refusal)
  const parties = await partiesOf(context, context.actor.organisationId as OrganisationId)
  if (!parties.ok) return parties
  if (!parties.value.kromInvoices) return fail(problem('no-mandate'))
  const { month, areaCode, version, statementId, preceding } = statement
  const { vat, dueDays } = context.rules.invoicing
  const { seller, buyer, account } = parties.value
  const number = `${month.replace('-', '')}-${areaCode ?? 'K'}-${version}-${statementId.slice(-4)}`
  const invoice = buildInvoice({
    number,
    issuedOn: context.today,
    seller,
    buyer,
    account,
    statement,
    preceding,
    vat,
    dueDays,
  })
  const document = Buffer.from(writeUbl(invoice))
  const read = readXml(document)
  const broken = read.ok ? checkInvoice(read.value) : []
  if (!read.ok || broken.length > 0) throw new Error(`an invoice of our own is broken: ${broken[0]?.rule ?? 'not XML'}`)
  return takeInInvoice(context, { invoice, statement, parties: parties.value, source: 'krom', document })
}
