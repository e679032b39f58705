import { amountText } from './decimal.ts'
import { schemeOf } from './giro.ts'
import type { Invoice, InvoiceLine, Party } from './invoice.ts'
import { node, type XmlNode, xmlText } from './xml.ts'

const oasis = 'urn:oasis:names:specification:ubl:schema:xsd'
export const customization = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'
export const profile = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'
/** The text that a Swedish seller's tax registration must have (SE-R-005). */
export const fTaxText = 'Godkänd för F-skatt'
/** An organisation number of Sweden, as electronic address and as legal registration (EAS and ICD). */
const swedishNumber = '0007'
/** "One": a line of the statement is one thing. */
const one = 'C62'

/** The document in UBL 2.1 as Peppol BIS Billing 3 wants it: elements in the schema's order, amounts in kronor. */
export function writeUbl(invoice: Invoice): string {
  const credit = invoice.kind === 'credit-note'
  const name = credit ? 'CreditNote' : 'Invoice'
  const namespaces = {
    xmlns: `${oasis}:${name}-2`,
    'xmlns:cac': `${oasis}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${oasis}:CommonBasicComponents-2`,
  }
  return xmlText(node(name, [...head(invoice), ...parties(invoice), ...money(invoice)], namespaces))
}

const optional = (name: string, text: string | null): XmlNode | null => (text === null ? null : node(name, text))
const amount = (name: string, value: string): XmlNode => node(name, value, { currencyID: 'SEK' })

function head(invoice: Invoice): (XmlNode | null)[] {
  const credit = invoice.kind === 'credit-note'
  return [
    node('cbc:CustomizationID', customization),
    node('cbc:ProfileID', profile),
    node('cbc:ID', invoice.number),
    node('cbc:IssueDate', invoice.issuedOn),
    credit ? null : optional('cbc:DueDate', invoice.dueOn),
    node(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', credit ? '381' : '380'),
    node('cbc:DocumentCurrencyCode', 'SEK'),
    optional('cbc:BuyerReference', invoice.buyerReference),
    invoice.firstDay === null || invoice.lastDay === null
      ? null
      : node('cac:InvoicePeriod', [node('cbc:StartDate', invoice.firstDay), node('cbc:EndDate', invoice.lastDay)]),
    invoice.orderReference === null ? null : node('cac:OrderReference', [node('cbc:ID', invoice.orderReference)]),
    ...invoice.preceding.map((number) =>
      node('cac:BillingReference', [node('cac:InvoiceDocumentReference', [node('cbc:ID', number)])]),
    ),
  ]
}

function parties(invoice: Invoice): (XmlNode | null)[] {
  const { account } = invoice
  return [
    node('cac:AccountingSupplierParty', [party(invoice.seller)]),
    node('cac:AccountingCustomerParty', [party(invoice.buyer)]),
    account === null
      ? null
      : node('cac:PaymentMeans', [
          node('cbc:PaymentMeansCode', '30'),
          node('cbc:PaymentID', invoice.number),
          node('cac:PayeeFinancialAccount', [
            node('cbc:ID', account.number),
            node('cac:FinancialInstitutionBranch', [node('cbc:ID', schemeOf[account.kind])]),
          ]),
        ]),
  ]
}

function party(of: Party): XmlNode {
  const taxScheme = (id: string) => node('cac:TaxScheme', [node('cbc:ID', id)])
  return node('cac:Party', [
    node('cbc:EndpointID', of.organisationNumber, { schemeID: swedishNumber }),
    node('cac:PartyName', [node('cbc:Name', of.name)]),
    node('cac:PostalAddress', [
      optional('cbc:StreetName', of.street),
      optional('cbc:CityName', of.city),
      optional('cbc:PostalZone', of.postcode),
      node('cac:Country', [node('cbc:IdentificationCode', 'SE')]),
    ]),
    of.vatNumber === null ? null : node('cac:PartyTaxScheme', [node('cbc:CompanyID', of.vatNumber), taxScheme('VAT')]),
    of.fTax ? node('cac:PartyTaxScheme', [node('cbc:CompanyID', fTaxText), taxScheme('TAX')]) : null,
    node('cac:PartyLegalEntity', [
      node('cbc:RegistrationName', of.name),
      node('cbc:CompanyID', of.organisationNumber, { schemeID: swedishNumber }),
    ]),
  ])
}

function taxCategory(name: string, { vat }: Invoice, reason: boolean): XmlNode {
  return node(name, [
    node('cbc:ID', vat.category),
    vat.category === 'O' ? null : node('cbc:Percent', String(vat.percent)),
    reason ? optional('cbc:TaxExemptionReason', vat.reason) : null,
    node('cac:TaxScheme', [node('cbc:ID', 'VAT')]),
  ])
}

function money(invoice: Invoice): (XmlNode | null)[] {
  const net = amountText(invoice.netOre)
  const vat = amountText(invoice.vatOre)
  const payable = amountText(invoice.payableOre)
  return [
    node('cac:TaxTotal', [
      amount('cbc:TaxAmount', vat),
      node('cac:TaxSubtotal', [
        amount('cbc:TaxableAmount', net),
        amount('cbc:TaxAmount', vat),
        taxCategory('cac:TaxCategory', invoice, true),
      ]),
    ]),
    node('cac:LegalMonetaryTotal', [
      amount('cbc:LineExtensionAmount', net),
      amount('cbc:TaxExclusiveAmount', net),
      amount('cbc:TaxInclusiveAmount', payable),
      amount('cbc:PayableAmount', payable),
    ]),
    ...invoice.lines.map((line) => lineNode(invoice, line)),
  ]
}

/** The price may not be negative (BR-27): what is taken back is minus one of it. */
function lineNode(invoice: Invoice, line: InvoiceLine): XmlNode {
  const credit = invoice.kind === 'credit-note'
  const back = line.netOre < 0
  const price = amountText((back ? -line.netOre : line.netOre) as typeof line.netOre)
  return node(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine', [
    node('cbc:ID', line.id),
    node(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', back ? '-1' : '1', { unitCode: one }),
    amount('cbc:LineExtensionAmount', amountText(line.netOre)),
    line.statementLine === null ? null : node('cac:OrderLineReference', [node('cbc:LineID', line.statementLine)]),
    node('cac:Item', [node('cbc:Name', line.name), taxCategory('cac:ClassifiedTaxCategory', invoice, false)]),
    node('cac:Price', [amount('cbc:PriceAmount', price)]),
  ])
}
