import { z } from 'zod'
import { moneyLine } from './line.ts'
import { date } from './parts.ts'

/** What an approver looks at before the lines. */
export const outlier = z.object({
  code: z.enum([
    'first-statement',
    'many-late-months',
    'many-outcomes',
    'very-large-line',
    'far-from-usual',
    'taken-back-whole',
  ]),
  line: moneyLine.nullable().describe('Null when it is about the whole statement'),
  text: z.string().describe("Why it stands out, in the reader's language"),
})
export type StatementOutlier = z.infer<typeof outlier>

export const openQuestion = z.object({
  caseId: z.uuid(),
  participant: z.string().nullable(),
  code: z.string().describe('The problem that keeps the case out of the statement'),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: date,
  askedName: z.string().nullable().describe('Who is to answer; null for the whole office'),
})
export type OpenQuestion = z.infer<typeof openQuestion>

export const returnCodes = ['fact-wrong', 'amount-unlikely', 'evidence-missing', 'wrong-provider', 'other'] as const
export type ReturnCode = (typeof returnCodes)[number]

/** That a statement was sent back: why, by whom and when. Kept, and shown to whoever makes it again. */
export const sentBack = z.object({
  name: z.string().nullable(),
  at: z.iso.datetime(),
  code: z.enum(returnCodes),
  reason: z.string(),
})
