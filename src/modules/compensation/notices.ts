import type { NoticeTexts } from '../../platform/outbox.ts'

/** Notices to the provider about its statements. */
export const compensationNotices: NoticeTexts = {
  'compensation.statement-approved': {
    sv: {
      subject: 'Underlaget för {month} är attesterat',
      body: 'Ersättningen för {month} betalas. Varje rad förklaras i underlaget.',
    },
    en: {
      subject: 'The statement for {month} is approved',
      body: 'The compensation for {month} is paid. The statement explains each line.',
    },
  },
}
