import { z } from 'zod'
import type { StatementId } from '../../kernel/ids.ts'

/** What the web and the API share about the books. Never for the participant. Amounts in öre. */

// The brand is a matter of types alone: what travels is a UUID or a month as text.
const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const ore = z.number().int()
const kind = z.enum(['base_fee', 'outcome_payment', 'outcome_payment_rr1', 'outcome_payment_rr2', 'speed_premium'])
const account = z.enum(['cost', 'owed', 'paid'])

export const statementParams = z.object({ statementId: key<StatementId>() })

export const balancesQuery = z.object({
  providerId: z.uuid().optional(),
  kind: kind.optional(),
  appropriation: z.string().max(20).optional(),
  period: month.optional(),
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export type BalancesQuery = z.infer<typeof balancesQuery>

const amounts = {
  costOre: ore.describe('What the period has cost: owed and paid together'),
  owedOre: ore.describe('What is still owed; below zero when the provider owes'),
  paidOre: ore,
}
export const balancesReply = z.object({
  items: z.array(
    z.object({
      providerId: z.uuid(),
      providerName: z.string().nullable(),
      kind,
      appropriation: z.string(),
      period: month.describe('The month whose books it was posted in'),
      ...amounts,
    }),
  ),
  sums: z.object(amounts).describe('Over everything that fits the question, not only this page'),
  openPeriod: month.nullable().describe('The month whose books are open; null before the first posting'),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})
export type BalancesReply = z.infer<typeof balancesReply>

export const transactionsReply = z.object({
  items: z.array(
    z.object({
      transactionId: z.uuid(),
      what: z.enum(['statement', 'return', 'payment', 'payment-reversed']),
      period: month,
      amountOre: ore,
      owedOre: ore.describe('What is owed on the statement after it'),
      paymentId: z.uuid().nullable(),
      reverses: z.uuid().nullable().describe('The transaction that it takes back'),
      recordedAt: z.iso.datetime(),
      postings: z.array(
        z.object({
          debit: account,
          credit: account,
          kind,
          appropriation: z.string(),
          amountOre: ore,
          lines: z.number().int().describe('Postings summed in this row'),
        }),
      ),
    }),
  ),
})
export type TransactionsReply = z.infer<typeof transactionsReply>
