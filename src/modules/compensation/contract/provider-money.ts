import { z } from 'zod'
import { date, lineKinds, month, ore, paging } from './parts.ts'

const foreseenStates = ['clawback', 'blocked', 'ready', 'expected'] as const

export const providerMoneyQuery = z.object({
  state: z.enum(foreseenStates).optional(),
  ...paging,
})

const amount = z.object({ lines: z.number().int(), ore })

const foreseenLine = z.object({
  caseId: z.uuid(),
  participant: z.string().nullable().describe('Null for whoever may not read the case any longer'),
  state: z.enum(foreseenStates),
  why: z.string().describe('What it waits for, or why it is taken back'),
  kind: z.enum(lineKinds),
  month: month.nullable(),
  onDay: date.nullable(),
  level: z.string(),
  amountOre: ore,
  postedOre: ore.describe('What is posted already on the same amount'),
  steps: z.array(z.string()).describe("The arithmetic, in the reader's language"),
  clause: z.string(),
  provenance: z.enum(['C', 'S', 'D', 'A']),
})

/** What a provider is owed, why, and what blocks it. Nothing in it is posted. */
export const providerMoneyReply = z.object({
  month: month.describe('The month that goes on'),
  sums: z.object({ clawback: amount, blocked: amount, ready: amount, expected: amount }),
  blocked: z
    .array(z.object({ why: z.string(), lines: z.number().int(), ore }))
    .describe('By what blocks it, the largest first'),
  posted: z
    .object({ waiting: amount, approved: amount })
    .describe('Statements that wait, and those approved, in all; lines = statements'),
  questions: z
    .array(z.object({ caseId: z.uuid(), participant: z.string().nullable(), code: z.string() }))
    .describe('Cases that give nothing until somebody at the authority answers'),
  items: z.array(foreseenLine),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})
export type ProviderMoneyReply = z.infer<typeof providerMoneyReply>
