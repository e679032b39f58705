import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import type { AddressId } from '../../../kernel/ids.ts'

// The brand is a matter of types alone: what travels is a UUID, or a day as YYYY-MM-DD.
const address = z.uuid() as unknown as z.ZodType<AddressId, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>

const longestName = 200
const mostPlaces = 50
const mostLanguages = 20

export const staffRoles = ['coordinator', 'adviser'] as const
export type StaffRole = (typeof staffRoles)[number]

const places = z
  .array(
    z.object({
      addressId: address,
      fullTimePercent: z.number().int().min(0).max(100).describe('Of full time with participants there'),
    }),
  )
  .max(mostPlaces)
  .describe('What a coordinator answers for; none = the whole organisation')
const languages = z.array(z.string().regex(/^[a-z]{2,3}$/)).max(mostLanguages)

export const invitationBody = z.object({
  name: z.string().trim().min(1).max(longestName),
  role: z.enum(staffRoles),
  places,
  languages,
  firstDay: day,
  lastDay: day.nullable(),
})
export const invitedReply = z.object({
  id: z.uuid(),
  code: z.string().nullable().describe('Told once; null when the same request is sent again'),
  lastUseDay: z.string(),
})
export const invitationParams = z.object({ invitationId: z.uuid() })
export const staffParams = z.object({ dutyId: z.uuid() })
export const staffChangeBody = z.object({ role: z.enum(staffRoles), places, languages })
export const staffChangedReply = z.object({ dutyId: z.uuid() })

/** The last day with access; null = until further notice. A day before today ends it at once. */
export const lastDayBody = z.object({ lastDay: day.nullable() })

const place = z.object({ addressId: z.uuid(), fullTimePercent: z.number() })
const member = z.object({
  dutyId: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  role: z.enum(staffRoles),
  places: z.array(place).describe('Addresses of the duty; none = the whole organisation'),
  fullTimePercent: z.number().describe('Over all addresses'),
  languages: z.array(z.string()),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
  seenAt: z.iso.datetime().nullable().describe('When the duty was last used'),
  own: z.boolean(),
})
const invitation = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(staffRoles),
  places: z.array(place),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
  lastUseDay: z.string(),
  expired: z.boolean(),
  invitedBy: z.string().nullable(),
})
export const staffReply = z.object({
  mayChange: z.boolean().describe('False for a coordinator of some addresses'),
  addresses: z.array(z.object({ addressId: z.uuid(), street: z.string(), locality: z.string() })),
  items: z.array(member),
  invitations: z.array(invitation).describe('Neither accepted nor withdrawn'),
})
export type StaffReply = z.infer<typeof staffReply>

const codeLength = 100
export const codeBody = z.object({ code: z.string().min(1).max(codeLength) })
export const invitationView = z.object({
  organisation: z.string(),
  invitedBy: z.string(),
  name: z.string(),
  role: z.enum(staffRoles),
  addresses: z.array(z.string()),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
  lastUseDay: z.string(),
})
export type InvitationView = z.infer<typeof invitationView>
export const acceptedReply = z.object({ dutyId: z.uuid(), firstDay: z.string() })
