import { z } from 'zod'
import type { OfficeId, UserId } from '../../../kernel/ids.ts'
import { date, givenDay, key, ore } from './parts.ts'

/** Rights to approve payments: who, for which office, up to how much. */
export const rightParams = z.object({ rightId: z.uuid() })

/** Ten billion kronor: more than the programme costs. */
const mostOre = 1_000_000_000_000

export const givePaymentRightBody = z.object({
  userId: key<UserId>(),
  officeId: key<OfficeId>().nullable().describe('Null for the whole authority'),
  limitOre: z.number().int().min(1).max(mostOre).describe('The most that one statement may pay'),
  from: givenDay,
  lastDay: givenDay.nullish().describe('Absent while no end is known'),
})
export const givePaymentRightReply = z.object({ rightId: z.uuid() })
export const endPaymentRightBody = z.object({ lastDay: givenDay.describe('Yesterday at the earliest') })
export const endPaymentRightReply = z.object({ lastDay: date })

export const paymentRightsReply = z.object({
  approvers: z.array(z.object({ userId: z.uuid(), name: z.string() })),
  offices: z.array(z.object({ officeId: z.uuid(), name: z.string() })),
  rights: z.array(
    z.object({
      rightId: z.uuid(),
      userId: z.uuid(),
      name: z.string().nullable(),
      officeId: z.uuid().nullable(),
      officeName: z.string().nullable(),
      limitOre: ore,
      from: date,
      lastDay: date.nullable(),
      givenByName: z.string().nullable().describe('Null when the house itself gave it'),
      holds: z.boolean(),
    }),
  ),
})
export type PaymentRightsReply = z.infer<typeof paymentRightsReply>
