import type { NoticeTexts } from '../../platform/outbox.ts'

/** What is sent to a person about the registration; keys and days only, no facts of the case. */
export const notices: NoticeTexts = {
  'registration.registered': {
    sv: {
      subject: 'Du är inskriven hos Arbetsförmedlingen',
      body: 'Du är inskriven sedan {day}. Logga in för att se ditt ärende, din arbetsförmedlare och nästa steg.',
    },
    'sv-x-latt': {
      subject: 'Du är inskriven hos Arbetsförmedlingen',
      body: 'Du är inskriven sedan {day}. Logga in. Där ser du vad som händer nu.',
    },
    en: {
      subject: 'You are registered with the public employment service',
      body: 'You have been registered since {day}. Sign in to see your case, your caseworker and the next step.',
    },
    ar: {
      subject: 'أنت مسجّل في مكتب العمل',
      body: 'أنت مسجّل منذ {day}. سجّل الدخول لترى ملفك والموظف المسؤول والخطوة التالية.',
    },
  },
  'registration.profiling-notice': {
    sv: {
      subject: 'Så använder vi ett bedömningsstöd',
      body: 'Vi använder en statistisk bedömning som stöd när vi väljer hjälp till dig. Den beslutar inget: det gör en arbetsförmedlare. Logga in för att läsa mer.',
    },
    'sv-x-latt': {
      subject: 'Vi använder ett datorprogram',
      body: 'Ett datorprogram räknar på hur svårt det är att få jobb. Det hjälper oss att välja stöd. En människa bestämmer. Logga in och läs mer.',
    },
    en: {
      subject: 'How we use an assessment tool',
      body: 'We use a statistical assessment as support when we choose help for you. It decides nothing: a caseworker does. Sign in to read more.',
    },
    ar: {
      subject: 'كيف نستخدم أداة التقييم',
      body: 'نستخدم تقييما إحصائيا يساعدنا على اختيار الدعم المناسب لك. الأداة لا تقرر شيئا، بل يقرر موظف مكتب العمل. سجّل الدخول لقراءة المزيد.',
    },
  },
}
