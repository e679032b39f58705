import { z } from 'zod'
import type { UserId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/instant.ts'

const moment = z.iso.datetime({ offset: true }) as unknown as z.ZodType<Instant, string>
const user = z.uuid() as unknown as z.ZodType<UserId, string>

/** When the living address was made; null where there is none. */
export const calendarStateReply = z.object({ madeAt: z.iso.datetime().nullable() })
export type CalendarStateReply = z.infer<typeof calendarStateReply>
export const calendarAddressReply = z.object({
  path: z
    .string()
    .nullable()
    .describe('Under /api/v1; a secret that is told once: null when the same request is sent again'),
  madeAt: z.iso.datetime(),
})
export type CalendarAddressReply = z.infer<typeof calendarAddressReply>
/** Anything but a living address is answered as one that is not there. */
export const calendarParams = z.object({ token: z.string().describe('The secret, with or without .ics') })

export const clashesQuery = z.object({
  startsAt: moment,
  minutes: z.coerce.number().int().min(5).max(480).optional(),
  individual: z.enum(['true', 'false']).optional().describe('true unless said'),
  adviserId: user.optional(),
  meetingId: z.uuid().optional().describe('The meeting that would be moved'),
})
export const clashKind = z.enum([
  'participant-meeting',
  'participant-activity',
  'adviser-meeting',
  'adviser-activity',
  'holiday',
  'weekend',
  'approved-absence',
  'parallel-measure',
])
const clash = z.object({
  kind: clashKind,
  startsAt: z.iso.datetime().optional().describe('Of a meeting'),
  minutes: z.number().optional(),
})
/** Only the participant's own meeting stands in the way of saving; the rest is worth knowing. */
export const clashesReply = z.object({ clashes: z.array(clash) })
export type ClashesReply = z.infer<typeof clashesReply>
