import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import type { CaseId } from '../../../kernel/ids.ts'

/** What the web and the API share about complaints (programme 7). */

const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const date = z.iso.date() as unknown as z.ZodType<Day, string>
const about = z.enum(['provider', 'employment-service', 'other'])
const words = z.string().trim().min(1).max(10_000)
const sensitiveSeen = z
  .boolean()
  .default(false)
  .describe('Whoever writes has been told of sensitive words in the text and sends it all the same')

export const complaintCaseParams = z.object({ caseId: key<CaseId>() })
export const complaintParams = z.object({ complaintId: z.uuid() })

export const complaintBody = z.object({
  about,
  words,
  anonymous: z.boolean().default(true).describe('The provider is not told who complains'),
  sensitiveSeen,
})
export const complaintReply = z.object({ complaintId: z.uuid(), dueOn: date })

export const complaintAnswerBody = z.object({ words, sensitiveSeen })
export const complaintAnswerReply = z.object({ state: z.literal('answered') })

export const complaintView = z.object({
  complaintId: z.uuid(),
  about,
  providerName: z.string().nullable(),
  anonymous: z.boolean(),
  words: z.string().nullable().describe('null = erased'),
  receivedOn: date,
  dueOn: date,
  state: z.enum(['received', 'overdue', 'answered']),
  answer: z.object({ words: z.string().nullable(), on: date, byName: z.string().nullable() }).nullable(),
})
export type ComplaintView = z.output<typeof complaintView>
export const ownComplaintsReply = z.object({ items: z.array(complaintView).describe('The latest first') })

export const complaintsReply = z.object({
  items: z
    .array(complaintView.extend({ caseId: key<CaseId>(), name: z.string() }))
    .describe('Those that wait first, by last day; then the latest answered'),
})
export type ComplaintsReply = z.output<typeof complaintsReply>
