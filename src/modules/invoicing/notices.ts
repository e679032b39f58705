import type { NoticeTexts } from '../../platform/outbox.ts'

/** Notices to the provider about its invoices and payment details. */
export const invoicingNotices: NoticeTexts = {
  'invoicing.invoice-refused': {
    sv: {
      subject: 'Faktura {number} är avvisad',
      body: 'Skälet står vid fakturan. Skicka en ny faktura med ett nytt nummer.',
    },
    en: {
      subject: 'Invoice {number} is refused',
      body: 'The reason stands by the invoice. Send a new invoice with a new number.',
    },
  },
  'invoicing.payee-approved': {
    sv: { subject: 'Era betalningsuppgifter är godkända', body: 'De används från nästa betalning.' },
    en: { subject: 'Your payment details are approved', body: 'They are used from the next payment.' },
  },
  'invoicing.payee-refused': {
    sv: {
      subject: 'Era betalningsuppgifter är inte godkända',
      body: 'Skälet står vid uppgifterna. De tidigare uppgifterna gäller.',
    },
    en: {
      subject: 'Your payment details are not approved',
      body: 'The reason stands by the details. The earlier ones are in force.',
    },
  },
  'invoicing.payment-rejected': {
    sv: { subject: 'Banken kunde inte betala er', body: 'Kontrollera betalningsuppgifterna. Betalningen görs om.' },
    en: { subject: 'The bank could not pay you', body: 'Check the payment details. The payment is made again.' },
  },
}
