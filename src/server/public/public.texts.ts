import type { Language } from '../../platform/problems.ts'

/** The words of the pages that load without script. */
export interface PublicTexts {
  readonly start: string
  readonly lead: string
  readonly find: string
  readonly place: string
  readonly placeHelp: string
  readonly search: string
  readonly how: string
  readonly sentences: readonly [string, string, string, string, string]
  readonly signIn: string
  readonly signInAgain: string
  readonly signInRefused: string
  readonly noDuty: string
  readonly more: string
  readonly rules: string
  readonly rulesLead: string
  readonly api: string
  readonly apiLead: string
  readonly providersNear: string
  readonly order: string
  readonly none: string
  readonly unknownPlace: string
  readonly kilometres: string
  readonly approximate: string
  readonly languages: string
  readonly openPlaces: string
  readonly noCap: string
  readonly full: string
  readonly page: string
  readonly next: string
  readonly previous: string
  readonly skip: string
  readonly languagePicker: string
}

export const publicTexts: Readonly<Record<Language, PublicTexts>> = {
  sv: {
    start: 'Stöd på vägen till arbete eller studier',
    lead: 'I Rusta och matcha får du hjälp av en leverantör som du själv väljer. Det kostar dig ingenting.',
    find: 'Hitta en leverantör nära dig',
    place: 'Kommun',
    placeHelp: 'Till exempel Göteborg eller Kungälv',
    search: 'Visa leverantörer',
    how: 'Så går det till',
    sentences: [
      'Du skriver in dig som arbetssökande, själv eller tillsammans med en arbetsförmedlare.',
      'Vi bedömer hur nära du är ett arbete, och du får se vad bedömningen bygger på.',
      'En arbetsförmedlare beslutar om du får Rusta och matcha.',
      'Du väljer leverantör, och leverantören kan inte säga nej till dig.',
      'Ni gör en plan, träffas minst var fjortonde dag och söker arbete eller studier tillsammans.',
    ],
    signIn: 'Logga in',
    signInAgain: 'Inloggningen avbröts. Försök igen.',
    signInRefused: 'Inloggningen gick inte igenom. Försök igen.',
    noDuty: 'Du har inget uppdrag i Krom i dag. Be din systemförvaltare om ett.',
    more: 'Läs mer',
    rules: 'Reglerna',
    rulesLead: 'Varje tidsgräns och belopp, och var det kommer ifrån',
    api: 'Öppet API',
    apiLead: 'För dig som bygger tjänster: leverantörer, regler och statistik',
    providersNear: 'Leverantörer nära {place}',
    order: 'Närmast först. Ligger två lika långt bort avgör slumpen. Ingen kan betala för en bättre plats.',
    none: 'Ingen leverantör tar emot nya deltagare här just nu. Prova en kommun i närheten, eller fråga en arbetsförmedlare.',
    unknownPlace: 'Vi känner inte igen kommunen ”{place}”. Kontrollera stavningen.',
    kilometres: '{km} km från kommunens centrum',
    approximate: 'ungefärlig plats',
    languages: 'Språk',
    openPlaces: '{n} lediga platser',
    noCap: 'Tar emot nya deltagare',
    full: 'Fullt just nu',
    page: 'Sida {page} av {pages}',
    next: 'Nästa sida',
    previous: 'Föregående sida',
    skip: 'Hoppa till innehållet',
    languagePicker: 'Språk',
  },
  'sv-x-latt': {
    start: 'Hjälp att hitta jobb eller studier',
    lead: 'Du får hjälp att hitta jobb. Du väljer själv vem som ska hjälpa dig. Det är gratis.',
    find: 'Hitta hjälp nära dig',
    place: 'Kommun',
    placeHelp: 'Till exempel Göteborg',
    search: 'Visa',
    how: 'Så här går det till',
    sentences: [
      'Först skriver du in dig.',
      'Vi ser hur nära du är ett jobb. Det heter bedömning.',
      'En arbetsförmedlare bestämmer om du får hjälpen.',
      'Sedan väljer du vem som ska hjälpa dig (leverantör).',
      'Ni gör en plan. Ni träffas ofta. Ni söker jobb tillsammans.',
    ],
    signIn: 'Logga in',
    signInAgain: 'Det gick inte. Försök igen.',
    signInRefused: 'Det gick inte. Försök igen.',
    noDuty: 'Du kan inte logga in i dag. Fråga din chef.',
    more: 'Läs mer',
    rules: 'Reglerna',
    rulesLead: 'Här står alla regler.',
    api: 'För dig som bygger webbplatser',
    apiLead: 'Här finns våra öppna uppgifter.',
    providersNear: 'De här kan hjälpa dig nära {place}',
    order: 'Den som är närmast står först.',
    none: 'Ingen kan ta emot dig här nu. Fråga en arbetsförmedlare.',
    unknownPlace: 'Vi hittar inte ”{place}”. Skriv på ett annat sätt.',
    kilometres: '{km} km bort',
    approximate: 'ungefär',
    languages: 'Språk',
    openPlaces: '{n} lediga platser',
    noCap: 'Det finns plats',
    full: 'Det är fullt nu',
    page: 'Sida {page} av {pages}',
    next: 'Nästa sida',
    previous: 'Förra sidan',
    skip: 'Gå till texten',
    languagePicker: 'Språk',
  },
  en: {
    start: 'Support on the way to work or studies',
    lead: 'In Rusta och matcha you get help from a provider that you choose yourself. It costs you nothing.',
    find: 'Find a provider near you',
    place: 'Municipality',
    placeHelp: 'For example Göteborg or Kungälv',
    search: 'Show providers',
    how: 'How it works',
    sentences: [
      'You register as a jobseeker, by yourself or together with a caseworker.',
      'We assess how close you are to work, and you see what the assessment rests on.',
      'A caseworker decides whether you get Rusta och matcha.',
      'You choose a provider, and the provider cannot refuse you.',
      'You make a plan, meet at least every fourteenth day and look for work or studies together.',
    ],
    signIn: 'Sign in',
    signInAgain: 'The sign-in was broken off. Try again.',
    signInRefused: 'The sign-in did not go through. Try again.',
    noDuty: 'You have no duty in Krom today. Ask your system keeper for one.',
    more: 'Read more',
    rules: 'The rules',
    rulesLead: 'Every time limit and amount, and where it comes from',
    api: 'Open API',
    apiLead: 'For those who build services: providers, rules and statistics',
    providersNear: 'Providers near {place}',
    order: 'The nearest first. Equal distances are in random order. Nobody can pay for a better place.',
    none: 'No provider takes new participants here now. Try a municipality nearby, or ask a caseworker.',
    unknownPlace: 'We do not know the municipality “{place}”. Check the spelling.',
    kilometres: '{km} km from the centre of the municipality',
    approximate: 'approximate place',
    languages: 'Languages',
    openPlaces: '{n} open places',
    noCap: 'Takes new participants',
    full: 'Full at present',
    page: 'Page {page} of {pages}',
    next: 'Next page',
    previous: 'Previous page',
    skip: 'Skip to the content',
    languagePicker: 'Language',
  },
  ar: {
    start: 'دعم في الطريق إلى العمل أو الدراسة',
    lead: 'في خدمة Rusta och matcha تحصل على مساعدة من مقدّم خدمة تختاره بنفسك. الخدمة مجانية.',
    find: 'ابحث عن مقدّم خدمة قريب منك',
    place: 'البلدية',
    placeHelp: 'مثلا Göteborg أو Kungälv',
    search: 'اعرض مقدّمي الخدمة',
    how: 'كيف تسير الأمور',
    sentences: [
      'تسجّل نفسك كباحث عن عمل، وحدك أو مع موظف مكتب العمل.',
      'نقيّم مدى قربك من العمل، وترى على ماذا يستند التقييم.',
      'يقرر موظف مكتب العمل إن كنت ستحصل على الخدمة.',
      'تختار مقدّم الخدمة بنفسك، ولا يحق له أن يرفضك.',
      'تضعان خطة وتلتقيان كل أربعة عشر يوما على الأقل وتبحثان معا عن عمل أو دراسة.',
    ],
    signIn: 'تسجيل الدخول',
    signInAgain: 'انقطع تسجيل الدخول. حاول مرة أخرى.',
    signInRefused: 'لم ينجح تسجيل الدخول. حاول مرة أخرى.',
    noDuty: 'ليست لديك مهمة في النظام اليوم.',
    more: 'اقرأ المزيد',
    rules: 'القواعد',
    rulesLead: 'كل مهلة ومبلغ ومن أين جاء',
    api: 'واجهة برمجية مفتوحة',
    apiLead: 'لمن يبني خدمات: مقدّمو الخدمة والقواعد والإحصاءات',
    providersNear: 'مقدّمو الخدمة قرب {place}',
    order: 'الأقرب أولا. عند تساوي المسافة يكون الترتيب عشوائيا. لا يمكن لأحد أن يدفع مقابل ترتيب أفضل.',
    none: 'لا يستقبل أي مقدّم خدمة مشاركين جددا هنا الآن. جرّب بلدية قريبة أو اسأل موظف مكتب العمل.',
    unknownPlace: 'لا نعرف البلدية ”{place}“. تحقق من الكتابة.',
    kilometres: 'على بعد {km} كم من مركز البلدية',
    approximate: 'موقع تقريبي',
    languages: 'اللغات',
    openPlaces: '{n} أماكن شاغرة',
    noCap: 'يستقبل مشاركين جددا',
    full: 'لا توجد أماكن الآن',
    page: 'صفحة {page} من {pages}',
    next: 'الصفحة التالية',
    previous: 'الصفحة السابقة',
    skip: 'انتقل إلى المحتوى',
    languagePicker: 'اللغة',
  },
}

/** The languages' own names. */
export const languageNames: Readonly<Record<Language, string>> = {
  sv: 'Svenska',
  'sv-x-latt': 'Lätt svenska',
  en: 'English',
  ar: 'العربية',
}
