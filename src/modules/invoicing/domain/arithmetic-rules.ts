import { type Decimal, ofOre, parseDecimal, parseOre, plus, times, within } from './decimal.ts'
import { type Check, type Finding, finding, isCredit, lineName, nth, quantityName } from './finding.ts'
import { find, textAt, type XmlElement } from './xml.ts'

/** The sums: lines, totals, value added tax and what is to be paid (EN 16931's BR-CO, BR-S and their like, Peppol's R120). */
export const arithmeticRules: readonly Check[] = [lines, totals, taxBreakdown, taxCategories, payable]

const zero: Decimal = { units: 0n, scale: 0 }
const one: Decimal = { units: 1n, scale: 0 }
const twoOre: Decimal = { units: 2n, scale: 2 }
const decimalAt = (from: XmlElement, path: string): Decimal | null => parseDecimal(textAt(from, path))
const equal = (a: Decimal, b: Decimal) => within(a, b, zero)
const negative = (a: Decimal): Decimal => ({ ...a, units: -a.units })

/** Allowances (false) or charges (true) that stand directly below an element, added up. */
function charges(of: XmlElement, indicator: 'true' | 'false'): Decimal {
  return find(of, 'cac:AllowanceCharge')
    .filter((each) => textAt(each, 'cbc:ChargeIndicator') === indicator)
    .reduce((all, each) => plus(all, decimalAt(each, 'cbc:Amount') ?? zero), zero)
}

function lines(document: XmlElement): Finding[] {
  return find(document, lineName(document)).flatMap((line, index) => {
    const where = nth(lineName(document), index)
    const price = decimalAt(line, 'cac:Price/cbc:PriceAmount') ?? zero
    if (price.units < 0n) return [finding('BR-27', `${where}/cac:Price/cbc:PriceAmount`)]
    const base = decimalAt(line, 'cac:Price/cbc:BaseQuantity') ?? one
    if (base.units <= 0n) return [finding('PEPPOL-EN16931-R121', `${where}/cac:Price/cbc:BaseQuantity`)]
    const net = decimalAt(line, 'cbc:LineExtensionAmount') ?? zero
    const quantity = decimalAt(line, quantityName(document)) ?? zero
    // Multiplied by the base quantity, so that nothing is divided: net = quantity × price / base + charges − allowances.
    const extras = plus(charges(line, 'true'), negative(charges(line, 'false')))
    const right = plus(times(quantity, price), times(extras, base))
    return within(times(net, base), right, times(twoOre, base))
      ? []
      : [
          finding('PEPPOL-EN16931-R120', `${where}/cbc:LineExtensionAmount`, {
            found: textAt(line, 'cbc:LineExtensionAmount') ?? '',
          }),
        ]
  })
}

function totals(document: XmlElement): Finding[] {
  const money = find(document, 'cac:LegalMonetaryTotal')[0]
  if (money === undefined) return []
  const at = (name: string) => decimalAt(money, `cbc:${name}`)
  const sumOfLines = find(document, lineName(document)).reduce(
    (all, line) => plus(all, decimalAt(line, 'cbc:LineExtensionAmount') ?? zero),
    zero,
  )
  const net = at('LineExtensionAmount') ?? zero
  const allowances = at('AllowanceTotalAmount') ?? zero
  const added = at('ChargeTotalAmount') ?? zero
  const tax = find(document, 'cac:TaxTotal').find((each) => find(each, 'cac:TaxSubtotal').length > 0)
  const vat = tax === undefined ? zero : (decimalAt(tax, 'cbc:TaxAmount') ?? zero)
  const exclusive = at('TaxExclusiveAmount') ?? zero
  const inclusive = at('TaxInclusiveAmount') ?? zero
  const due = plus(plus(inclusive, negative(at('PrepaidAmount') ?? zero)), at('PayableRoundingAmount') ?? zero)
  const sums: readonly (readonly [rule: string, name: string, found: Decimal, right: Decimal])[] = [
    ['BR-CO-10', 'LineExtensionAmount', net, sumOfLines],
    ['BR-CO-11', 'AllowanceTotalAmount', allowances, charges(document, 'false')],
    ['BR-CO-12', 'ChargeTotalAmount', added, charges(document, 'true')],
    ['BR-CO-13', 'TaxExclusiveAmount', exclusive, plus(plus(net, added), negative(allowances))],
    ['BR-CO-15', 'TaxInclusiveAmount', inclusive, plus(exclusive, vat)],
    ['BR-CO-16', 'PayableAmount', at('PayableAmount') ?? zero, due],
  ]
  return sums
    .filter(([, , found, right]) => !equal(found, right))
    .map(([rule, name, found, right]) =>
      finding(rule, `cac:LegalMonetaryTotal/cbc:${name}`, { found: written(found), right: written(right) }),
    )
}

function written({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return units < 0n ? `-${text}` : text
}

const subtotalsOf = (document: XmlElement) => find(document, 'cac:TaxTotal/cac:TaxSubtotal')

function taxBreakdown(document: XmlElement): Finding[] {
  const subtotals = subtotalsOf(document)
  const tax = find(document, 'cac:TaxTotal').find((each) => find(each, 'cac:TaxSubtotal').length > 0)
  const sum = subtotals.reduce((all, each) => plus(all, decimalAt(each, 'cbc:TaxAmount') ?? zero), zero)
  const total = tax === undefined ? zero : (decimalAt(tax, 'cbc:TaxAmount') ?? zero)
  const found: Finding[] = equal(total, sum)
    ? []
    : [finding('BR-CO-14', 'cac:TaxTotal/cbc:TaxAmount', { found: written(total), right: written(sum) })]
  for (const [index, each] of subtotals.entries()) {
    const percent = decimalAt(each, 'cac:TaxCategory/cbc:Percent') ?? zero
    const exact = times(decimalAt(each, 'cbc:TaxableAmount') ?? zero, { ...percent, scale: percent.scale + 2 })
    const vat = decimalAt(each, 'cbc:TaxAmount') ?? zero
    // Rounded to the öre, either way at a half: within half an öre of the exact product.
    if (!within(vat, exact, { units: 5n, scale: 3 }))
      found.push(finding('BR-CO-17', `${nth('cac:TaxSubtotal', index)}/cbc:TaxAmount`, { found: written(vat) }))
  }
  return found
}

const sameRate = (a: XmlElement, b: XmlElement) =>
  equal(decimalAt(a, 'cbc:Percent') ?? zero, decimalAt(b, 'cbc:Percent') ?? zero)

/** Each category and rate of the lines has its own row in the breakdown, with those lines' sum; zero rates have a reason. */
function taxCategories(document: XmlElement): Finding[] {
  const rows = subtotalsOf(document).flatMap((each) =>
    find(each, 'cac:TaxCategory').map((category) => ({ each, category })),
  )
  const ofLines = [
    ...find(document, lineName(document)).flatMap((line) =>
      find(line, 'cac:Item/cac:ClassifiedTaxCategory').map((category) => ({
        category,
        net: decimalAt(line, 'cbc:LineExtensionAmount') ?? zero,
      })),
    ),
    ...find(document, 'cac:AllowanceCharge').flatMap((extra) =>
      find(extra, 'cac:TaxCategory').map((category) => {
        const worth = decimalAt(extra, 'cbc:Amount') ?? zero
        return { category, net: textAt(extra, 'cbc:ChargeIndicator') === 'true' ? worth : negative(worth) }
      }),
    ),
  ]
  const codeOf = (category: XmlElement) => textAt(category, 'cbc:ID') ?? ''
  const same = (a: XmlElement, b: XmlElement) => codeOf(a) === codeOf(b) && sameRate(a, b)
  const found: Finding[] = unregistered(
    document,
    rows.map(({ category }) => codeOf(category)),
  )
  for (const { category } of ofLines) {
    const code = codeOf(category)
    const said = found.some((each) => each.rule === `BR-${code}-01`)
    if (!said && !rows.some((row) => same(row.category, category)))
      found.push(finding(`BR-${code}-01`, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory', { found: code }))
  }
  for (const [index, { each, category }] of rows.entries()) {
    const where = nth('cac:TaxSubtotal', index)
    const right = ofLines.filter((one) => same(one.category, category)).reduce((all, one) => plus(all, one.net), zero)
    const base = decimalAt(each, 'cbc:TaxableAmount') ?? zero
    if (!found.some((one) => one.rule.endsWith('-01')) && !equal(base, right))
      found.push(
        finding(`BR-${codeOf(category)}-08`, `${where}/cbc:TaxableAmount`, {
          found: written(base),
          right: written(right),
        }),
      )
    found.push(...rateRules(category, where))
  }
  return found
}

/** A seller who charges value added tax, or is exempt from it, says how it is registered (BR-S-02, BR-E-02, BR-Z-02). */
function unregistered(document: XmlElement, codes: readonly string[]): Finding[] {
  const path = 'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID'
  if (textAt(document, path) !== null) return []
  return codes.filter((code) => 'SEZ'.includes(code)).map((code) => finding(`BR-${code}-02`, path))
}

/** Category S has a rate above zero and no reason for exemption, E and O a reason, the others no rate. */
function rateRules(category: XmlElement, where: string): Finding[] {
  const code = textAt(category, 'cbc:ID') ?? ''
  const percent = decimalAt(category, 'cbc:Percent')
  const reason = textAt(category, 'cbc:TaxExemptionReason') ?? textAt(category, 'cbc:TaxExemptionReasonCode')
  const field = `${where}/cac:TaxCategory`
  if (code === 'S') {
    if (percent === null || percent.units <= 0n) return [finding('BR-S-05', `${field}/cbc:Percent`)]
    return reason === null ? [] : [finding('BR-S-10', `${field}/cbc:TaxExemptionReason`)]
  }
  if (percent !== null && percent.units !== 0n) return [finding(`BR-${code}-05`, `${field}/cbc:Percent`)]
  if (code === 'Z') return reason === null ? [] : [finding('BR-Z-10', `${field}/cbc:TaxExemptionReason`)]
  return reason === null ? [finding(`BR-${code}-10`, `${field}/cbc:TaxExemptionReason`)] : []
}

/** What is to be paid is not negative — that is a credit note — and says when (BR-CO-25). */
function payable(document: XmlElement): Finding[] {
  const due = parseOre(textAt(document, 'cac:LegalMonetaryTotal/cbc:PayableAmount'))
  if (due === null) return []
  const field = 'cac:LegalMonetaryTotal/cbc:PayableAmount'
  if (due < 0) return [finding('KROM-NEGATIVE', field, { found: written(ofOre(due)) })]
  const terms = textAt(document, 'cac:PaymentTerms/cbc:Note') ?? textAt(document, 'cbc:DueDate')
  return !isCredit(document) && due > 0 && terms === null ? [finding('BR-CO-25', 'cbc:DueDate')] : []
}
