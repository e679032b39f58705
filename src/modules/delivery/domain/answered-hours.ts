import type { CompanyKind } from '../../../rules/index.ts'

/** The participant's answer to a row of the log: nothing yet, yes, no, or a no that somebody has settled. */
export type Answer = 'none' | 'confirmed' | 'disputed' | 'settled-stands' | 'settled-does-not-stand'

/** Silence is no confirmation, but it counts; a dispute counts when it is settled that the row stands (programme 4.5). */
export function counts(answer: Answer): boolean {
  return answer === 'none' || answer === 'confirmed' || answer === 'settled-stands'
}

/** Time that was spent: how long, with whom, and what the participant says about it. */
export type SpentTime = {
  readonly hours: number
  readonly withWhom: CompanyKind
  readonly answer: Answer
}

/** Hours that count by whom the time was with, and how many of them the participant has confirmed. */
export type HoursByCompany = {
  readonly [Company in CompanyKind]?: { readonly all: number; readonly confirmed: number }
}

/** Hours by what the participant has answered; `all` counts, `disputed` not until it is settled. */
export type AnsweredHours = {
  readonly all: number
  readonly confirmed: number
  readonly unanswered: number
  readonly disputed: number
  readonly byCompany: HoursByCompany
}

/** The hours of what was held, by answer and by company (programme 4.5, Confirmation). */
export function answeredHours(spent: readonly SpentTime[]): AnsweredHours {
  const answered = (answer: Answer) => sum(spent.filter((one) => one.answer === answer))
  return {
    all: sum(spent.filter((one) => counts(one.answer))),
    confirmed: answered('confirmed'),
    unanswered: answered('none'),
    disputed: answered('disputed'),
    byCompany: hoursByCompany(spent),
  }
}

const companies: readonly CompanyKind[] = ['adviser', 'provider-staff', 'other-actor', 'own']

/** Hours that count by whom the time was with, each with its confirmed part; whom no time was spent with is left out (programme 4.5). */
export function hoursByCompany(spent: readonly SpentTime[]): HoursByCompany {
  const counted = spent.filter((one) => counts(one.answer))
  const met = companies.filter((company) => counted.some((one) => one.withWhom === company))
  return Object.fromEntries(
    met.map((company) => {
      const own = counted.filter((one) => one.withWhom === company)
      return [company, { all: sum(own), confirmed: sum(own.filter((one) => one.answer === 'confirmed')) }]
    }),
  )
}

const sum = (of: readonly SpentTime[]) => of.reduce((total, one) => total + one.hours, 0)
