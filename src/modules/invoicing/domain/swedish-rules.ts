import { hasCheckDigit } from '../../../kernel/check-digit.ts'
import { parseDecimal } from './decimal.ts'
import { type Check, type Finding, finding, nth } from './finding.ts'
import { hasGiroCheckDigit, schemeOf } from './giro.ts'
import { fTaxText } from './write-ubl.ts'
import { everyElement, find, textAt, type XmlElement } from './xml.ts'

const seller = 'cac:AccountingSupplierParty/cac:Party'
const country = 'cac:PostalAddress/cac:Country/cbc:IdentificationCode'
const account = 'cac:PayeeFinancialAccount'

/** Peppol's thirteen rules for Swedish sellers, and the giro number's check digit, which Peppol does not ask for. */
export const swedishRules: readonly Check[] = [vatNumber, organisationNumber, fTax, standardRates, paymentMeans]

function sellerOf(document: XmlElement): XmlElement | null {
  const party = find(document, seller)[0]
  return party !== undefined && textAt(party, country) === 'SE' ? party : null
}

const schemesOf = (party: XmlElement) => find(party, 'cac:PartyTaxScheme')
const schemeId = (scheme: XmlElement) => (textAt(scheme, 'cac:TaxScheme/cbc:ID') ?? '').toUpperCase()

/** SE-R-001 fourteen characters, SE-R-002 the last twelve digits. */
function vatNumber(document: XmlElement): Finding[] {
  const party = sellerOf(document)
  const scheme = party === null ? undefined : schemesOf(party).find((each) => schemeId(each) === 'VAT')
  const number = scheme === undefined ? null : textAt(scheme, 'cbc:CompanyID')
  if (number === null || !number.startsWith('SE')) return []
  const field = `${seller}/cac:PartyTaxScheme/cbc:CompanyID`
  if (number.length !== 14) return [finding('SE-R-001', field, { found: number })]
  return /^\d{12}$/.test(number.slice(2)) ? [] : [finding('SE-R-002', field, { found: number })]
}

/** SE-R-003 digits, SE-R-004 ten of them, SE-R-013 the check digit. */
function organisationNumber(document: XmlElement): Finding[] {
  const party = sellerOf(document)
  const number = party === null ? null : textAt(party, 'cac:PartyLegalEntity/cbc:CompanyID')
  if (number === null) return []
  const field = `${seller}/cac:PartyLegalEntity/cbc:CompanyID`
  if (!/^\d+$/.test(number)) return [finding('SE-R-003', field, { found: number })]
  if (number.length !== 10) return [finding('SE-R-004', field, { found: number })]
  return hasCheckDigit(number) ? [] : [finding('SE-R-013', field, { found: number })]
}

/** SE-R-005: a tax registration that is not value added tax says that the seller is approved for F-tax. */
function fTax(document: XmlElement): Finding[] {
  const party = sellerOf(document)
  if (party === null || textAt(party, 'cac:PartyLegalEntity/cbc:CompanyID') === null) return []
  return schemesOf(party)
    .filter((each) => schemeId(each) !== 'VAT')
    .map((each) => textAt(each, 'cbc:CompanyID') ?? '')
    .filter((text) => text.toUpperCase() !== fTaxText.toUpperCase())
    .map((found) => finding('SE-R-005', `${seller}/cac:PartyTaxScheme/cbc:CompanyID`, { found }))
}

const rates = [6, 12, 25]

/** SE-R-006: the standard rates of a Swedish seller registered for value added tax. */
function standardRates(document: XmlElement): Finding[] {
  const party = sellerOf(document)
  const registered =
    party !== null && schemesOf(party).some((each) => (textAt(each, 'cbc:CompanyID') ?? '').startsWith('SE'))
  if (!registered) return []
  return [...everyElement(document)]
    .filter(([, each]) => each.name === 'cac:TaxCategory' || each.name === 'cac:ClassifiedTaxCategory')
    .filter(([, each]) => textAt(each, 'cbc:ID') === 'S')
    .filter(([, each]) => {
      const percent = parseDecimal(textAt(each, 'cbc:Percent'))
      return percent === null || !rates.includes(Number(percent.units) / 10 ** percent.scale)
    })
    .map(([path, each]) => finding('SE-R-006', `${path}/cbc:Percent`, { found: textAt(each, 'cbc:Percent') ?? '' }))
}

/** SE-R-007 to SE-R-012: giro numbers, and the one right way to say that the account is one. */
function paymentMeans(document: XmlElement): Finding[] {
  if (sellerOf(document) === null) return []
  const buyerCountry = textAt(document, `cac:AccountingCustomerParty/cac:Party/${country}`)
  return find(document, 'cac:PaymentMeans').flatMap((means, index) => {
    const where = nth('cac:PaymentMeans', index)
    const code = textAt(means, 'cbc:PaymentMeansCode') ?? ''
    const field = `${where}/cbc:PaymentMeansCode`
    if (code === '50' || code === '56') return [finding('SE-R-011', field, { found: code })]
    if (code === '31' && buyerCountry === 'SE') return [finding('SE-R-012', field, { found: code })]
    return code === '30' ? giro(means, where) : []
  })
}

function giro(means: XmlElement, where: string): Finding[] {
  const scheme = textAt(means, `${account}/cac:FinancialInstitutionBranch/cbc:ID`)
  const number = textAt(means, `${account}/cbc:ID`)
  if (number === null || (scheme !== schemeOf.plusgiro && scheme !== schemeOf.bankgiro)) return []
  const plus = scheme === schemeOf.plusgiro
  const field = `${where}/${account}/cbc:ID`
  const values = { found: number }
  if (!/^\d+$/.test(number)) return [finding(plus ? 'SE-R-007' : 'SE-R-008', field, values)]
  const [least, most] = plus ? [2, 8] : [7, 8]
  if (number.length < least || number.length > most) return [finding(plus ? 'SE-R-010' : 'SE-R-009', field, values)]
  return hasGiroCheckDigit(number) ? [] : [finding('KROM-GIRO', field, values)]
}
