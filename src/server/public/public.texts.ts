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
  readonly map: string
  readonly mapHome: string
  readonly similar: string
  readonly name: string
  readonly coverage: string
  readonly coverageLead: string
  readonly coverageDay: string
  readonly coverageShow: string
  readonly coverageMap: string
  readonly coverageHas: string
  readonly coverageNone: string
  readonly coverageAreas: string
  readonly coverageGroups: string
  readonly coverageMunicipalities: string
  readonly area: string
  readonly group: string
  readonly municipality: string
  readonly providers: string
  readonly addresses: string
  readonly placesLeft: string
  readonly nearest: string
  readonly homes: string
  readonly within: string
  readonly beyond: string
  readonly few: string
  readonly measured: string
  readonly notMeasured: string
  readonly openData: string
  readonly openCsv: string
  readonly openJson: string
  readonly noLimit: string
  readonly withoutProvider: string
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
    map: 'Kartan visar leverantörerna i listan. Numret är platsen i listan, och ett plus betyder flera på samma ställe.',
    mapHome: 'Ringen är kommunens centrum.',
    similar: 'Inget namn stämmer precis med ”{name}”. De här liknar.',
    name: 'Namn (valfritt)',
    coverage: 'Var finns tjänsten?',
    coverageLead: 'Leverantörer, adresser och lediga platser i hela landet, vilken dag du vill.',
    coverageDay: 'Dag',
    coverageShow: 'Visa',
    coverageMap: 'Varje märke är en kommun.',
    coverageHas: 'Fylld ring: minst en leverantör tar emot nya deltagare i kommunen.',
    coverageNone: 'Kryss: ingen leverantör i kommunen.',
    coverageAreas: 'Leveransområden',
    coverageGroups: 'Kommungrupper (SKR)',
    coverageMunicipalities: 'Kommuner',
    area: 'Område',
    group: 'Grupp',
    municipality: 'Kommun',
    providers: 'Leverantörer',
    addresses: 'Adresser',
    placesLeft: 'Lediga platser',
    nearest: 'Närmaste adress, km',
    homes: 'Inskrivnas hem',
    within: 'inom {km} km',
    beyond: 'längre bort',
    few: 'färre än {n}',
    measured: 'Avstånden räknades den {day}. Antalen är avrundade till närmaste {n}, och färre än {n} visas inte.',
    notMeasured: 'Avstånden är inte räknade för den här dagen.',
    openData: 'Öppna data',
    openCsv: 'Kommunerna som kalkylblad (CSV)',
    openJson: 'Allt som JSON',
    noLimit: 'obegränsat',
    withoutProvider: 'Områden utan leverantör: {n} av {all}',
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
    map: 'Kartan visar samma företag som listan. Numret är det samma.',
    mapHome: 'Ringen är mitten av kommunen.',
    similar: 'Vi hittade inte ”{name}”. Menade du någon av dem här?',
    name: 'Namn',
    coverage: 'Var finns hjälpen?',
    coverageLead: 'Här ser du var företagen finns. Du kan välja dag.',
    coverageDay: 'Dag',
    coverageShow: 'Visa',
    coverageMap: 'Varje märke är en kommun.',
    coverageHas: 'Fylld ring: det finns ett företag där.',
    coverageNone: 'Kryss: det finns inget företag där.',
    coverageAreas: 'Områden',
    coverageGroups: 'Grupper av kommuner',
    coverageMunicipalities: 'Kommuner',
    area: 'Område',
    group: 'Grupp',
    municipality: 'Kommun',
    providers: 'Företag',
    addresses: 'Adresser',
    placesLeft: 'Lediga platser',
    nearest: 'Närmaste, km',
    homes: 'Hem',
    within: 'inom {km} km',
    beyond: 'längre bort',
    few: 'färre än {n}',
    measured: 'Vi räknade avstånden {day}. Alla tal är ungefärliga.',
    notMeasured: 'Avstånden är inte räknade.',
    openData: 'Öppna data',
    openCsv: 'Kommuner (CSV)',
    openJson: 'Allt (JSON)',
    noLimit: 'ingen gräns',
    withoutProvider: '{n} av {all} områden har inget företag',
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
    map: 'The map shows the providers of the list. The number is the place in the list, and a plus means several in one place.',
    mapHome: 'The ring is the centre of the municipality.',
    similar: 'No name is exactly “{name}”. These come near.',
    name: 'Name (optional)',
    coverage: 'Where is the service?',
    coverageLead: 'Providers, addresses and open places in the whole country, on any day.',
    coverageDay: 'Day',
    coverageShow: 'Show',
    coverageMap: 'Each mark is a municipality.',
    coverageHas: 'Filled circle: at least one provider takes new participants there.',
    coverageNone: 'Cross: no provider in the municipality.',
    coverageAreas: 'Delivery areas',
    coverageGroups: 'Municipality groups (SKR)',
    coverageMunicipalities: 'Municipalities',
    area: 'Area',
    group: 'Group',
    municipality: 'Municipality',
    providers: 'Providers',
    addresses: 'Addresses',
    placesLeft: 'Open places',
    nearest: 'Nearest address, km',
    homes: 'Homes of registered jobseekers',
    within: 'within {km} km',
    beyond: 'further away',
    few: 'fewer than {n}',
    measured:
      'Distances were counted on {day}. Numbers are rounded to the nearest {n}, and fewer than {n} are not shown.',
    notMeasured: 'Distances have not been counted for this day.',
    openData: 'Open data',
    openCsv: 'The municipalities as a spreadsheet (CSV)',
    openJson: 'Everything as JSON',
    noLimit: 'no limit',
    withoutProvider: 'Areas without a provider: {n} of {all}',
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
    map: 'تعرض الخريطة مقدّمي الخدمة في القائمة. الرقم هو الترتيب في القائمة، وعلامة + تعني أكثر من واحد في المكان نفسه.',
    mapHome: 'الدائرة هي مركز البلدية.',
    similar: 'لا يوجد اسم يطابق «{name}» تمامًا. هذه أسماء قريبة منه.',
    name: 'الاسم (اختياري)',
    coverage: 'أين توجد الخدمة؟',
    coverageLead: 'مقدّمو الخدمة والعناوين والأماكن الشاغرة في كل البلاد، في أي يوم تختاره.',
    coverageDay: 'اليوم',
    coverageShow: 'اعرض',
    coverageMap: 'كل علامة هي بلدية.',
    coverageHas: 'دائرة ممتلئة: يوجد مقدّم خدمة واحد على الأقل يستقبل مشاركين جددًا.',
    coverageNone: 'علامة ×: لا يوجد مقدّم خدمة في البلدية.',
    coverageAreas: 'مناطق التقديم',
    coverageGroups: 'مجموعات البلديات (SKR)',
    coverageMunicipalities: 'البلديات',
    area: 'المنطقة',
    group: 'المجموعة',
    municipality: 'البلدية',
    providers: 'مقدّمو الخدمة',
    addresses: 'العناوين',
    placesLeft: 'أماكن شاغرة',
    nearest: 'أقرب عنوان، كم',
    homes: 'مساكن المسجّلين',
    within: 'ضمن {km} كم',
    beyond: 'أبعد من ذلك',
    few: 'أقل من {n}',
    measured: 'حُسبت المسافات في {day}. الأعداد مقرّبة إلى أقرب {n}، ولا يظهر ما هو أقل من {n}.',
    notMeasured: 'لم تُحسب المسافات لهذا اليوم.',
    openData: 'بيانات مفتوحة',
    openCsv: 'البلديات كجدول (CSV)',
    openJson: 'كل البيانات بصيغة JSON',
    noLimit: 'بلا حد',
    withoutProvider: 'مناطق بلا مقدّم خدمة: {n} من {all}',
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
