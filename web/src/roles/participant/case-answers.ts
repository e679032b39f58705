import type { Month } from '../../../../src/kernel/day.ts'
import type { AssessmentExplained } from '../../../../src/modules/assessment/contract.ts'
import type { AnsweredHours } from '../../../../src/modules/delivery/contract/answered-hours.ts'
import type { DeliveryReply, LogItem } from '../../../../src/modules/delivery/contract.ts'
import type { CaseCatalogue } from '../../../../src/modules/market/contract.ts'

/** What the API answers about the own case, by the path under `/cases/:caseId`. */
export type Explained = { explanation: AssessmentExplained | null }
export type Catalogue = CaseCatalogue
export type Delivery = DeliveryReply
export type MonthLog = {
  month: Month
  items: LogItem[]
  hours: AnsweredHours
}
export type Action = { name: string; module: string; allowed: boolean; because?: { code: string } }

type Meeting = DeliveryReply['meetings'][number]
type Plan = DeliveryReply['plans'][number]

export type { Meeting, Plan }
