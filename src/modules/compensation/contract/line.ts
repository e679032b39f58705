import { z } from 'zod'
import { date, lineKinds, month, ore } from './parts.ts'

const rule = z.object({
  name: z.string().describe('The parameter, such as compensation.baseFeeOre'),
  key: z.string().describe('The state of the law'),
  since: date,
  clause: z.string(),
  provenance: z.enum(['C', 'S', 'D', 'A']),
})
const step = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string().describe("In words, in the reader's language"),
})

/** One posted line, explained all the way down. */
export const moneyLine = z.object({
  lineId: z.uuid(),
  caseId: z.uuid(),
  participant: z.string().nullable().describe('Null for whoever may not read the case any longer'),
  kind: z.enum(lineKinds),
  month: month.nullable().describe('The month that a base fee is for'),
  onDay: date.nullable().describe('The day on which the others became payable'),
  level: z.string(),
  amountOre: ore.describe('What is posted: the difference'),
  entitledOre: ore.describe('The right amount when it was posted'),
  postedOre: ore.describe('What had been posted before'),
  rule,
  steps: z.array(step),
  facts: z.object({
    decisionIds: z.array(z.uuid()),
    reportIds: z.array(z.uuid()),
    claimIds: z.array(z.uuid()),
  }),
})
export type MoneyLine = z.infer<typeof moneyLine>
