import { z } from 'zod'
import { type Month, parseMonth } from '../../../kernel/day.ts'
import { lineKinds, month, ore, paged, paging } from './parts.ts'

/** Runs over every contract: the closing of a month, and what another price would have given. Amounts in öre. */

const givenMonth = z.string().refine((text) => parseMonth(text).ok, {
  error: 'month-format',
  params: { code: 'month-format' },
}) as unknown as z.ZodType<Month, string>
const knownMonth = month as unknown as z.ZodType<Month, string>

export const monthRunKinds = ['close', 'correction'] as const
export const closeMonthBody = z.object({ month: givenMonth })
export const monthRunRequested = z.object({
  queued: z.literal(true),
  runId: z.uuid(),
  month: knownMonth,
  kind: z.enum(monthRunKinds),
})
export type MonthRunRequested = z.infer<typeof monthRunRequested>

const runState = z.enum(['waiting', 'running', 'done']).describe('Waiting: asked for or broken off, and to go on')
const monthRun = z.object({
  runId: z.uuid(),
  month: knownMonth,
  kind: z.enum(monthRunKinds).describe('A closing, or a correction of statements returned in a closed month'),
  state: runState,
  requestedByName: z.string().nullable().describe('Null when the calendar asked'),
  requestedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  contracts: z.number().int().nullable().describe('To go through; null until it has begun'),
  contractsDone: z.number().int(),
  casesDone: z.number().int(),
  statements: z.number().int(),
  lines: z.number().int(),
  totalOre: ore,
  openCases: z.number().int().describe('Cases with a question to a person; a task for each'),
})
export const monthRunsQuery = z.object(paging)
export type MonthRunsQuery = z.infer<typeof monthRunsQuery>
export const monthRunsReply = z.object(paged(monthRun))
export type MonthRunsReply = z.infer<typeof monthRunsReply>

const most = 1_000_000_000
const price = z.number().int().min(0).max(most)
const prices = z.object({
  A: price,
  B: z.union([price, z.object({ model1: price, model2: price })]),
  C: price,
})
export const whatIfBody = z.object({
  month: givenMonth,
  baseFeeOre: prices.optional().describe('Instead of the base fees in force, per month'),
  outcomePaymentOre: prices.optional().describe('Instead of the outcome payments in force'),
})
export type WhatIfBody = z.infer<typeof whatIfBody>
export const whatIfRequested = z.object({ queued: z.literal(true), whatIfId: z.uuid(), month: knownMonth })
export type WhatIfRequested = z.infer<typeof whatIfRequested>
export const whatIfParams = z.object({ whatIfId: z.uuid() })
export const whatIfQuery = z.object(paging)

const amounts = {
  oldOre: ore.describe('What is posted'),
  newOre: ore.describe('What would be right'),
  differenceOre: ore.describe('What would be posted now'),
  cases: z.number().int(),
}
export const whatIfReply = z.object({
  whatIfId: z.uuid(),
  month: knownMonth,
  state: runState,
  requestedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  baseFeeOre: prices.nullable(),
  outcomePaymentOre: prices.nullable(),
  contracts: z.number().int().nullable(),
  contractsDone: z.number().int(),
  openCases: z.number().int().describe('Cases with a question, of which nothing is known'),
  byKind: z.array(z.object({ kind: z.enum(lineKinds), ...amounts })),
  byProvider: z.array(z.object({ providerId: z.uuid(), providerName: z.string().nullable(), ...amounts })),
  lines: z
    .object(
      paged(
        z.object({
          caseId: z.uuid(),
          participant: z.string().nullable(),
          providerId: z.uuid(),
          providerName: z.string().nullable(),
          kind: z.enum(lineKinds),
          oldOre: ore,
          newOre: ore,
          differenceOre: ore,
        }),
      ),
    )
    .describe('Cases with a difference that the reader may see, the largest first'),
})
export type WhatIfReply = z.infer<typeof whatIfReply>
