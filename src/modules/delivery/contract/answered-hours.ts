import { z } from 'zod'

/** Whom the time was with: the adviser, others of the provider, an employer or other, nobody. */
export const company = z.enum(['adviser', 'provider-staff', 'other-actor', 'own'])

const hours = z.number()

/** Hours that count, by whom the time was with, and how many of them the participant has confirmed (programme 4.5). */
export const hoursByCompany = z.partialRecord(company, z.object({ all: hours, confirmed: hours }))
export type HoursByCompany = z.infer<typeof hoursByCompany>

/** Hours of meetings and activities by what the participant has answered; `all` counts, `disputed` not until it is settled. */
export const answeredHours = z.object({
  all: hours,
  confirmed: hours,
  unanswered: hours,
  disputed: hours,
  byCompany: hoursByCompany,
})
export type AnsweredHours = z.infer<typeof answeredHours>

/** Who of the employment service wrote an answer down that the participant told, and when. */
export const onBehalf = z.object({ by: z.string().nullable(), on: z.iso.date() }).nullable()
