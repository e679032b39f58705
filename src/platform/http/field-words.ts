import { type core, locales } from 'zod'
import type { Language } from '../problems.ts'

/** How the commonest faults of a value are told: what to write, rather than what a program expected. */
interface Words {
  readonly missing: string
  readonly number: string
  readonly day: string
  readonly moment: string
  readonly choose: (choices: string) => string
  readonly most: (most: string) => string
  readonly least: (least: string) => string
  readonly longest: (most: string) => string
}

const words: Readonly<Record<Language, Words>> = {
  sv: {
    missing: 'Uppgiften saknas',
    number: 'Skriv ett tal',
    day: 'Skriv dagen som år-månad-dag, till exempel 2022-03-09',
    moment: 'Skriv tidpunkten med tidszon, till exempel 2022-03-09T10:00:00+01:00',
    choose: (choices) => `Välj ett av: ${choices}`,
    most: (most) => `Högst ${most}`,
    least: (least) => `Minst ${least}`,
    longest: (most) => `Högst ${most} tecken`,
  },
  'sv-x-latt': {
    missing: 'Uppgiften saknas',
    number: 'Skriv ett tal',
    day: 'Skriv dagen så här: 2022-03-09',
    moment: 'Skriv tiden så här: 2022-03-09T10:00:00+01:00',
    choose: (choices) => `Välj ett av: ${choices}`,
    most: (most) => `Högst ${most}`,
    least: (least) => `Minst ${least}`,
    longest: (most) => `Högst ${most} tecken`,
  },
  en: {
    missing: 'It is missing',
    number: 'Write a number',
    day: 'Write the day as year-month-day, for example 2022-03-09',
    moment: 'Write the moment with its offset, for example 2022-03-09T10:00:00+01:00',
    choose: (choices) => `Choose one of: ${choices}`,
    most: (most) => `At most ${most}`,
    least: (least) => `At least ${least}`,
    longest: (most) => `At most ${most} characters`,
  },
  ar: {
    missing: 'هذه المعلومة ناقصة',
    number: 'اكتب رقما',
    day: 'اكتب التاريخ هكذا: 2022-03-09',
    moment: 'اكتب الوقت هكذا: 2022-03-09T10:00:00+01:00',
    choose: (choices) => `اختر واحدا من: ${choices}`,
    most: (most) => `${most} على الأكثر`,
    least: (least) => `${least} على الأقل`,
    longest: (most) => `${most} حرفا على الأكثر`,
  },
}

const others = { sv: locales.sv(), 'sv-x-latt': locales.sv(), en: locales.en(), ar: locales.ar() } as const

/** What is wrong with a value, in the reader's language. */
export function fieldWords(language: Language): core.$ZodErrorMap {
  const say = words[language]
  return (issue) => plain(issue, say) ?? others[language].localeError(issue)
}

function plain(issue: core.$ZodRawIssue, say: Words): string | null {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined || issue.input === null) return say.missing
    return issue.expected === 'number' || issue.expected === 'int' ? say.number : null
  }
  if (issue.code === 'invalid_value')
    return issue.input === undefined ? say.missing : say.choose(issue.values.join(', '))
  if (issue.code === 'invalid_format') {
    if (issue.format === 'date') return say.day
    return issue.format === 'datetime' ? say.moment : null
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string') return say.longest(String(issue.maximum))
    return isNumber(issue.origin) && issue.inclusive !== false ? say.most(String(issue.maximum)) : null
  }
  if (issue.code !== 'too_small' || issue.inclusive === false) return null
  if (issue.origin === 'string' && Number(issue.minimum) === 1) return say.missing
  return isNumber(issue.origin) ? say.least(String(issue.minimum)) : null
}

const isNumber = (origin: string): boolean => origin === 'number' || origin === 'int'
