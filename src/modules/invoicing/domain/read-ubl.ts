import { type Day, parseDay } from '../../../kernel/day.ts'
import type { Ore } from '../../../kernel/money.ts'
import { type OrganisationNumber, parseOrganisationNumber } from '../../../kernel/organisation-number.ts'
import type { GiroAccount, VatCategory } from '../../../rules/index.ts'
import { parseDecimal, parseOre } from './decimal.ts'
import { schemeOf } from './giro.ts'
import type { Invoice, InvoiceLine, Party } from './invoice.ts'
import { find, textAt, type XmlElement } from './xml.ts'

/** What a checked document says, as a plain value. Throws on one that `checkInvoice` would have refused. */
export function readUbl(document: XmlElement): Invoice {
  const credit = document.name === 'CreditNote'
  const total = (path: string) => amountAt(document, `cac:LegalMonetaryTotal/${path}`)
  const category = find(document, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory')[0]
  if (category === undefined) throw new RangeError('an invoice without value added tax was not checked')
  const netOre = total('cbc:TaxExclusiveAmount')
  const withVat = total('cbc:TaxInclusiveAmount')
  return {
    kind: credit ? 'credit-note' : 'invoice',
    number: mustHave(textAt(document, 'cbc:ID'), 'cbc:ID'),
    issuedOn: mustHave(dayAt(document, 'cbc:IssueDate'), 'cbc:IssueDate'),
    dueOn: dayAt(document, 'cbc:DueDate'),
    firstDay: dayAt(document, 'cac:InvoicePeriod/cbc:StartDate'),
    lastDay: dayAt(document, 'cac:InvoicePeriod/cbc:EndDate'),
    buyerReference: textAt(document, 'cbc:BuyerReference'),
    orderReference: textAt(document, 'cac:OrderReference/cbc:ID'),
    preceding: find(document, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID').map((each) => each.text),
    seller: partyOf(document, 'cac:AccountingSupplierParty/cac:Party'),
    buyer: partyOf(document, 'cac:AccountingCustomerParty/cac:Party'),
    account: accountOf(document),
    lines: find(document, credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine').map(lineOf),
    netOre,
    vatOre: (withVat - netOre) as Ore,
    payableOre: total('cbc:PayableAmount'),
    vat: {
      category: mustHave(textAt(category, 'cbc:ID'), 'cbc:ID') as VatCategory,
      percent: percentOf(category),
      reason: textAt(category, 'cbc:TaxExemptionReason'),
    },
  }
}

function mustHave<T>(value: T | null, path: string): T {
  if (value === null) throw new RangeError(`a document without ${path} was not checked`)
  return value
}

function amountAt(from: XmlElement, path: string): Ore {
  return mustHave(parseOre(textAt(from, path)), path)
}

function dayAt(from: XmlElement, path: string): Day | null {
  const parsed = parseDay(textAt(from, path) ?? '')
  return parsed.ok ? parsed.value : null
}

function percentOf(category: XmlElement): number {
  const decimal = parseDecimal(textAt(category, 'cbc:Percent') ?? '0')
  return decimal === null ? 0 : Number(decimal.units) / 10 ** decimal.scale
}

function lineOf(line: XmlElement): InvoiceLine {
  return {
    id: mustHave(textAt(line, 'cbc:ID'), 'cbc:ID'),
    statementLine: textAt(line, 'cac:OrderLineReference/cbc:LineID'),
    name: mustHave(textAt(line, 'cac:Item/cbc:Name'), 'cac:Item/cbc:Name'),
    netOre: amountAt(line, 'cbc:LineExtensionAmount'),
  }
}

function partyOf(document: XmlElement, path: string): Party {
  const party = find(document, path)[0]
  if (party === undefined) throw new RangeError(`a document without ${path} was not checked`)
  const written = textAt(party, 'cac:PartyLegalEntity/cbc:CompanyID') ?? textAt(party, 'cbc:EndpointID') ?? ''
  const number = parseOrganisationNumber(written)
  const schemes = find(party, 'cac:PartyTaxScheme')
  const vat = schemes.find((scheme) => textAt(scheme, 'cac:TaxScheme/cbc:ID') === 'VAT')
  return {
    name: textAt(party, 'cac:PartyLegalEntity/cbc:RegistrationName') ?? '',
    organisationNumber: number.ok ? number.value : (written as OrganisationNumber),
    vatNumber: vat === undefined ? null : textAt(vat, 'cbc:CompanyID'),
    fTax: schemes.some((scheme) => textAt(scheme, 'cac:TaxScheme/cbc:ID') !== 'VAT'),
    street: textAt(party, 'cac:PostalAddress/cbc:StreetName'),
    postcode: textAt(party, 'cac:PostalAddress/cbc:PostalZone'),
    city: textAt(party, 'cac:PostalAddress/cbc:CityName'),
  }
}

function accountOf(document: XmlElement): GiroAccount | null {
  const account = find(document, 'cac:PaymentMeans/cac:PayeeFinancialAccount')[0]
  if (account === undefined) return null
  const scheme = textAt(account, 'cac:FinancialInstitutionBranch/cbc:ID')
  const kind = (['bankgiro', 'plusgiro'] as const).find((each) => schemeOf[each] === scheme)
  const number = textAt(account, 'cbc:ID')
  return kind === undefined || number === null ? null : { kind, number }
}
