import { z } from 'zod'

const on = z.iso.date()
const word = z.string()

export const absenceReason = z.enum(['sick', 'child-sick', 'work', 'education', 'unknown', 'other-known'])
const otherDeviations = [
  'refused-activity',
  'refused-job',
  'hinders-employment',
  'cannot-benefit',
  'misconduct',
] as const
export const deviationKind = z.enum(['absence', ...otherDeviations])

const days = { firstDay: on, lastDay: on, minutes: z.number().nullable(), reason: absenceReason.nullable() }
const version = {
  deviationId: z.uuid(),
  kind: deviationKind,
  ...days,
  description: word.nullable(),
  outcome: z.enum(['accepted', 'not-accepted']).nullable(),
  why: word.nullable().describe('Why it was not accepted'),
  reportedOn: on,
}
export const deviationView = z.object({
  ...version,
  earlier: z.array(z.object(version)).describe('Those that it corrects, the latest first'),
})
export type DeviationView = z.infer<typeof deviationView>
