/** What a person reads when a value is refused: what is wrong, and what to do about it. */
type Text = { readonly title: string; readonly cure: string }

type KernelProblemText = {
  readonly status: 403 | 409 | 422
  readonly sv: Text
  readonly 'sv-x-latt': Text
  readonly en: Text
  readonly ar: Text
}

/** The texts of the kernel's own problems, for whoever words a refusal; `{name}` stands for one of its values. */
export const kernelProblems: Readonly<Record<string, KernelProblemText>> = {
  required: {
    status: 422,
    sv: { title: 'En uppgift saknas', cure: 'Fyll i uppgiften och skicka igen.' },
    'sv-x-latt': { title: 'Du har glömt att fylla i något', cure: 'Fyll i det som saknas. Skicka sedan igen.' },
    en: { title: 'Something is missing', cure: 'Fill it in and send again.' },
    ar: { title: 'هناك معلومة ناقصة', cure: 'املأ المعلومة وأرسل مرة أخرى.' },
  },
  'several-problems': {
    status: 422,
    sv: { title: 'Flera uppgifter stämmer inte', cure: 'Rätta dem som är markerade och skicka igen.' },
    'sv-x-latt': { title: 'Flera saker är fel', cure: 'Rätta det som är markerat. Skicka sedan igen.' },
    en: { title: 'Several things are not right', cure: 'Correct those that are marked and send again.' },
    ar: { title: 'هناك عدة أخطاء', cure: 'صحّح الحقول المحددة وأرسل مرة أخرى.' },
  },
  'date-format': {
    status: 422,
    sv: { title: '”{text}” är inte ett datum', cure: 'Skriv år, månad och dag så här: 2022-10-03.' },
    'sv-x-latt': {
      title: '”{text}” är inte ett datum',
      cure: 'Skriv så här: 2022-10-03. Först år, sedan månad, sedan dag.',
    },
    en: { title: '“{text}” is not a date', cure: 'Write year, month and day like this: 2022-10-03.' },
    ar: { title: '«{text}» ليس تاريخا', cure: 'اكتب السنة ثم الشهر ثم اليوم هكذا: 2022-10-03.' },
  },
  'impossible-date': {
    status: 422,
    sv: { title: 'Datumet finns inte i kalendern', cure: 'Kontrollera månaden och dagen.' },
    'sv-x-latt': { title: 'Datumet finns inte', cure: 'Kontrollera månaden och dagen.' },
    en: { title: 'The date is not in the calendar', cure: 'Check the month and the day.' },
    ar: { title: 'هذا التاريخ غير موجود في التقويم', cure: 'تحقق من الشهر واليوم.' },
  },
  'month-format': {
    status: 422,
    sv: { title: '”{text}” är inte en månad', cure: 'Skriv år och månad så här: 2022-10.' },
    'sv-x-latt': { title: '”{text}” är inte en månad', cure: 'Skriv så här: 2022-10. Först år, sedan månad.' },
    en: { title: '“{text}” is not a month', cure: 'Write year and month like this: 2022-10.' },
    ar: { title: '«{text}» ليس شهرا', cure: 'اكتب السنة ثم الشهر هكذا: 2022-10.' },
  },
  'impossible-month': {
    status: 422,
    sv: { title: 'Månaden {text} finns inte', cure: 'Skriv en månad från 01 till 12.' },
    'sv-x-latt': { title: 'Månaden {text} finns inte', cure: 'Skriv en månad från 01 till 12.' },
    en: { title: 'There is no month {text}', cure: 'Write a month from 01 to 12.' },
    ar: { title: 'الشهر {text} غير موجود', cure: 'اكتب شهرا من 01 إلى 12.' },
  },
  'instant-format': {
    status: 422,
    sv: {
      title: '”{text}” är inte en tidpunkt',
      cure: 'Skriv datum, klockslag och tidszon så här: 2022-10-03T08:00:00+02:00.',
    },
    'sv-x-latt': { title: '”{text}” är inte en tid', cure: 'Skriv så här: 2022-10-03T08:00:00+02:00.' },
    en: { title: '“{text}” is not a moment', cure: 'Write date, time and zone like this: 2022-10-03T08:00:00+02:00.' },
    ar: {
      title: '«{text}» ليس وقتا صحيحا',
      cure: 'اكتب التاريخ والساعة والمنطقة الزمنية هكذا: 2022-10-03T08:00:00+02:00.',
    },
  },
  'impossible-instant': {
    status: 422,
    sv: { title: 'Tidpunkten {text} finns inte', cure: 'Kontrollera datumet och klockslaget.' },
    'sv-x-latt': { title: 'Tiden finns inte', cure: 'Kontrollera dagen och klockan.' },
    en: { title: 'There is no moment {text}', cure: 'Check the date and the time.' },
    ar: { title: 'الوقت {text} غير موجود', cure: 'تحقق من التاريخ والساعة.' },
  },
  'in-the-future': {
    status: 422,
    sv: { title: 'Dagen har inte varit än', cure: 'Skriv en dag som är i dag eller tidigare.' },
    'sv-x-latt': { title: 'Dagen har inte varit än', cure: 'Skriv dagens datum eller ett tidigare datum.' },
    en: { title: 'That day has not come yet', cure: 'Write today or an earlier day.' },
    ar: { title: 'هذا اليوم لم يأتِ بعد', cure: 'اكتب تاريخ اليوم أو تاريخا سابقا.' },
  },
  'end-before-start': {
    status: 422,
    sv: { title: 'Sista dagen {to} är före första dagen {from}', cure: 'Ändra den ena dagen.' },
    'sv-x-latt': { title: 'Sista dagen kommer före första dagen', cure: 'Ändra en av dagarna.' },
    en: { title: 'The last day {to} is before the first day {from}', cure: 'Change one of the days.' },
    ar: { title: 'اليوم الأخير {to} قبل اليوم الأول {from}', cure: 'غيّر أحد اليومين.' },
  },
  'not-digits': {
    status: 422,
    sv: {
      title: 'Numret ska bestå av tio eller tolv siffror',
      cure: 'Skriv siffrorna, gärna med bindestreck före de fyra sista.',
    },
    'sv-x-latt': { title: 'Numret är inte rätt skrivet', cure: 'Skriv tio eller tolv siffror.' },
    en: {
      title: 'The number should have ten or twelve digits',
      cure: 'Write the digits, with a hyphen before the last four if you like.',
    },
    ar: {
      title: 'يجب أن يتكون الرقم من عشرة أرقام أو اثني عشر رقما',
      cure: 'اكتب الأرقام فقط، ويمكنك وضع شرطة قبل الأرقام الأربعة الأخيرة.',
    },
  },
  'check-digit': {
    status: 422,
    sv: { title: 'Numret stämmer inte: kontrollsiffran är fel', cure: 'Jämför siffra för siffra med originalet.' },
    'sv-x-latt': { title: 'Numret är fel', cure: 'Kontrollera alla siffror.' },
    en: {
      title: 'The number is not right: its check digit is wrong',
      cure: 'Compare it digit by digit with the original.',
    },
    ar: { title: 'الرقم غير صحيح: رقم التحقق خاطئ', cure: 'قارن الرقم بالأصل رقما رقما.' },
  },
  'check-digit-or-century': {
    status: 422,
    sv: {
      title: 'Numret stämmer inte: kontrollsiffran eller århundradet är fel',
      cure: 'Skriv alla tolv siffror, med århundradet först, och jämför dem med originalet.',
    },
    'sv-x-latt': { title: 'Numret är fel', cure: 'Skriv alla tolv siffror. Skriv hela födelseåret.' },
    en: {
      title: 'The number is not right: its check digit or century is wrong',
      cure: 'Write all twelve digits, century first, and compare them with the original.',
    },
    ar: {
      title: 'الرقم غير صحيح: رقم التحقق أو القرن خاطئ',
      cure: 'اكتب الأرقام الاثني عشر كلها مع سنة الميلاد كاملة.',
    },
  },
  'not-an-organisation': {
    status: 422,
    sv: { title: 'Numret tillhör inte en organisation', cure: 'Skriv organisationsnumret, inte ett personnummer.' },
    'sv-x-latt': { title: 'Det är inte ett organisationsnummer', cure: 'Skriv organisationens nummer.' },
    en: { title: 'The number is not an organisation’s', cure: 'Write the organisation number, not a person’s number.' },
    ar: { title: 'هذا الرقم ليس رقم مؤسسة', cure: 'اكتب رقم المؤسسة وليس الرقم الشخصي.' },
  },
  'not-a-place': {
    status: 422,
    sv: {
      title: 'Koordinaterna ligger utanför jordklotet',
      cure: 'Ange latitud −90 till 90 och longitud −180 till 180.',
    },
    'sv-x-latt': { title: 'Platsen finns inte', cure: 'Kontrollera platsen.' },
    en: { title: 'The coordinates are outside the globe', cure: 'Give latitude −90 to 90 and longitude −180 to 180.' },
    ar: { title: 'الإحداثيات خارج الكرة الأرضية', cure: 'اكتب خط العرض من −90 إلى 90 وخط الطول من −180 إلى 180.' },
  },
  'already-approved': {
    status: 409,
    sv: { title: 'Det är redan attesterat', cure: 'Ladda om sidan för att se av vem och när.' },
    'sv-x-latt': { title: 'Det är redan godkänt', cure: 'Ladda om sidan.' },
    en: { title: 'It has already been approved', cure: 'Reload the page to see by whom and when.' },
    ar: { title: 'تمت الموافقة عليه من قبل', cure: 'أعد تحميل الصفحة لترى من وافق ومتى.' },
  },
  'already-returned': {
    status: 409,
    sv: { title: 'Det har skickats tillbaka', cure: 'Ladda om sidan och läs skälet. Det behöver förberedas på nytt.' },
    'sv-x-latt': { title: 'Det har skickats tillbaka', cure: 'Ladda om sidan och läs varför.' },
    en: { title: 'It has been sent back', cure: 'Reload the page and read the reason. It must be prepared anew.' },
    ar: { title: 'تمت إعادته', cure: 'أعد تحميل الصفحة واقرأ السبب. يجب إعداده من جديد.' },
  },
  'four-eyes-preparer': {
    status: 403,
    sv: { title: 'Du har förberett det här och får inte attestera det själv', cure: 'Be en kollega med attesträtt.' },
    'sv-x-latt': { title: 'Du kan inte godkänna det du själv har gjort', cure: 'Be en kollega.' },
    en: { title: 'You prepared this and may not approve it yourself', cure: 'Ask a colleague with payment right.' },
    ar: { title: 'أنت من أعدّ هذا ولا يحق لك الموافقة عليه بنفسك', cure: 'اطلب ذلك من زميل له حق الموافقة.' },
  },
  'four-eyes-same-person': {
    status: 403,
    sv: { title: 'Du har redan attesterat, och två olika personer behövs', cure: 'Be en kollega med attesträtt.' },
    'sv-x-latt': { title: 'Du har redan godkänt. En person till behövs', cure: 'Be en kollega.' },
    en: {
      title: 'You have already approved, and two different people are needed',
      cure: 'Ask a colleague with payment right.',
    },
    ar: { title: 'لقد وافقت من قبل، ويلزم شخصان مختلفان', cure: 'اطلب ذلك من زميل له حق الموافقة.' },
  },
  'file-too-large': {
    status: 422,
    sv: { title: 'Filen är större än {megabytes} MB', cure: 'Skicka en mindre fil eller dela upp den.' },
    'sv-x-latt': { title: 'Filen är för stor', cure: 'Den får vara högst {megabytes} MB. Skicka en mindre fil.' },
    en: { title: 'The file is larger than {megabytes} MB', cure: 'Send a smaller file or split it.' },
    ar: { title: 'الملف أكبر من {megabytes} ميغابايت', cure: 'أرسل ملفا أصغر أو قسّمه.' },
  },
  'file-kind': {
    status: 422,
    sv: { title: 'Filen är varken PDF, JPEG eller PNG', cure: 'Spara dokumentet som PDF eller bild och skicka igen.' },
    'sv-x-latt': { title: 'Filen är inte en PDF eller en bild', cure: 'Spara som PDF eller bild. Skicka sedan igen.' },
    en: { title: 'The file is neither PDF, JPEG nor PNG', cure: 'Save the document as PDF or image and send again.' },
    ar: { title: 'الملف ليس PDF ولا JPEG ولا PNG', cure: 'احفظ المستند بصيغة PDF أو كصورة وأرسله مرة أخرى.' },
  },
}
