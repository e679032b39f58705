import type { NoticeTexts } from '../../platform/outbox.ts'

/** Notices that a letter is there; the letter itself carries the facts. */
export const decisionNotices: NoticeTexts = {
  'decision-referral': {
    sv: {
      subject: 'Du har fått ett beslut om stöd',
      body: 'Logga in på Min väg och läs brevet. Välj leverantör senast {lastChoiceDay}.',
    },
    'sv-x-latt': {
      subject: 'Du har fått ett brev',
      body: 'Logga in och läs brevet. Välj vem som ska hjälpa dig senast {lastChoiceDay}.',
    },
    en: {
      subject: 'You have a decision on support',
      body: 'Sign in to Min väg and read the letter. Choose a provider by {lastChoiceDay}.',
    },
    ar: {
      subject: 'لديك قرار بشأن الدعم',
      body: 'سجّل الدخول واقرأ الرسالة. اختر مقدّم الخدمة في موعد أقصاه {lastChoiceDay}.',
    },
  },
  'decision-extension': {
    sv: { subject: 'Du har fått ett beslut om förlängning', body: 'Logga in på Min väg och läs brevet.' },
    'sv-x-latt': { subject: 'Du får mer tid', body: 'Logga in och läs brevet.' },
    en: { subject: 'You have a decision on an extension', body: 'Sign in to Min väg and read the letter.' },
    ar: { subject: 'لديك قرار بشأن التمديد', body: 'سجّل الدخول واقرأ الرسالة.' },
  },
  'decision-interruption': {
    sv: { subject: 'Du har fått ett beslut om att tjänsten avslutas', body: 'Logga in på Min väg och läs brevet.' },
    'sv-x-latt': { subject: 'Din tid avslutas', body: 'Logga in och läs brevet.' },
    en: { subject: 'You have a decision that the service ends', body: 'Sign in to Min väg and read the letter.' },
    ar: { subject: 'لديك قرار بانتهاء الخدمة', body: 'سجّل الدخول واقرأ الرسالة.' },
  },
  'decision-dates': {
    sv: { subject: 'Nu vet vi när du börjar', body: 'Logga in på Min väg och läs brevet om dina dagar.' },
    'sv-x-latt': { subject: 'Då börjar du', body: 'Logga in och läs brevet.' },
    en: { subject: 'We know when you begin', body: 'Sign in to Min väg and read the letter about your days.' },
    ar: { subject: 'عرفنا يوم بدايتك', body: 'سجّل الدخول واقرأ الرسالة عن أيامك.' },
  },
  'decision-parallel-measure': {
    sv: {
      subject: 'Du har fått ett beslut om en insats hos en annan aktör',
      body: 'Logga in på Min väg och läs brevet.',
    },
    'sv-x-latt': { subject: 'Du har fått ett brev om praktik eller prov', body: 'Logga in och läs brevet.' },
    en: {
      subject: 'You have a decision on a measure beside the service',
      body: 'Sign in to Min väg and read the letter.',
    },
    ar: { subject: 'لديك قرار بشأن إجراء لدى جهة أخرى', body: 'سجّل الدخول واقرأ الرسالة.' },
  },
  'decision-parallel-measure-ended': {
    sv: { subject: 'En insats hos en annan aktör slutar i förtid', body: 'Logga in på Min väg och läs brevet.' },
    'sv-x-latt': { subject: 'Din praktik eller ditt prov slutar', body: 'Logga in och läs brevet.' },
    en: { subject: 'A measure beside the service ends early', body: 'Sign in to Min väg and read the letter.' },
    ar: { subject: 'ينتهي إجراء لدى جهة أخرى مبكرا', body: 'سجّل الدخول واقرأ الرسالة.' },
  },
  'decision-no-extension': {
    sv: {
      subject: 'Du har fått ett beslut om att tjänsten inte förlängs',
      body: 'Logga in på Min väg och läs brevet.',
    },
    'sv-x-latt': { subject: 'Du får inte mer tid', body: 'Logga in och läs brevet.' },
    en: {
      subject: 'You have a decision that the service is not extended',
      body: 'Sign in to Min väg and read the letter.',
    },
    ar: { subject: 'لديك قرار بعدم تمديد الخدمة', body: 'سجّل الدخول واقرأ الرسالة.' },
  },
}
