import type { Problem } from '../../kernel/problem.ts'
import type { Language } from '../../platform/problems.ts'
import type { Code } from '../../rules/index.ts'
import { languageName, ssyk } from '../../rules/reference/index.ts'
import type { Reason } from './domain/index.ts'
import { vacanciesProblems } from './problems.ts'

type Words = Readonly<Record<Language, string>>

const reasons: Readonly<Record<Reason['code'], Words>> = {
  occupation: {
    sv: 'Arbete du söker: {value}',
    'sv-x-latt': 'Du söker det här: {value}',
    en: 'Work you seek: {value}',
    ar: 'عمل تبحث عنه: {value}',
  },
  'related-occupation': {
    sv: 'Nära det du söker: {value}',
    'sv-x-latt': 'Liknar det du söker: {value}',
    en: 'Close to what you seek: {value}',
    ar: 'قريب مما تبحث عنه: {value}',
  },
  'same-field': {
    sv: 'Samma yrkesområde: {value}',
    'sv-x-latt': 'Samma slags jobb: {value}',
    en: 'The same field of work: {value}',
    ar: 'في مجال العمل نفسه: {value}',
  },
  distance: {
    sv: '{value} km från ditt hem',
    'sv-x-latt': '{value} km hemifrån',
    en: '{value} km from your home',
    ar: '{value} كم من منزلك',
  },
  extent: {
    sv: 'Omfattningen passar: {value} %',
    'sv-x-latt': 'Lagom mycket jobb: {value} %',
    en: 'The extent fits: {value} %',
    ar: 'مقدار العمل مناسب: {value} %',
  },
  licence: {
    sv: 'Jobbet kräver körkort, och du har det',
    'sv-x-latt': 'Du har körkort',
    en: 'The job asks for a driving licence, and you have one',
    ar: 'تتطلب الوظيفة رخصة قيادة ولديك رخصة',
  },
  language: {
    sv: 'Jobbet kräver ett språk du talar: {value}',
    'sv-x-latt': 'Du kan språket: {value}',
    en: 'The job asks for a language you speak: {value}',
    ar: 'تتطلب الوظيفة لغة تتحدثها: {value}',
  },
}

const refusals: Readonly<Record<string, { readonly 'sv-x-latt': string; readonly ar: string }>> = {
  'not-the-work': { 'sv-x-latt': 'Jag söker inte det här', ar: 'ليس العمل الذي أبحث عنه' },
  'too-far': { 'sv-x-latt': 'Det är för långt bort', ar: 'بعيد جدا' },
  hours: { 'sv-x-latt': 'Tiderna passar inte', ar: 'أوقات العمل لا تناسبني' },
  requirements: { 'sv-x-latt': 'Jag kan inte det de vill ha', ar: 'لا تتوفر لدي المتطلبات' },
  'already-applied': { 'sv-x-latt': 'Jag har redan sökt', ar: 'قدّمت طلبا من قبل' },
  other: { 'sv-x-latt': 'Något annat', ar: 'سبب آخر' },
}

/** One reason in the reader's language; occupations keep their Swedish names, which advertisements use. */
export function reasonText({ code, value }: Reason, language: Language): string {
  const isOccupation = code === 'occupation' || code === 'related-occupation' || code === 'same-field'
  const said = isOccupation
    ? (ssyk(String(value))?.name ?? value)
    : code === 'language'
      ? languageName(String(value), language)
      : value
  return reasons[code][language].replace('{value}', String(said))
}

/** The reasons to say no, in the reader's language. */
export function refusalTexts(codes: readonly Code<string>[], language: Language): { code: string; text: string }[] {
  return codes.map(({ code, sv, en }) => {
    const text = language === 'en' ? en : language === 'sv' ? sv : (refusals[code]?.[language] ?? sv)
    return { code, text }
  })
}

/** Why an advertisement was set aside, for staff. */
export function setAsideText(why: Pick<Problem, 'code' | 'values'>, language: Language): string {
  return problemWords(why, language).title
}

/** A problem that is told long after it arose, for staff. */
export function problemWords(
  { code, values = {} }: Pick<Problem, 'code' | 'values'>,
  language: Language,
): { title: string; cure: string } {
  const text = vacanciesProblems[code]?.[language === 'en' ? 'en' : 'sv']
  if (text === undefined) throw new Error(`the problem code ${code} has no text`)
  const said = (words: string) => words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  return { title: said(text.title), cure: said(text.cure) }
}
