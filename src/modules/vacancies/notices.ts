import type { NoticeTexts } from '../../platform/outbox.ts'

/** The words of this module's notices; what job it is stands behind the sign-in. */
export const notices: NoticeTexts = {
  'vacancies.suggested': {
    sv: {
      subject: 'Ett jobb är föreslaget åt dig',
      body: 'Logga in för att se jobbet och svara. Sista dag att söka är {applyBy}.',
    },
    'sv-x-latt': {
      subject: 'Du har fått ett förslag på jobb',
      body: 'Logga in och titta. Svara ja eller nej. Sista dag att söka är {applyBy}.',
    },
    en: {
      subject: 'A job is suggested to you',
      body: 'Sign in to see the job and answer. The last day to apply is {applyBy}.',
    },
    ar: {
      subject: 'تم اقتراح وظيفة عليك',
      body: 'سجّل الدخول لترى الوظيفة وتجيب. آخر يوم للتقديم هو {applyBy}.',
    },
  },
}
