import { z } from 'zod'
import { moneyLine } from './line.ts'
import { date, month, ore } from './parts.ts'

export const lineParams = z.object({ lineId: z.uuid() })

const signature = z.object({ name: z.string().nullable(), at: z.iso.datetime() })
const name = z.string().nullable().describe('Null when a rule or the calendar did it, or the reader may not know')

const decision = z.object({
  decisionId: z.uuid(),
  kind: z.string(),
  level: z.string(),
  priceModel: z.string().nullable(),
  firstDay: date.nullable(),
  lastDay: date.nullable(),
  grantedOn: date,
  decidedByName: name,
})
const report = z.object({
  reportId: z.uuid(),
  month,
  version: z.number().int(),
  signedOn: date.nullable(),
  signedByName: name,
  decidedOn: date.nullable(),
  decidedByName: name,
  how: z.string().nullable().describe('rule or person'),
})
const claim = z.object({
  claimId: z.uuid(),
  kind: z.enum(['work', 'studies']),
  subsidised: z.boolean(),
  extentPercent: z.number().nullable(),
  pacePercent: z.number().nullable(),
  firstDay: date,
  lastDay: date.nullable(),
  employer: z.string(),
  evidence: z.number().int(),
  decidedOn: date.nullable(),
  decidedByName: name,
  reason: z.string().nullable(),
})

/** One amount, all the way down (programme 5, "every line can say"). */
export const explanationReply = z.object({
  line: moneyLine,
  providerId: z.uuid(),
  providerName: z.string().nullable(),
  rule: z.object({
    title: z.string().describe("The rule's name, in the reader's language"),
    version: z.string().describe('The state of the law, such as rom1@2020-03-30'),
    clause: z.string(),
    provenance: z.enum(['C', 'S', 'D', 'A']),
    since: date,
    source: z.string().nullable(),
    address: z.url().nullable().describe('Where the source can be read'),
    note: z.string().nullable(),
  }),
  facts: z.object({
    decisions: z.array(decision),
    reports: z.array(report),
    claims: z.array(claim),
    unseen: z.number().int().describe('Facts that have been corrected since, or that the reader may not read'),
  }),
  statement: z.object({
    statementId: z.uuid(),
    month,
    version: z.number().int(),
    state: z.enum(['waiting', 'approved', 'returned']),
    madeOn: date,
    madeByName: name,
    neededApprovers: z.number().int(),
    approvals: z.array(signature),
  }),
  history: z
    .array(
      z.object({
        lineId: z.uuid(),
        statementId: z.uuid(),
        month,
        state: z.enum(['waiting', 'approved', 'returned']),
        amountOre: ore,
      }),
    )
    .describe('Every line about the same amount, the earliest first, this one included'),
})
export type ExplanationReply = z.infer<typeof explanationReply>
