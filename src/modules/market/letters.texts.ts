type Words = {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly provider: string
  readonly address: string
  readonly firstDay: string
  readonly foot: readonly string[]
}
export type LetterWords = Readonly<Record<'sv' | 'sv-x-latt' | 'en' | 'ar', Words>>

/** Placed by the nearest-provider rule: why, with whom, from when, and that it can be changed. */
export const placedWords: LetterWords = {
  sv: {
    title: 'Vi har placerat dig hos en leverantör',
    paragraphs: [
      'Du börjar hos {providerName} den {firstDay}.',
      'Du hade tid att välja leverantör själv till och med {dueOn}. Vi har inte fått något val. Då placerar vi hos den leverantör med ledig plats som ligger närmast ditt hem.',
      'Du kan byta leverantör när du vill. Bytet gäller från nästa arbetsdag.',
    ],
    provider: 'Leverantör',
    address: 'Adress',
    firstDay: 'Första dag',
    foot: ['Frågor? Kontakta din arbetsförmedlare. Du kan få brevet förklarat på ditt språk.'],
  },
  'sv-x-latt': {
    title: 'Vi har valt vem som ska hjälpa dig',
    paragraphs: [
      '{providerName} ska hjälpa dig. De är din leverantör. Du börjar {firstDay}.',
      'Du fick välja själv till {dueOn}. Du valde inte. Därför valde vi den närmaste.',
      'Du kan byta när du vill. Då byter du nästa arbetsdag.',
    ],
    provider: 'Din leverantör',
    address: 'Adress',
    firstDay: 'Första dagen',
    foot: ['Har du frågor? Ring din arbetsförmedlare. Du kan få hjälp på ditt språk.'],
  },
  en: {
    title: 'We have placed you with a provider',
    paragraphs: [
      'You start with {providerName} on {firstDay}.',
      'You could choose a provider yourself until {dueOn}. We have received no choice. We then place people with the nearest provider that has room.',
      'You can change provider whenever you wish. A change takes effect on the next working day.',
    ],
    provider: 'Provider',
    address: 'Address',
    firstDay: 'First day',
    foot: ['Questions? Contact your caseworker. You can have this letter explained in your language.'],
  },
  ar: {
    title: 'لقد وضعناك لدى مقدّم خدمة',
    paragraphs: [
      'تبدأ لدى {providerName} في {firstDay}.',
      'كان بإمكانك اختيار مقدّم الخدمة بنفسك حتى {dueOn}. لم يصلنا اختيارك، لذلك وضعناك لدى أقرب مقدّم خدمة لديه مكان.',
      'يمكنك تغيير مقدّم الخدمة متى شئت. يسري التغيير من يوم العمل التالي.',
    ],
    provider: 'مقدّم الخدمة',
    address: 'العنوان',
    firstDay: 'اليوم الأول',
    foot: ['هل لديك أسئلة؟ اتصل بموظف مكتب العمل. يمكنك الحصول على شرح للرسالة بلغتك.'],
  },
}

/** A change of provider. */
export const changedWords: LetterWords = {
  sv: {
    title: 'Du byter leverantör',
    paragraphs: [
      'Från och med {firstDay} är {providerName} din leverantör.',
      'Sista dagen hos {previousName} är {previousLastDay}. Beslutets sista dag ändras inte.',
      'Din nya leverantör kartlägger och planerar tillsammans med dig på nytt.',
    ],
    provider: 'Ny leverantör',
    address: 'Adress',
    firstDay: 'Första dag',
    foot: ['Frågor? Kontakta din arbetsförmedlare. Du kan få brevet förklarat på ditt språk.'],
  },
  'sv-x-latt': {
    title: 'Du byter till någon annan',
    paragraphs: [
      '{providerName} ska hjälpa dig från {firstDay}.',
      'Sista dagen hos {previousName} är {previousLastDay}. Ditt beslut slutar samma dag som förut.',
      'Du och din nya leverantör gör en ny plan.',
    ],
    provider: 'Din nya leverantör',
    address: 'Adress',
    firstDay: 'Första dagen',
    foot: ['Har du frågor? Ring din arbetsförmedlare. Du kan få hjälp på ditt språk.'],
  },
  en: {
    title: 'You are changing provider',
    paragraphs: [
      'From {firstDay}, {providerName} is your provider.',
      'The last day with {previousName} is {previousLastDay}. The last day of your decision does not change.',
      'Your new provider makes a new mapping and plan together with you.',
    ],
    provider: 'New provider',
    address: 'Address',
    firstDay: 'First day',
    foot: ['Questions? Contact your caseworker. You can have this letter explained in your language.'],
  },
  ar: {
    title: 'أنت تغيّر مقدّم الخدمة',
    paragraphs: [
      'اعتبارا من {firstDay} يصبح {providerName} مقدّم الخدمة الخاص بك.',
      'آخر يوم لدى {previousName} هو {previousLastDay}. لا يتغير آخر يوم في قرارك.',
      'يضع معك مقدّم الخدمة الجديد خطة جديدة.',
    ],
    provider: 'مقدّم الخدمة الجديد',
    address: 'العنوان',
    firstDay: 'اليوم الأول',
    foot: ['هل لديك أسئلة؟ اتصل بموظف مكتب العمل. يمكنك الحصول على شرح للرسالة بلغتك.'],
  },
}

type OverWords = Readonly<Record<'title' | 'provider' | 'lastDay' | 'dueOn', string>> & {
  readonly paragraphs: readonly string[]
  readonly foot: readonly string[]
}

/** The provider's contract is over before the service is: until when help goes on, by when to choose, and what else happens. */
export const contractOverWords: Readonly<Record<'sv' | 'sv-x-latt' | 'en' | 'ar', OverWords>> = {
  sv: {
    title: 'Välj en ny leverantör',
    paragraphs: [
      'Avtalet med {providerName} upphör. Sista dagen är {lastDay}. Ditt beslut gäller som förut.',
      'Välj en ny leverantör senast {dueOn}. Du är kvar hos {providerName} tills den nya tar vid.',
      'Om du inte väljer placerar vi dig hos den närmaste som har plats. Finns ingen ringer din arbetsförmedlare upp dig.',
    ],
    provider: 'Nuvarande leverantör',
    lastDay: 'Avtalets sista dag',
    dueOn: 'Välj senast',
    foot: ['Vill du ha hjälp att välja? Kontakta din arbetsförmedlare. Du kan få brevet förklarat på ditt språk.'],
  },
  'sv-x-latt': {
    title: 'Välj vem som ska hjälpa dig nu',
    paragraphs: [
      '{providerName} kan inte hjälpa dig längre. Sista dagen är {lastDay}. Du får hjälp av någon annan.',
      'Välj en ny senast {dueOn}. {providerName} hjälper dig tills den nya börjar.',
      'Väljer du inte? Då väljer vi den närmaste. Finns det ingen ringer vi dig.',
    ],
    provider: 'Hjälper dig nu',
    lastDay: 'Sista dagen',
    dueOn: 'Välj senast',
    foot: ['Vill du ha hjälp att välja? Ring din arbetsförmedlare. Du kan få hjälp på ditt språk.'],
  },
  en: {
    title: 'Choose a new provider',
    paragraphs: [
      'The contract with {providerName} is coming to an end. Its last day is {lastDay}. Your decision stands as before.',
      'Choose a new provider by {dueOn}. You stay with {providerName} until the new one takes over.',
      'If you do not choose, we place you with the nearest one that has room. If there is none, your caseworker calls you.',
    ],
    provider: 'Present provider',
    lastDay: 'Last day of the contract',
    dueOn: 'Choose by',
    foot: [
      'Would you like help to choose? Contact your caseworker. You can have this letter explained in your language.',
    ],
  },
  ar: {
    title: 'اختر مقدّم خدمة جديدا',
    paragraphs: [
      'ينتهي العقد مع {providerName}. آخر يوم هو {lastDay}. يبقى قرارك ساريا كما كان.',
      'اختر مقدّم خدمة جديدا في موعد أقصاه {dueOn}. تبقى لدى {providerName} إلى أن يبدأ الجديد.',
      'إذا لم تختر فسنضعك لدى أقرب مقدّم خدمة لديه مكان. وإن لم يوجد فسيتصل بك موظف مكتب العمل.',
    ],
    provider: 'مقدّم الخدمة الحالي',
    lastDay: 'آخر يوم في العقد',
    dueOn: 'اختر في موعد أقصاه',
    foot: ['هل تريد مساعدة في الاختيار؟ اتصل بموظف مكتب العمل. يمكنك الحصول على شرح لهذه الرسالة بلغتك.'],
  },
}
