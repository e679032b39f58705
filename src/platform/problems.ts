/** What a person reads when something is refused: what is wrong, and what to do about it. */
export interface Text {
  readonly title: string
  readonly cure: string
}

export type Language = 'sv' | 'sv-x-latt' | 'en' | 'ar'

/** Words and status of one problem code. Codes that a participant can meet have all four languages. */
export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503
  readonly sv: Text
  readonly en: Text
  readonly 'sv-x-latt'?: Text
  readonly ar?: Text
}

export type ProblemTexts = Readonly<Record<string, ProblemText>>

/** The texts of the plumbing's own problems. */
export const platformProblems: ProblemTexts = {
  'not-allowed': {
    status: 403,
    sv: {
      title: 'Du får inte göra det här',
      cure: 'Din roll har inte den rätten. Byt roll eller be någon som har den.',
    },
    'sv-x-latt': { title: 'Du får inte göra det här', cure: 'Fråga din arbetsförmedlare om du behöver hjälp.' },
    en: {
      title: 'You may not do this',
      cure: 'Your role does not have this right. Change role or ask someone who has it.',
    },
    ar: { title: 'لا يحق لك القيام بهذا', cure: 'دورك لا يملك هذا الحق. اسأل موظف مكتب العمل إذا احتجت إلى مساعدة.' },
  },
  'duty-not-yours': {
    status: 409,
    sv: { title: 'Det uppdraget gäller inte längre', cure: 'Ladda om sidan och välj bland dem som är kvar.' },
    'sv-x-latt': { title: 'Det går inte att välja', cure: 'Ladda om sidan. Välj igen.' },
    en: { title: 'That duty no longer holds', cure: 'Reload the page and choose among those that are left.' },
    ar: { title: 'لم تعد هذه المهمة سارية', cure: 'أعد تحميل الصفحة واختر مما بقي.' },
  },
  'coordinator-of-places': {
    status: 403,
    sv: {
      title: 'Det här gäller hela organisationen, och ditt uppdrag gäller vissa adresser',
      cure: 'Be en samordnare för hela organisationen att göra det.',
    },
    en: {
      title: 'This concerns the whole organisation, and your duty is for some addresses',
      cure: 'Ask a coordinator of the whole organisation to do it.',
    },
  },
  'not-found': {
    status: 404,
    sv: {
      title: 'Det finns inte, eller så har du inte tillgång till det',
      cure: 'Kontrollera adressen, eller gå tillbaka till din startsida.',
    },
    'sv-x-latt': { title: 'Sidan finns inte', cure: 'Gå tillbaka till din startsida.' },
    en: {
      title: 'It does not exist, or you do not have access to it',
      cure: 'Check the address, or go back to your start page.',
    },
    ar: { title: 'غير موجود أو لا يمكنك الوصول إليه', cure: 'تحقق من العنوان أو ارجع إلى صفحتك الرئيسية.' },
  },
  'not-valid': {
    status: 422,
    sv: {
      title: 'Något i formuläret stämmer inte',
      cure: 'Rätta de fält som är markerade och skicka igen. Det du skrev finns kvar.',
    },
    'sv-x-latt': { title: 'Något är fel i formuläret', cure: 'Rätta det som är markerat. Skicka sedan igen.' },
    en: {
      title: 'Something in the form is not right',
      cure: 'Correct the marked fields and send again. What you wrote is kept.',
    },
    ar: { title: 'هناك خطأ في النموذج', cure: 'صحّح الحقول المحددة وأرسل مرة أخرى. ما كتبته محفوظ.' },
  },
  'field-not-valid': {
    status: 422,
    sv: { title: 'Fältet {field} är inte rätt ifyllt', cure: '{reason}. Rätta fältet och skicka igen.' },
    'sv-x-latt': { title: 'Fel i fältet {field}', cure: 'Skriv om. Skicka sedan igen.' },
    en: { title: 'The field {field} is not filled in right', cure: '{reason}. Correct the field and send again.' },
    ar: { title: 'الحقل {field} غير صحيح', cure: '{reason}. صحّح الحقل وأرسل مرة أخرى.' },
  },
  'changed-meanwhile': {
    status: 409,
    sv: {
      title: 'Ärendet har ändrats sedan du öppnade sidan',
      cure: 'Ladda om sidan, se vad som är nytt och gör om ditt val. Inget har sparats.',
    },
    'sv-x-latt': { title: 'Något har ändrats', cure: 'Ladda om sidan. Försök sedan igen.' },
    en: {
      title: 'The case has changed since you opened the page',
      cure: 'Reload, see what is new and choose again. Nothing was saved.',
    },
    ar: { title: 'تغيّر الملف منذ أن فتحت الصفحة', cure: 'أعد تحميل الصفحة واختر من جديد. لم يُحفظ شيء.' },
  },
  'session-ended': {
    status: 401,
    sv: { title: 'Du är inte inloggad längre', cure: 'Logga in igen. Det du skrev finns kvar på sidan.' },
    'sv-x-latt': { title: 'Du är inte inloggad', cure: 'Logga in igen.' },
    en: { title: 'You are no longer signed in', cure: 'Sign in again. What you wrote is still on the page.' },
    ar: { title: 'لم تعد مسجّل الدخول', cure: 'سجّل الدخول مرة أخرى. ما كتبته ما زال في الصفحة.' },
  },
  'csrf-token-wrong': {
    status: 403,
    sv: { title: 'Sidan är för gammal för att skicka från', cure: 'Ladda om sidan och skicka igen.' },
    'sv-x-latt': { title: 'Sidan är för gammal', cure: 'Ladda om sidan. Skicka sedan igen.' },
    en: { title: 'The page is too old to send from', cure: 'Reload the page and send again.' },
    ar: { title: 'الصفحة قديمة جدا للإرسال', cure: 'أعد تحميل الصفحة وأرسل مرة أخرى.' },
  },
  'system-key-not-valid': {
    status: 401,
    sv: {
      title: 'Nyckeln gäller inte',
      cure: 'Den kan vara felskriven, utgången eller återkallad. Samordnaren kan ge ut en ny.',
    },
    en: {
      title: 'The key does not hold',
      cure: 'It may be mistyped, expired or revoked. The coordinator can issue a new one.',
    },
  },
  'not-for-systems': {
    status: 403,
    sv: {
      title: 'Det här görs av en människa',
      cure: 'En nyckel för ett eget system öppnar det inte. Logga in och gör det på skärmen.',
    },
    en: {
      title: 'This is done by a person',
      cure: "A key for a provider's system does not open it. Sign in and do it on the screen.",
    },
  },
  'system-key-too-narrow': {
    status: 403,
    sv: { title: 'Nyckeln gäller inte för det här', cure: 'Ge ut en nyckel som också gäller för {purpose}.' },
    en: { title: 'The key is not for this', cure: 'Issue a key that is also for {purpose}.' },
  },
  'webhook-address-not-valid': {
    status: 422,
    sv: {
      title: 'Adressen kan inte användas',
      cure: 'Skriv en hel adress som börjar med https:// och inte innehåller lösenord.',
    },
    en: {
      title: 'The address cannot be used',
      cure: 'Give a whole address that begins with https:// and holds no password.',
    },
  },
  'webhook-address-private': {
    status: 422,
    sv: {
      title: 'Adressen går till ett slutet nät',
      cure: 'Meddelanden skickas bara till adresser på det öppna internet.',
    },
    en: {
      title: 'The address leads into a closed network',
      cure: 'Notices go only to addresses on the open internet.',
    },
  },
  'webhook-is-off': {
    status: 409,
    sv: { title: 'Mottagaren är avstängd', cure: 'Sätt på den igen och skicka sedan.' },
    en: { title: 'The receiver is switched off', cure: 'Switch it on again, then send.' },
  },
  'idempotency-key-missing': {
    status: 400,
    sv: {
      title: 'Huvudet Idempotency-Key saknas eller är inte en UUID',
      cure: 'Skicka en ny UUID för varje handling, och samma vid omförsök.',
    },
    'sv-x-latt': { title: 'Något gick fel', cure: 'Ladda om sidan. Försök sedan igen.' },
    en: {
      title: 'The header Idempotency-Key is missing or not a UUID',
      cure: 'Send a new UUID for each act, and the same one when trying again.',
    },
    ar: { title: 'حدث خطأ', cure: 'أعد تحميل الصفحة وحاول مرة أخرى.' },
  },
  'idempotency-key-reused': {
    status: 409,
    sv: {
      title: 'Samma Idempotency-Key har redan använts för något annat',
      cure: 'Skicka en ny UUID för varje ny handling.',
    },
    'sv-x-latt': { title: 'Det här är redan skickat', cure: 'Ladda om sidan. Se vad som är sparat.' },
    en: {
      title: 'The same Idempotency-Key has already been used for something else',
      cure: 'Send a new UUID for each new act.',
    },
    ar: { title: 'تم إرسال هذا من قبل', cure: 'أعد تحميل الصفحة وانظر ما تم حفظه.' },
  },
  'too-large': {
    status: 413,
    sv: { title: 'Det du skickar är för stort', cure: 'Skicka en mindre fil.' },
    'sv-x-latt': { title: 'Filen är för stor', cure: 'Skicka en mindre fil.' },
    en: { title: 'What you send is too large', cure: 'Send a smaller file.' },
    ar: { title: 'الملف كبير جدا', cure: 'أرسل ملفا أصغر.' },
  },
  'went-wrong': {
    status: 500,
    sv: {
      title: 'Något gick fel hos oss',
      cure: 'Inget har sparats. Försök igen om en stund. Ärendenummer: {reference}',
    },
    'sv-x-latt': { title: 'Något gick fel hos oss', cure: 'Försök igen om en stund.' },
    en: {
      title: 'Something went wrong on our side',
      cure: 'Nothing was saved. Try again in a while. Reference: {reference}',
    },
    ar: { title: 'حدث خطأ من جانبنا', cure: 'لم يُحفظ شيء. حاول مرة أخرى بعد قليل.' },
  },
}
