import type { ProblemTexts } from '../../platform/problems.ts'

type Text = readonly [title: string, cure: string]

function texts(status: 403 | 404 | 409 | 422, sv: Text, en: Text): ProblemTexts[string] {
  return { status, sv: { title: sv[0], cure: sv[1] }, en: { title: en[0], cure: en[1] } }
}

/** Refusals about invoices and payments, which no participant meets. */
export const invoicingProblems: ProblemTexts = {
  'xml-empty': texts(
    422,
    ['Filen är tom', 'Välj fakturans eller bankens XML-fil.'],
    ['The file is empty', 'Choose the XML file of the invoice or of the bank.'],
  ),
  'xml-encoding': texts(
    422,
    ['Filen är inte skriven i UTF-8', 'Spara den i UTF-8 och skicka den igen.'],
    ['The file is not written in UTF-8', 'Save it in UTF-8 and send it again.'],
  ),
  'xml-document-type': texts(
    422,
    [
      'Filen innehåller en dokumenttyp (DOCTYPE), som inte tas emot',
      'Ta bort den. Fakturor och bankfiler behöver ingen.',
    ],
    [
      'The file holds a document type (DOCTYPE), which is not accepted',
      'Remove it. Invoices and bank files need none.',
    ],
  ),
  'xml-too-deep': texts(
    422,
    ['Filen har för många eller för djupt liggande element', 'Kontrollera att det är rätt fil.'],
    ['The file has too many elements, or too deep ones', 'Check that it is the right file.'],
  ),
  'xml-malformed': texts(
    422,
    ['Filen är inte XML: det tar slut på rad {line}', 'Kontrollera att det är rätt fil och att den är hel.'],
    ['The file is not XML: it breaks on line {line}', 'Check that it is the right file and that it is whole.'],
  ),
  'invoice-rules': texts(
    422,
    ['Fakturan bryter mot {count} regler i Peppol BIS Billing 3', 'Rätta det som står vid varje fält och skicka igen.'],
    ['The invoice breaks {count} rules of Peppol BIS Billing 3', 'Correct what is said at each field and send again.'],
  ),
  'invoice-rule': texts(
    422,
    ['{rule}, {field}: {whatSv} {cureSv}', 'Regeln {rule} hör till Peppol BIS Billing 3 eller till Krom.'],
    ['{rule}, {field}: {whatEn} {cureEn}', 'The rule {rule} is one of Peppol BIS Billing 3 or of Krom.'],
  ),
  'statement-unknown': texts(
    404,
    ['Fakturan gäller inget underlag som ni har', 'Skriv underlagets nummer i OrderReference.'],
    ['The invoice is about no statement of yours', 'Write the statement’s number in OrderReference.'],
  ),
  'statement-waits': texts(
    409,
    ['Underlaget för {month} är inte attesterat än', 'Vänta tills det är attesterat och skicka igen.'],
    ['The statement for {month} is not approved yet', 'Wait until it is approved and send again.'],
  ),
  'statement-sent-back': texts(
    409,
    ['Underlaget för {month} har skickats tillbaka', 'Vänta på det nya underlaget.'],
    ['The statement for {month} has been sent back', 'Wait for the new statement.'],
  ),
  'statement-invoiced': texts(
    409,
    [
      'Underlaget för {month} är redan fakturerat med faktura {number}',
      'Ingenting behöver göras. En rättelse kommer som ett nytt underlag.',
    ],
    [
      'The statement for {month} is already invoiced by invoice {number}',
      'Nothing needs to be done. A correction comes as a new statement.',
    ],
  ),
  'statement-zero': texts(
    409,
    ['Underlaget för {month} är noll kronor', 'Det finns inget att fakturera.'],
    ['The statement for {month} is nil', 'There is nothing to invoice.'],
  ),
  'invoice-wrong-period': texts(
    422,
    ['Fakturans period är inte underlagets, {from}–{to}', 'Skriv underlagets månad i InvoicePeriod.'],
    ['The invoice’s period is not the statement’s, {from}–{to}', 'Write the statement’s month in InvoicePeriod.'],
  ),
  'invoice-not-credit': texts(
    422,
    ['Underlaget ger pengar, men dokumentet är en kreditfaktura', 'Skicka en faktura (380).'],
    ['The statement gives money, but the document is a credit note', 'Send an invoice (380).'],
  ),
  'credit-not-invoice': texts(
    422,
    ['Underlaget tar tillbaka pengar, men dokumentet är en faktura', 'Skicka en kreditfaktura (381).'],
    ['The statement takes money back, but the document is an invoice', 'Send a credit note (381).'],
  ),
  'invoice-number-used': texts(
    409,
    ['Ni har redan skickat en faktura med nummer {number}', 'Ge fakturan ett nytt nummer.'],
    ['You have already sent an invoice with the number {number}', 'Give the invoice a new number.'],
  ),
  'invoice-of-another': texts(
    422,
    ['Säljaren på fakturan är inte er organisation', 'Skicka bara era egna fakturor.'],
    ['The seller on the invoice is not your organisation', 'Send your own invoices only.'],
  ),
  'invoice-to-another': texts(
    422,
    ['Köparen på fakturan är inte myndigheten', 'Ställ fakturan till myndighetens organisationsnummer.'],
    ['The buyer on the invoice is not the authority', 'Make it out to the authority’s organisation number.'],
  ),
  'payee-missing': texts(
    409,
    [
      'Det finns inga godkända betalningsuppgifter',
      'Fyll i betalningsuppgifterna och vänta på att myndigheten godkänner dem.',
    ],
    [
      'There are no approved payment details',
      'Fill in the payment details and wait for the authority to approve them.',
    ],
  ),
  'no-mandate': texts(
    409,
    [
      'Ni har inte kommit överens om att Krom gör fakturan',
      'Kryssa i det i betalningsuppgifterna, eller skicka en egen faktura.',
    ],
    ['It is not agreed that Krom makes the invoice', 'Tick it in the payment details, or send an invoice of your own.'],
  ),
  'organisation-number-missing': texts(
    409,
    ['Organisationsnumret saknas i registret', 'Be administratören föra in det.'],
    ['The organisation number is not in the register', 'Ask the administrator to enter it.'],
  ),
  'giro-number': texts(
    422,
    ['Gironumret stämmer inte', 'Kontrollera siffrorna: den sista är en kontrollsiffra.'],
    ['The giro number is not right', 'Check the digits: the last one is a check digit.'],
  ),
  'vat-number': texts(
    422,
    ['Momsnumret stämmer inte', 'Skriv SE, organisationsnumrets tio siffror och 01.'],
    ['The VAT number is not right', 'Write SE, the ten digits of the organisation number and 01.'],
  ),
  'tax-registration': texts(
    422,
    ['Skatteregistreringen saknas', 'Ange momsnumret, eller att ni är godkända för F-skatt.'],
    ['The tax registration is missing', 'Give the VAT number, or that you are approved for F-tax.'],
  ),
  'payee-decided': texts(
    409,
    ['Betalningsuppgifterna är redan avgjorda', 'Ladda om sidan.'],
    ['The payment details are already decided', 'Reload the page.'],
  ),
  'invoice-decided': texts(
    409,
    ['Fakturan är redan avgjord', 'Ladda om sidan för att se av vem.'],
    ['The invoice is already decided', 'Reload the page to see by whom.'],
  ),
  'invoice-total-differs': texts(
    409,
    ['Fakturans summa är inte underlagets', 'Avvisa fakturan med skäl, så kan leverantören skicka en ny.'],
    [
      'The invoice’s total is not the statement’s',
      'Refuse the invoice with a reason, and the provider can send a new one.',
    ],
  ),
  'nothing-to-pay': texts(
    409,
    ['Det finns inget att betala', 'Vänta på godkända fakturor.'],
    ['There is nothing to pay', 'Wait for accepted invoices.'],
  ),
  'payment-file-not-approved': texts(
    409,
    ['Betalfilen är inte attesterad', 'En annan attestant än den som gjorde filen behöver godkänna den.'],
    ['The payment file is not approved', 'Another approver than the one who made it must approve it.'],
  ),
  'bank-file-kind': texts(
    422,
    ['Filen är varken pain.002 eller camt.054', 'Hämta bankens svar på betalfilen och skicka det.'],
    ['The file is neither pain.002 nor camt.054', 'Fetch the bank’s answer to the payment file and send it.'],
  ),
  'bank-answer-settled': texts(
    409,
    ['Bankens svar är redan utrett', 'Ladda om sidan.'],
    ['The bank’s answer is already settled', 'Reload the page.'],
  ),
}
