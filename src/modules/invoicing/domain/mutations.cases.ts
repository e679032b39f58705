/** A good document broken in one place: the rule that must fire, alone, and the edits of its text. */
export interface Mutation {
  readonly rule: string
  readonly why: string
  readonly edits: readonly (readonly [from: string | RegExp, to: string])[]
  /** Of which document; the plain invoice unless said. */
  readonly on?: 'credit-note' | 'taxed' | 'plusgiro'
}

const many = (rule: string, why: string, edits: Mutation['edits'], on?: Mutation['on']): Mutation =>
  on === undefined ? { rule, why, edits } : { rule, why, edits, on }
const of = (rule: string, why: string, from: string | RegExp, to: string, on?: Mutation['on']): Mutation =>
  many(rule, why, [[from, to]], on)
const element = (name: string) => new RegExp(`\\s*<${name}[ >][\\s\\S]*?</${name}>`)
const without = (rule: string, name: string, on?: Mutation['on']) => of(rule, `no ${name}`, element(name), '', on)
/** The first element of a name inside the first element of another. */
const inside = (outer: string, inner: string) =>
  new RegExp(`(<${outer}[ >](?:(?!</${outer}>)[\\s\\S])*?)\\s*<${inner}[ >][\\s\\S]*?</${inner}>`)
const withoutIn = (rule: string, outer: string, inner: string) =>
  of(rule, `no ${inner} in ${outer}`, inside(outer, inner), '$1')
/** An amount of the totals, of the invoice of 1 500 kronor that all of this breaks. */
const total = (name: string, to: string): readonly [string, string] => [
  `${name} currencyID="SEK">1500.00<`,
  `${name} currencyID="SEK">${to}<`,
]
const extra = (indicator: string) =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Prov</cbc:AllowanceChargeReason>` +
  '<cbc:Amount currencyID="SEK">1.00</cbc:Amount><cac:TaxCategory><cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:AllowanceCharge>'
const bothTotals =
  '<cbc:AllowanceTotalAmount currencyID="SEK">1.00</cbc:AllowanceTotalAmount><cbc:ChargeTotalAmount currencyID="SEK">1.00</cbc:ChargeTotalAmount>'

/** The document of rules that only Sweden has (SE-R-001 to SE-R-013). */
export const swedishMutations: readonly Mutation[] = [
  of('SE-R-001', 'VAT number one character short', /SE(\d{10})01</, 'SE$10<'),
  of('SE-R-002', 'a letter in the VAT number', /SE(\d{10})01</, 'SE$1X1<'),
  of(
    'SE-R-003',
    'a hyphen in the organisation number',
    /(RegistrationName>\s*<cbc:CompanyID schemeID="0007">\d{6})(\d{4})/,
    '$1-$2',
  ),
  of('SE-R-004', 'nine digits', /(RegistrationName>\s*<cbc:CompanyID schemeID="0007">\d{9})\d/, '$1'),
  of('SE-R-005', 'another text about tax', 'Godkänd för F-skatt', 'F-skattebevis finns'),
  of('SE-R-006', 'a rate that Sweden does not have', /<cbc:Percent>25</g, '<cbc:Percent>20<', 'taxed'),
  of('SE-R-007', 'a hyphen in the plusgiro number', '>123455<', '>12345-5<', 'plusgiro'),
  of('SE-R-008', 'a hyphen in the bankgiro number', '>9912346<', '>991-2346<'),
  of('SE-R-009', 'a bankgiro number of six digits', '>9912346<', '>991234<'),
  of('SE-R-010', 'a plusgiro number of nine digits', '>123455<', '>123456789<', 'plusgiro'),
  of('SE-R-011', 'payment means 50', 'PaymentMeansCode>30<', 'PaymentMeansCode>50<'),
  of('SE-R-012', 'payment means 31 between Swedish parties', 'PaymentMeansCode>30<', 'PaymentMeansCode>31<'),
  of('SE-R-013', 'a wrong check digit', /(RegistrationName>\s*<cbc:CompanyID schemeID="0007">\d{9})9/, '$10'),
]

export const structureMutations: readonly Mutation[] = [
  of('KROM-ROOT', 'an order', /(<\/?)Invoice([ >])/g, '$1Order$2'),
  without('BR-01', 'cbc:CustomizationID'),
  without('BR-02', 'cbc:ID'),
  without('BR-03', 'cbc:IssueDate'),
  without('BR-04', 'cbc:InvoiceTypeCode'),
  without('BR-04', 'cbc:CreditNoteTypeCode', 'credit-note'),
  without('BR-05', 'cbc:DocumentCurrencyCode'),
  withoutIn('BR-06', 'cac:AccountingSupplierParty', 'cbc:RegistrationName'),
  withoutIn('BR-07', 'cac:AccountingCustomerParty', 'cbc:RegistrationName'),
  withoutIn('BR-08', 'cac:AccountingSupplierParty', 'cac:PostalAddress'),
  withoutIn('BR-09', 'cac:AccountingSupplierParty', 'cac:Country'),
  withoutIn('BR-10', 'cac:AccountingCustomerParty', 'cac:PostalAddress'),
  of(
    'BR-11',
    'no country of the buyer',
    /(<cac:AccountingCustomerParty>[\s\S]*?)<cac:Country>[\s\S]*?<\/cac:Country>/,
    '$1<cbc:CityName>Orten</cbc:CityName>',
  ),
  withoutIn('BR-12', 'cac:LegalMonetaryTotal', 'cbc:LineExtensionAmount'),
  withoutIn('BR-13', 'cac:LegalMonetaryTotal', 'cbc:TaxExclusiveAmount'),
  withoutIn('BR-14', 'cac:LegalMonetaryTotal', 'cbc:TaxInclusiveAmount'),
  withoutIn('BR-15', 'cac:LegalMonetaryTotal', 'cbc:PayableAmount'),
  of('BR-16', 'no lines', /\s*<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, ''),
  withoutIn('BR-21', 'cac:InvoiceLine', 'cbc:ID'),
  withoutIn('BR-22', 'cac:InvoiceLine', 'cbc:InvoicedQuantity'),
  of('BR-23', 'no unit', ' unitCode="C62"', ''),
  withoutIn('BR-24', 'cac:InvoiceLine', 'cbc:LineExtensionAmount'),
  withoutIn('BR-25', 'cac:Item', 'cbc:Name'),
  without('BR-26', 'cac:Price'),
  of('BR-29', 'the period ends before it begins', '<cbc:EndDate>2022-09-30<', '<cbc:EndDate>2022-08-31<'),
  withoutIn('BR-45', 'cac:TaxSubtotal', 'cbc:TaxableAmount'),
  withoutIn('BR-46', 'cac:TaxSubtotal', 'cbc:TaxAmount'),
  withoutIn('BR-47', 'cac:TaxSubtotal', 'cbc:ID'),
  without('BR-49', 'cbc:PaymentMeansCode'),
  withoutIn('BR-50', 'cac:PayeeFinancialAccount', 'cbc:ID'),
  withoutIn('BR-CO-04', 'cac:ClassifiedTaxCategory', 'cbc:ID'),
  without('BR-CO-18', 'cac:TaxSubtotal'),
  withoutIn('BR-CO-26', 'cac:PartyLegalEntity', 'cbc:CompanyID'),
  of('BR-62', 'no scheme of the seller', /(<cac:AccountingSupplierParty>[\s\S]*?EndpointID) schemeID="0007"/, '$1'),
  of('BR-63', 'no scheme of the buyer', /(<cac:AccountingCustomerParty>[\s\S]*?EndpointID) schemeID="0007"/, '$1'),
  of(
    'BR-55',
    'a credited invoice without number',
    /(<cac:InvoiceDocumentReference>\s*)<cbc:ID>[^<]*<\/cbc:ID>/,
    '$1<cbc:IssueDate>2022-09-30</cbc:IssueDate>',
    'credit-note',
  ),
  of('PEPPOL-EN16931-F001', 'a day that is none', 'IssueDate>2022-10-03<', 'IssueDate>2022-13-03<'),
  without('PEPPOL-EN16931-R001', 'cbc:ProfileID'),
  of(
    'PEPPOL-EN16931-R003',
    'no reference',
    /\s*<cbc:BuyerReference>[\s\S]*?<\/cbc:BuyerReference>([\s\S]*?)\s*<cac:OrderReference>[\s\S]*?<\/cac:OrderReference>/,
    '$1',
  ),
  of('PEPPOL-EN16931-R004', 'another specification', 'poacc:billing:3.0', 'poacc:billing:2.0'),
  of('PEPPOL-EN16931-R007', 'another process', 'billing:01:1.0', 'billing:xx:1.0'),
  of('PEPPOL-EN16931-R008', 'an empty element', /<cbc:StreetName>[^<]*</, '<cbc:StreetName> <'),
  withoutIn('PEPPOL-EN16931-R020', 'cac:AccountingSupplierParty', 'cbc:EndpointID'),
  withoutIn('PEPPOL-EN16931-R010', 'cac:AccountingCustomerParty', 'cbc:EndpointID'),
  of('PEPPOL-EN16931-R053', 'two tax totals', /(\s*<cac:TaxTotal>[\s\S]*<\/cac:TaxTotal>)/, '$1$1'),
  of('KROM-ONCE', 'two numbers', /(<cbc:ID>[^<]*<\/cbc:ID>)/, '$1$1'),
  of('KROM-LINE-ID', 'two lines of one number', '<cbc:ID>2</cbc:ID>', '<cbc:ID>1</cbc:ID>'),
]

export const codeMutations: readonly Mutation[] = [
  of('PEPPOL-EN16931-P0100', 'a corrected invoice', 'InvoiceTypeCode>380<', 'InvoiceTypeCode>384<'),
  of(
    'PEPPOL-EN16931-P0101',
    'another kind of note',
    'CreditNoteTypeCode>381<',
    'CreditNoteTypeCode>380<',
    'credit-note',
  ),
  of('BR-CL-04', 'euro', /SEK/g, 'EUR'),
  of('BR-CL-14', 'no such country', /(<cac:AccountingCustomerParty>[\s\S]*?IdentificationCode>)SE/, '$1XX'),
  of('BR-CL-16', 'no such means', 'PaymentMeansCode>30<', 'PaymentMeansCode>99<'),
  of('BR-CL-17', 'no such category', /(<cac:TaxCategory>\s*<cbc:ID>)E/, '$1Q'),
  of('BR-CL-18', 'no such category of a line', /(<cac:ClassifiedTaxCategory>\s*<cbc:ID>)E/, '$1Q'),
  of('BR-CL-23', 'no such unit', 'unitCode="C62"', 'unitCode="XYZ9"'),
  of('BR-CL-25', 'no such scheme', 'EndpointID schemeID="0007"', 'EndpointID schemeID="9999"'),
  of('PEPPOL-EN16931-R051', 'one amount in euro', 'PayableAmount currencyID="SEK"', 'PayableAmount currencyID="EUR"'),
  of('PEPPOL-COMMON-R040', 'a wrong GLN', /EndpointID schemeID="0007">\d+/, 'EndpointID schemeID="0088">7300010000009'),
  of('PEPPOL-COMMON-R049', 'a wrong number', /EndpointID schemeID="0007">\d+/, 'EndpointID schemeID="0007">5560000000'),
  of('KROM-NUMBER', 'a decimal comma', /(PayableAmount currencyID="SEK">\d+)\./, '$1,'),
  of('KROM-TOO-LARGE', 'a million million kronor', /(PriceAmount currencyID="SEK">)/, '$11000000000000'),
  of('KROM-GIRO', 'a wrong check digit', '>9912346<', '>9912345<'),
  of('BR-DEC-09', 'three decimals', /(LegalMonetaryTotal>\s*<cbc:LineExtensionAmount currencyID="SEK">[\d.]+)/, '$10'),
  of('BR-DEC-12', 'three decimals', /(TaxExclusiveAmount currencyID="SEK">[\d.]+)/, '$10'),
  of('BR-DEC-13', 'three decimals', /(<cac:TaxTotal>\s*<cbc:TaxAmount currencyID="SEK">[\d.]+)/, '$10'),
  of('BR-DEC-14', 'three decimals', /(TaxInclusiveAmount currencyID="SEK">[\d.]+)/, '$10'),
  of('BR-DEC-18', 'three decimals', /(PayableAmount currencyID="SEK">[\d.]+)/, '$10'),
  of('BR-DEC-19', 'three decimals', /(TaxableAmount currencyID="SEK">[\d.]+)/, '$10'),
  of('BR-DEC-20', 'three decimals', /(<cac:TaxSubtotal>[\s\S]*?<cbc:TaxAmount currencyID="SEK">[\d.]+)/, '$10'),
  of('BR-DEC-23', 'three decimals', /(<cac:InvoiceLine>[\s\S]*?LineExtensionAmount currencyID="SEK">[\d.]+)/, '$10'),
]

export const arithmeticMutations: readonly Mutation[] = [
  of('BR-27', 'a negative price', /(PriceAmount currencyID="SEK">)/, '$1-'),
  of(
    'PEPPOL-EN16931-R121',
    'a base quantity of 0',
    '</cbc:PriceAmount>',
    '</cbc:PriceAmount><cbc:BaseQuantity unitCode="C62">0</cbc:BaseQuantity>',
  ),
  of('PEPPOL-EN16931-R120', 'two of them at the price of one', 'unitCode="C62">1<', 'unitCode="C62">2<'),
  many('BR-CO-10', 'the lines add up to something else', [
    [/(LegalMonetaryTotal>\s*<cbc:LineExtensionAmount currencyID="SEK">)1500/, '$11501'],
    total('TaxExclusiveAmount', '1501.00'),
    total('TaxInclusiveAmount', '1501.00'),
    total('PayableAmount', '1501.00'),
  ]),
  many('BR-CO-11', 'an allowance total without allowances', [
    ['<cac:TaxTotal>', `${extra('true')}<cac:TaxTotal>`],
    ['</cbc:TaxInclusiveAmount>', `</cbc:TaxInclusiveAmount>${bothTotals}`],
    total('TaxableAmount', '1501.00'),
  ]),
  many('BR-CO-12', 'a charge total without charges', [
    ['<cac:TaxTotal>', `${extra('false')}<cac:TaxTotal>`],
    ['</cbc:TaxInclusiveAmount>', `</cbc:TaxInclusiveAmount>${bothTotals}`],
    total('TaxableAmount', '1499.00'),
  ]),
  many('BR-CO-13', 'the total without VAT is not the lines', [
    total('TaxExclusiveAmount', '1501.00'),
    total('TaxInclusiveAmount', '1501.00'),
    total('PayableAmount', '1501.00'),
  ]),
  many('BR-CO-14', 'the VAT is not the sum of its rows', [
    [/(<cac:TaxTotal>\s*<cbc:TaxAmount currencyID="SEK">)0/, '$11'],
    total('TaxInclusiveAmount', '1501.00'),
    total('PayableAmount', '1501.00'),
  ]),
  many('BR-CO-15', 'the total with VAT is not the parts', [
    total('TaxInclusiveAmount', '1501.00'),
    total('PayableAmount', '1501.00'),
  ]),
  many('BR-CO-16', 'another amount to pay', [total('PayableAmount', '1501.00')]),
  many(
    'BR-CO-17',
    'VAT is not the rate',
    [
      [/TaxAmount currencyID="SEK">375\.00</g, 'TaxAmount currencyID="SEK">374.99<'],
      ['TaxInclusiveAmount currencyID="SEK">1875.00<', 'TaxInclusiveAmount currencyID="SEK">1874.99<'],
      ['PayableAmount currencyID="SEK">1875.00<', 'PayableAmount currencyID="SEK">1874.99<'],
    ],
    'taxed',
  ),
  of('BR-E-01', 'a category that is not in the breakdown', /(<cac:TaxCategory>\s*<cbc:ID>)E/, '$1O'),
  many('BR-E-02', 'no tax registration of the seller', [
    [element('cac:PartyTaxScheme'), ''],
    [element('cac:PartyTaxScheme'), ''],
  ]),
  of('BR-E-05', 'a rate on what is exempt', /<cbc:Percent>0</g, '<cbc:Percent>0.0001<'),
  many('BR-E-08', 'the taxable amount is not the lines', [total('TaxableAmount', '1501.00')]),
  of('BR-E-10', 'no reason for the exemption', element('cbc:TaxExemptionReason'), ''),
  many('BR-S-05', 'a standard rate of 0', [
    [/<cbc:ID>E</g, '<cbc:ID>S<'],
    [element('cbc:TaxExemptionReason'), ''],
    [element('cac:PartyTaxScheme'), ''],
  ]),
  of(
    'BR-S-10',
    'a reason on what is taxed',
    /(<cac:TaxCategory>[\s\S]*?<\/cbc:Percent>)/,
    '$1<cbc:TaxExemptionReason>Nej</cbc:TaxExemptionReason>',
    'taxed',
  ),
  of('BR-CO-25', 'no due day', element('cbc:DueDate'), ''),
]
