import type { ProblemTexts } from '../../platform/problems.ts'

/** Every refusal of this module; codes that a jobseeker can meet have all four languages. */
export const registrationProblems: ProblemTexts = {
  'already-registered': {
    status: 409,
    sv: {
      title: 'Personen är redan inskriven',
      cure: 'Öppna det ärende som finns. Kontakta oss om du inte hittar det.',
    },
    'sv-x-latt': { title: 'Du är redan inskriven', cure: 'Gå till din startsida. Fråga oss om du inte hittar den.' },
    en: {
      title: 'The person is already registered',
      cure: 'Open the case that exists. Contact us if you cannot find it.',
    },
    ar: { title: 'هذا الشخص مسجّل من قبل', cure: 'افتح الملف الموجود. اتصل بنا إذا لم تجده.' },
  },
  'number-not-vouched': {
    status: 403,
    sv: {
      title: 'Din inloggning säger inte vem du är',
      cure: 'Logga in med e-legitimation, eller besök eller ring oss så skriver vi in dig tillsammans.',
    },
    'sv-x-latt': {
      title: 'Vi vet inte vem du är',
      cure: 'Logga in med e-legitimation. Eller ring oss. Vi hjälper dig.',
    },
    en: {
      title: 'Your sign-in does not say who you are',
      cure: 'Sign in with an electronic identity, or visit or call us and we register you together.',
    },
    ar: {
      title: 'تسجيل دخولك لا يثبت هويتك',
      cure: 'سجّل الدخول بالهوية الإلكترونية، أو زرنا أو اتصل بنا لنسجّلك معا.',
    },
  },
  'not-your-number': {
    status: 403,
    sv: {
      title: 'Personnumret är inte ditt',
      cure: 'Du kan bara skriva in dig själv. Ska någon annan skrivas in, besök eller ring oss tillsammans.',
    },
    'sv-x-latt': { title: 'Det är inte ditt personnummer', cure: 'Skriv ditt eget personnummer.' },
    en: {
      title: 'The identity number is not yours',
      cure: 'You can only register yourself. To register someone else, visit or call us together.',
    },
    ar: { title: 'هذا ليس رقمك الشخصي', cure: 'يمكنك تسجيل نفسك فقط. اكتب رقمك الشخصي.' },
  },
  'channel-not-yours': {
    status: 422,
    sv: {
      title: 'Du kan inte skriva in på det här sättet',
      cure: 'Du som skriver in dig själv gör det digitalt. Personal väljer kontor, distansmöte eller med hjälp.',
    },
    'sv-x-latt': { title: 'Du kan inte skriva in dig så här', cure: 'Skriv in dig på webben. Eller be oss om hjälp.' },
    en: {
      title: 'You cannot register in this way',
      cure: 'Register yourself digitally. Staff choose office, remote meeting or assisted.',
    },
    ar: { title: 'لا يمكنك التسجيل بهذه الطريقة', cure: 'سجّل نفسك رقميا أو اطلب المساعدة منا.' },
  },
  'notice-already-given': {
    status: 409,
    sv: {
      title: 'Informationen om bedömningsstödet är redan lämnad',
      cure: 'Du behöver inte göra något. Dagen står i ärendet.',
    },
    'sv-x-latt': { title: 'Du har redan läst det här', cure: 'Du behöver inte göra något.' },
    en: {
      title: 'The notice about the assessment tool has already been given',
      cure: 'You need not do anything. The day stands in the case.',
    },
    ar: { title: 'تم إبلاغك بهذه المعلومات من قبل', cure: 'لا حاجة إلى فعل أي شيء.' },
  },
  'case-closed': {
    status: 409,
    sv: { title: 'Ärendet är avslutat', cure: 'Skriv in personen på nytt om det ska gälla igen.' },
    'sv-x-latt': { title: 'Ditt ärende är avslutat', cure: 'Skriv in dig igen om du söker arbete.' },
    en: { title: 'The case is closed', cure: 'Register the person anew if it is to apply again.' },
    ar: { title: 'الملف مغلق', cure: 'سجّل من جديد إذا كنت تبحث عن عمل.' },
  },
  'not-yours-to-change': {
    status: 403,
    sv: { title: 'Den här uppgiften kan du inte ändra själv', cure: 'Be din arbetsförmedlare att rätta den.' },
    'sv-x-latt': { title: 'Det här kan du inte ändra själv', cure: 'Be din arbetsförmedlare om hjälp.' },
    en: { title: 'You cannot change this yourself', cure: 'Ask your caseworker to correct it.' },
    ar: { title: 'لا يمكنك تغيير هذه المعلومة بنفسك', cure: 'اطلب من موظف مكتب العمل تصحيحها.' },
  },
  'nobody-named': {
    status: 422,
    sv: {
      title: 'Ingen handläggare är utsedd för personen',
      cure: 'Fördela ärendet till en arbetsförmedlare innan uppgifterna skyddas.',
    },
    en: {
      title: 'No staff member is named for the person',
      cure: 'Assign the case to a caseworker before the identity is protected.',
    },
  },
  'not-a-caseworker-there': {
    status: 422,
    sv: {
      title: 'Personen är inte arbetsförmedlare på kontoret',
      cure: 'Välj någon som arbetar på kontoret i dag, eller ett annat kontor.',
    },
    en: {
      title: 'The person is not a caseworker at the office',
      cure: 'Choose someone who works at the office today, or another office.',
    },
  },
  'not-protected': {
    status: 409,
    sv: {
      title: 'Personen har inte skyddade personuppgifter',
      cure: 'Namngiven personal behövs bara för skyddade personer.',
    },
    en: {
      title: 'The person does not have a protected identity',
      cure: 'Named staff are needed only for protected persons.',
    },
  },
  'not-staff': {
    status: 422,
    sv: {
      title: 'Användaren är inte handläggare hos myndigheten',
      cure: 'Välj en arbetsförmedlare, attestant eller leverantörsuppföljare.',
    },
    en: { title: 'The user is not staff of the authority', cure: 'Choose a caseworker, an approver or an overseer.' },
  },
  'area-code-taken': {
    status: 409,
    sv: { title: 'Det finns redan ett leveransområde med den koden', cure: 'Välj en annan kod.' },
    en: { title: 'There is already a delivery area with the code', cure: 'Choose another code.' },
  },
  'before-birth': {
    status: 422,
    sv: { title: 'Dagen ligger före personens födelsedag', cure: 'Kontrollera dagen och personnumret.' },
    'sv-x-latt': { title: 'Dagen är före din födelsedag', cure: 'Kontrollera dagen.' },
    en: { title: 'The day is before the person was born', cure: 'Check the day and the identity number.' },
    ar: { title: 'التاريخ قبل يوم الميلاد', cure: 'تحقق من التاريخ ومن الرقم الشخصي.' },
  },
  'too-long': {
    status: 422,
    sv: { title: 'Texten är för lång', cure: 'Skriv högst {most} tecken.' },
    'sv-x-latt': { title: 'Texten är för lång', cure: 'Skriv högst {most} tecken.' },
    en: { title: 'The text is too long', cure: 'Write at most {most} characters.' },
    ar: { title: 'النص طويل جدا', cure: 'اكتب {most} حرفا على الأكثر.' },
  },
  'control-character': {
    status: 422,
    sv: {
      title: 'Texten innehåller ett styrtecken som inte syns',
      cure: 'Skriv om texten för hand utan radbrytning eller tabb.',
    },
    'sv-x-latt': { title: 'Texten har ett tecken som inte syns', cure: 'Skriv texten en gång till.' },
    en: {
      title: 'The text holds an invisible control character',
      cure: 'Write it again by hand without line breaks or tabs.',
    },
    ar: { title: 'يحتوي النص على رمز غير مرئي', cure: 'اكتب النص مرة أخرى.' },
  },
  'postcode-format': {
    status: 422,
    sv: { title: 'Postnumret har inte fem siffror', cure: 'Skriv det så här: 411 01.' },
    'sv-x-latt': { title: 'Postnumret är fel', cure: 'Skriv fem siffror. Till exempel 411 01.' },
    en: { title: 'The postcode does not have five digits', cure: 'Write it like this: 411 01.' },
    ar: { title: 'الرمز البريدي لا يتكون من خمسة أرقام', cure: 'اكتبه هكذا: 411 01.' },
  },
  'identity-not-vouched': {
    status: 409,
    sv: {
      title: 'Inloggningen berättade inte vem du är',
      cure: 'Logga in med e-legitimation, eller skriv in dig tillsammans med en arbetsförmedlare.',
    },
    'sv-x-latt': {
      title: 'Vi vet inte vem du är',
      cure: 'Logga in med e-legitimation. Eller prata med Arbetsförmedlingen.',
    },
    en: {
      title: 'The sign-in did not say who you are',
      cure: 'Sign in with an e-identification, or register together with a caseworker.',
    },
    ar: {
      title: 'لم يحدد تسجيل الدخول هويتك',
      cure: 'سجّل الدخول بهوية إلكترونية أو سجّل نفسك مع موظف مكتب العمل.',
    },
  },
  'email-format': {
    status: 422,
    sv: {
      title: 'E-postadressen är inte fullständig',
      cure: 'Skriv den så här: namn@exempel.se, eller lämna fältet tomt.',
    },
    'sv-x-latt': { title: 'E-postadressen är fel', cure: 'Skriv så här: namn@exempel.se. Eller lämna tomt.' },
    en: {
      title: 'The e-mail address is not complete',
      cure: 'Write it like this: name@example.com, or leave it empty.',
    },
    ar: { title: 'عنوان البريد الإلكتروني غير كامل', cure: 'اكتبه هكذا: name@example.com أو اتركه فارغا.' },
  },
  'phone-format': {
    status: 422,
    sv: {
      title: 'Telefonnumret är inte ett nummer',
      cure: 'Skriv bara siffror, mellanslag och bindestreck, eller lämna fältet tomt.',
    },
    'sv-x-latt': { title: 'Telefonnumret är fel', cure: 'Skriv bara siffror. Eller lämna tomt.' },
    en: {
      title: 'The telephone number is not a number',
      cure: 'Write only digits, spaces and hyphens, or leave it empty.',
    },
    ar: { title: 'رقم الهاتف غير صحيح', cure: 'اكتب أرقاما فقط أو اتركه فارغا.' },
  },
  'unknown-municipality': {
    status: 422,
    sv: {
      title: 'Det finns ingen kommun med den koden',
      cure: 'Ange kommunens fyra siffror enligt SCB, till exempel 1480 för Göteborg.',
    },
    'sv-x-latt': { title: 'Kommunen finns inte', cure: 'Välj kommun i listan.' },
    en: {
      title: 'There is no municipality with the code',
      cure: "Give Statistics Sweden's four digits, for example 1480 for Göteborg.",
    },
    ar: { title: 'لا توجد بلدية بهذا الرمز', cure: 'اختر البلدية من القائمة.' },
  },
  'unknown-occupation': {
    status: 422,
    sv: {
      title: 'Yrkeskoden finns inte i SSYK 2012',
      cure: 'Ange en kod med högst fyra siffror ur SSYK 2012, till exempel 2512.',
    },
    'sv-x-latt': { title: 'Yrket finns inte i listan', cure: 'Välj yrke i listan.' },
    en: {
      title: 'The occupation code is not in SSYK 2012',
      cure: 'Give a code of at most four digits from SSYK 2012, for example 2512.',
    },
    ar: { title: 'رمز المهنة غير موجود', cure: 'اختر المهنة من القائمة.' },
  },
  // Register extracts: met by staff and operators only.
  'empty-file': {
    status: 422,
    sv: { title: 'Filen är tom', cure: 'Ta ut registerutdraget på nytt och skicka in det.' },
    en: { title: 'The file is empty', cure: 'Make the register extract again and send it.' },
  },
  'file-missing': {
    status: 422,
    sv: { title: 'Ingen fil kom med', cure: 'Välj en CSV-fil och skicka igen.' },
    en: { title: 'No file was sent', cure: 'Choose a CSV file and send again.' },
  },
  'not-a-text-file': {
    status: 422,
    sv: { title: 'Filen är inte en textfil', cure: 'Spara kalkylbladet som CSV (UTF-8) och skicka in det.' },
    en: { title: 'The file is not a text file', cure: 'Save the spreadsheet as CSV (UTF-8) and send it.' },
  },
  'missing-column': {
    status: 422,
    sv: {
      title: 'Kolumnen {column} saknas i första raden',
      cure: 'Första raden ska namnge alla 22 kolumner. Lägg till kolumnen och skicka igen.',
    },
    en: {
      title: 'The column {column} is missing in the first line',
      cure: 'The first line must name all 22 columns. Add the column and send again.',
    },
  },
  'unknown-column': {
    status: 422,
    sv: { title: 'Kolumnen ”{column}” är okänd', cure: 'Ta bort kolumnen eller rätta namnet i första raden.' },
    en: { title: 'The column “{column}” is unknown', cure: 'Remove the column or correct its name in the first line.' },
  },
  'repeated-column': {
    status: 422,
    sv: { title: 'Kolumnen {column} finns två gånger', cure: 'Ta bort den ena.' },
    en: { title: 'The column {column} stands twice', cure: 'Remove one of them.' },
  },
  'too-few-columns': {
    status: 422,
    sv: {
      title: 'Raden har {found} kolumner, första raden har {expected}',
      cure: 'Fyll ut raden så att varje kolumn finns, även tomma.',
    },
    en: {
      title: 'The row has {found} columns, the first line has {expected}',
      cure: 'Complete the row so that every column is there, empty ones too.',
    },
  },
  'too-many-columns': {
    status: 422,
    sv: {
      title: 'Raden har {found} kolumner, första raden har {expected}',
      cure: 'Sätt citattecken om text som innehåller skiljetecknet.',
    },
    en: {
      title: 'The row has {found} columns, the first line has {expected}',
      cure: 'Put quotes around text that holds the separator.',
    },
  },
  'unclosed-quote': {
    status: 422,
    sv: {
      title: 'Ett citattecken öppnas men stängs inte',
      cure: 'Stäng citattecknet, eller skriv det dubbelt inne i text.',
    },
    en: { title: 'A quote is opened and not closed', cure: 'Close it, or write it twice inside text.' },
  },
  'same-row-twice': {
    status: 422,
    sv: { title: 'Samma rad finns tidigare i filen', cure: 'Inget behöver göras: raden ändrar ingenting.' },
    en: {
      title: 'The same row stands earlier in the file',
      cure: 'Nothing needs to be done: the row changes nothing.',
    },
  },
  'conflicts-with-earlier-row': {
    status: 422,
    sv: {
      title: 'Personen finns tidigare i filen med andra uppgifter',
      cure: 'Behåll en av raderna. Den första har lästs in.',
    },
    en: {
      title: 'The person stands earlier in the file with other facts',
      cure: 'Keep one of the rows. The first has been read in.',
    },
  },
  'contradicts-personnummer': {
    status: 422,
    sv: {
      title: 'Könet stämmer inte med personnumret',
      cure: 'Kontrollera båda: näst sista siffran är udda för män och jämn för kvinnor.',
    },
    en: {
      title: 'The sex contradicts the identity number',
      cure: 'Check both: the last digit but one is odd for men and even for women.',
    },
  },
  'contradicts-post-town': {
    status: 422,
    sv: {
      title: 'Kommunkoden är en kommun långt från postorten',
      cure: 'Kontrollera koden och postorten: de ligger mer än tio mil från varandra.',
    },
    en: {
      title: 'The code is a municipality far from the post town',
      cure: 'Check the code and the post town: they are more than 100 km apart.',
    },
  },
  'not-in-list': {
    status: 422,
    sv: { title: 'Värdet finns inte i listan', cure: 'Skriv ett av dessa: {allowed}.' },
    en: { title: 'The value is not in the list', cure: 'Write one of these: {allowed}.' },
  },
  'not-a-number': {
    status: 422,
    sv: { title: 'Värdet är inte ett tal', cure: 'Skriv bara siffror.' },
    en: { title: 'The value is not a number', cure: 'Write digits only.' },
  },
  'not-a-whole-number': {
    status: 422,
    sv: { title: 'Värdet är inte ett heltal', cure: 'Skriv utan decimaler.' },
    en: { title: 'The value is not a whole number', cure: 'Write it without decimals.' },
  },
  'out-of-range': {
    status: 422,
    sv: { title: 'Talet är utanför det möjliga', cure: 'Skriv ett tal från {least} till {most}.' },
    en: { title: 'The number is outside what is possible', cure: 'Write a number from {least} to {most}.' },
  },
  'unknown-language': {
    status: 422,
    sv: {
      title: 'Språket är okänt',
      cure: 'Skriv språkets svenska namn eller dess kod, till exempel arabiska eller ar.',
    },
    en: {
      title: 'The language is unknown',
      cure: "Write the language's Swedish name or its code, for example arabiska or ar.",
    },
  },
  'channel-does-not-reach': {
    status: 422,
    sv: {
      title: 'Det sättet når dig inte',
      cure: 'Lägg till e-post eller telefon bland dina uppgifter, eller välj ett annat sätt.',
    },
    'sv-x-latt': {
      title: 'Det går inte att nå dig så',
      cure: 'Skriv din e-post eller ditt telefonnummer först. Eller välj något annat.',
    },
    en: { title: 'That way does not reach you', cure: 'Add e-mail or phone to your details, or choose another way.' },
    ar: {
      title: 'لا يمكن الوصول إليك بهذه الطريقة',
      cure: 'أضف البريد الإلكتروني أو الهاتف إلى بياناتك، أو اختر طريقة أخرى.',
    },
  },
}
