import type { z } from 'zod'
import type { chainsReply } from '../../../../src/modules/decision/contract.ts'
import type {
  caseloadItem,
  caseloadReply,
  deviationView,
  dueView,
  logReply,
  meetingView,
  planView,
  signedReply,
} from '../../../../src/modules/delivery/contract.ts'

export type { DeliveryReply, LogItem, ReportView } from '../../../../src/modules/delivery/contract.ts'
export type { ClaimView, OutcomesReply } from '../../../../src/modules/outcomes/contract.ts'

export type CaseloadItem = z.output<typeof caseloadItem>
export type Caseload = z.output<typeof caseloadReply>
export type Due = z.output<typeof dueView>
export type Meeting = z.output<typeof meetingView>
export type Plan = z.output<typeof planView>
export type PlannedActivity = Plan['activities'][number]
export type Deviation = z.output<typeof deviationView>
export type MonthLog = z.output<typeof logReply>
export type Signed = z.output<typeof signedReply>
export type Chains = z.output<typeof chainsReply>
