import type { NoticeTexts } from '../../platform/outbox.ts'

/** Notices to the provider about its claims; the claim itself stands on the case's page. */
export const outcomesNotices: NoticeTexts = {
  'outcomes.claim-verified': {
    sv: { subject: 'En resultatredovisning är godkänd', body: 'Resultatet som började {firstDay} är verifierat.' },
    en: { subject: 'A claim is verified', body: 'The outcome that began on {firstDay} is verified.' },
  },
  'outcomes.claim-refused': {
    sv: {
      subject: 'En resultatredovisning är inte godkänd',
      body: 'Resultatet som började {firstDay} är inte verifierat. Skälet står i ärendet.',
    },
    en: {
      subject: 'A claim is refused',
      body: 'The outcome that began on {firstDay} is not verified. The reason stands in the case.',
    },
  },
}
