import { hasCheckDigit } from '../../../kernel/check-digit.ts'
import { codeLists } from './code-lists.data.ts'
import { parseDecimal, parseOre } from './decimal.ts'
import { type Check, type Finding, finding, isCredit, lineName, nth, quantityName } from './finding.ts'
import { everyElement, find, textAt, type XmlElement } from './xml.ts'

/** The codes and numbers that a document uses are ones that its lists know. */
export const codeRules: readonly Check[] = [
  typeCode,
  (document) => oneOf(document, 'BR-CL-04', 'cbc:DocumentCurrencyCode', codeLists.currencies),
  currencies,
  units,
  vatCategories,
  (document) => everywhere(document, 'BR-CL-14', 'cbc:IdentificationCode', codeLists.countries),
  (document) => everywhere(document, 'BR-CL-16', 'cbc:PaymentMeansCode', codeLists.paymentMeans),
  endpoints,
  amounts,
]

function typeCode(document: XmlElement): Finding[] {
  return isCredit(document)
    ? oneOf(document, 'PEPPOL-EN16931-P0101', 'cbc:CreditNoteTypeCode', ['381'])
    : oneOf(document, 'PEPPOL-EN16931-P0100', 'cbc:InvoiceTypeCode', ['380'])
}

function oneOf(document: XmlElement, rule: string, path: string, codes: readonly string[]): Finding[] {
  const found = textAt(document, path)
  return found === null || codes.includes(found) ? [] : [finding(rule, path, { found, codes: codes.join(', ') })]
}

function everywhere(document: XmlElement, rule: string, name: string, codes: readonly string[]): Finding[] {
  return [...everyElement(document)]
    .filter(([, each]) => each.name === name && !codes.includes(each.text))
    .map(([path, each]) => finding(rule, path, { found: each.text }))
}

const amountNames = /^cbc:(.*Amount)$/

/** Every amount is in the document's currency. */
function currencies(document: XmlElement): Finding[] {
  const currency = textAt(document, 'cbc:DocumentCurrencyCode') ?? ''
  return [...everyElement(document)]
    .filter(([, each]) => amountNames.test(each.name) && each.attributes.currencyID !== currency)
    .map(([path, each]) =>
      finding('PEPPOL-EN16931-R051', `${path}/@currencyID`, { found: each.attributes.currencyID ?? '' }),
    )
}

function units(document: XmlElement): Finding[] {
  const known: readonly string[] = codeLists.units
  return find(document, lineName(document)).flatMap((line, index) => {
    const unit = find(line, quantityName(document))[0]?.attributes.unitCode ?? ''
    if (known.includes(unit)) return []
    const where = `${nth(lineName(document), index)}/${quantityName(document)}/@unitCode`
    return [finding('BR-CL-23', where, { found: unit, codes: known.join(', ') })]
  })
}

function vatCategories(document: XmlElement): Finding[] {
  const known: readonly string[] = codeLists.vatCategories
  return [...everyElement(document)]
    .filter(([, each]) => each.name === 'cac:TaxCategory' || each.name === 'cac:ClassifiedTaxCategory')
    .filter(([, each]) => !known.includes(textAt(each, 'cbc:ID') ?? ''))
    .map(([path, each]) =>
      finding(each.name === 'cac:TaxCategory' ? 'BR-CL-17' : 'BR-CL-18', `${path}/cbc:ID`, {
        found: textAt(each, 'cbc:ID') ?? '',
      }),
    )
}

function endpoints(document: XmlElement): Finding[] {
  const known: readonly string[] = codeLists.endpointSchemes
  return [...everyElement(document)].flatMap(([path, each]) => {
    if (each.name !== 'cbc:EndpointID') return []
    const scheme = each.attributes.schemeID ?? ''
    if (!known.includes(scheme))
      return [finding('BR-CL-25', `${path}/@schemeID`, { found: scheme, codes: known.join(', ') })]
    if (scheme === '0088') return isGln(each.text) ? [] : [finding('PEPPOL-COMMON-R040', path, { found: each.text })]
    return /^\d{10}$/.test(each.text) && hasCheckDigit(each.text)
      ? []
      : [finding('PEPPOL-COMMON-R049', path, { found: each.text })]
  })
}

/** GS1: the last digit makes the sum, weighted 1 and 3 from the right, a multiple of ten. */
function isGln(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false
  const total = [...text].reduce((all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return total % 10 === 0
}

/** Which rule says that an amount has two decimals, by its element and the one above it. */
const decimals: Readonly<Record<string, string>> = {
  'cac:LegalMonetaryTotal/cbc:LineExtensionAmount': 'BR-DEC-09',
  'cac:LegalMonetaryTotal/cbc:AllowanceTotalAmount': 'BR-DEC-10',
  'cac:LegalMonetaryTotal/cbc:ChargeTotalAmount': 'BR-DEC-11',
  'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount': 'BR-DEC-12',
  'cac:TaxTotal/cbc:TaxAmount': 'BR-DEC-13',
  'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount': 'BR-DEC-14',
  'cac:LegalMonetaryTotal/cbc:PrepaidAmount': 'BR-DEC-16',
  'cac:LegalMonetaryTotal/cbc:PayableRoundingAmount': 'BR-DEC-17',
  'cac:LegalMonetaryTotal/cbc:PayableAmount': 'BR-DEC-18',
  'cac:TaxSubtotal/cbc:TaxableAmount': 'BR-DEC-19',
  'cac:TaxSubtotal/cbc:TaxAmount': 'BR-DEC-20',
  'cac:InvoiceLine/cbc:LineExtensionAmount': 'BR-DEC-23',
  'cac:CreditNoteLine/cbc:LineExtensionAmount': 'BR-DEC-23',
}

/** Amounts are numbers of a size that can be right, with two decimals; prices may have more. */
function amounts(document: XmlElement): Finding[] {
  return [...everyElement(document)].flatMap(([path, each]) => {
    const isNumber = amountNames.test(each.name) || numberNames.has(each.name)
    if (!isNumber) return []
    const decimal = parseDecimal(each.text)
    if (decimal === null) return [finding('KROM-NUMBER', path, { found: each.text.slice(0, 40) })]
    const rule = decimals[path.split('/').slice(-2).join('/')]
    if (rule !== undefined && decimal.scale > 2) return [finding(rule, path, { found: each.text })]
    const tooLarge = amountNames.test(each.name) && decimal.scale <= 2 && parseOre(each.text) === null
    return tooLarge ? [finding('KROM-TOO-LARGE', path, { found: each.text })] : []
  })
}

const numberNames = new Set([
  'cbc:InvoicedQuantity',
  'cbc:CreditedQuantity',
  'cbc:BaseQuantity',
  'cbc:Percent',
  'cbc:MultiplierFactorNumeric',
])
