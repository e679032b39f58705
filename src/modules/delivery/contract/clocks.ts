import { z } from 'zod'

const on = z.iso.date()
const word = z.string()
const whole = z.coerce.number().int()

/** `rule` as `./krom compliance` names it. */
export const dueView = z.object({
  rule: word,
  dueOn: on,
  movedFrom: on.nullable().describe('Where a holiday or an approved absence has moved it: the day before moving'),
  overdue: z.boolean().describe('The period before it was not kept'),
  bookedOn: on.nullable().describe('A booked meeting that keeps it when it is held'),
})

/** Why less is asked just now than otherwise; `lastDay` null = no end is known. */
export const exemptView = z.object({
  kind: z.enum(['approved-absence', 'parallel-measure', 'telephone-meeting', 'no-physical-meeting']),
  lastDay: on.nullable(),
})

const breachCause = z.enum(['not-offered', 'participant-absent', 'disputed', 'nothing-known', 'logged-late'])
const absenceReason = z.enum(['sick', 'child-sick', 'work', 'education', 'unknown', 'other-known'])
const breachView = z.object({
  rule: word,
  from: on,
  dueOn: on,
  cause: breachCause,
  reason: absenceReason.nullable().describe('Why the participant was away'),
  onDay: on.nullable().describe('The day of what was booked or disputed, or on which it was logged'),
  mend: z
    .enum(['record', 'settle', 'report-absence', 'book', 'agree-plan'])
    .nullable()
    .describe('What can still mend it'),
})
export const keptBreachView = breachView.extend({
  knownOn: on.nullable().describe('The day at whose end it was first written down; null = not yet'),
})
export type KeptBreachView = z.infer<typeof keptBreachView>

/** `late`: a period was not kept, or a day has passed. `soon`: due within three working days with nothing booked. */
export const clockRisk = z.enum(['late', 'soon', 'calm'])
const level = z.enum(['A', 'B', 'C'])
export const caseloadQuery = z.object({
  whose: z.enum(['mine', 'all']).default('mine'),
  search: z.string().trim().max(100).optional(),
  level: level.optional(),
  adviserId: z.uuid().optional(),
  risk: clockRisk.optional(),
  page: whole.min(1).default(1),
  limit: whole.min(1).max(100).default(20),
})
export const caseloadItem = z.object({
  caseId: z.uuid(),
  name: word,
  protected: z.boolean().describe('A protected identity: nothing of this row may be kept on a device'),
  placementId: z.uuid(),
  firstDay: on,
  lastDay: on.nullable(),
  adviserName: word.nullable(),
  adviserId: z.uuid().nullable(),
  level: level.nullable(),
  mapped: z.boolean(),
  plan: z.enum(['none', 'waiting', 'approved', 'returned']),
  nextMeeting: z.object({ meetingId: z.uuid(), startsAt: z.iso.datetime(), minutes: z.number() }).nullable(),
  lastMeetingOn: on.nullable(),
  risk: clockRisk,
  due: z.array(dueView).describe('Earliest first'),
  exempt: z.array(exemptView),
  breaches: z.array(breachView).describe('Meetings and plan, of the last eight weeks, latest first'),
})
export const caseloadReply = z.object({
  items: z.array(caseloadItem),
  page: z.number(),
  limit: z.number(),
  total: z.number(),
  advisers: z.array(z.object({ userId: z.uuid(), name: word })),
})
