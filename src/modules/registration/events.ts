import type { CaseId, OfficeId, PersonId, UserId } from '../../kernel/ids.ts'

/** A person has been registered and has a case, an office and a caseworker. */
export interface PersonRegistered {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly channel: string
  readonly areaCode: string | null
}

/** A person's facts have a new version; `fields` are the names of the facts that differ. */
export interface PersonChanged {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly fields: readonly string[]
}

/** The person has been told about profiling; `assessNow` for digital registrants in a rolled-out area (programme 4.1). */
export interface ProfilingNoticeGiven {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly areaCode: string | null
  readonly assessNow: boolean
}

/** The case has a new office or caseworker. */
export interface CaseAssigned {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly officeId: OfficeId
  readonly caseworkerId: UserId | null
}

export const registrationEvents = {
  registered: 'person-registered',
  changed: 'person-changed',
  noticeGiven: 'profiling-notice-given',
  assigned: 'case-assigned',
} as const
