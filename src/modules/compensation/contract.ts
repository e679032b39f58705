import { z } from 'zod'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, StatementId } from '../../kernel/ids.ts'
import { type MoneyLine, moneyLine } from './contract/line.ts'
import { date, key, lineKinds, month, ore, paged, paging } from './contract/parts.ts'
import { openQuestion, outlier, type ReturnCode, returnCodes, sentBack } from './contract/review.ts'

export { lineKinds, type MoneyLine, moneyLine }

/** What the web and the API share about money (programme 5). Never for the participant. Amounts in öre. */

export const caseParams = z.object({ caseId: key<CaseId>() })
export const statementParams = z.object({ statementId: key<StatementId>() })

export const statementStates = ['waiting', 'approved', 'returned'] as const

const signature = z.object({ name: z.string().nullable(), at: z.iso.datetime() })
const lineOfStatement = moneyLine.extend({
  statementId: z.uuid(),
  statementMonth: month,
  state: z.enum(statementStates),
  providerId: z.uuid(),
  providerName: z.string().nullable(),
  approvals: z.array(signature),
})

export const caseMoneyReply = z.object({
  /** What is posted in all, returned statements left out; per provider. */
  totals: z.array(
    z.object({ providerId: z.uuid(), providerName: z.string().nullable(), postedOre: ore, paidOre: ore }),
  ),
  lines: z.array(lineOfStatement).describe('The latest first'),
})
export type CaseMoneyReply = z.infer<typeof caseMoneyReply>

const statementLine = {
  statementId: z.uuid(),
  providerId: z.uuid(),
  providerName: z.string().nullable(),
  contractId: z.uuid(),
  areaCode: z.string().nullable(),
  month,
  version: z.number().int(),
  totalOre: ore,
  lines: z.number().int(),
  state: z.enum(statementStates),
  approvals: z.number().int(),
  neededApprovers: z.number().int(),
  madeOn: date,
  madeByJob: z.boolean(),
  returned: sentBack.nullable(),
  madeAgain: z.boolean().describe('A later version of it has been made'),
}
export const statementsQuery = z.object({
  state: z.enum(statementStates).optional(),
  month: month.optional(),
  ...paging,
})
const format = z.enum(['csv', 'xlsx']).default('csv').describe('CSV with semicolons and decimal comma, or Excel')
export const exportQuery = z.object({ format })
export const statementsExportQuery = z.object({
  state: z.enum(statementStates).optional(),
  month: month.optional(),
  format,
})
export type StatementsQuery = z.infer<typeof statementsQuery>
export const statementsReply = z.object(paged(z.object(statementLine)))
export type StatementsReply = z.infer<typeof statementsReply>

const kindChange = z.object({
  kind: z.enum(lineKinds),
  ore,
  lines: z.number().int(),
  previousOre: ore,
  previousLines: z.number().int(),
})
const allowance = z.object({
  allowed: z.boolean(),
  because: z.string().nullable().describe('The code of the refusal'),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const statementQuery = z.object(paging)
export const statementReply = z.object({
  ...statementLine,
  madeByName: z.string().nullable(),
  approvedBy: z.array(signature),
  returnedBefore: sentBack.nullable().describe('Why the version before this one was sent back'),
  change: z.object({
    previousMonth: month.nullable(),
    previousTotalOre: ore.nullable(),
    byKind: z.array(kindChange),
    corrections: z.object({ lines: z.number().int(), ore }).describe('Lines about what was posted before'),
    clawbacks: z.object({ lines: z.number().int(), ore }).describe('Those of them that take back'),
    newCases: z.number().int(),
    endedCases: z.number().int(),
  }),
  outliers: z
    .array(outlier)
    .describe('What stands out, about the whole first; empty for all but approvers and overseers'),
  questions: z.array(openQuestion).describe('What keeps cases of the contract out of it'),
  hidden: z.object({ lines: z.number().int(), ore }).describe('Lines of persons whom the reader may not see'),
  lineItems: z.object(paged(moneyLine)),
  can: z.object({
    approve: allowance,
    return: allowance,
  }),
})
export type StatementReply = z.infer<typeof statementReply>

export const approvalBody = z.object({
  totalOre: ore.describe('The total that the approver saw; another one gives changed-meanwhile'),
})
export const approvalReply = z.object({
  state: z.enum(statementStates),
  approvals: z.number().int(),
  neededApprovers: z.number().int(),
})
export type ApprovalReply = z.infer<typeof approvalReply>
export const returnBody = z.object({ code: z.enum(returnCodes), reason: z.string().trim().min(3).max(2000) })
export const returnReply = z.object({ state: z.literal('returned') })

export * from './contract/runs.ts'

/** Published when a month's statement is made. */
export interface StatementMade {
  readonly statementId: StatementId
  readonly providerId: OrganisationId
  readonly contractId: ContractId
  readonly month: Month
  readonly totalOre: number
}

/** Published when enough people have approved: the lines are paid. */
export interface StatementApproved extends StatementMade {
  readonly approvedOn: Day
}

/** Published when a statement is sent back; its lines count as not posted. */
export interface StatementReturned extends StatementMade {
  readonly code: ReturnCode
  readonly reason: string
}

/** Published when every contract of a month is closed: the month is frozen, late facts come with the next one. */
export interface MonthClosed {
  readonly month: Month
}
