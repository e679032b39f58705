import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId, ContractId, OrganisationId, PersonId, PlacementId, PlanId, ReportId } from '../../kernel/ids.ts'

/** The names under which this module publishes. */
export const deliveryEvents = {
  mappingRecorded: 'mapping-recorded',
  planApproved: 'plan-approved',
  planReturned: 'plan-returned',
  reportApproved: 'report-approved',
  reportNotApproved: 'report-not-approved',
  entryDisputed: 'entry-disputed',
  employerContactLogged: 'employer-contact-logged',
} as const

export interface MappingRecorded {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly placementId: PlacementId
  readonly onDay: Day
}

export interface PlanApproved {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly planId: PlanId
  readonly providerId: OrganisationId
}

/** The caseworker gave the plan back with reasons. */
export type PlanReturned = PlanApproved

/** The participant says that a logged row does not stand; `entryId` = the attendance or the activity entry. */
export interface EntryDisputed {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly providerId: OrganisationId
  readonly kind: 'meeting' | 'activity'
  readonly entryId: string
  readonly onDay: Day
}

/** The base fee of the month is payable to the provider. */
export interface ReportApproved {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly reportId: ReportId
  readonly providerId: OrganisationId
  readonly month: Month
  readonly how: 'rule' | 'person'
}

export interface ReportNotApproved {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly reportId: ReportId
  readonly providerId: OrganisationId
  readonly month: Month
}

/** A contact with an employer, with the contracts of the participants whom it concerned; `replaces` = it corrects that one. */
export interface EmployerContactLogged {
  readonly contactId: string
  readonly replaces: string | null
  readonly onDay: Day
  readonly contractIds: readonly ContractId[]
}
