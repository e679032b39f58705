import type { NoticeTexts } from '../../platform/outbox.ts'
import type { CaseHead } from '../registration/index.ts'
import { sessionNotices } from './session-notices.texts.ts'

/** The channel that reaches the person: e-mail where there is one, otherwise paper; never e-mail about a protected identity. */
export function channelTo(head: Pick<CaseHead, 'email' | 'protection'>): 'email' | 'letter' {
  return head.email !== null && head.protection === 'none' ? 'email' : 'letter'
}

/** The words of delivery's notices; providers and staff get no names, only that there is something to look at. */
export const notices: NoticeTexts = {
  ...sessionNotices,
  'delivery.meeting-planned': {
    sv: {
      subject: 'Möte {day} klockan {time}',
      body: 'Din handledare har bokat ett möte med dig {day} klockan {time}. Logga in för att se var och hur ni ses, och säg till om du inte kan komma.',
    },
    'sv-x-latt': {
      subject: 'Möte {day} klockan {time}',
      body: 'Du ska träffa din handledare {day} klockan {time}. Logga in och se var. Kan du inte komma? Säg till.',
    },
    en: {
      subject: 'Meeting on {day} at {time}',
      body: 'Your adviser has booked a meeting with you on {day} at {time}. Sign in to see where and how you meet, and say so if you cannot come.',
    },
    ar: {
      subject: 'اجتماع يوم {day} الساعة {time}',
      body: 'حجز المشرف اجتماعا معك يوم {day} الساعة {time}. سجّل الدخول لترى أين وكيف تلتقيان، وأخبرنا إن لم تستطع الحضور.',
    },
  },
  'delivery.meeting-moved': {
    sv: {
      subject: 'Ditt möte är flyttat till {day} klockan {time}',
      body: 'Ditt möte med handledaren är ändrat till {day} klockan {time}. Logga in för att se var och hur ni ses.',
    },
    'sv-x-latt': {
      subject: 'Ny tid för ditt möte: {day} klockan {time}',
      body: 'Mötet med din handledare har en ny tid. Den är {day} klockan {time}. Logga in och se var.',
    },
    en: {
      subject: 'Your meeting is moved to {day} at {time}',
      body: 'Your meeting with the adviser is changed to {day} at {time}. Sign in to see where and how you meet.',
    },
    ar: {
      subject: 'تغيّر موعد اجتماعك إلى {day} الساعة {time}',
      body: 'تغيّر موعد اجتماعك مع المشرف إلى {day} الساعة {time}. سجّل الدخول لترى أين وكيف تلتقيان.',
    },
  },
  'delivery.meeting-cannot': {
    sv: {
      subject: 'En deltagare kan inte komma {day} klockan {time}',
      body: 'En deltagare har sagt att den inte kan komma till mötet {day} klockan {time}. Logga in och boka en ny tid.',
    },
    en: {
      subject: 'A participant cannot come on {day} at {time}',
      body: 'A participant has said that they cannot come to the meeting on {day} at {time}. Sign in and book another time.',
    },
  },
  'delivery.new-adviser': {
    sv: {
      subject: 'Du har fått en ny handledare',
      body: '{adviserName} är din handledare från i dag. Dina bokade möten ligger kvar på samma tider. Logga in för att se dem och för att skriva till din handledare.',
    },
    'sv-x-latt': {
      subject: 'Du har en ny handledare',
      body: 'Din nya handledare heter {adviserName}. Dina möten är på samma tider. Logga in och se dem.',
    },
    en: {
      subject: 'You have a new adviser',
      body: '{adviserName} is your adviser from today. Your booked meetings stay at the same times. Sign in to see them and to write to your adviser.',
    },
    ar: {
      subject: 'لديك مشرف جديد',
      body: 'مشرفك اعتبارا من اليوم هو {adviserName}. تبقى اجتماعاتك المحجوزة في مواعيدها. سجّل الدخول لتراها ولتكتب إلى مشرفك.',
    },
  },
  'delivery.plan-to-answer': {
    sv: {
      subject: 'Din gemensamma planering är klar att läsa',
      body: 'Din handledare har skrivit det som ni kom överens om. Logga in och läs. Du kan godkänna eller skriva vad du vill ändra.',
    },
    'sv-x-latt': {
      subject: 'Läs din plan',
      body: 'Din handledare har skrivit din plan (gemensam planering). Logga in och läs den. Säg ja eller skriv vad du vill ändra.',
    },
    en: {
      subject: 'Your joint plan is ready to read',
      body: 'Your adviser has written down what you agreed. Sign in and read it. You can agree or write what you want to change.',
    },
    ar: {
      subject: 'خطتك المشتركة جاهزة للقراءة',
      body: 'كتب المشرف ما اتفقتما عليه. سجّل الدخول واقرأ الخطة. يمكنك الموافقة أو كتابة ما تريد تغييره.',
    },
  },
  'delivery.plan-returned': {
    sv: {
      subject: 'En gemensam planering är återlämnad',
      body: 'Arbetsförmedlaren har lämnat tillbaka en gemensam planering med skäl. Logga in, ändra och skicka in den igen.',
    },
    en: {
      subject: 'A joint plan has been returned',
      body: 'The caseworker has returned a joint plan with reasons. Sign in, change it and send it again.',
    },
  },
  'delivery.month-to-confirm': {
    sv: {
      subject: 'Stämmer det här om {month}?',
      body: 'Din leverantör har skrivit upp möten och aktiviteter för {month}. Logga in och bekräfta det som stämmer, eller säg vad som inte stämmer.',
    },
    'sv-x-latt': {
      subject: 'Stämmer det här om {month}?',
      body: 'Din leverantör har skrivit vad ni gjorde i {month}. Logga in. Säg ja, det stämmer. Eller säg att det inte stämmer.',
    },
    en: {
      subject: 'Is this right about {month}?',
      body: 'Your provider has noted meetings and activities for {month}. Sign in and confirm what is right, or say what is not.',
    },
    ar: {
      subject: 'هل هذا صحيح عن {month}؟',
      body: 'سجّل مقدّم الخدمة الاجتماعات والأنشطة لشهر {month}. سجّل الدخول وأكّد ما هو صحيح أو قل ما هو غير صحيح.',
    },
  },
  'delivery.informative-answered': {
    sv: {
      subject: 'En informativ rapport är besvarad',
      body: 'Arbetsförmedlaren har svarat på en informativ rapport. Logga in och läs svaret.',
    },
    en: {
      subject: 'An informative report is answered',
      body: 'The caseworker has answered an informative report. Sign in and read the answer.',
    },
  },
  'delivery.measure-decided': {
    sv: {
      subject: 'En insats hos annan aktör är beslutad eller ändrad',
      body: 'Arbetsförmedlaren har beslutat om en insats vid sidan av tjänsten. Logga in, se dagarna och skriv in den i planen.',
    },
    en: {
      subject: 'A parallel measure is decided or changed',
      body: 'The caseworker has decided on a measure beside the service. Sign in, see the days and write it into the plan.',
    },
  },
  'delivery.view-asked': {
    sv: {
      subject: 'Arbetsförmedlaren ber om er syn på en förlängning',
      body: 'Ett beslut går snart ut. Logga in och skriv hur ni ser på en förlängning.',
    },
    en: {
      subject: 'The caseworker asks for your view on an extension',
      body: 'A decision soon ends. Sign in and write what you think of an extension.',
    },
  },
  'delivery.deviation-not-accepted': {
    sv: {
      subject: 'En avvikelserapport är inte godtagen',
      body: 'Arbetsförmedlaren har inte godtagit en avvikelserapport. Logga in, läs skälen och skicka en rättad rapport om det behövs.',
    },
    en: {
      subject: 'A deviation report was not accepted',
      body: 'The caseworker has not accepted a deviation report. Sign in, read the reasons and send a corrected report if it is needed.',
    },
  },
  'delivery.report-not-approved': {
    sv: {
      subject: 'En periodisk redovisning för {month} är inte godkänd',
      body: 'Arbetsförmedlaren har inte godkänt en periodisk redovisning för {month}. Logga in, se skälen, rätta loggen och skicka in en ny version.',
    },
    en: {
      subject: 'A periodic report for {month} was not approved',
      body: 'The caseworker has not approved a periodic report for {month}. Sign in, see the reasons, correct the log and send a new version.',
    },
  },
}
