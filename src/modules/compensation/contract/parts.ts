import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/day.ts'

/** What the parts of the contract are made of. Amounts in öre. */

// The brand is a matter of types alone: what travels is a UUID, a day or a month as text.
export const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
export const date = z.iso.date()
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const ore = z.number().int()

export const paging = {
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
}
export const paged = <T extends z.ZodType>(item: T) => ({
  items: z.array(item),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})

/** A day that is sent in; refused as `date-format`. */
export const givenDay = z
  .custom<Day>((value) => typeof value === 'string' && isDay(value), { error: 'date-format' })
  .meta({ type: 'string', format: 'date' })

export const lineKinds = [
  'base_fee',
  'outcome_payment',
  'outcome_payment_rr1',
  'outcome_payment_rr2',
  'speed_premium',
] as const
