import { z } from 'zod'

/** The AI act file: what the running system shows for each duty (EU 2024/1689). In the reader's language. */

const point = z.object({
  code: z.string(),
  asks: z.string().describe('What the authority itself must write'),
  words: z.string().nullable().describe('What it has written; null while it is missing'),
  onDay: z.iso.date().nullable(),
  byName: z.string().nullable(),
})
export const actDuty = z.object({
  article: z.string(),
  title: z.string(),
  duty: z.string().describe('The duty in short; the regulation itself is the law'),
  shows: z.array(z.object({ label: z.string(), value: z.string() })),
  where: z.array(z.object({ label: z.string(), address: z.string() })),
  points: z.array(point),
  /** `gap`: something the system must show is missing or old; `to-write`: only the authority's own words are missing. */
  state: z.enum(['shown', 'to-write', 'gap']),
  gaps: z.array(z.string()),
})
export type ActDuty = z.infer<typeof actDuty>

export const actFileReply = z.object({
  onDay: z.iso.date(),
  from: z.iso.date(),
  model: z.string(),
  synthetic: z.boolean(),
  note: z.string(),
  duties: z.array(actDuty),
})
export type ActFileReply = z.infer<typeof actFileReply>

export const statementBody = z.object({
  point: z.string().min(1).max(60),
  words: z.string().trim().min(3).max(10_000),
})
export type StatementBody = z.infer<typeof statementBody>
export const statementReply = z.object({ statementId: z.uuid() })

const edition = z.object({
  editionId: z.uuid(),
  onDay: z.iso.date(),
  language: z.enum(['sv', 'en']),
  sha256: z.string(),
  frozenAt: z.iso.datetime(),
  frozenByName: z.string().nullable(),
})
export type ActEdition = z.infer<typeof edition>
export const editionsReply = z.object({ items: z.array(edition) })
export type EditionsReply = z.infer<typeof editionsReply>
export const editionReply = z.object({ editionId: z.uuid(), sha256: z.string() })
