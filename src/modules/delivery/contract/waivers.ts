import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'

// The brand is a matter of types alone: what travels is a day as YYYY-MM-DD.
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const on = z.iso.date()
const word = z.string()

const waiverRule = z.enum(['telephone-meeting', 'no-physical-meeting'])
export const waiverParams = z.object({ waiverId: z.uuid() })
/** Both days are in; `areaCode` null = everywhere; `decision` names what it rests on. */
export const waiverBody = z.object({
  rule: waiverRule,
  areaCode: z.string().trim().min(1).max(10).nullable(),
  firstDay: day,
  lastDay: day,
  decision: z.string().trim().min(3).max(300),
})
export const waiverDecisionBody = z.object({
  outcome: z.enum(['approved', 'returned']),
  why: z.string().trim().max(2000).optional(),
})
export const waiverView = z.object({
  waiverId: z.uuid(),
  rule: waiverRule,
  areaCode: word.nullable(),
  areaName: word.nullable(),
  firstDay: on,
  lastDay: on,
  decision: word,
  state: z.enum(['waiting', 'approved', 'returned']),
  why: word.nullable(),
  enteredBy: word.nullable(),
  mine: z.boolean().describe('I entered it, so another must decide'),
  decidedBy: word.nullable(),
  decidedOn: on.nullable(),
})
export type WaiverView = z.infer<typeof waiverView>
export const waiversReply = z.object({ today: on, items: z.array(waiverView) })
export type WaiversReply = z.infer<typeof waiversReply>
