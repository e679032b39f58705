import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'

/** The kinds stand in `decision.parallelMeasureKinds`; any text may be sent, and what is none of them is refused by name. */
const measureKinds = ['work-practice', 'validation', 'vocational-assessment'] as const

const day = z.iso.date() as unknown as z.ZodType<Day, string>
const date = z.iso.date()

export const measureBody = z.object({
  kind: z.string().trim().min(1).max(40),
  actor: z.string().trim().min(2).max(200).describe('Who gives it: an employer, a school'),
  firstDay: day,
  lastDay: day.describe('Last day, that day included'),
  fullTime: z.boolean(),
  hoursPerWeek: z.number().positive().max(60).describe('In steps of a quarter'),
  reason: z.string().trim().min(3).max(2000).describe('Stands in the letter'),
})
export type MeasureBody = z.infer<typeof measureBody>

export const measureEndBody = z.object({
  lastDay: day.describe('The new last day; the day before the first one when it never began'),
  reason: z.string().trim().min(3).max(2000),
})
export type MeasureEndBody = z.infer<typeof measureEndBody>

export const measureReply = z.object({ measureId: z.uuid(), letterId: z.uuid(), lastDay: date })
export type MeasureReply = z.infer<typeof measureReply>

export const measureView = z.object({
  measureId: z.uuid(),
  chainId: z.uuid(),
  kind: z.enum(measureKinds),
  actor: z.string(),
  firstDay: date,
  lastDay: date.describe('Last day, that day included'),
  fullTime: z.boolean(),
  hoursPerWeek: z.number(),
  reason: z.string().nullable().describe('Null for who may not read it'),
})
export type MeasureView = z.infer<typeof measureView>
export const measuresReply = z.object({
  items: z.array(measureView).describe('The latest first'),
  days: z.object({
    most: z.number().describe('Calendar days over the chain'),
    used: z.number().describe('Of the current chain'),
    left: z.number(),
  }),
})
export type MeasuresReply = z.infer<typeof measuresReply>

export const refusalBody = z.object({
  reason: z.string().trim().min(3).max(2000).describe('Why the service is not extended; stands in the letter'),
})
export const refusalReply = z.object({ refusalId: z.uuid(), letterId: z.uuid(), lastDay: date })
export type RefusalReply = z.infer<typeof refusalReply>
