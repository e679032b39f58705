import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import { answeredHours } from './answered-hours.ts'

// The brand is a matter of types alone: what travels is a day as YYYY-MM-DD.
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const on = z.iso.date()
const word = z.string()
const number = z.number()
const words = z.string().trim().min(3).max(2000)

const waiverRules = ['telephone-meeting', 'no-physical-meeting'] as const
const waiverRule = z.enum(waiverRules)

/** Both days are in; a participant's own exception, which needs no other person's approval. */
export const caseWaiverBody = z.object({ rule: waiverRule, firstDay: day, lastDay: day, why: words })
export const caseWaiverEndBody = z.object({ lastDay: day.describe('The new last day'), why: words })
export const caseWaiverParams = z.object({ caseWaiverId: z.uuid() })
export const caseWaiverView = z.object({
  caseWaiverId: z.uuid(),
  rule: waiverRule,
  firstDay: on,
  lastDay: on,
  why: word.nullable().describe('Null for who may not read it'),
  recordedBy: word.nullable(),
})
export type CaseWaiverView = z.infer<typeof caseWaiverView>
export const caseWaiversReply = z.object({
  items: z.array(caseWaiverView).describe('The latest first'),
  mostDays: number,
})
export type CaseWaiversReply = z.infer<typeof caseWaiversReply>

/** `need` is a code of `rules.delivery.informativeNeeds`; another is refused by name. */
export const informativeBody = z.object({
  need: z.string().trim().min(1).max(40),
  words: z.string().max(20_000).describe('At most 2,000 characters, no sensitive data'),
  sensitiveSeen: z.boolean().optional().describe('Whoever writes has seen what may be sensitive and sends it so'),
  corrects: z.uuid().optional().describe('The report that this one replaces; it stays, and is shown'),
})
export const informativeAnswerBody = z.object({ words })
export const informativeParams = z.object({ informativeId: z.uuid() })
const informativeVersion = {
  informativeId: z.uuid(),
  providerName: word,
  need: word,
  words: word,
  onDay: on,
  by: word.nullable(),
  answer: z.object({ words: word, onDay: on, by: word.nullable() }).nullable(),
}
export const informativeView = z.object({
  ...informativeVersion,
  earlier: z.array(z.object(informativeVersion)).describe('Those that it corrects, the latest first'),
})
export type InformativeView = z.infer<typeof informativeView>
export const informativeReply = z.object({
  items: z.array(informativeView).describe('Unanswered first, then latest; its own to a provider'),
})
export type InformativeReply = z.infer<typeof informativeReply>

export const viewRequestReply = z.object({ dueOn: on })

/** What an extension, or the end, is decided on: the chain's service in figures, on one page (programme 4.3). */
export const evidenceReply = z.object({
  period: z.object({ firstDay: on, lastDay: on, decisions: number }).nullable(),
  meetings: z.object({ held: number, minutes: number, physical: number, absent: number, notHeld: number }),
  hours: answeredHours.describe('Meetings and activities held; disputed ones do not count'),
  activities: z.array(
    z.object({ code: word, hours: number, physicalHours: number, plannedPerWeek: number.nullable() }),
  ),
  breaches: z.array(z.object({ rule: word, cause: word, count: number })),
  progress: z.array(z.object({ onDay: on, words: word })).describe('The latest notes of meetings'),
  reports: z.object({ approved: number, waiting: number, notApproved: number, notSigned: number }),
  employerContacts: number,
  view: z.object({ words: word, onDay: on, providerName: word }).nullable().describe("The provider's latest view"),
  viewAskedUntil: on.nullable().describe('The provider is asked for its view, by this day'),
})
export type EvidenceReply = z.infer<typeof evidenceReply>
