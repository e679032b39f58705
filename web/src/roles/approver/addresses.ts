/** A case's money, as an approver reads it. */
export const caseAddress = (caseId: string): string => `/app/approver/cases/${caseId}`
