import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import type { CaseId } from '../../../kernel/ids.ts'

// The brand is a matter of types alone: what travels is a UUID, and a day as YYYY-MM-DD.
const caseKey = z.uuid() as unknown as z.ZodType<CaseId, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const on = z.iso.date()
const word = z.string()
const number = z.number()
const whole = z.coerce.number().int()
/** A code of a list in the rules; any text may be sent, and an unknown one is refused by name. */
const code = z.string().trim().min(1).max(40)

const mostConcerned = 50

/** `onDay` is today unless said; `caseIds` are the participants concerned, none allowed; `note` is for the provider alone. */
export const employerContactBody = z.object({
  onDay: day.optional(),
  kind: code.describe('A code of the rule delivery.employerContactKinds'),
  employer: z.string().trim().min(1).max(200),
  workplace: z.string().trim().max(200).optional(),
  result: code.describe('A code of the rule delivery.employerContactResults'),
  note: z.string().trim().max(1000).optional(),
  caseIds: z.array(caseKey).max(mostConcerned).default([]),
})
export const contactParams = z.object({ contactId: z.uuid() })
/** The whole contact as it should have been, or that it never was. */
export const contactCorrectionBody = z.union([
  z.object({ withdrawn: z.literal(true) }),
  employerContactBody.extend({ withdrawn: z.literal(false).optional() }),
])

export const contactsQuery = z.object({
  q: z.string().trim().max(100).optional().describe('A part of the name of the employer or workplace'),
  page: whole.min(1).default(1),
  limit: whole.min(1).max(100).default(20),
})

const contactFacts = {
  contactId: z.uuid(),
  onDay: on,
  kind: word,
  employer: word,
  workplace: word.nullable(),
  result: word,
  by: word.nullable().describe('Who logged it'),
}
export const employerContactView = z.object({
  ...contactFacts,
  note: word.nullable(),
  participants: z.array(z.object({ caseId: z.uuid(), name: word })),
})
export type EmployerContactView = z.infer<typeof employerContactView>
export const employerContactsReply = z.object({
  items: z.array(employerContactView),
  page: number,
  limit: number,
  total: number,
})
export const caseContactView = z.object({ ...contactFacts, providerName: word })
export type CaseContactView = z.infer<typeof caseContactView>
export const caseContactsReply = z.object({ items: z.array(caseContactView) })
