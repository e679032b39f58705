import type { Language } from '../../platform/problems.ts'
import type { ChangeableName, CriterionName, PersonColumn } from './domain/index.ts'

export type Words = Readonly<Record<Language, string>>

function words(sv: string, latt: string, en: string, ar: string): Words {
  return { sv, 'sv-x-latt': latt, en, ar }
}

/** The same in plain and easy Swedish. */
function both(sv: string, en: string, ar: string): Words {
  return words(sv, sv, en, ar)
}

/** Variables of model 0, which old assessments still tell of. */
type OldVariable = 'registeredDaysLog' | 'womanBornOutsideEurope' | 'wantedExtent' | 'municipalityGroup'

const registeredTime = words('Tid som inskriven', 'Hur länge du varit inskriven', 'Time registered', 'مدة التسجيل')
const extent = words('Önskad omfattning', 'Hur mycket du vill arbeta', 'Wanted extent', 'مقدار العمل المطلوب')
const labourMarket = words('Kommunens arbetsmarknad', 'Jobben där du bor', 'Local labour market', 'سوق العمل المحلي')

const variables: Readonly<Record<PersonColumn | OldVariable, Words>> = {
  registeredDays: registeredTime,
  registeredDaysLog: registeredTime,
  registeredShareTenYears: words(
    'Inskriven de senaste tio åren',
    'Inskriven de senaste tio åren',
    'Registered in the last ten years',
    'التسجيل خلال السنوات العشر الأخيرة',
  ),
  age: both('Ålder', 'Age', 'العمر'),
  education: both('Utbildning', 'Education', 'التعليم'),
  birthRegion: words('Födelseregion', 'Var du är född', 'Region of birth', 'منطقة الميلاد'),
  womanBornOutsideEurope: words(
    'Kvinna född utanför Europa',
    'Kvinna född utanför Europa',
    'Woman born outside Europe',
    'امرأة مولودة خارج أوروبا',
  ),
  sex: both('Kön', 'Sex', 'الجنس'),
  disability: words(
    'Funktionsnedsättning som minskar arbetsförmågan',
    'Funktionsnedsättning som gör det svårare att arbeta',
    'Disability that reduces work ability',
    'إعاقة تقلل القدرة على العمل',
  ),
  programme: both('Program', 'Programme', 'البرنامج'),
  occupation: words('Yrke som du söker', 'Yrke som du söker', 'Occupation sought', 'المهنة المطلوبة'),
  occupationsSought: words(
    'Antal yrken som du söker',
    'Hur många yrken du söker',
    'Number of occupations sought',
    'عدد المهن المطلوبة',
  ),
  wantedExtentPercent: extent,
  wantedExtent: extent,
  municipality: labourMarket,
  municipalityGroup: labourMarket,
}

/** What each part of the estimate is called, keyed by the part's name. */
export const variableTexts: Readonly<Partial<Record<string, Words>>> = variables

/** Two variables that tell more together than each alone. */
export const pairText = both(
  '{first} och {second} tillsammans',
  '{first} and {second} together',
  '{first} و{second} معا',
)

/** Where nothing is known. */
export const missingText = both('uppgift saknas', 'not known', 'غير معروف')

const yes = both('ja', 'yes', 'نعم')
const no = both('nej', 'no', 'لا')

const fullTime = both('heltid', 'full time', 'دوام كامل')
const halfTime = both('ungefär halvtid', 'about half time', 'حوالي نصف دوام')

/** What a person's value is called, keyed by the part's name and the value; numbers by `numberTexts`. */
export const valueTexts: Readonly<Partial<Record<string, Readonly<Partial<Record<string, Words>>>>>> = {
  age: {
    '16-24': both('16–24 år', '16–24 years', '16–24 سنة'),
    '25-34': both('25–34 år', '25–34 years', '25–34 سنة'),
    '35-44': both('35–44 år', '35–44 years', '35–44 سنة'),
    '45-54': both('45–54 år', '45–54 years', '45–54 سنة'),
    '55-59': both('55–59 år', '55–59 years', '55–59 سنة'),
    '60+': both('60 år eller äldre', '60 years or older', '60 سنة أو أكثر'),
  },
  education: {
    compulsory: both('grundskola', 'compulsory school', 'التعليم الأساسي'),
    'compulsory-unfinished': both(
      'grundskola, inte avslutad',
      'compulsory school, not completed',
      'التعليم الأساسي غير مكتمل',
    ),
    'upper-secondary': both('gymnasium', 'upper secondary school', 'التعليم الثانوي'),
    'upper-secondary-unfinished': both(
      'gymnasium, inte avslutat',
      'upper secondary school, not completed',
      'التعليم الثانوي غير مكتمل',
    ),
    'post-secondary': both('eftergymnasial utbildning', 'post-secondary education', 'تعليم ما بعد الثانوي'),
    'post-secondary-unfinished': both(
      'eftergymnasial utbildning, inte avslutad',
      'post-secondary education, not completed',
      'تعليم ما بعد الثانوي غير مكتمل',
    ),
    unknown: both('inte känd', 'not known', 'غير معروف'),
  },
  birthRegion: {
    sweden: both('Sverige', 'Sweden', 'السويد'),
    nordic: both('övriga Norden', 'other Nordic countries', 'بلدان الشمال الأخرى'),
    europe: both('övriga Europa', 'rest of Europe', 'باقي أوروبا'),
    world: both('övriga världen', 'rest of the world', 'باقي العالم'),
  },
  womanBornOutsideEurope: { yes, no },
  sex: { female: both('kvinna', 'woman', 'امرأة'), male: both('man', 'man', 'رجل') },
  disability: { yes, no },
  programme: {
    none: both('inget program', 'no programme', 'بدون برنامج'),
    JOB: both('jobb- och utvecklingsgarantin', 'job and development guarantee', 'ضمان العمل والتطوير'),
    UGA: both('jobbgarantin för ungdomar', 'youth guarantee', 'ضمان العمل للشباب'),
    ETP: both('etableringsprogrammet', 'establishment programme', 'برنامج الترسيخ'),
  },
  occupation: {
    '0': both('militärt arbete', 'military work', 'العمل العسكري'),
    '1': both('chefsyrken', 'managers', 'مناصب إدارية'),
    '2': both(
      'yrken som kräver lång högskoleutbildning',
      'occupations that need a long university education',
      'مهن تتطلب دراسة جامعية طويلة',
    ),
    '3': both(
      'yrken som kräver kort högskoleutbildning',
      'occupations that need a short university education',
      'مهن تتطلب دراسة جامعية قصيرة',
    ),
    '4': both('administration och kundtjänst', 'administration and customer service', 'الإدارة وخدمة الزبائن'),
    '5': both('service, omsorg och försäljning', 'service, care and sales', 'الخدمات والرعاية والمبيعات'),
    '6': both(
      'lantbruk, trädgård, skog och fiske',
      'farming, gardening, forestry and fishing',
      'الزراعة والبستنة والغابات والصيد',
    ),
    '7': both('byggverksamhet och tillverkning', 'building and manufacturing', 'البناء والتصنيع'),
    '8': both('maskiner och transport', 'machines and transport', 'الآلات والنقل'),
    '9': both('yrken med kortare utbildning', 'occupations with short training', 'مهن ذات تدريب قصير'),
    none: both('inget yrke valt', 'no occupation chosen', 'لم تُختر مهنة'),
  },
  occupationsSought: {
    none: both('inget', 'none', 'لا شيء'),
    one: both('ett yrke', 'one occupation', 'مهنة واحدة'),
    several: both('flera yrken', 'several occupations', 'عدة مهن'),
  },
  wantedExtentPercent: {
    '50': both('halvtid', 'half time', 'نصف دوام'),
    '100': fullTime,
  },
  wantedExtent: {
    'under-50': both('mindre än halvtid', 'less than half time', 'أقل من نصف دوام'),
    '50-74': halfTime,
    '75-99': both('nästan heltid', 'nearly full time', 'دوام شبه كامل'),
    'full-time': fullTime,
  },
  municipalityGroup: {
    A1: both('storstad', 'large city', 'مدينة كبرى'),
    A2: both('kommun nära en storstad', 'municipality near a large city', 'بلدية قريبة من مدينة كبرى'),
    B3: both('större stad', 'city', 'مدينة'),
    B4: both('kommun nära en större stad', 'municipality near a city', 'بلدية قريبة من مدينة'),
    B5: both(
      'kommun nära en större stad, låg pendling',
      'municipality near a city, little commuting',
      'بلدية قريبة من مدينة، تنقل قليل',
    ),
    C6: both('mindre stad', 'small town', 'مدينة صغيرة'),
    C7: both('kommun nära en mindre stad', 'municipality near a small town', 'بلدية قريبة من مدينة صغيرة'),
    C8: both('landsbygdskommun', 'rural municipality', 'بلدية ريفية'),
    C9: both('landsbygdskommun med besöksnäring', 'rural municipality with tourism', 'بلدية ريفية سياحية'),
  },
}

const same = (value: number): number => value

interface NumberInWords {
  readonly text: Words
  /** The number that is told, from the value that the model takes. */
  readonly of: (value: number) => number
}

const inDays = both('{value} dagar', '{value} days', '{value} يوما')
const inPercent = both('{value} procent', '{value} per cent', '{value} بالمئة')
const numbers: Readonly<Partial<Record<PersonColumn | OldVariable, NumberInWords>>> = {
  age: { text: both('{value} år', '{value} years', '{value} سنة'), of: same },
  registeredDays: { text: inDays, of: same },
  registeredDaysLog: { text: inDays, of: (value) => Math.exp(value) - 1 },
  registeredShareTenYears: {
    text: both(
      'ungefär {value} procent av tiden',
      'about {value} per cent of the time',
      'حوالي {value} بالمئة من الوقت',
    ),
    of: (value) => value * 100,
  },
  wantedExtentPercent: { text: inPercent, of: same },
}

/** Numbers in words, `{value}` filled in. */
export const numberTexts: Readonly<Partial<Record<string, NumberInWords>>> = numbers

/** A criterion of the window, met or not; `{has}` and `{needs}` filled in. */
export const criterionTexts: Readonly<
  Record<CriterionName, { readonly met: Words; readonly unmet: Words; readonly nothing: Words }>
> = {
  'registered-days': {
    met: both(
      'Du har varit inskriven {has} dagar. Det räcker: {needs} behövs.',
      'You have been registered {has} days. That is enough: {needs} are needed.',
      'أنت مسجل منذ {has} يوما. هذا يكفي: المطلوب {needs}.',
    ),
    unmet: both(
      'Du har varit inskriven {has} dagar. {needs} dagar behövs.',
      'You have been registered {has} days. {needs} days are needed.',
      'أنت مسجل منذ {has} يوما. المطلوب {needs} يوما.',
    ),
    nothing: both(
      'Inget krav på tid som inskriven gäller för dig.',
      'No time as registered is asked of you.',
      'لا توجد مدة تسجيل مطلوبة منك.',
    ),
  },
  programme: {
    met: both('Du är i {needs}.', 'You are in {needs}.', 'أنت في {needs}.'),
    unmet: both('Du behöver vara i {needs}.', 'You need to be in {needs}.', 'يجب أن تكون في {needs}.'),
    nothing: both('Inget krav på program gäller.', 'No programme is asked for.', 'لا يوجد برنامج مطلوب.'),
  },
  'age-or-programme': {
    met: both(
      'Du uppfyller kravet på ålder eller program.',
      'You meet the condition on age or programme.',
      'أنت تستوفي شرط العمر أو البرنامج.',
    ),
    unmet: both(
      'Du behöver vara minst {needs} år och heltidsarbetslös, eller vara i ett program.',
      'You need to be at least {needs} years old and full-time unemployed, or be in a programme.',
      'يجب أن يكون عمرك {needs} سنة على الأقل وعاطلا بدوام كامل، أو أن تكون في برنامج.',
    ),
    nothing: both('Inget krav på ålder gäller.', 'No age is asked for.', 'لا يوجد شرط للعمر.'),
  },
}

/** The answer in one sentence. */
export const answerTexts = {
  near: words(
    'Bedömningen är att du har goda chanser att hitta arbete eller studier utan den här tjänsten.',
    'Du har goda chanser att få jobb eller börja studera själv.',
    'The assessment is that you have good chances of finding work or studies without this service.',
    'التقييم هو أن لديك فرصا جيدة لإيجاد عمل أو دراسة بدون هذه الخدمة.',
  ),
  referable: words(
    'Bedömningen är att du kan få stöd i tjänsten Rusta och matcha. En arbetsförmedlare beslutar.',
    'Du kan få hjälp i Rusta och matcha. En arbetsförmedlare beslutar.',
    'The assessment is that you can get support in the service Rusta och matcha. A caseworker decides.',
    'التقييم هو أنه يمكنك الحصول على دعم في خدمة Rusta och matcha. القرار لموظف مكتب العمل.',
  ),
  'not-yet': words(
    'Din chans passar tjänsten Rusta och matcha, men ett av villkoren är inte uppfyllt än.',
    'Rusta och matcha kan passa dig. Men ett villkor är inte klart än.',
    'Your chance fits the service Rusta och matcha, but one of the conditions is not met yet.',
    'فرصتك تناسب خدمة Rusta och matcha، لكن أحد الشروط لم يتحقق بعد.',
  ),
  far: words(
    'Bedömningen är att du behöver ett annat stöd än den här tjänsten. Prata med din arbetsförmedlare.',
    'Du behöver annan hjälp. Prata med din arbetsförmedlare.',
    'The assessment is that you need other support than this service. Talk to your caseworker.',
    'التقييم هو أنك تحتاج إلى دعم آخر غير هذه الخدمة. تحدث مع موظف مكتب العمل.',
  ),
} as const satisfies Record<string, Words>

/** The chance in words, `{count}` filled in. */
export const chanceTexts = {
  about: words(
    'Ungefär {count} av 10 i din situation har arbete eller studier inom ett år.',
    'Ungefär {count} av 10 som du får jobb eller studerar inom ett år.',
    'About {count} of 10 in your situation have work or studies within a year.',
    'حوالي {count} من 10 في مثل وضعك لديهم عمل أو دراسة خلال سنة.',
  ),
  'fewer-than': words(
    'Färre än {count} av 10 i din situation har arbete eller studier inom ett år.',
    'Färre än {count} av 10 som du får jobb eller studerar inom ett år.',
    'Fewer than {count} of 10 in your situation have work or studies within a year.',
    'أقل من {count} من 10 في مثل وضعك لديهم عمل أو دراسة خلال سنة.',
  ),
  'more-than': words(
    'Fler än {count} av 10 i din situation har arbete eller studier inom ett år.',
    'Fler än {count} av 10 som du får jobb eller studerar inom ett år.',
    'More than {count} of 10 in your situation have work or studies within a year.',
    'أكثر من {count} من 10 في مثل وضعك لديهم عمل أو دراسة خلال سنة.',
  ),
} as const satisfies Record<string, Words>

/** What would give another answer, as the first clause of a sentence; `{to}` filled in. */
export const changeTexts: Readonly<Record<ChangeableName, Words>> = {
  registeredDays: both(
    'När du har varit inskriven {to}',
    'When you have been registered {to}',
    'عندما تكون مدة تسجيلك {to}',
  ),
  education: both('Om din utbildning var {to}', 'If your education were {to}', 'إذا كان تعليمك {to}'),
  wantedExtentPercent: both(
    'Om du sökte arbete på {to}',
    'If the work that you look for were {to}',
    'إذا كان العمل الذي تبحث عنه {to}',
  ),
  occupation: both(
    'Om du först sökte arbete inom {to}',
    'If you first looked for work in {to}',
    'إذا بحثت أولا عن عمل في {to}',
  ),
  occupationsSought: both('Om du sökte flera yrken', 'If you looked for several occupations', 'إذا بحثت عن عدة مهن'),
}

/** Two changes that must both be made. */
export const togetherText = both('{first} och {second}', '{first} and {second}', '{first} و{second}')

/** A change and the answer that it would give; `{change}` and `{level}` filled in. */
export const consequenceTexts = {
  near: words(
    '{change}, blir svaret att du har goda chanser utan tjänsten.',
    '{change}, blir svaret att du kan klara dig utan Rusta och matcha.',
    '{change}, the answer is that you have good chances without the service.',
    '{change}، يكون الجواب أن لديك فرصا جيدة بدون الخدمة.',
  ),
  referable: words(
    '{change}, blir svaret att du kan få stöd i tjänsten, på nivå {level}.',
    '{change}, blir svaret att du kan få hjälp i Rusta och matcha, på nivå {level}.',
    '{change}, the answer is that you can get support in the service, at level {level}.',
    '{change}، يكون الجواب أنه يمكنك الحصول على دعم في الخدمة، المستوى {level}.',
  ),
  'not-yet': words(
    '{change}, passar din chans tjänsten, men ett av villkoren är inte uppfyllt än.',
    '{change}, kan Rusta och matcha passa dig. Men ett villkor är inte klart än.',
    '{change}, your chance fits the service, but one of the conditions is not met yet.',
    '{change}، تناسب فرصتك الخدمة، لكن أحد الشروط لم يتحقق بعد.',
  ),
  far: words(
    '{change}, blir svaret att du behöver ett annat stöd än tjänsten.',
    '{change}, blir svaret att du behöver annan hjälp.',
    '{change}, the answer is that you need other support than the service.',
    '{change}، يكون الجواب أنك تحتاج إلى دعم آخر غير الخدمة.',
  ),
} as const satisfies Record<keyof typeof answerTexts, Words>

export const framingTexts = {
  changes: words(
    'Det här skulle ge ett annat svar, om inget annat ändrades:',
    'Det här skulle ge ett annat svar:',
    'This would give another answer, if nothing else changed:',
    'هذا قد يعطي جوابا آخر إذا لم يتغير شيء آخر:',
  ),
  noChanges: words(
    'Inget som du själv kan ändra ger ett annat svar i dag.',
    'Inget som du kan ändra själv ger ett annat svar i dag.',
    'Nothing that you can change yourself gives another answer today.',
    'لا يوجد شيء يمكنك تغييره بنفسك يعطي جوابا آخر اليوم.',
  ),
  comparedWith: words(
    'Jämfört med genomsnittet av dem som har bedömts.',
    'Vi jämför dig med andra som också har bedömts.',
    'Compared with the average of those who have been assessed.',
    'مقارنة بمتوسط من تم تقييمهم.',
  ),
  modelGone: words(
    'Bedömningen gjordes med en modell som inte används längre.',
    'Bedömningen gjordes med en modell som inte används längre.',
    'The assessment was made with a model that is no longer in use.',
    'تم التقييم بنموذج لم يعد مستخدما.',
  ),
  invented: words(
    'Uträkningen har lärt sig av påhittade personer. Den är till för att visa hur det går till.',
    'Datorn har lärt sig av påhittade personer. Det är bara ett exempel.',
    'The computation has learnt from invented people. It is there to show how it is done.',
    'تعلّم الحساب من أشخاص وهميين. الغرض منه أن يبين كيف تتم العملية.',
  ),
  howMade: words(
    'Svaret är en uträkning från uppgifter om dig. Den säger hur det brukar gå för många i samma läge, inte hur det går för dig. En arbetsförmedlare beslutar, aldrig uträkningen.',
    'En dator räknar på uppgifter om dig. Den vet inte hur det går för just dig. En arbetsförmedlare beslutar.',
    'The answer is computed from facts about you. It says how it usually goes for many in the same situation, not how it will go for you. A caseworker decides, never the computation.',
    'الجواب محسوب من معلومات عنك. إنه يبين كيف تسير الأمور عادة لكثيرين في الوضع نفسه، وليس كيف ستسير لك. القرار لموظف مكتب العمل وليس للحساب.',
  ),
  howToObject: words(
    'Är en uppgift fel, eller tycker du att svaret är fel? Säg det till din arbetsförmedlare. Då rättas uppgiften och bedömningen görs om.',
    'Är något fel? Säg det till din arbetsförmedlare. Då gör vi om bedömningen.',
    'Is a fact wrong, or do you think the answer is wrong? Tell your caseworker. The fact is corrected and the assessment is made again.',
    'هل هناك معلومة خاطئة، أو تعتقد أن الجواب خاطئ؟ أخبر موظف مكتب العمل. تُصحَّح المعلومة ويُعاد التقييم.',
  ),
} as const satisfies Record<string, Words>

/** The programmes by their names in a sentence; the code is for registers. */
export const programmeNames: Readonly<Record<string, ReturnType<typeof both>>> = {
  JOB: both('jobb- och utvecklingsgarantin', 'the job and development guarantee', 'برنامج ضمان العمل والتطوير'),
  UGA: both('jobbgarantin för ungdomar', 'the youth job guarantee', 'ضمان العمل للشباب'),
  ETP: both('etableringsprogrammet', 'the establishment programme', 'برنامج الترسيخ'),
}

/** Between the last two of several. */
export const orWord = both('eller', 'or', 'أو')
