import type { NoticeTexts } from '../../platform/outbox.ts'

/** The words of oversight's notices: that there is something, never what. */
export const notices: NoticeTexts = {
  'oversight.complaint-received': {
    sv: {
      subject: 'Vi har fått ditt klagomål',
      body: 'Du får svar senast {dueOn}. Logga in för att läsa det du skrev.',
    },
    'sv-x-latt': { subject: 'Vi har fått ditt klagomål', body: 'Du får svar senast {dueOn}.' },
    en: { subject: 'We have your complaint', body: 'You get an answer by {dueOn}. Sign in to read what you wrote.' },
    ar: { subject: 'وصلتنا شكواك', body: 'ستحصل على جواب في موعد أقصاه {dueOn}. سجّل الدخول لتقرأ ما كتبت.' },
  },
  'oversight.complaint-answered': {
    sv: { subject: 'Du har fått svar på ditt klagomål', body: 'Logga in för att läsa svaret.' },
    'sv-x-latt': { subject: 'Du har fått svar på ditt klagomål', body: 'Logga in och läs svaret.' },
    en: { subject: 'Your complaint has an answer', body: 'Sign in to read the answer.' },
    ar: { subject: 'وصل جواب شكواك', body: 'سجّل الدخول لتقرأ الجواب.' },
  },
}
