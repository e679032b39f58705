import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import type { CaseId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/instant.ts'

// The brand is a matter of types alone: what travels is a UUID, a day as YYYY-MM-DD, a moment in RFC 3339.
const caseKey = z.uuid() as unknown as z.ZodType<CaseId, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const moment = z.iso.datetime({ offset: true }) as unknown as z.ZodType<Instant, string>
const text = (longest: number) => z.string().trim().min(1).max(longest)
const note = (longest: number) => z.string().trim().max(longest).optional()

export const mostImportedRows = 1000

const came = z.enum(['yes', 'no', 'partly'])
const absence = ['sick', 'child-sick', 'work', 'education', 'unknown', 'other-known'] as const
const reason = z.enum([...absence, 'provider-hindered', 'cancelled'])
/** `externalId` is the own system's key of the row; `caseId` or `participant`, the own key of the person, says whose it is. */
const whose = { externalId: text(100), caseId: caseKey.optional(), participant: text(100).optional() }
const happened = {
  reason: reason.optional(),
  minutesAway: z.number().int().min(1).max(480).optional(),
  languageSupport: z.boolean().optional(),
  jobProposals: z.number().int().min(0).max(99).optional(),
}

/** Planned while nothing says that it was held: `came` makes it a meeting that was. */
export const meetingRow = z.strictObject({
  kind: z.literal('meeting'),
  ...whose,
  startsAt: moment,
  minutes: z.number().int().min(5).max(480).optional(),
  mode: z.enum(['physical', 'video', 'telephone']),
  individual: z.boolean().optional(),
  place: note(300),
  came: came.optional(),
  tookPlace: z.boolean().optional(),
  ...happened,
  progress: note(4000),
})
export const activityRow = z.strictObject({
  kind: z.literal('activity'),
  ...whose,
  onDay: day,
  code: text(40),
  hours: z.number().positive().max(24),
  mode: z.enum(['physical', 'remote']),
  withWhom: z.enum(['adviser', 'provider-staff', 'other-actor', 'own']),
  came: came.optional(),
  tookPlace: z.boolean().optional(),
  ...happened,
  note: note(2000),
})
/** An activity that was logged by mistake. */
export const withdrawnRow = z.strictObject({
  kind: z.literal('activity'),
  externalId: text(100),
  withdrawn: z.literal(true),
  note: text(2000),
})
/** Read first: what else a row must say depends on it. */
export const anyRow = z.looseObject({ kind: z.enum(['meeting', 'activity']) })
export type MeetingRow = z.output<typeof meetingRow>
export type ActivityRow = z.output<typeof activityRow>
export type WithdrawnRow = z.output<typeof withdrawnRow>
export type LogRow = MeetingRow | ActivityRow | WithdrawnRow

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional()
/** Loose on purpose: a row that is wrong is refused by itself, and the others go in. */
const sentRow = z.looseObject({
  kind: value.describe('meeting or activity'),
  externalId: value.describe("The own system's key of the row, at most 100 characters"),
  caseId: value.describe('Whose it is; or participant'),
  participant: value.describe("The own system's key of the person, known from an earlier row that gave caseId too"),
  startsAt: value.meta({ description: 'Of a meeting: RFC 3339', format: 'date-time' }),
  minutes: value.describe('Of a meeting: 5–480, 30 unless said'),
  individual: value.describe('Of a meeting: true unless said'),
  place: value.describe('Of a meeting'),
  progress: value.describe('Of a held meeting'),
  onDay: value.describe('Of an activity'),
  code: value.describe('Of an activity: a code of the rule delivery.activities'),
  hours: value.describe('Of an activity: in steps of a quarter'),
  withWhom: value.describe('Of an activity: adviser, provider-staff, other-actor or own'),
  note: value.describe('Of an activity; why, when it is withdrawn'),
  withdrawn: value.describe('true: the activity was logged by mistake'),
  mode: value.describe('physical, video or telephone; of an activity physical or remote'),
  came: value.describe('yes, no or partly; of a meeting without it nothing is said to have come of it'),
  tookPlace: value.describe('true unless said'),
  reason: value.describe('Why somebody was away, or it was not held'),
  minutesAway: value.describe(
    'Of who came partly, from 1 to 480: a longer absence becomes a draft of a deviation report',
  ),
  languageSupport: value,
  jobProposals: value,
})
export const logImportBody = z.object({
  rows: z.array(sentRow).min(1).max(mostImportedRows),
  name: z.string().trim().max(200).optional().describe('What the batch is called in the list of imports'),
})

const outcome = z.enum(['accepted', 'updated', 'unchanged', 'refused'])
const rowProblem = z.object({
  row: z.number().describe('From 1; of a file its line'),
  externalId: z.string().nullable(),
  field: z.string().nullable(),
  code: z.string(),
  title: z.string(),
  cure: z.string(),
})
export type RowProblem = z.infer<typeof rowProblem>
const counts = {
  rows: z.number(),
  accepted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
}
const rowResult = z.object({
  externalId: z.string(),
  outcome,
  id: z.uuid().nullable().describe('The meeting or the activity entry as it stands now'),
  warnings: z.array(z.string()),
})
export const logImportReply = z.object({
  importId: z.uuid(),
  ...counts,
  results: z.array(rowResult),
  problems: z.array(rowProblem),
})
export type LogImportReply = z.infer<typeof logImportReply>

export const logImportParams = z.object({ importId: z.uuid() })
export const logImportsQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
const logImportView = z.object({
  importId: z.uuid(),
  name: z.string(),
  how: z.enum(['api', 'file']),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  ...counts,
})
export type LogImportView = z.infer<typeof logImportView>
export const logImportsReply = z.object({
  items: z.array(logImportView),
  page: z.number(),
  limit: z.number(),
  total: z.number(),
})
