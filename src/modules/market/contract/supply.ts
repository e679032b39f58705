import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import type { AddressId, OrganisationId, UserId } from '../../../kernel/ids.ts'
import { orientation } from '../contract.ts'

// The brand is a matter of types alone: what travels is a UUID, or a day as YYYY-MM-DD.
const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const text = (longest: number) => z.string().trim().min(1).max(longest)
const priceModel = z.enum(['1', '2'])

/** The provider's own contracts, with places and what is said of each address. */
export const providerContractsReply = z.object({
  items: z.array(
    z.object({
      contractId: z.string(),
      areaCode: z.string(),
      priceModel,
      fromDay: z.string(),
      lastDay: z.string().nullable(),
      openForChoices: z.boolean(),
      addresses: z.array(
        z.object({
          addressId: z.string(),
          street: z.string(),
          locality: z.string(),
          /** As those who choose see it. */
          languages: z.array(z.string()),
          orientations: z.array(orientation),
          presentation: z.string(),
          cap: z.number().int().nullable(),
          taken: z.number().int(),
          openPlaces: z.number().int().nullable(),
        }),
      ),
    }),
  ),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})

/** Staff at the own addresses, and how many participants they may have. */
export const advisersReply = z.object({
  /** Most participants per full-time adviser; null while no such rule is in force. */
  perAdviser: z.number().int().nullable(),
  addresses: z.array(
    z.object({
      addressId: z.string(),
      street: z.string(),
      locality: z.string(),
      /** 100 = one full-time adviser. */
      advisersPercent: z.number().int(),
      mostParticipants: z.number().int().nullable(),
      taken: z.number().int(),
      advisers: z.array(
        z.object({
          adviserId: z.string(),
          name: z.string(),
          userId: z.string().nullable(),
          fullTimePercent: z.number().int(),
          languages: z.array(z.string()),
          orientations: z.array(z.string()),
        }),
      ),
    }),
  ),
})
export type AdvisersReply = z.output<typeof advisersReply>

/** `replaces` = the row that this changes; with `fullTimePercent` 0 the adviser has left. */
export const adviserBody = z.object({
  addressId: key<AddressId>(),
  name: text(200),
  fullTimePercent: z.number().int().min(0).max(100),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(20),
  orientations: z.array(orientation).max(20),
  userId: key<UserId>().optional(),
  replaces: z.uuid().optional(),
})

export const addressParams = z.object({ addressId: key<AddressId>() })
/** What those who choose see of an address; the whole of it each time. */
export const addressChangeBody = z.object({
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(50),
  orientations: z.array(orientation).max(20),
  presentation: z.string().trim().max(4000),
})

export const contractEndBody = z.object({
  cause: z.enum(['notice-by-provider', 'notice-by-authority', 'cancelled']),
  lastDay: day,
  reason: z.string().trim().min(3).max(2000),
})

export const transferBody = z.object({
  toOrganisationId: key<OrganisationId>(),
  onDay: day,
  reason: z.string().trim().min(3).max(2000),
})
export const transferParams = z.object({ transferId: z.uuid() })
/** `reason` is needed when it is returned. */
export const transferDecisionBody = z.object({
  outcome: z.enum(['approved', 'returned']),
  reason: z.string().trim().max(2000).nullable().default(null),
})
export const transferDecisionReply = z.object({ outcome: z.enum(['approved', 'returned']) })
export const transfersReply = z.object({
  items: z.array(
    z.object({
      transferId: z.string(),
      contractId: z.string(),
      areaCode: z.string(),
      fromProvider: z.string(),
      toProvider: z.string(),
      onDay: z.string(),
      reason: z.string(),
      preparedByName: z.string(),
      state: z.enum(['prepared', 'approved', 'returned']),
      /** The reader is another person than who prepared it, and it waits. */
      mayDecide: z.boolean(),
      participants: z.number().int(),
    }),
  ),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})
/** Organisations that a contract can pass to. */
export const receiversReply = z.object({
  items: z.array(z.object({ organisationId: z.string(), name: z.string() })),
})

export const rollOutParams = z.object({ rollOutId: z.uuid() })
export const rollOutBody = z.object({
  title: z.string().trim().min(3).max(200),
  lines: z
    .array(z.object({ areaCode: z.string().min(1).max(20), switchOn: day, priceModel }))
    .min(1)
    .max(300),
})
/** `reason` is needed when it is returned. */
export const rollOutDecisionBody = z.object({
  outcome: z.enum(['signed', 'returned']),
  reason: z.string().trim().max(2000).nullable().default(null),
})
export const rollOutDecisionReply = z.object({ outcome: z.enum(['signed', 'returned']) })

const planState = z.enum(['prepared', 'signed', 'returned'])
const planHead = {
  planId: z.string(),
  title: z.string(),
  preparedByName: z.string(),
  state: planState,
  reason: z.string().nullable(),
  decidedByName: z.string().nullable(),
}
export const rollOutPlansReply = z.object({
  items: z.array(z.object({ ...planHead, areas: z.number().int(), firstSwitchOn: z.string() })),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})
/** A plan with what each area would have on its first day with the new service. */
export const rollOutPlanReply = z.object({
  ...planHead,
  mayDecide: z.boolean(),
  lines: z.array(
    z.object({
      areaCode: z.string(),
      areaName: z.string(),
      switchOn: z.string(),
      priceModel,
      serviceNow: z.enum(['stom', 'rom']).nullable(),
      municipalities: z.number().int(),
      contracts: z.number().int(),
      providers: z.number().int(),
      /** Contracts at addresses without a cap; their places are not in `seats`. */
      uncapped: z.number().int(),
      seats: z.number().int(),
      /** With those contracts today. */
      participants: z.number().int(),
      /** Jobseekers with their home in the area today. */
      registered: z.number().int(),
      warnings: z.array(z.enum(['no-contract', 'one-provider', 'no-seat-left'])),
    }),
  ),
})
export type RollOutPlan = z.output<typeof rollOutPlanReply>
