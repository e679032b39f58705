/** What a rule says when it is broken: what is wrong, and what to do. `{found}` and its like are values of the finding. */
export interface RuleText {
  readonly what: string
  readonly cure: string
}
export type RuleLanguage = 'sv' | 'en'
type Words = { readonly [L in RuleLanguage]: RuleText }

function words(sv: string, svCure: string, en: string, enCure: string): Words {
  return { sv: { what: sv, cure: svCure }, en: { what: en, cure: enCure } }
}

const missing = (sv: string, en: string): Words =>
  words(`${sv} saknas.`, 'Lägg till elementet.', `${en} is missing.`, 'Add the element.')
const decimals = words(
  'Beloppet {found} har fler än två decimaler.',
  'Skriv beloppet i kronor med högst två decimaler.',
  'The amount {found} has more than two decimals.',
  'Write the amount in kronor with at most two decimals.',
)
const notInList = (sv: string, en: string): Words =>
  words(
    `${sv} ”{found}” finns inte i kodlistan.`,
    'Använd en kod ur listan.',
    `${en} “{found}” is not in the code list.`,
    'Use a code from the list.',
  )
const sums = (sv: string, en: string): Words =>
  words(
    `${sv} är {found} men blir {right} när den räknas om.`,
    'Rätta beloppet eller det som summeras.',
    `${en} is {found} but comes to {right} when recomputed.`,
    'Correct the amount or what is added up.',
  )

const document: Readonly<Record<string, Words>> = {
  'KROM-ROOT': words(
    'Filen är ingen faktura eller kreditfaktura i UBL 2.1: den börjar med ”{found}”.',
    'Skicka en Invoice eller CreditNote enligt Peppol BIS Billing 3.',
    'The file is not an invoice or credit note in UBL 2.1: it begins with “{found}”.',
    'Send an Invoice or CreditNote of Peppol BIS Billing 3.',
  ),
  'BR-01': missing('Specifikationens id (CustomizationID)', 'The specification identifier (CustomizationID)'),
  'BR-02': missing('Fakturanumret', 'The invoice number'),
  'BR-03': missing('Fakturadatumet', 'The issue date'),
  'BR-04': missing('Fakturatypen', 'The invoice type code'),
  'BR-05': missing('Valutan', 'The currency'),
  'BR-06': missing('Säljarens namn', 'The seller’s name'),
  'BR-07': missing('Köparens namn', 'The buyer’s name'),
  'BR-08': missing('Säljarens postadress', 'The seller’s postal address'),
  'BR-09': missing('Säljarens land', 'The seller’s country'),
  'BR-10': missing('Köparens postadress', 'The buyer’s postal address'),
  'BR-11': missing('Köparens land', 'The buyer’s country'),
  'BR-12': missing('Radernas summa (LineExtensionAmount)', 'The sum of the lines (LineExtensionAmount)'),
  'BR-13': missing('Summan utan moms (TaxExclusiveAmount)', 'The total without VAT (TaxExclusiveAmount)'),
  'BR-14': missing('Summan med moms (TaxInclusiveAmount)', 'The total with VAT (TaxInclusiveAmount)'),
  'BR-15': missing('Beloppet att betala (PayableAmount)', 'The amount due (PayableAmount)'),
  'BR-16': words(
    'Fakturan har inga rader.',
    'Lägg till minst en rad.',
    'The invoice has no lines.',
    'Add at least one line.',
  ),
  'BR-21': missing('Radens nummer', 'The line’s identifier'),
  'BR-22': missing('Radens antal', 'The line’s quantity'),
  'BR-23': missing('Radens enhet (unitCode)', 'The line’s unit (unitCode)'),
  'BR-24': missing('Radens belopp', 'The line’s net amount'),
  'BR-25': missing('Radens benämning', 'The line’s item name'),
  'BR-26': missing('Radens pris', 'The line’s price'),
  'BR-27': words(
    'Priset är negativt.',
    'Skriv priset positivt och antalet negativt.',
    'The price is negative.',
    'Write the price positive and the quantity negative.',
  ),
  'BR-29': words(
    'Periodens sista dag är före dess första.',
    'Byt plats på dagarna.',
    'The period ends before it begins.',
    'Exchange the days.',
  ),
  'BR-45': missing('Momsradens underlag', 'The taxable amount of the VAT row'),
  'BR-46': missing('Momsradens moms', 'The tax amount of the VAT row'),
  'BR-47': missing('Momsradens kategori', 'The category of the VAT row'),
  'BR-49': missing('Betalsättets kod', 'The payment means code'),
  'BR-50': missing('Kontots nummer', 'The account number'),
  'BR-55': missing('Den krediterade fakturans nummer', 'The number of the invoice that is credited'),
  'BR-62': missing(
    'Schemat för säljarens elektroniska adress (schemeID)',
    'The scheme of the seller’s electronic address (schemeID)',
  ),
  'BR-63': missing(
    'Schemat för köparens elektroniska adress (schemeID)',
    'The scheme of the buyer’s electronic address (schemeID)',
  ),
  'BR-CO-04': missing('Radens momskategori', 'The line’s VAT category'),
  'BR-CO-18': missing('Momsspecifikationen (TaxSubtotal)', 'The VAT breakdown (TaxSubtotal)'),
  'BR-CO-25': words(
    'Det står inte när fakturan ska betalas.',
    'Lägg till förfallodag (DueDate) eller betalningsvillkor.',
    'It does not say when the invoice is due.',
    'Add a due date (DueDate) or payment terms.',
  ),
  'BR-CO-26': missing('Säljarens organisationsnummer', 'The seller’s organisation number'),
  'PEPPOL-EN16931-F001': words(
    '”{found}” är inte ett datum.',
    'Skriv år, månad och dag: 2022-10-03.',
    '“{found}” is not a date.',
    'Write year, month and day: 2022-10-03.',
  ),
  'PEPPOL-EN16931-R001': missing('Processen (ProfileID)', 'The business process (ProfileID)'),
  'PEPPOL-EN16931-R003': words(
    'Varken köparens referens eller ordernummer står på fakturan.',
    'Ange avtalet i BuyerReference eller underlaget i OrderReference.',
    'Neither a buyer reference nor an order reference is given.',
    'Give the contract in BuyerReference or the statement in OrderReference.',
  ),
  'PEPPOL-EN16931-R004': words(
    'Specifikationen ”{found}” är inte Peppol BIS Billing 3.',
    'Skriv exakt det id som Peppol anger.',
    'The specification “{found}” is not Peppol BIS Billing 3.',
    'Write exactly the identifier that Peppol gives.',
  ),
  'PEPPOL-EN16931-R007': words(
    'Processen ”{found}” är inte Peppols faktureringsprocess 01.',
    'Skriv urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.',
    'The process “{found}” is not Peppol’s billing process 01.',
    'Write urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.',
  ),
  'PEPPOL-EN16931-R008': words(
    'Elementet är tomt.',
    'Fyll i det eller ta bort det.',
    'The element is empty.',
    'Fill it in or remove it.',
  ),
  'PEPPOL-EN16931-R010': missing('Köparens elektroniska adress', 'The buyer’s electronic address'),
  'PEPPOL-EN16931-R020': missing('Säljarens elektroniska adress', 'The seller’s electronic address'),
  'PEPPOL-EN16931-R053': words(
    'Momsen specificeras mer än en gång.',
    'Behåll en TaxTotal med TaxSubtotal.',
    'VAT is broken down more than once.',
    'Keep one TaxTotal with TaxSubtotal.',
  ),
  'KROM-ONCE': words(
    'Elementet står mer än en gång.',
    'Behåll ett.',
    'The element stands more than once.',
    'Keep one.',
  ),
  'KROM-LINE-ID': words(
    'Radnumret ”{found}” används två gånger.',
    'Ge varje rad ett eget nummer.',
    'The line identifier “{found}” is used twice.',
    'Give each line its own.',
  ),
}

const codes: Readonly<Record<string, Words>> = {
  'BR-CL-04': words(
    'Valutan ”{found}” tas inte emot.',
    'Fakturera i SEK.',
    'The currency “{found}” is not accepted.',
    'Invoice in SEK.',
  ),
  'BR-CL-14': notInList('Landet', 'The country'),
  'BR-CL-16': notInList('Betalsättet', 'The payment means'),
  'BR-CL-17': notInList('Momskategorin', 'The VAT category'),
  'BR-CL-18': notInList('Radens momskategori', 'The line’s VAT category'),
  'BR-CL-23': notInList('Enheten', 'The unit'),
  'BR-CL-25': notInList('Adresschemat', 'The address scheme'),
  'PEPPOL-EN16931-P0100': words(
    'Fakturatypen ”{found}” tas inte emot.',
    'Skriv 380 på en faktura.',
    'The invoice type “{found}” is not accepted.',
    'Write 380 on an invoice.',
  ),
  'PEPPOL-EN16931-P0101': words(
    'Fakturatypen ”{found}” tas inte emot.',
    'Skriv 381 på en kreditfaktura.',
    'The type “{found}” is not accepted.',
    'Write 381 on a credit note.',
  ),
  'PEPPOL-EN16931-R051': words(
    'Beloppet är i ”{found}”, inte i fakturans valuta.',
    'Använd samma currencyID överallt.',
    'The amount is in “{found}”, not in the invoice’s currency.',
    'Use the same currencyID everywhere.',
  ),
  'PEPPOL-COMMON-R040': words(
    '”{found}” är inte ett GLN.',
    'Kontrollera de tretton siffrorna.',
    '“{found}” is not a GLN.',
    'Check the thirteen digits.',
  ),
  'PEPPOL-COMMON-R049': words(
    '”{found}” är inte ett svenskt organisationsnummer.',
    'Skriv tio siffror med rätt kontrollsiffra.',
    '“{found}” is not a Swedish organisation number.',
    'Write ten digits with the right check digit.',
  ),
  'KROM-NUMBER': words(
    '”{found}” är inte ett tal.',
    'Skriv siffror med decimalpunkt.',
    '“{found}” is not a number.',
    'Write digits with a decimal point.',
  ),
  'KROM-TOO-LARGE': words(
    'Beloppet {found} är orimligt stort.',
    'Kontrollera beloppet: det skrivs i kronor.',
    'The amount {found} is too large to be right.',
    'Check the amount: it is written in kronor.',
  ),
  ...Object.fromEntries(
    [9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 23].map((n) => [`BR-DEC-${String(n).padStart(2, '0')}`, decimals]),
  ),
}

const swedish: Readonly<Record<string, Words>> = {
  'SE-R-001': words(
    'Säljarens momsnummer ”{found}” har inte 14 tecken.',
    'Skriv SE, organisationsnumret och 01.',
    'The seller’s VAT number “{found}” does not have 14 characters.',
    'Write SE, the organisation number and 01.',
  ),
  'SE-R-002': words(
    'Säljarens momsnummer ”{found}” slutar inte med tolv siffror.',
    'Skriv SE, organisationsnumret och 01.',
    'The seller’s VAT number “{found}” does not end with twelve digits.',
    'Write SE, the organisation number and 01.',
  ),
  'SE-R-003': words(
    'Säljarens organisationsnummer ”{found}” har annat än siffror.',
    'Skriv tio siffror utan bindestreck.',
    'The seller’s organisation number “{found}” is not only digits.',
    'Write ten digits without a hyphen.',
  ),
  'SE-R-004': words(
    'Säljarens organisationsnummer ”{found}” har inte tio siffror.',
    'Skriv tio siffror.',
    'The seller’s organisation number “{found}” does not have ten digits.',
    'Write ten digits.',
  ),
  'SE-R-005': words(
    'Uppgiften om säljarens skatt är ”{found}”.',
    'Skriv Godkänd för F-skatt, eller ta bort uppgiften.',
    'The seller’s tax registration says “{found}”.',
    'Write Godkänd för F-skatt, or remove it.',
  ),
  'SE-R-006': words(
    'Momssatsen {found} finns inte i Sverige.',
    'Använd 6, 12 eller 25 procent, eller en annan kategori.',
    'The VAT rate {found} does not exist in Sweden.',
    'Use 6, 12 or 25 per cent, or another category.',
  ),
  'SE-R-007': words(
    'Plusgironumret ”{found}” har annat än siffror.',
    'Skriv numret utan bindestreck.',
    'The plusgiro number “{found}” is not only digits.',
    'Write it without a hyphen.',
  ),
  'SE-R-008': words(
    'Bankgironumret ”{found}” har annat än siffror.',
    'Skriv numret utan bindestreck.',
    'The bankgiro number “{found}” is not only digits.',
    'Write it without a hyphen.',
  ),
  'SE-R-009': words(
    'Bankgironumret ”{found}” har inte sju eller åtta siffror.',
    'Kontrollera numret.',
    'The bankgiro number “{found}” does not have seven or eight digits.',
    'Check the number.',
  ),
  'SE-R-010': words(
    'Plusgironumret ”{found}” har inte två till åtta siffror.',
    'Kontrollera numret.',
    'The plusgiro number “{found}” does not have two to eight digits.',
    'Check the number.',
  ),
  'SE-R-011': words(
    'Betalsättet {found} används inte för giro i Sverige.',
    'Skriv 30 och SE:BANKGIRO eller SE:PLUSGIRO.',
    'Payment means {found} is not used for giro in Sweden.',
    'Write 30 and SE:BANKGIRO or SE:PLUSGIRO.',
  ),
  'SE-R-012': words(
    'Betalsättet {found} används inte mellan svenska parter.',
    'Skriv 30.',
    'Payment means {found} is not used between Swedish parties.',
    'Write 30.',
  ),
  'SE-R-013': words(
    'Kontrollsiffran i säljarens organisationsnummer ”{found}” är fel.',
    'Jämför siffra för siffra.',
    'The check digit of the seller’s organisation number “{found}” is wrong.',
    'Compare it digit by digit.',
  ),
  'KROM-GIRO': words(
    'Kontrollsiffran i gironumret ”{found}” är fel.',
    'Jämför siffra för siffra.',
    'The check digit of the giro number “{found}” is wrong.',
    'Compare it digit by digit.',
  ),
}

const arithmetic: Readonly<Record<string, Words>> = {
  'BR-CO-10': sums('Radernas summa', 'The sum of the lines'),
  'BR-CO-11': sums('Summan av avdragen', 'The sum of the allowances'),
  'BR-CO-12': sums('Summan av avgifterna', 'The sum of the charges'),
  'BR-CO-13': sums('Summan utan moms', 'The total without VAT'),
  'BR-CO-14': sums('Momsen', 'The VAT'),
  'BR-CO-15': sums('Summan med moms', 'The total with VAT'),
  'BR-CO-16': sums('Beloppet att betala', 'The amount due'),
  'BR-CO-17': words(
    'Momsen {found} är inte underlaget gånger satsen.',
    'Räkna om den och avrunda till ören.',
    'The VAT {found} is not the taxable amount times the rate.',
    'Recompute it and round to öre.',
  ),
  'PEPPOL-EN16931-R120': words(
    'Radens belopp {found} är inte antal gånger pris.',
    'Räkna om raden.',
    'The line’s amount {found} is not quantity times price.',
    'Recompute the line.',
  ),
  'PEPPOL-EN16931-R121': words(
    'Prisets antal är inte större än noll.',
    'Skriv 1 eller ta bort elementet.',
    'The base quantity of the price is not above zero.',
    'Write 1 or remove the element.',
  ),
  'KROM-NEGATIVE': words(
    'Beloppet att betala är negativt: {found}.',
    'Skicka en kreditfaktura (381) med positivt belopp.',
    'The amount due is negative: {found}.',
    'Send a credit note (381) with a positive amount.',
  ),
}

/** Rules that exist once for each VAT category: `BR-S-08`, `BR-E-10`. */
const perCategory: Readonly<Record<string, Words>> = {
  '01': words(
    'Momskategorin {found} står på en rad men inte i momsspecifikationen.',
    'Lägg till den.',
    'VAT category {found} stands on a line but not in the breakdown.',
    'Add it.',
  ),
  '02': words(
    'Säljarens skatteregistrering saknas.',
    'Ange momsnumret, eller Godkänd för F-skatt.',
    'The seller’s tax registration is missing.',
    'Give the VAT number, or Godkänd för F-skatt.',
  ),
  '05': words(
    'Momssatsen passar inte kategorin.',
    'Kategori S har en sats över noll, övriga noll.',
    'The VAT rate does not fit the category.',
    'Category S has a rate above zero, the others none.',
  ),
  '08': sums('Momsradens underlag', 'The taxable amount of the VAT row'),
  '10': words(
    'Skälet till undantag från moms passar inte kategorin.',
    'Ange skälet i kategori E och O, och inget i S och Z.',
    'The reason for VAT exemption does not fit the category.',
    'Give it in category E and O, and none in S and Z.',
  ),
}

const all: Readonly<Record<string, Words>> = { ...document, ...codes, ...swedish, ...arithmetic }

/** The words of a broken rule in a language, with the values filled in. Throws for a rule without a text. */
export function ruleWords(
  { rule, values }: { readonly rule: string; readonly values: Readonly<Record<string, string>> },
  language: RuleLanguage,
): RuleText {
  const text = all[rule] ?? perCategory[rule.split('-').at(-1) ?? '']
  if (text === undefined) throw new RangeError(`the rule ${rule} has no words`)
  const filled = (template: string) => template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return { what: filled(text[language].what), cure: filled(text[language].cure) }
}
