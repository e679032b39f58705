import type { ProblemTexts } from '../../platform/problems.ts'

/** The words of what dialogue refuses; what a participant can meet has all four languages. */
export const dialogueProblems: ProblemTexts = {
  'sensitive-words': {
    status: 422,
    sv: {
      title: 'Texten kan innehålla känsliga uppgifter: {words}',
      cure: 'Läs texten igen. Ta bort det som mottagaren inte behöver veta, eller bekräfta att du vill skicka den så.',
    },
    'sv-x-latt': {
      title: 'Det du skriver kan vara känsligt: {words}',
      cure: 'Läs en gång till. Ta bort det som inte behövs. Eller säg att du vill skicka ändå.',
    },
    en: {
      title: 'The text may hold sensitive details: {words}',
      cure: 'Read it again. Take away what the receiver need not know, or confirm that you want to send it so.',
    },
    ar: {
      title: 'قد يحتوي النص على معلومات حساسة: {words}',
      cure: 'اقرأ النص مرة أخرى. احذف ما لا يحتاج المستلم إلى معرفته، أو أكّد أنك تريد إرساله هكذا.',
    },
  },
  'words-too-long': {
    status: 422,
    sv: { title: 'Texten är för lång', cure: 'Korta den till högst {most} tecken.' },
    'sv-x-latt': { title: 'Texten är för lång', cure: 'Skriv högst {most} tecken.' },
    en: { title: 'The text is too long', cure: 'Shorten it to at most {most} characters.' },
    ar: { title: 'النص طويل جدا', cure: 'اختصره إلى {most} حرف على الأكثر.' },
  },
  'no-provider-to-write-to': {
    status: 409,
    sv: {
      title: 'Det finns ingen leverantör att skriva till nu',
      cure: 'Tiden hos leverantören är slut, eller har inte fått någon. Fråga Arbetsförmedlingen i stället.',
    },
    'sv-x-latt': {
      title: 'Du har ingen att skriva till nu',
      cure: 'Du är inte hos något företag nu. Fråga Arbetsförmedlingen i stället.',
    },
    en: {
      title: 'There is no provider to write to now',
      cure: 'The time with the provider is over, or there is none yet. Ask the employment service instead.',
    },
    ar: {
      title: 'لا يوجد الآن مقدّم خدمة تكتب إليه',
      cure: 'انتهت المدة لدى مقدّم الخدمة أو لم تبدأ بعد. اسأل مكتب العمل بدلا من ذلك.',
    },
  },
  'question-answered': {
    status: 409,
    sv: { title: 'Frågan är redan besvarad', cure: 'Läs svaret. En ny fråga får ett eget svar.' },
    en: { title: 'The question has been answered', cure: 'Read the answer. A new question gets an answer of its own.' },
  },
  'nothing-to-report': {
    status: 422,
    sv: {
      title: 'Det finns ingen aktivitetsrapport att lämna för {month}',
      cure: 'En rapport lämnas när månaden är slut, för månader då personen var i tjänsten.',
    },
    'sv-x-latt': {
      title: 'Du kan inte skicka rapport för {month}',
      cure: 'Vänta tills månaden är slut. Du rapporterar bara månader när du var med i tjänsten.',
    },
    en: {
      title: 'There is no activity report to give for {month}',
      cure: 'A report is given when the month is over, for months in which the person was in service.',
    },
    ar: {
      title: 'لا يوجد تقرير نشاط لشهر {month}',
      cure: 'يُرسل التقرير بعد نهاية الشهر، للأشهر التي كنت فيها في الخدمة.',
    },
  },
  'activity-report-empty': {
    status: 422,
    sv: {
      title: 'Rapporten är tom',
      cure: 'Skriv vad du har gjort, eller kryssa för att du inte har gjort något den månaden.',
    },
    'sv-x-latt': {
      title: 'Rapporten är tom',
      cure: 'Skriv vad du har gjort. Eller kryssa i att du inte har gjort något.',
    },
    en: { title: 'The report is empty', cure: 'Write what you have done, or tick that you did nothing that month.' },
    ar: { title: 'التقرير فارغ', cure: 'اكتب ما فعلته، أو ضع علامة أنك لم تفعل شيئا في ذلك الشهر.' },
  },
  'report-sent': {
    status: 409,
    sv: { title: 'Rapporten för {month} har redan kommit', cure: 'Inget mer behövs för den månaden.' },
    en: { title: 'The report for {month} has already come', cure: 'Nothing more is needed for that month.' },
  },
  'respite-out-of-range': {
    status: 422,
    sv: {
      title: 'Den dagen går inte att välja',
      cure: 'Välj en dag efter den nuvarande sista dagen och senast {last}.',
    },
    en: {
      title: 'That day cannot be chosen',
      cure: 'Choose a day after the present last day and at the latest {last}.',
    },
  },
}
