import type { Branded } from './brand.ts'

export type PersonId = Branded<string, 'PersonId'>
export type CaseId = Branded<string, 'CaseId'>
export type UserId = Branded<string, 'UserId'>
export type OrganisationId = Branded<string, 'OrganisationId'>
export type OfficeId = Branded<string, 'OfficeId'>
export type DecisionId = Branded<string, 'DecisionId'>
export type AssessmentId = Branded<string, 'AssessmentId'>
export type ContractId = Branded<string, 'ContractId'>
export type AddressId = Branded<string, 'AddressId'>
export type PlacementId = Branded<string, 'PlacementId'>
export type PlanId = Branded<string, 'PlanId'>
export type ReportId = Branded<string, 'ReportId'>
export type ClaimId = Branded<string, 'ClaimId'>
export type StatementId = Branded<string, 'StatementId'>
export type LetterId = Branded<string, 'LetterId'>
export type TaskId = Branded<string, 'TaskId'>

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether the text is a UUID of any version, in either case. */
export function isUuid(text: string): boolean {
  return uuidShape.test(text.toLowerCase())
}

function brandAs<Id extends string>(name: string): (text: string) => Id {
  return (text) => {
    const lower = text.toLowerCase()
    if (!uuidShape.test(lower)) throw new RangeError(`not a UUID for ${name}: ${JSON.stringify(text)}`)
    return lower as Id
  }
}

/** Each cast checks the UUID's shape and lowers its case, so that equal ids are `===`; anything else throws. */
export const personId = brandAs<PersonId>('PersonId')
export const caseId = brandAs<CaseId>('CaseId')
export const userId = brandAs<UserId>('UserId')
export const organisationId = brandAs<OrganisationId>('OrganisationId')
export const officeId = brandAs<OfficeId>('OfficeId')
export const decisionId = brandAs<DecisionId>('DecisionId')
export const assessmentId = brandAs<AssessmentId>('AssessmentId')
export const contractId = brandAs<ContractId>('ContractId')
export const addressId = brandAs<AddressId>('AddressId')
export const placementId = brandAs<PlacementId>('PlacementId')
export const planId = brandAs<PlanId>('PlanId')
export const reportId = brandAs<ReportId>('ReportId')
export const claimId = brandAs<ClaimId>('ClaimId')
export const statementId = brandAs<StatementId>('StatementId')
export const letterId = brandAs<LetterId>('LetterId')
export const taskId = brandAs<TaskId>('TaskId')
