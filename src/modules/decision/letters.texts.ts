import type { Language } from '../../platform/problems.ts'
import type { InterruptionReason, Level, ParallelMeasureKind } from '../../rules/index.ts'
import type { LetterKind } from './contract.ts'

/** Words of one kind of letter; `{placeholders}` are filled from the decision. The Swedish one is the decision itself. */
export interface LetterWords {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Whether and how the decision can be reviewed; entered by the authority per kind (programme 4.3). */
  readonly review: string
}

const svReview =
  'Tycker du att beslutet är fel? Skriv till Arbetsförmedlingen och be om omprövning. Säg vilket beslut det gäller, vad som ska ändras och varför. Vi behöver få ditt brev inom tre veckor från den dag då du fick beslutet.'
const lattReview = 'Är beslutet fel? Skriv till oss och berätta varför. Gör det inom tre veckor.'
const enReview =
  'Do you think the decision is wrong? Write to Arbetsförmedlingen and ask for a review. Say which decision it is, what should be changed and why. We need your letter within three weeks from the day you received the decision.'
const arReview =
  'هل تعتقد أن القرار خاطئ؟ اكتب إلى مكتب العمل واطلب إعادة النظر. اذكر القرار وما يجب تغييره والسبب. يجب أن تصل رسالتك خلال ثلاثة أسابيع من يوم استلامك القرار.'
const arDatesReview =
  'هذه الرسالة معلومات عن التواريخ ولا يمكن إعادة النظر فيها على حدة. أخبر موظف مكتب العمل إذا كان هناك خطأ.'

const sv: Readonly<Record<LetterKind, LetterWords>> = {
  referral: {
    title: 'Du får stöd i Rusta och matcha',
    paragraphs: [
      'Vi har beslutat att du får delta i tjänsten Rusta och matcha. Där får du hjälp av en egen handledare att hitta arbete eller börja studera.',
      'Du har rätt att själv välja leverantör. Gör ditt val senast {lastChoiceDay}. Alla leverantörer ska ta emot dig. Vi får inte påverka ditt val, men vi hjälper dig gärna att jämföra.',
      'Om du inte väljer i tid får du plats hos den leverantör som ligger närmast ditt hem. Du kan byta leverantör när du vill.',
      'Du får delta i {days} dagar. Vilken dag du börjar får du veta i ett nytt brev när leverantören är klar.',
      'Din nivå är {level}. {levelMeans} Stödet är lika mycket värt på alla nivåer.',
      'Skäl för beslutet: {reason}',
      'Beslutet bygger på en statistisk bedömning, på vårt planeringssamtal och på en arbetsförmedlares egen prövning. Du kan läsa bedömningen på Min väg.',
    ],
    review: svReview,
  },
  extension: {
    title: 'Du får mer tid i Rusta och matcha',
    paragraphs: [
      'Vi har beslutat att du får fortsätta i Rusta och matcha. Förlängningen börjar {firstDay} och sista dagen är {lastDay}.',
      'Du fortsätter hos samma leverantör. Du kan byta när du vill.',
      'Skäl för beslutet: {reason}',
      'En insats kan förlängas en gång. Innan den tar slut planerar vi nästa steg tillsammans.',
    ],
    review: svReview,
  },
  interruption: {
    title: 'Din tid i Rusta och matcha avslutas',
    paragraphs: [
      'Vi har beslutat att du slutar i Rusta och matcha. Sista dagen är {lastDay}.',
      'Orsak: {cause}.',
      '{reason}',
      'Din arbetsförmedlare kontaktar dig om nästa steg senast {nextStepBy}.',
    ],
    review: svReview,
  },
  dates: {
    title: 'Dina dagar i Rusta och matcha',
    paragraphs: [
      'Du börjar i Rusta och matcha {firstDay}. Sista dagen är {lastDay}.',
      'Din leverantör hör av sig till dig om det första mötet. Det första mötet är på plats.',
      'Kan du inte börja den dagen? Hör av dig till din arbetsförmedlare.',
    ],
    review:
      'Det här brevet säger vilka dagar ditt beslut gäller. Är en dag fel? Säg det till din arbetsförmedlare så rättar vi den.',
  },
  'parallel-measure': {
    title: 'Du får en insats hos en annan aktör',
    paragraphs: [
      'Vi har beslutat att du får {measure} hos {actor} vid sidan av Rusta och matcha. Den börjar {firstDay} och sista dagen är {lastDay}.',
      'Du är kvar hos din leverantör, och mötena med din handledare fortsätter. Ni skriver in insatsen i er plan.',
      'Skäl för beslutet: {reason}',
    ],
    review: svReview,
  },
  'parallel-measure-ended': {
    title: 'Insatsen hos en annan aktör slutar i förtid',
    paragraphs: [
      'Vi har beslutat att {measure} hos {actor} slutar tidigare än vi har sagt. De dagar som gäller står i brevet. Står inga dagar blir insatsen inte av.',
      'Du är kvar i Rusta och matcha. Din handledare planerar veckan med dig på nytt.',
      'Skäl för beslutet: {reason}',
    ],
    review: svReview,
  },
  'no-extension': {
    title: 'Din tid i Rusta och matcha förlängs inte',
    paragraphs: [
      'Vi har beslutat att inte förlänga din tid i Rusta och matcha. Din sista dag är {lastDay}.',
      'Skäl för beslutet: {reason}',
      'Före sista dagen planerar vi tillsammans vad som kommer efter.',
    ],
    review: svReview,
  },
}

const latt: Readonly<Record<LetterKind, LetterWords>> = {
  referral: {
    title: 'Du får hjälp i Rusta och matcha',
    paragraphs: [
      'Du får hjälp att hitta jobb eller börja studera. Hjälpen heter Rusta och matcha.',
      'Du väljer själv vem som ska hjälpa dig. Välj senast {lastChoiceDay}.',
      'Alla företag måste ta emot dig. Du kan byta senare.',
      'Väljer du inte? Då får du det företag som är närmast.',
      'Du får hjälp i {days} dagar. Ett nytt brev säger när du börjar.',
      'Din nivå är {level}. {levelMeans}',
      'Varför: {reason}',
    ],
    review: lattReview,
  },
  extension: {
    title: 'Du får mer tid',
    paragraphs: [
      'Du får mer tid i Rusta och matcha. Första dagen är {firstDay}. Sista dagen är {lastDay}.',
      'Varför: {reason}',
    ],
    review: lattReview,
  },
  interruption: {
    title: 'Du slutar i Rusta och matcha',
    paragraphs: [
      'Du slutar i Rusta och matcha. Sista dagen är {lastDay}.',
      'Orsak: {cause}.',
      '{reason}',
      'Din arbetsförmedlare ringer dig senast {nextStepBy}.',
    ],
    review: lattReview,
  },
  dates: {
    title: 'Då börjar du',
    paragraphs: [
      'Du börjar {firstDay}. Sista dagen är {lastDay}.',
      'Ditt första möte är på plats. Din handledare ringer dig.',
    ],
    review: 'Är en dag fel? Säg det till din arbetsförmedlare.',
  },
  'parallel-measure': {
    title: 'Du får också en annan insats',
    paragraphs: [
      'Du får {measure} hos {actor}. Första dagen är {firstDay}. Sista dagen är {lastDay}.',
      'Du träffar din handledare som vanligt.',
      'Varför: {reason}',
    ],
    review: lattReview,
  },
  'parallel-measure-ended': {
    title: 'Din andra insats slutar',
    paragraphs: [
      'Insatsen är {measure} hos {actor}. Den slutar tidigare. Står inga dagar i brevet? Då blir den inte av.',
      'Du är kvar i Rusta och matcha.',
      'Varför: {reason}',
    ],
    review: lattReview,
  },
  'no-extension': {
    title: 'Du får inte mer tid',
    paragraphs: [
      'Din tid i Rusta och matcha tar slut. Sista dagen är {lastDay}.',
      'Varför: {reason}',
      'Vi bestämmer tillsammans vad du gör sedan.',
    ],
    review: lattReview,
  },
}

const en: Readonly<Record<LetterKind, LetterWords>> = {
  referral: {
    title: 'You get support in Rusta och matcha',
    paragraphs: [
      'This is a translation. The Swedish letter is the decision.',
      'We have decided that you may take part in the service Rusta och matcha. An adviser of your own helps you find work or start studying.',
      'You have the right to choose the provider yourself. Choose by {lastChoiceDay}. Every provider must accept you. We may not influence your choice, but we gladly help you compare.',
      'If you do not choose in time you get a place with the provider nearest your home. You can change provider whenever you want.',
      'You may take part for {days} days. A new letter tells you the day you begin.',
      'Your level is {level}. {levelMeans}',
      'Reason for the decision: {reason}',
    ],
    review: enReview,
  },
  extension: {
    title: 'You get more time in Rusta och matcha',
    paragraphs: [
      'This is a translation. The Swedish letter is the decision.',
      'You may continue in Rusta och matcha. The extension begins on {firstDay} and the last day is {lastDay}.',
      'Reason for the decision: {reason}',
    ],
    review: enReview,
  },
  interruption: {
    title: 'Your time in Rusta och matcha ends',
    paragraphs: [
      'This is a translation. The Swedish letter is the decision.',
      'Your last day in Rusta och matcha is {lastDay}.',
      'Cause: {cause}.',
      '{reason}',
      'Your caseworker contacts you about the next step by {nextStepBy}.',
    ],
    review: enReview,
  },
  dates: {
    title: 'Your days in Rusta och matcha',
    paragraphs: [
      'You begin on {firstDay}. The last day is {lastDay}.',
      'Your provider contacts you about the first meeting. It is held in person.',
      'Can you not begin that day? Contact your caseworker.',
    ],
    review:
      'This letter tells which days your decision covers. Is a day wrong? Tell your caseworker and we correct it.',
  },
  'parallel-measure': {
    title: 'You get a measure with another actor',
    paragraphs: [
      'This is a translation. The Swedish letter is the decision.',
      'You get {measure} with {actor} beside Rusta och matcha. It begins on {firstDay} and the last day is {lastDay}.',
      'You stay with your provider, and the meetings with your adviser go on. You write the measure into your plan.',
      'Reason for the decision: {reason}',
    ],
    review: enReview,
  },
  'parallel-measure-ended': {
    title: 'The measure with another actor ends early',
    paragraphs: [
      'This is a translation. The Swedish letter is the decision.',
      'Your {measure} with {actor} ends earlier than we said. The days that hold stand in this letter. If there are none, it does not take place.',
      'You stay in Rusta och matcha. Your adviser plans the week with you anew.',
      'Reason for the decision: {reason}',
    ],
    review: enReview,
  },
  'no-extension': {
    title: 'Your time in Rusta och matcha is not extended',
    paragraphs: [
      'This is a translation. The Swedish letter is the decision.',
      'We have decided not to extend your time in Rusta och matcha. Your last day is {lastDay}.',
      'Reason for the decision: {reason}',
      'Before the last day we plan together what comes after.',
    ],
    review: enReview,
  },
}

const ar: Readonly<Record<LetterKind, LetterWords>> = {
  referral: {
    title: 'ستحصل على دعم في خدمة Rusta och matcha',
    paragraphs: [
      'هذه ترجمة. الرسالة السويدية هي القرار.',
      'قررنا أنه يمكنك المشاركة في خدمة Rusta och matcha. يساعدك مشرف خاص بك على إيجاد عمل أو بدء الدراسة.',
      'لك الحق في اختيار مقدّم الخدمة بنفسك. اختر في موعد أقصاه {lastChoiceDay}. على كل مقدّم خدمة أن يقبلك.',
      'إذا لم تختر في الموعد فستحصل على مكان لدى أقرب مقدّم خدمة إلى بيتك. يمكنك التغيير متى شئت.',
      'مدة المشاركة {days} يوما. ستخبرك رسالة جديدة بيوم البداية.',
      'مستواك هو {level}. {levelMeans}',
      'سبب القرار: {reason}',
    ],
    review: arReview,
  },
  extension: {
    title: 'ستحصل على مزيد من الوقت في Rusta och matcha',
    paragraphs: [
      'هذه ترجمة. الرسالة السويدية هي القرار.',
      'يمكنك الاستمرار في Rusta och matcha. يبدأ التمديد في {firstDay} وآخر يوم هو {lastDay}.',
      'سبب القرار: {reason}',
    ],
    review: arReview,
  },
  interruption: {
    title: 'تنتهي مشاركتك في Rusta och matcha',
    paragraphs: [
      'هذه ترجمة. الرسالة السويدية هي القرار.',
      'آخر يوم لك في Rusta och matcha هو {lastDay}.',
      'السبب: {cause}.',
      '{reason}',
      'سيتصل بك موظف مكتب العمل بشأن الخطوة التالية في موعد أقصاه {nextStepBy}.',
    ],
    review: arReview,
  },
  dates: {
    title: 'أيامك في Rusta och matcha',
    paragraphs: [
      'تبدأ في {firstDay}. آخر يوم هو {lastDay}.',
      'سيتصل بك مقدّم الخدمة بشأن الاجتماع الأول، وهو اجتماع حضوري.',
      'ألا يمكنك البدء في ذلك اليوم؟ اتصل بموظف مكتب العمل.',
    ],
    review: arDatesReview,
  },
  'parallel-measure': {
    title: 'ستحصل على إجراء لدى جهة أخرى',
    paragraphs: [
      'هذه ترجمة. الرسالة السويدية هي القرار.',
      'قررنا أن تحصل على {measure} لدى {actor} إلى جانب Rusta och matcha. يبدأ في {firstDay} وآخر يوم هو {lastDay}.',
      'تبقى لدى مقدّم الخدمة نفسه، وتستمر الاجتماعات مع مشرفك.',
      'سبب القرار: {reason}',
    ],
    review: arReview,
  },
  'parallel-measure-ended': {
    title: 'ينتهي الإجراء لدى الجهة الأخرى مبكرا',
    paragraphs: [
      'هذه ترجمة. الرسالة السويدية هي القرار.',
      'ينتهي {measure} لدى {actor} قبل الموعد. الأيام السارية مذكورة في هذه الرسالة. إن لم تُذكر أيام فلن يُنفَّذ الإجراء.',
      'تبقى في Rusta och matcha.',
      'سبب القرار: {reason}',
    ],
    review: arReview,
  },
  'no-extension': {
    title: 'لن تُمدَّد مدتك في Rusta och matcha',
    paragraphs: [
      'هذه ترجمة. الرسالة السويدية هي القرار.',
      'قررنا عدم تمديد مدتك في Rusta och matcha. آخر يوم هو {lastDay}.',
      'سبب القرار: {reason}',
      'قبل آخر يوم نخطط معا لما يأتي بعد ذلك.',
    ],
    review: arReview,
  },
}

export const letterWords: Readonly<Record<Language, Readonly<Record<LetterKind, LetterWords>>>> = {
  sv,
  'sv-x-latt': latt,
  en,
  ar,
}

/** What a level means, said without prices. */
export const levelMeanings: Readonly<Record<Language, Readonly<Record<Level, string>>>> = {
  sv: {
    A: 'Det betyder att du bedöms ha ganska nära till arbete eller studier.',
    B: 'Det betyder att du bedöms behöva en del stöd för att nå arbete eller studier.',
    C: 'Det betyder att du bedöms behöva mycket stöd för att nå arbete eller studier.',
  },
  'sv-x-latt': {
    A: 'Du har ganska nära till jobb.',
    B: 'Du behöver en del hjälp för att få jobb.',
    C: 'Du behöver mycket hjälp för att få jobb.',
  },
  en: {
    A: 'It means that you are assessed to be fairly near work or studies.',
    B: 'It means that you are assessed to need some support to reach work or studies.',
    C: 'It means that you are assessed to need a lot of support to reach work or studies.',
  },
  ar: {
    A: 'هذا يعني أنك قريب نسبيا من العمل أو الدراسة.',
    B: 'هذا يعني أنك تحتاج إلى بعض الدعم للوصول إلى العمل أو الدراسة.',
    C: 'هذا يعني أنك تحتاج إلى دعم كبير للوصول إلى العمل أو الدراسة.',
  },
}

type CauseWords = Readonly<Record<InterruptionReason, string>>

const svCauses: CauseWords = {
  work: 'du har fått arbete',
  studies: 'du börjar studera',
  'long-absence': 'du har varit borta länge',
  misconduct: 'misskötsamhet',
  'cannot-benefit': 'insatsen passar inte dina behov just nu',
  'no-suitable-support': 'det finns inget lämpligt stöd hos leverantören',
  'moved-out': 'du har flyttat',
  other: 'annat skäl, se nedan',
}

/** Causes of an interruption in words. */
export const causeWords: Readonly<Record<Language, CauseWords>> = {
  sv: svCauses,
  'sv-x-latt': svCauses,
  en: {
    work: 'you have got work',
    studies: 'you begin studies',
    'long-absence': 'you have been away for a long time',
    misconduct: 'misconduct',
    'cannot-benefit': 'the service does not fit your needs at present',
    'no-suitable-support': 'the provider has no suitable support',
    'moved-out': 'you have moved',
    other: 'another reason, see below',
  },
  ar: {
    work: 'حصلت على عمل',
    studies: 'بدأت الدراسة',
    'long-absence': 'غياب طويل',
    misconduct: 'سوء السلوك',
    'cannot-benefit': 'الخدمة لا تناسب احتياجاتك حاليا',
    'no-suitable-support': 'لا يوجد دعم مناسب لدى مقدّم الخدمة',
    'moved-out': 'انتقلت إلى مكان آخر',
    other: 'سبب آخر، انظر أدناه',
  },
}

type MeasureWords = Readonly<Record<ParallelMeasureKind, string>>

const svMeasures: MeasureWords = {
  'work-practice': 'arbetspraktik',
  validation: 'validering',
  'vocational-assessment': 'yrkeskompetensbedömning',
}

/** Measures with another actor in words, as they stand inside a sentence. */
export const measureWords: Readonly<Record<Language, MeasureWords>> = {
  sv: svMeasures,
  'sv-x-latt': svMeasures,
  en: {
    'work-practice': 'work practice',
    validation: 'validation',
    'vocational-assessment': 'a vocational assessment',
  },
  ar: {
    'work-practice': 'تدريب عملي',
    validation: 'تقييم المؤهلات',
    'vocational-assessment': 'تقييم الكفاءة المهنية',
  },
}

/** Fixed words around the letter's text. */
export const frameWords: Readonly<
  Record<
    Language,
    {
      date: string
      reference: string
      decidedBy: string
      level: string
      firstDay: string
      lastDay: string
      lastChoiceDay: string
    }
  >
> = {
  sv: {
    date: 'Datum',
    reference: 'Ärende',
    decidedBy: 'Beslut av',
    level: 'Nivå',
    firstDay: 'Första dag',
    lastDay: 'Sista dag',
    lastChoiceDay: 'Välj leverantör senast',
  },
  'sv-x-latt': {
    date: 'Datum',
    reference: 'Ärende',
    decidedBy: 'Beslut av',
    level: 'Nivå',
    firstDay: 'Första dag',
    lastDay: 'Sista dag',
    lastChoiceDay: 'Välj senast',
  },
  en: {
    date: 'Date',
    reference: 'Case',
    decidedBy: 'Decided by',
    level: 'Level',
    firstDay: 'First day',
    lastDay: 'Last day',
    lastChoiceDay: 'Choose a provider by',
  },
  ar: {
    date: 'التاريخ',
    reference: 'الملف',
    decidedBy: 'صاحب القرار',
    level: 'المستوى',
    firstDay: 'أول يوم',
    lastDay: 'آخر يوم',
    lastChoiceDay: 'آخر موعد لاختيار مقدّم الخدمة',
  },
}
