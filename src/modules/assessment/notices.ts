import type { NoticeTexts } from '../../platform/outbox.ts'

/** Notices about a human review of an assessment; what was said stands behind sign-in. */
export const notices: NoticeTexts = {
  'assessment.review-asked': {
    sv: {
      subject: 'Vi tittar på din bedömning igen',
      body: 'Vi har fått din begäran. En arbetsförmedlare går igenom bedömningen och svarar senast {answerBy}.',
    },
    'sv-x-latt': { subject: 'Vi tittar igen', body: 'En arbetsförmedlare tittar igen. Du får svar senast {answerBy}.' },
    en: {
      subject: 'We look at your assessment again',
      body: 'We have your request. A caseworker goes through the assessment and answers by {answerBy}.',
    },
    ar: {
      subject: 'سننظر في تقييمك مرة أخرى',
      body: 'وصلنا طلبك. سيراجع موظف مكتب العمل التقييم ويجيب في موعد أقصاه {answerBy}.',
    },
  },
  'assessment.review-answered': {
    sv: { subject: 'Du har fått svar om din bedömning', body: 'Logga in på Min väg och läs brevet.' },
    'sv-x-latt': { subject: 'Du har fått svar', body: 'Logga in och läs brevet.' },
    en: { subject: 'You have an answer about your assessment', body: 'Sign in to Min väg and read the letter.' },
    ar: { subject: 'لديك جواب بشأن تقييمك', body: 'سجّل الدخول واقرأ الرسالة.' },
  },
}
