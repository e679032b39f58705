import { z } from 'zod'
import type { PlacementId } from '../../../kernel/ids.ts'

// The brand is a matter of types alone: what travels is a UUID.
const placementId = z.uuid() as unknown as z.ZodType<PlacementId, string>
const text = (longest: number) => z.string().trim().min(1).max(longest)
const on = z.iso.date()
const word = z.string()

export const occupation = z.enum(['work', 'studies', 'jobseeking', 'other-measure', 'sick-leave', 'other'])

const done = z.array(z.object({ code: text(40), text: text(2000) })).max(20)
/** `corrects` is the final report that this one replaces; it stays, and is shown. */
export const finalReportBody = z.object({
  placementId,
  occupation,
  done: done.describe('Per activity, what was done'),
  progress: text(4000),
  nextStep: text(2000),
  corrects: z.uuid().optional(),
})
export const finalReportParams = z.object({ finalReportId: z.uuid() })

const told = { occupation, done: z.array(z.object({ code: word, text: word })), progress: word, nextStep: word }
const version = { finalReportId: z.uuid(), ...told, onDay: on, by: word.nullable() }
export const finalReportView = z.object({
  ...version,
  read: z.object({ onDay: on, by: word.nullable() }).nullable().describe('When the caseworker read this version'),
  earlier: z.array(z.object(version)).describe('Those that it corrects, the latest first'),
})
export type FinalReportView = z.infer<typeof finalReportView>

/** A provider's own spells that are over, with what it reported of each. */
export const finalReportsReply = z.object({
  items: z.array(
    z.object({
      placementId: z.uuid(),
      firstDay: on,
      lastDay: on,
      codes: z.array(word).describe('The activities of the approved plan'),
      dueOn: on,
      report: finalReportView.nullable(),
    }),
  ),
})
export type FinalReportsReply = z.infer<typeof finalReportsReply>
