import type { NoticeTexts } from '../../platform/outbox.ts'

/** The words of this module's notices: that there is something, never what; that stands behind the sign-in. */
export const notices: NoticeTexts = {
  'dialogue.message': {
    sv: {
      subject: 'Du har ett nytt meddelande',
      body: 'Din handledare har skrivit till dig. Logga in för att läsa och svara.',
    },
    'sv-x-latt': {
      subject: 'Du har fått ett meddelande',
      body: 'Din handledare har skrivit till dig. Logga in och läs.',
    },
    en: { subject: 'You have a new message', body: 'Your adviser has written to you. Sign in to read and answer.' },
    ar: { subject: 'لديك رسالة جديدة', body: 'كتب إليك المشرف. سجّل الدخول لتقرأ وتجيب.' },
  },
  'dialogue.message-from-participant': {
    sv: {
      subject: 'En deltagare har skrivit',
      body: 'Det finns ett nytt meddelande från en deltagare. Logga in för att läsa och svara.',
    },
    en: {
      subject: 'A participant has written',
      body: 'There is a new message from a participant. Sign in to read and answer.',
    },
  },
  'dialogue.question-answered': {
    sv: {
      subject: 'Du har fått svar på din fråga',
      body: 'Arbetsförmedlingen har svarat på din fråga. Logga in för att läsa svaret.',
    },
    'sv-x-latt': {
      subject: 'Du har fått ett svar',
      body: 'Arbetsförmedlingen har svarat på din fråga. Logga in och läs.',
    },
    en: {
      subject: 'Your question has an answer',
      body: 'The employment service has answered your question. Sign in to read the answer.',
    },
    ar: { subject: 'وصل جواب سؤالك', body: 'أجاب مكتب العمل عن سؤالك. سجّل الدخول لتقرأ الجواب.' },
  },
  'dialogue.report-missed': {
    sv: {
      subject: 'Din aktivitetsrapport för {month} saknas',
      body: 'Vi har inte fått din aktivitetsrapport för {month}. Du kan fortfarande lämna den: logga in, eller ring oss så skriver vi den tillsammans. Inget händer av sig självt. Vi hör av oss till dig om den inte kommer.',
    },
    'sv-x-latt': {
      subject: 'Vi saknar din rapport för {month}',
      body: 'Du har inte skickat din rapport (aktivitetsrapport) för {month}. Du kan skicka den nu. Logga in eller ring oss. Vi kan skriva den tillsammans.',
    },
    en: {
      subject: 'Your activity report for {month} is missing',
      body: 'We have not had your activity report for {month}. You can still send it: sign in, or call us and we write it together. Nothing happens by itself. We will get in touch if it does not come.',
    },
    ar: {
      subject: 'لم يصل تقرير نشاطك لشهر {month}',
      body: 'لم نستلم تقرير نشاطك لشهر {month}. ما زال بإمكانك إرساله: سجّل الدخول أو اتصل بنا لنكتبه معا. لا يحدث شيء تلقائيا. سنتصل بك إن لم يصل.',
    },
  },
  'dialogue.respite': {
    sv: { subject: 'Du har fått mer tid', body: 'Din aktivitetsrapport för {month} ska vara inne senast {until}.' },
    'sv-x-latt': { subject: 'Du har fått mer tid', body: 'Skicka din rapport för {month} senast {until}.' },
    en: { subject: 'You have more time', body: 'Your activity report for {month} is due on {until} at the latest.' },
    ar: { subject: 'لديك وقت إضافي', body: 'آخر موعد لتقرير نشاطك لشهر {month} هو {until}.' },
  },
}
