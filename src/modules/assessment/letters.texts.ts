import type { Language } from '../../platform/problems.ts'
import type { ReviewOutcome } from '../../rules/index.ts'

interface ReviewLetterWords {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** What the person can do when the answer is not enough. */
  readonly further: string
  readonly date: string
  readonly reference: string
  readonly answeredBy: string
}

/** The answer to a person who asked for a human to look at the assessment; `{placeholders}` are filled in. */
export const reviewLetterWords: Readonly<Record<Language, ReviewLetterWords>> = {
  sv: {
    title: 'Vi har tittat på din bedömning igen',
    paragraphs: [
      'Du bad oss {askedOn} att titta igen på bedömningen från {assessedOn}. En arbetsförmedlare har nu gått igenom uppgifterna, uträkningen och det du skrev.',
      '{outcome}',
      'Vårt svar: {words}',
    ],
    further:
      'Har något ändrats, eller är en uppgift fortfarande fel? Du kan be oss titta igen. Ett beslut om anvisning kan du be oss ompröva; hur står i beslutet.',
    date: 'Datum',
    reference: 'Ärende',
    answeredBy: 'Svarat av',
  },
  'sv-x-latt': {
    title: 'Vi har tittat på din bedömning igen',
    paragraphs: ['Du bad oss titta igen. En arbetsförmedlare har gjort det.', '{outcome}', 'Vårt svar: {words}'],
    further: 'Är något ändå fel? Säg det. Då tittar vi en gång till.',
    date: 'Datum',
    reference: 'Ärende',
    answeredBy: 'Den som svarar',
  },
  en: {
    title: 'We have looked at your assessment again',
    paragraphs: [
      'On {askedOn} you asked us to look again at the assessment of {assessedOn}. A caseworker has now gone through the facts, the computation and what you wrote.',
      '{outcome}',
      'Our answer: {words}',
    ],
    further:
      'Has something changed, or is a fact still wrong? You can ask us to look again. You can ask for a review of a decision on referral; how to do so stands in the decision.',
    date: 'Date',
    reference: 'Case',
    answeredBy: 'Answered by',
  },
  ar: {
    title: 'لقد نظرنا في تقييمك مرة أخرى',
    paragraphs: [
      'طلبت منا في {askedOn} أن ننظر مرة أخرى في التقييم المؤرخ {assessedOn}. وقد راجع موظف مكتب العمل المعلومات والحساب وما كتبته.',
      '{outcome}',
      'جوابنا: {words}',
    ],
    further:
      'هل تغير شيء أو ما زالت هناك معلومة خاطئة؟ يمكنك أن تطلب منا النظر مرة أخرى. ويمكنك طلب إعادة النظر في قرار الإحالة، والطريقة مذكورة في القرار.',
    date: 'التاريخ',
    reference: 'رقم الملف',
    answeredBy: 'أجاب',
  },
}

/** What came of it, in one sentence. */
export const outcomeWords: Readonly<Record<Language, Readonly<Record<ReviewOutcome, string>>>> = {
  sv: {
    stands: 'Uppgifterna stämmer och bedömningen står fast.',
    corrected: 'En uppgift var fel. Den är rättad och bedömningen är gjord på nytt.',
    'judged-otherwise':
      'Uträkningen står fast, men arbetsförmedlaren gör en annan bedömning av vilket stöd du behöver.',
  },
  'sv-x-latt': {
    stands: 'Uppgifterna är rätt. Svaret är detsamma.',
    corrected: 'Något var fel. Vi har rättat det. Bedömningen är ny.',
    'judged-otherwise': 'Arbetsförmedlaren tycker annorlunda än uträkningen.',
  },
  en: {
    stands: 'The facts are right and the assessment stands.',
    corrected: 'A fact was wrong. It is corrected and the assessment is made again.',
    'judged-otherwise': 'The computation stands, but the caseworker judges otherwise which support you need.',
  },
  ar: {
    stands: 'المعلومات صحيحة والتقييم باق كما هو.',
    corrected: 'كانت هناك معلومة خاطئة. تم تصحيحها وأُجري التقييم من جديد.',
    'judged-otherwise': 'الحساب باق كما هو، لكن موظف مكتب العمل يرى أنك تحتاج إلى دعم آخر.',
  },
}
