import { z } from 'zod'
import type { CaseId, UserId } from '../../../kernel/ids.ts'

// The brand is a matter of types alone: what travels is a UUID.
const user = z.uuid() as unknown as z.ZodType<UserId, string>
const caseKey = z.uuid() as unknown as z.ZodType<CaseId, string>

const mostMoved = 200
const mostTakers = 20

/** All of the adviser's participants, or those that `caseIds` names; shared out by room, language and load where several take over. */
export const moveCaseloadBody = z.object({
  fromAdviserId: user,
  toAdviserIds: z.array(user).min(1).max(mostTakers),
  caseIds: z.array(caseKey).min(1).max(mostMoved).optional(),
})
const moved = z.object({ caseId: z.uuid(), adviserId: z.uuid(), adviserName: z.string() })
export const moveCaseloadReply = z.object({
  moved: z.array(moved),
  meetings: z.number().describe('Booked meetings that the new advisers hold at the same time'),
  sessions: z.number().describe('Booked sessions, single and group, that another now leads at the same time'),
  left: z
    .array(z.object({ caseId: z.uuid(), code: z.string() }))
    .describe('Participants who stay, with the problem code: a protected identity is the caseworker’s to give'),
})
export type MoveCaseloadReply = z.infer<typeof moveCaseloadReply>

const load = z.object({
  adviserId: z.uuid(),
  name: z.string(),
  onDuty: z.boolean().describe('false: has left, and still has participants'),
  participants: z.number(),
  fullTimePercent: z.number().nullable().describe('Null where the staff register does not name the account'),
  most: z.number().nullable().describe('Participants that the share allows; null where no such rule is in force'),
  languages: z.array(z.string()),
})
export const adviserLoadsReply = z.object({
  perAdviser: z.number().nullable(),
  ownOnly: z.boolean().describe('Advisers see their own participants alone'),
  items: z.array(load),
})
export type AdviserLoadsReply = z.infer<typeof adviserLoadsReply>

/** `own` = the organisation's advisers see their own participants alone. */
export const adviserSightBody = z.object({ own: z.boolean() })
export const adviserSightReply = z.object({ own: z.boolean() })
