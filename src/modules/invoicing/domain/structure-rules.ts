import { isDay } from '../../../kernel/day.ts'
import { type Check, type Finding, finding, isCredit, lineName, nth, quantityName } from './finding.ts'
import { customization, profile } from './write-ubl.ts'
import { everyElement, find, textAt, type XmlElement } from './xml.ts'

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'
const total = 'cac:LegalMonetaryTotal'

/** What must be there once, with the rule that says so. */
const required: readonly (readonly [rule: string, path: string])[] = [
  ['BR-01', 'cbc:CustomizationID'],
  ['PEPPOL-EN16931-R001', 'cbc:ProfileID'],
  ['BR-02', 'cbc:ID'],
  ['BR-03', 'cbc:IssueDate'],
  ['BR-05', 'cbc:DocumentCurrencyCode'],
  ['BR-06', `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`],
  ['BR-07', `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`],
  ['BR-08', `${seller}/cac:PostalAddress`],
  ['BR-09', `${seller}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`],
  ['BR-10', `${buyer}/cac:PostalAddress`],
  ['BR-11', `${buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`],
  ['PEPPOL-EN16931-R020', `${seller}/cbc:EndpointID`],
  ['PEPPOL-EN16931-R010', `${buyer}/cbc:EndpointID`],
  ['BR-CO-26', `${seller}/cac:PartyLegalEntity/cbc:CompanyID`],
  ['BR-12', `${total}/cbc:LineExtensionAmount`],
  ['BR-13', `${total}/cbc:TaxExclusiveAmount`],
  ['BR-14', `${total}/cbc:TaxInclusiveAmount`],
  ['BR-15', `${total}/cbc:PayableAmount`],
  ['BR-CO-18', 'cac:TaxTotal/cac:TaxSubtotal'],
]

const requiredOfLine: readonly (readonly [rule: string, path: string])[] = [
  ['BR-21', 'cbc:ID'],
  ['BR-24', 'cbc:LineExtensionAmount'],
  ['BR-25', 'cac:Item/cbc:Name'],
  ['BR-26', 'cac:Price/cbc:PriceAmount'],
  ['BR-CO-04', 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID'],
]

const requiredOfSubtotal: readonly (readonly [rule: string, path: string])[] = [
  ['BR-45', 'cbc:TaxableAmount'],
  ['BR-46', 'cbc:TaxAmount'],
  ['BR-47', 'cac:TaxCategory/cbc:ID'],
]

/** What the schema of UBL, or Peppol, allows at most once. */
const onlyOnce = [
  'cbc:CustomizationID',
  'cbc:ProfileID',
  'cbc:ID',
  'cbc:IssueDate',
  'cbc:DueDate',
  'cbc:InvoiceTypeCode',
  'cbc:CreditNoteTypeCode',
  'cbc:DocumentCurrencyCode',
  'cbc:BuyerReference',
  'cac:InvoicePeriod',
  'cac:OrderReference',
  'cac:AccountingSupplierParty',
  'cac:AccountingCustomerParty',
  total,
  `${seller}/cbc:EndpointID`,
  `${buyer}/cbc:EndpointID`,
  `${seller}/cac:PartyLegalEntity`,
  `${buyer}/cac:PartyLegalEntity`,
  ...['LineExtensionAmount', 'TaxExclusiveAmount', 'TaxInclusiveAmount', 'PayableAmount'].map(
    (each) => `${total}/cbc:${each}`,
  ),
]

const roots: Readonly<Record<string, string>> = {
  Invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  CreditNote: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
}

/** Whether it is an invoice or a credit note in UBL 2.1 at all; nothing else is asked of anything else. */
export const isUbl: Check = (document) =>
  roots[document.name] === document.namespace && document.namespace !== null
    ? []
    : [finding('KROM-ROOT', document.name, { found: document.name })]

/** Elements that must be there, those that may stand once, and dates: what every later rule builds on. */
export const structureRules: readonly Check[] = [
  (document) => missing(document, required, ''),
  emptyElements,
  typeCode,
  customizationAndProfile,
  (document) => repeated(document, onlyOnce),
  (document) =>
    (textAt(document, 'cbc:BuyerReference') ?? textAt(document, 'cac:OrderReference/cbc:ID'))
      ? []
      : [finding('PEPPOL-EN16931-R003', 'cbc:BuyerReference')],
  oneTaxTotal,
  lines,
  (document) =>
    find(document, 'cac:TaxTotal/cac:TaxSubtotal').flatMap((each, index) =>
      missing(each, requiredOfSubtotal, nth('cac:TaxSubtotal', index)),
    ),
  endpointSchemes,
  dates,
  payment,
  (document) =>
    find(document, 'cac:BillingReference/cac:InvoiceDocumentReference').flatMap((each) =>
      textAt(each, 'cbc:ID') === null ? [finding('BR-55', 'cac:InvoiceDocumentReference/cbc:ID')] : [],
    ),
]

/** An element that is there but empty is said by R008 alone. */
function missing(from: XmlElement, wanted: readonly (readonly [string, string])[], where: string): Finding[] {
  return wanted
    .filter(([, path]) => find(from, path).length === 0)
    .filter(([, path]) => !wanted.some(([, above]) => path.startsWith(`${above}/`) && find(from, above).length === 0))
    .map(([rule, path]) => finding(rule, where === '' ? path : `${where}/${path}`))
}

function emptyElements(document: XmlElement): Finding[] {
  return [...everyElement(document)]
    .filter(([, each]) => each.children.length === 0 && each.text === '')
    .map(([path]) => finding('PEPPOL-EN16931-R008', path))
}

function typeCode(document: XmlElement): Finding[] {
  const name = isCredit(document) ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode'
  return find(document, name).length === 0 ? [finding('BR-04', name)] : []
}

function customizationAndProfile(document: XmlElement): Finding[] {
  const named = textAt(document, 'cbc:CustomizationID')
  const process = textAt(document, 'cbc:ProfileID')
  return [
    ...(named === null || named === customization
      ? []
      : [finding('PEPPOL-EN16931-R004', 'cbc:CustomizationID', { found: named })]),
    ...(process === null || process === profile
      ? []
      : [finding('PEPPOL-EN16931-R007', 'cbc:ProfileID', { found: process })]),
  ]
}

function repeated(document: XmlElement, paths: readonly string[]): Finding[] {
  return paths
    .filter((path) => find(document, path).length > 1)
    .filter((path) => !paths.some((above) => path.startsWith(`${above}/`) && find(document, above).length > 1))
    .map((path) => finding('KROM-ONCE', path))
}

function oneTaxTotal(document: XmlElement): Finding[] {
  const totals = find(document, 'cac:TaxTotal').filter((each) => find(each, 'cac:TaxSubtotal').length > 0)
  return totals.length > 1 ? [finding('PEPPOL-EN16931-R053', 'cac:TaxTotal')] : []
}

function lines(document: XmlElement): Finding[] {
  const found = find(document, lineName(document))
  if (found.length === 0) return [finding('BR-16', lineName(document))]
  const quantity = quantityName(document)
  const ids = found.map((line) => textAt(line, 'cbc:ID'))
  return found.flatMap((line, index) => {
    const where = nth(lineName(document), index)
    const counted = find(line, quantity)[0]
    const id = ids[index] ?? null
    return [
      ...missing(line, requiredOfLine, where),
      ...(counted === undefined ? [finding('BR-22', `${where}/${quantity}`)] : []),
      ...(counted !== undefined && counted.attributes.unitCode === undefined
        ? [finding('BR-23', `${where}/${quantity}/@unitCode`)]
        : []),
      ...(id !== null && ids.indexOf(id) < index ? [finding('KROM-LINE-ID', `${where}/cbc:ID`, { found: id })] : []),
    ]
  })
}

function endpointSchemes(document: XmlElement): Finding[] {
  const parties: readonly (readonly [string, string])[] = [
    ['BR-62', seller],
    ['BR-63', buyer],
  ]
  return parties.flatMap(([rule, path]) =>
    find(document, `${path}/cbc:EndpointID`)
      .filter((each) => each.attributes.schemeID === undefined)
      .map(() => finding(rule, `${path}/cbc:EndpointID/@schemeID`)),
  )
}

const dateNames = new Set([
  'cbc:IssueDate',
  'cbc:DueDate',
  'cbc:TaxPointDate',
  'cbc:StartDate',
  'cbc:EndDate',
  'cbc:ActualDeliveryDate',
])

function dates(document: XmlElement): Finding[] {
  const wrong = [...everyElement(document)]
    .filter(([, each]) => dateNames.has(each.name) && each.text !== '' && !isDay(each.text))
    .map(([path, each]) => finding('PEPPOL-EN16931-F001', path, { found: each.text }))
  if (wrong.length > 0) return wrong
  return [...everyElement(document)]
    .filter(([, each]) => each.name === 'cac:InvoicePeriod')
    .filter(([, each]) => (textAt(each, 'cbc:EndDate') ?? '9999') < (textAt(each, 'cbc:StartDate') ?? ''))
    .map(([path]) => finding('BR-29', `${path}/cbc:EndDate`))
}

function payment(document: XmlElement): Finding[] {
  return find(document, 'cac:PaymentMeans').flatMap((means, index) => {
    const where = nth('cac:PaymentMeans', index)
    const accounts = find(means, 'cac:PayeeFinancialAccount')
    if (find(means, 'cbc:PaymentMeansCode').length === 0) return [finding('BR-49', `${where}/cbc:PaymentMeansCode`)]
    return accounts.some((each) => find(each, 'cbc:ID').length === 0)
      ? [finding('BR-50', `${where}/cac:PayeeFinancialAccount/cbc:ID`)]
      : []
  })
}
